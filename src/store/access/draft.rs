//! What was typed into a form that was refused, kept for a day for the browser that sent it.

use super::{Drafts, Secret, SecretHash};
use crate::store::StoreError;
use crate::store::query::query;
use chrono::{DateTime, TimeDelta, Utc};

/// A form that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDraft {
    /// Who typed it, as far as it is known; nobody else sees it.
    pub owner: Option<String>,
    /// What was typed and why it was refused, as the one who keeps it writes it.
    pub body: String,
}

/// How long a draft is kept.
const PATIENCE: TimeDelta = TimeDelta::days(1);

/// Drafts kept for one person, and of one browser; older ones make room.
const MOST: i64 = 20;

impl Drafts<'_> {
    /// Keeps a draft; returns its id, which is for that browser's address bar.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn keep_draft(
        &self,
        browser: &SecretHash,
        draft: &KeptDraft,
        at: DateTime<Utc>,
    ) -> Result<String, StoreError> {
        let id = Secret::short()?.reveal().to_owned();
        let mut turn = self.pools.begin().await?;
        let owner = draft.owner.as_deref().unwrap_or_default();
        for (column, of) in [("browser_hash", browser.as_str()), ("owner", owner)] {
            let text = format!(
                "DELETE FROM drafts WHERE {column} = $1 AND id NOT IN \
                 (SELECT id FROM drafts WHERE {column} = $1 ORDER BY expires_at DESC LIMIT $2)"
            );
            query(text).bind(of).bind(MOST - 1).execute(&mut *turn).await?;
        }
        let text = "INSERT INTO drafts (id, browser_hash, owner, body, expires_at) VALUES ($1, $2, $3, $4, $5)";
        let kept = query(text).bind(id.as_str()).bind(browser.as_str()).bind(owner).bind(draft.body.as_str());
        kept.bind(at + PATIENCE).execute(&mut *turn).await?;
        turn.commit().await?;
        Ok(id)
    }

    /// A draft of that browser. Anyone who looks must be its owner, where it has one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn draft(
        &self,
        id: &str,
        browser: &SecretHash,
        owner: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let text = "SELECT body FROM drafts \
             WHERE id = $1 AND browser_hash = $2 AND expires_at > $3 AND (owner = '' OR owner = $4)";
        let asked = query(text).bind(id).bind(browser.as_str()).bind(at).bind(owner.unwrap_or_default());
        asked.optional(&self.pools.access).await
    }
}
