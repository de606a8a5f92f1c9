//! Sessions: a browser that somebody signed in with. The browser holds the secret, the database only its hash.

use super::{Secret, SecretHash, Sessions};
use crate::model::Role;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::{StoreError, Workshop};
use crate::values::ids::{FirmId, Seq, UserId, WorkerId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AnyConnection;
use std::fmt;

/// Whose session it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// A coordinator, her helper or a firm's clerk, by password.
    User(UserId),
    /// A worker, by card and PIN.
    Worker(WorkerId),
    /// A firm, by its link.
    Firm(FirmId),
}

/// A session's holder, looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HolderName {
    Coordinator { user: UserId, name: Name },
    Helper { user: UserId, name: Name },
    Worker { worker: WorkerId, name: Name },
    Firm { firm: FirmId, name: Name },
}

/// A session that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Tells it from others; not the secret.
    pub id: i64,
    pub workshop: Workshop,
    pub holder: Holder,
    pub name: HolderName,
    /// Until when a worker's pay is shown without her PIN.
    pub pay_until: DateTime<Utc>,
    /// When its holder last gave a password or PIN in it.
    pub proved: DateTime<Utc>,
    /// The newest event of its workshop.
    pub newest: Seq,
}

/// A session in a list of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    pub id: i64,
    pub made: DateTime<Utc>,
    /// To the hour.
    pub seen: DateTime<Utc>,
}

/// A session is noted as seen at most once in that time: reading a page should not write.
const SEEN_EVERY: TimeDelta = TimeDelta::hours(1);

impl Holder {
    /// How long a session lasts that is not used.
    #[must_use]
    pub const fn patience(self) -> TimeDelta {
        match self {
            Self::User(_) | Self::Firm(_) => TimeDelta::days(14),
            // Her phone is hers, and what is pay needs the PIN again.
            Self::Worker(_) => TimeDelta::days(400),
        }
    }

    /// How long a session lasts at most, however much it is used.
    #[must_use]
    pub const fn longest(self) -> TimeDelta {
        match self {
            Self::User(_) | Self::Firm(_) => TimeDelta::days(90),
            Self::Worker(_) => TimeDelta::days(800),
        }
    }

    const fn columns(self) -> (&'static str, i64) {
        match self {
            Self::User(id) => ("user", id.0),
            Self::Worker(id) => ("worker", id.0),
            Self::Firm(id) => ("firm", id.0),
        }
    }
}

/// `user 3`: for logs, and to tell holders of one workshop apart.
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, id) = self.columns();
        write!(f, "{kind} {id}")
    }
}

/// Kind and id.
impl FromRow for Holder {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, id): (String, i64) = columns.next()?;
        match kind.as_str() {
            "user" => Ok(Self::User(UserId(id))),
            "worker" => Ok(Self::Worker(WorkerId(id))),
            "firm" => Ok(Self::Firm(FirmId(id))),
            _ => Err(StoreError::BadRow { table: "sessions".into(), what: kind }),
        }
    }
}

