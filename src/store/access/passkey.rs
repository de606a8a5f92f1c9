//! Passkeys: a device that can prove that it is hers. What is kept of one is no secret.

use super::{Passkeys, Secret};
use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::values::ids::{UserId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Utc};

/// A passkey as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPasskey {
    /// A hash of the id that its device gave it.
    pub id: String,
    /// What she calls it.
    pub name: Name,
    /// What is needed to check its answers, as JSON.
    pub passkey: String,
    pub made: DateTime<Utc>,
}

from_row!(KeptPasskey { id, name, passkey, made });

impl Passkeys<'_> {
    /// Keeps what a new passkey must answer that is being added in that session, in place of one before it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn ask_new(&self, workshop: WorkshopId, session: i64, challenge: &str) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE sessions SET challenge = $3 WHERE workshop = $1 AND id = $2";
        query(text).bind(workshop).bind(session).bind(challenge).execute(&mut *db).await?;
        Ok(())
    }

    /// What the new passkey of that session must answer, once.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn asked_new(&self, workshop: WorkshopId, session: i64) -> Result<Option<String>, StoreError> {
        let mut turn = self.pools.begin().await?;
        let text = "SELECT challenge FROM sessions WHERE workshop = $1 AND id = $2";
        let asked: Option<Option<String>> = query(text).bind(workshop).bind(session).optional(&mut *turn).await?;
        let text = "UPDATE sessions SET challenge = NULL WHERE workshop = $1 AND id = $2 AND challenge = $3";
        let Some(asked) = asked.flatten() else { return Ok(None) };
        let taken = query(text).bind(workshop).bind(session).bind(asked.as_str()).execute(&mut *turn).await?;
        turn.commit().await?;
        Ok((taken > 0).then_some(asked))
    }

    /// Keeps what a passkey must answer to take the second step that is waited for, in place of one before it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn ask(&self, waiting: &Secret, challenge: &str) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE second_steps SET challenge = $2 WHERE token_hash = $1";
        query(text).bind(waiting.hash().as_str()).bind(challenge).execute(&mut *db).await?;
        Ok(())
    }

    /// What a passkey must answer there, once.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn asked(&self, waiting: &Secret) -> Result<Option<String>, StoreError> {
        let mut turn = self.pools.begin().await?;
        let hash = waiting.hash();
        let text = "SELECT challenge FROM second_steps WHERE token_hash = $1";
        let asked: Option<Option<String>> = query(text).bind(hash.as_str()).optional(&mut *turn).await?;
        let Some(asked) = asked.flatten() else { return Ok(None) };
        let text = "UPDATE second_steps SET challenge = NULL WHERE token_hash = $1 AND challenge = $2";
        let taken = query(text).bind(hash.as_str()).bind(asked.as_str()).execute(&mut *turn).await?;
        turn.commit().await?;
        Ok((taken > 0).then_some(asked))
    }

    /// Adds a passkey. The same one twice is one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn add(&self, workshop: WorkshopId, user: UserId, passkey: &KeptPasskey) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "INSERT INTO passkeys (workshop, account, id, name, passkey, made_at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (workshop, account, id) DO NOTHING";
        let added = query(text).bind(workshop).bind(user).bind(passkey.id.as_str()).bind(passkey.name.as_str());
        added.bind(passkey.passkey.as_str()).bind(passkey.made).execute(&mut *db).await?;
        Ok(())
    }

    /// It was used, and what is kept of it changed by that.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn was_used(&self, workshop: WorkshopId, user: UserId, passkey: &KeptPasskey) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE passkeys SET passkey = $4 WHERE workshop = $1 AND account = $2 AND id = $3";
        let used = query(text).bind(workshop).bind(user).bind(passkey.id.as_str()).bind(passkey.passkey.as_str());
        used.execute(&mut *db).await?;
        Ok(())
    }

    /// Takes a passkey away. `false` where it is not hers.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end(&self, workshop: WorkshopId, user: UserId, id: &str) -> Result<bool, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "DELETE FROM passkeys WHERE workshop = $1 AND account = $2 AND id = $3";
        Ok(query(text).bind(workshop).bind(user).bind(id).execute(&mut *db).await? > 0)
    }
}
