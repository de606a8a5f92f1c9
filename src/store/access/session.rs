//! Sessions: a browser that somebody signed in with. The browser holds the secret, the database only its hash.

use super::{Secret, SecretHash, Sessions, name, stamp, time};
use crate::store::{StoreError, Workshop};
use crate::values::ids::{FirmId, UserId, WorkerId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

/// Whose session it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A coordinator or a firm's clerk, by password.
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

    const fn columns(self) -> (&'static str, i64) {
        match self {
            Self::User(id) => ("user", id.0),
            Self::Worker(id) => ("worker", id.0),
            Self::Firm(id) => ("firm", id.0),
        }
    }

    fn read(kind: &str, id: i64) -> Result<Self, StoreError> {
        match kind {
            "user" => Ok(Self::User(UserId(id))),
            "worker" => Ok(Self::Worker(WorkerId(id))),
            "firm" => Ok(Self::Firm(FirmId(id))),
            other => Err(StoreError::BadRow { table: "sessions".into(), what: other.to_owned() }),
        }
    }
}

impl Sessions<'_> {
    /// Opens a session; the secret is for the browser. Pay is shown until `pay_until`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn open_session(
        &self,
        workshop: WorkshopId,
        holder: Holder,
        browser: &SecretHash,
        at: DateTime<Utc>,
        pay_until: DateTime<Utc>,
    ) -> Result<Secret, StoreError> {
        let secret = Secret::new()?;
        let hash = secret.hash();
        let (kind, id) = holder.columns();
        let mut db = self.pools.writer().await?;
        let text = "INSERT INTO sessions \
             (token_hash, workshop, id, holder, holder_id, browser_hash, made_at, seen_at, expires_at, pay_until) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)";
        sqlx::query(text)
            .bind(hash.as_str())
            .bind(workshop.0)
            .bind(hash.number())
            .bind(kind)
            .bind(id)
            .bind(browser.as_str())
            .bind(stamp(at))
            .bind(stamp(at + holder.patience()))
            .bind(stamp(pay_until))
            .execute(&mut *db)
            .await?;
        Ok(secret)
    }

    /// The open session of that secret, with who holds it. Using it keeps it open.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn session(&self, secret: &Secret, at: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
        let hash = secret.hash();
        let text = "SELECT s.id, s.holder, s.holder_id, s.seen_at, s.pay_until, w.id, w.name, w.demo, \
                 u.name, u.firm, k.name, f.name, f.id \
             FROM sessions s JOIN workshops w ON w.id = s.workshop \
             LEFT JOIN users u ON s.holder = 'user' AND u.workshop = s.workshop AND u.id = s.holder_id \
             LEFT JOIN workers k ON s.holder = 'worker' AND k.workshop = s.workshop AND k.id = s.holder_id \
             LEFT JOIN firms f ON f.workshop = s.workshop \
                 AND f.id = CASE WHEN s.holder = 'firm' THEN s.holder_id ELSE u.firm END \
             WHERE s.token_hash = $1 AND s.expires_at > $2";
        let row = sqlx::query(text).bind(hash.as_str()).bind(stamp(at)).fetch_optional(&self.pools.access).await?;
        let Some(row) = row else { return Ok(None) };
        let Some(session) = session(&row)? else { return Ok(None) };
        if time("sessions", row.try_get(3)?)? + SEEN_EVERY <= at {
            let mut db = self.pools.writer().await?;
            sqlx::query("UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE token_hash = $1")
                .bind(hash.as_str())
                .bind(stamp(at))
                .bind(stamp(at + session.holder.patience()))
                .execute(&mut *db)
                .await?;
        }
        Ok(Some(session))
    }

    /// Whose session that was, though it may have ended by itself.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn past_holder(&self, secret: &Secret) -> Result<Option<(WorkshopId, Holder)>, StoreError> {
        let text = "SELECT workshop, holder, holder_id FROM sessions WHERE token_hash = $1";
        let row = sqlx::query(text).bind(secret.hash().as_str()).fetch_optional(&self.pools.access).await?;
        row.map(|row| Ok((WorkshopId(row.try_get(0)?), Holder::read(row.try_get(1)?, row.try_get(2)?)?))).transpose()
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
        let query = sqlx::query(text).bind(workshop.0).bind(kind).bind(id).bind(browser.as_str());
        Ok(query.fetch_optional(&self.pools.access).await?.is_some())
    }

    /// Shows pay in that session until then.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn open_pay(&self, workshop: WorkshopId, session: i64, until: DateTime<Utc>) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let query = sqlx::query("UPDATE sessions SET pay_until = $3 WHERE workshop = $1 AND id = $2");
        query.bind(workshop.0).bind(session).bind(stamp(until)).execute(&mut *db).await?;
        Ok(())
    }

    /// Ends the session of that secret, if there is one. Whose it was stays known for a while.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_session(&self, secret: &Secret, at: DateTime<Utc>) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let query = sqlx::query("UPDATE sessions SET expires_at = $2 WHERE token_hash = $1 AND expires_at > $2");
        query.bind(secret.hash().as_str().to_owned()).bind(stamp(at)).execute(&mut *db).await?;
        Ok(())
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
        let query = sqlx::query(text).bind(workshop.0).bind(kind).bind(id).bind(stamp(at)).bind(MOST);
        let read = |row: AnyRow| {
            let (made, seen) = (time("sessions", row.try_get(1)?)?, time("sessions", row.try_get(2)?)?);
            Ok(OpenSession { id: row.try_get(0)?, made, seen })
        };
        query.fetch_all(&self.pools.access).await?.into_iter().map(read).collect()
    }
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
    let query = sqlx::query(text).bind(workshop.0).bind(kind).bind(id).bind(except.unwrap_or(-1));
    query.bind(stamp(at)).execute(db).await?;
    Ok(())
}

/// A session as its row says; none when whoever held it is gone.
fn session(row: &AnyRow) -> Result<Option<Session>, StoreError> {
    let holder = Holder::read(row.try_get(1)?, row.try_get(2)?)?;
    let text = |column: usize| row.try_get::<Option<String>, _>(column);
    let called = |table, text: Option<String>| text.map(|text| name(table, &text)).transpose();
    let firm = row.try_get::<Option<i64>, _>(12)?.map(FirmId);
    let holder_name = match holder {
        Holder::User(user) => match (called("users", text(8)?)?, row.try_get::<Option<i64>, _>(9)?) {
            (Some(name), None) => Some(HolderName::Coordinator { user, name }),
            (Some(_), Some(_)) => {
                called("firms", text(11)?)?.zip(firm).map(|(name, firm)| HolderName::Firm { firm, name })
            }
            (None, _) => None,
        },
        Holder::Worker(worker) => called("workers", text(10)?)?.map(|name| HolderName::Worker { worker, name }),
        Holder::Firm(firm) => called("firms", text(11)?)?.map(|name| HolderName::Firm { firm, name }),
    };
    let Some(holder_name) = holder_name else { return Ok(None) };
    let workshop = Workshop {
        id: WorkshopId(row.try_get(5)?),
        name: name("workshops", row.try_get(6)?)?,
        demo: row.try_get::<i64, _>(7)? != 0,
    };
    let pay_until = time("sessions", row.try_get(4)?)?;
    Ok(Some(Session { id: row.try_get(0)?, workshop, holder, name: holder_name, pay_until }))
}