impl Sessions<'_> {
    /// Opens a session in place of the one with that secret, where the browser had one; the new secret is for the browser. Pay is shown
    /// until `pay_until`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn open_session(
        &self,
        workshop: WorkshopId,
        holder: Holder,
        browser: &SecretHash,
        old: Option<&Secret>,
        at: DateTime<Utc>,
        pay_until: DateTime<Utc>,
    ) -> Result<Secret, StoreError> {
        let secret = Secret::new()?;
        let hash = secret.hash();
        let (kind, id) = holder.columns();
        let mut turn = self.pools.begin().await?;
        if let Some(old) = old {
            end_session(&mut turn, old, at).await?;
        }
        let text = "INSERT INTO sessions \
             (token_hash, workshop, id, holder, holder_id, browser_hash, made_at, seen_at, expires_at, pay_until) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)";
        let opened = query(text).bind(hash.as_str()).bind(workshop).bind(hash.number()).bind(kind).bind(id);
        let opened = opened.bind(browser.as_str()).bind(at).bind(at + holder.patience()).bind(pay_until);
        opened.execute(&mut *turn).await?;
        turn.commit().await?;
        Ok(secret)
    }

    /// The open session of that secret, with who holds it. Using it keeps it open.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn session(&self, secret: &Secret, at: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
        let hash = secret.hash();
        let text = "SELECT s.made_at, s.seen_at, s.proved_at, s.former_hash, w.head_seq, \
             s.id, w.id, w.name, w.demo, s.holder, s.holder_id, s.pay_until, u.name, u.firm, COALESCE(u.helper, 0) \
             FROM sessions s JOIN workshops w ON w.id = s.workshop \
             LEFT JOIN users u ON s.holder = 'user' AND u.workshop = s.workshop AND u.id = s.holder_id AND u.ended_at IS NULL \
             WHERE (s.token_hash = $1 OR s.former_hash = $1) AND s.expires_at > $2";
        let mut db = self.pools.access.acquire().await?;
        let found = query(text).bind(hash.as_str()).bind(at).optional(&mut *db).await?;
        let Some((times, former, id, workshop, holder, pay_until, user)) = found else { return Ok(None) };
        let (made, seen, proved): (DateTime<Utc>, DateTime<Utc>, Option<DateTime<Utc>>) = times;
        let ((former, newest), workshop, holder): ((Option<String>, Seq), Workshop, Holder) =
            (former, workshop, holder);
        let Some(name) = called(&mut db, workshop.id, holder, user).await? else { return Ok(None) };
        drop(db);
        if seen + SEEN_EVERY <= at {
            let mut db = self.pools.writer().await?;
            let text = "UPDATE sessions SET seen_at = $3, expires_at = $4 WHERE workshop = $1 AND id = $2";
            let ends = (at + holder.patience()).min(made + holder.longest());
            query(text).bind(workshop.id).bind(id).bind(at).bind(ends).execute(&mut *db).await?;
        }
        if former.is_some_and(|former| former != hash.as_str()) {
            // The browser has the new token: the one before it is worth nothing any more.
            let mut db = self.pools.writer().await?;
            let text = "UPDATE sessions SET former_hash = NULL WHERE workshop = $1 AND id = $2 AND token_hash = $3";
            query(text).bind(workshop.id).bind(id).bind(hash.as_str()).execute(&mut *db).await?;
        }
        Ok(Some(Session { id, workshop, holder, name, pay_until, proved: proved.unwrap_or(made), newest }))
    }

    /// Gives a session another token, for its holder just gave her password or PIN in it: who took the one before gains nothing by
    /// that. The one before works until the browser comes with the new one, for the answer that brings it may be lost. Pay is shown
    /// until `pay_until`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn renew_session(
        &self,
        workshop: WorkshopId,
        session: i64,
        at: DateTime<Utc>,
        pay_until: DateTime<Utc>,
    ) -> Result<Secret, StoreError> {
        let secret = Secret::new()?;
        let mut db = self.pools.writer().await?;
        let text = "UPDATE sessions SET former_hash = COALESCE(former_hash, token_hash), token_hash = $3, proved_at = $4, \
             pay_until = $5 WHERE workshop = $1 AND id = $2";
        let renewed = query(text).bind(workshop).bind(session).bind(secret.hash().as_str()).bind(at).bind(pay_until);
        renewed.execute(&mut *db).await?;
        Ok(secret)
    }

    /// Ends one of somebody's sessions. `false` where it is not theirs, or has ended.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_own_session(
        &self,
        workshop: WorkshopId,
        holder: Holder,
        session: i64,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let (kind, id) = holder.columns();
        let mut db = self.pools.writer().await?;
        let text = "UPDATE sessions SET expires_at = $5 \
             WHERE workshop = $1 AND id = $2 AND holder = $3 AND holder_id = $4 AND expires_at > $5";
        let ended = query(text).bind(workshop).bind(session).bind(kind).bind(id).bind(at);
        Ok(ended.execute(&mut *db).await? > 0)
    }

    /// Whose session that was, though it may have ended by itself.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn past_holder(&self, secret: &Secret) -> Result<Option<(WorkshopId, Holder)>, StoreError> {
        let text = "SELECT workshop, holder, holder_id FROM sessions WHERE token_hash = $1 OR former_hash = $1";
        query(text).bind(secret.hash().as_str()).optional(&self.pools.access).await
    }

    /// Whether someone signed in with that browser before.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn knows_browser(
        &self,
        workshop: WorkshopId,
        holder: Holder,
        browser: &SecretHash,
    ) -> Result<bool, StoreError> {
        let (kind, id) = holder.columns();
        let text = "SELECT id FROM sessions \
             WHERE workshop = $1 AND holder = $2 AND holder_id = $3 AND browser_hash = $4 LIMIT 1";
        let known = query(text).bind(workshop).bind(kind).bind(id).bind(browser.as_str());
        Ok(known.optional::<i64>(&self.pools.access).await?.is_some())
    }

    /// Ends the session of that secret, if there is one. Whose it was stays known for a while.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_session(&self, secret: &Secret, at: DateTime<Utc>) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        end_session(&mut db, secret, at).await
    }

    /// Ends all sessions of someone, except one where that is named.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_sessions(
        &self,
        workshop: WorkshopId,
        holder: Holder,
        except: Option<i64>,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        end_sessions(&mut db, workshop, holder, except, at).await
    }

    /// Where someone is signed in, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn open_sessions(
        &self,
        workshop: WorkshopId,
        holder: Holder,
        at: DateTime<Utc>,
    ) -> Result<Vec<OpenSession>, StoreError> {
        const MOST: i64 = 50;
        let (kind, id) = holder.columns();
        let text = "SELECT id, made_at, seen_at FROM sessions \
             WHERE workshop = $1 AND holder = $2 AND holder_id = $3 AND expires_at > $4 ORDER BY seen_at DESC LIMIT $5";
        query(text).bind(workshop).bind(kind).bind(id).bind(at).bind(MOST).all(&self.pools.access).await
    }
}

from_row!(OpenSession { id, made, seen });

/// Ends the session of that secret, if there is one.
async fn end_session(db: &mut AnyConnection, secret: &Secret, at: DateTime<Utc>) -> Result<(), StoreError> {
    let text = "UPDATE sessions SET expires_at = $2 WHERE (token_hash = $1 OR former_hash = $1) AND expires_at > $2";
    query(text).bind(secret.hash().as_str()).bind(at).execute(db).await?;
    Ok(())
}

/// Ends all sessions of someone, but one.
pub(super) async fn end_sessions(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    holder: Holder,
    except: Option<i64>,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (kind, id) = holder.columns();
    let text = "UPDATE sessions SET expires_at = $5 \
         WHERE workshop = $1 AND holder = $2 AND holder_id = $3 AND id <> $4 AND expires_at > $5";
    let ended = query(text).bind(workshop).bind(kind).bind(id).bind(except.unwrap_or(-1)).bind(at);
    ended.execute(db).await?;
    Ok(())
}

/// What a session's holder is called; `None` when they are gone. Of a user, name and role are known already.
async fn called(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    holder: Holder,
    user: (Option<Name>, Role),
) -> Result<Option<HolderName>, StoreError> {
    let firm = match (holder, user) {
        (Holder::User(_), (None, _)) => return Ok(None),
        (Holder::User(user), (Some(name), Role::Coordinator)) => {
            return Ok(Some(HolderName::Coordinator { user, name }));
        }
        (Holder::User(user), (Some(name), Role::Helper)) => return Ok(Some(HolderName::Helper { user, name })),
        (Holder::Worker(worker), _) => {
            let text = "SELECT name FROM workers WHERE workshop = $1 AND id = $2";
            let name: Option<Name> = query(text).bind(workshop).bind(worker).optional(db).await?;
            return Ok(name.map(|name| HolderName::Worker { worker, name }));
        }
        (Holder::User(_), (Some(_), Role::Clerk(firm))) | (Holder::Firm(firm), _) => firm,
    };
    let text = "SELECT name FROM firms WHERE workshop = $1 AND id = $2";
    let name: Option<Name> = query(text).bind(workshop).bind(firm).optional(db).await?;
    Ok(name.map(|name| HolderName::Firm { firm, name }))
}
