//! Phones that a worker gave her PIN on. The browser holds a secret, the database only its hash; with it and her PIN she comes in without
//! her card.

use super::session::end_sessions;
use super::{Holder, KnownPhones, Secret, SecretHash};
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::{StoreError, Workshop};
use crate::values::ids::{WorkerId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AnyConnection;

/// A phone that is known, found by the secret that it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPhone {
    /// Tells it from others of its workshop; not the secret.
    pub id: i64,
    pub workshop: Workshop,
    pub worker: WorkerId,
    /// Hers.
    pub name: Name,
    /// When she last gave her PIN on it.
    pub seen: DateTime<Utc>,
    /// The secret that the browser sent.
    pub secret: Secret,
}

/// A phone in a list of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneOfHers {
    pub id: i64,
    pub kind: PhoneKind,
    pub made: DateTime<Utc>,
    pub seen: DateTime<Utc>,
}

/// What a phone is, as far as its browser tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PhoneKind {
    Android,
    Harmony,
    Apple,
    Computer,
    #[default]
    Unknown,
}

impl KnownPhone {
    /// Wrong PINs in a row after which it is forgotten, and the card is needed.
    pub const MOST_FAILURES: i64 = 10;

    /// For so long it is known without her PIN.
    pub const PATIENCE: TimeDelta = TimeDelta::days(400);

    /// So many know one worker: with another, the one unused for longest is forgotten.
    pub const MOST: usize = 10;

    /// Whether it knows that worker.
    #[must_use]
    pub fn is_of(&self, workshop: WorkshopId, worker: WorkerId) -> bool {
        (self.workshop.id, self.worker) == (workshop, worker)
    }
}

impl PhoneKind {
    /// As it is kept, and the end of the key of its words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Android => "android",
            Self::Harmony => "harmony",
            Self::Apple => "apple",
            Self::Computer => "computer",
            Self::Unknown => "unknown",
        }
    }
}

impl FromRow for PhoneKind {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let all = [Self::Android, Self::Harmony, Self::Apple, Self::Computer, Self::Unknown];
        columns.code(|code| all.into_iter().find(|kind| kind.code() == code))
    }
}

impl KnownPhones<'_> {
    /// Whose phone holds that secret. None where it ran out, or where she has no PIN or takes no work any more: then her card is needed.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn found(&self, secret: &Secret, at: DateTime<Utc>) -> Result<Option<KnownPhone>, StoreError> {
        let hash = secret.hash();
        let text = "SELECT workshop, id, worker, seen_at, former_hash FROM known_phones \
             WHERE (secret_hash = $1 OR former_hash = $1) AND expires_at > $2 AND failures < $3";
        let mut db = self.pools.access.acquire().await?;
        let found = query(text).bind(hash.as_str()).bind(at).bind(KnownPhone::MOST_FAILURES).optional(&mut *db).await?;
        let Some((workshop, id, worker, seen, former)) = found else { return Ok(None) };
        let (workshop, worker, former): (WorkshopId, WorkerId, Option<String>) = (workshop, worker, former);
        let text = "SELECT w.id, w.name, w.demo, k.name FROM cards c JOIN workshops w ON w.id = c.workshop \
             JOIN workers k ON k.workshop = c.workshop AND k.id = c.worker \
             WHERE c.workshop = $1 AND c.worker = $2 AND c.pin_hash IS NOT NULL AND k.active = 1";
        let whose: Option<(Workshop, Name)> = query(text).bind(workshop).bind(worker).optional(&mut *db).await?;
        drop(db);
        let Some((workshop, name)) = whose else { return Ok(None) };
        if former.is_some_and(|former| former != hash.as_str()) {
            // The browser has the new secret: the one before it is worth nothing any more.
            let mut db = self.pools.writer().await?;
            let text =
                "UPDATE known_phones SET former_hash = NULL WHERE workshop = $1 AND id = $2 AND secret_hash = $3";
            query(text).bind(workshop.id).bind(id).bind(hash.as_str()).execute(&mut *db).await?;
        }
        Ok(Some(KnownPhone { id, workshop, worker, name, seen, secret: secret.clone() }))
    }

    /// She gave her PIN on this phone: it is known from now on, by a new secret for the browser. `before` is how it was known.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn remember(
        &self,
        workshop: WorkshopId,
        worker: WorkerId,
        before: Option<&KnownPhone>,
        browser: &SecretHash,
        kind: PhoneKind,
        at: DateTime<Utc>,
    ) -> Result<Secret, StoreError> {
        let secret = Secret::new()?;
        let hash = secret.hash();
        let ends = at + KnownPhone::PATIENCE;
        let mut turn = self.pools.begin().await?;
        if let Some(before) = before {
            let text = "UPDATE known_phones SET former_hash = $4, secret_hash = $5, browser_hash = $6, kind = $7, failures = 0, \
                 seen_at = $8, expires_at = $9 \
                 WHERE workshop = $1 AND id = $2 AND worker = $3 AND (secret_hash = $4 OR former_hash = $4)";
            let renewed = query(text).bind(workshop).bind(before.id).bind(worker).bind(before.secret.hash().as_str());
            let renewed = renewed.bind(hash.as_str()).bind(browser.as_str()).bind(kind.code()).bind(at).bind(ends);
            if renewed.execute(&mut *turn).await? > 0 {
                turn.commit().await?;
                return Ok(secret);
            }
        }
        let text = "INSERT INTO known_phones \
             (secret_hash, workshop, id, worker, browser_hash, kind, failures, made_at, seen_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $7, $8)";
        let made = query(text).bind(hash.as_str()).bind(workshop).bind(hash.number()).bind(worker);
        made.bind(browser.as_str()).bind(kind.code()).bind(at).bind(ends).execute(&mut *turn).await?;
        let text = "SELECT id FROM known_phones WHERE workshop = $1 AND worker = $2 ORDER BY seen_at DESC, id";
        let hers: Vec<i64> = query(text).bind(workshop).bind(worker).all(&mut *turn).await?;
        for id in hers.into_iter().filter(|id| *id != hash.number()).skip(KnownPhone::MOST - 1) {
            let text = "DELETE FROM known_phones WHERE workshop = $1 AND id = $2";
            query(text).bind(workshop).bind(id).execute(&mut *turn).await?;
        }
        turn.commit().await?;
        Ok(secret)
    }

    /// Counts a PIN on that phone as wrong before it is looked at, so that many at once are counted too. `false` where there were too many:
    /// then it must not be looked at.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn count_try(&self, phone: &KnownPhone) -> Result<bool, StoreError> {
        let text = "UPDATE known_phones SET failures = failures + 1 WHERE workshop = $1 AND id = $2 AND failures < $3";
        let mut db = self.pools.writer().await?;
        let counted = query(text).bind(phone.workshop.id).bind(phone.id).bind(KnownPhone::MOST_FAILURES);
        Ok(counted.execute(&mut *db).await? > 0)
    }

    /// The PIN was not looked at after all.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn take_back(&self, phone: &KnownPhone) -> Result<(), StoreError> {
        let text = "UPDATE known_phones SET failures = failures - 1 WHERE workshop = $1 AND id = $2 AND failures > 0";
        let mut db = self.pools.writer().await?;
        query(text).bind(phone.workshop.id).bind(phone.id).execute(&mut *db).await?;
        Ok(())
    }

    /// Forgets that phone where too many PINs were wrong. Whether it did.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_guessed(&self, phone: &KnownPhone) -> Result<bool, StoreError> {
        let text = "DELETE FROM known_phones WHERE workshop = $1 AND id = $2 AND failures >= $3";
        let mut db = self.pools.writer().await?;
        let forgotten = query(text).bind(phone.workshop.id).bind(phone.id).bind(KnownPhone::MOST_FAILURES);
        Ok(forgotten.execute(&mut *db).await? > 0)
    }

    /// Forgets one phone of hers, and ends what she has open on it. `false` where it is not hers, or not known any more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget(
        &self,
        workshop: WorkshopId,
        worker: WorkerId,
        id: i64,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut turn = self.pools.begin().await?;
        let text = "SELECT browser_hash FROM known_phones WHERE workshop = $1 AND worker = $2 AND id = $3";
        let browser: Option<String> = query(text).bind(workshop).bind(worker).bind(id).optional(&mut *turn).await?;
        let Some(browser) = browser else { return Ok(false) };
        let text = "DELETE FROM known_phones WHERE workshop = $1 AND worker = $2 AND id = $3";
        query(text).bind(workshop).bind(worker).bind(id).execute(&mut *turn).await?;
        let text = "UPDATE sessions SET expires_at = $4 WHERE workshop = $1 AND holder = 'worker' AND holder_id = $2 \
             AND browser_hash = $3 AND expires_at > $4";
        query(text).bind(workshop).bind(worker).bind(browser).bind(at).execute(&mut *turn).await?;
        turn.commit().await?;
        Ok(true)
    }

    /// Forgets all phones of hers, and ends all that she has open.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_all(
        &self,
        workshop: WorkshopId,
        worker: WorkerId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut turn = self.pools.begin().await?;
        forget_phones(&mut turn, workshop, worker, at).await?;
        turn.commit().await
    }

    /// The phones that know her, the latest used first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn of_worker(
        &self,
        workshop: WorkshopId,
        worker: WorkerId,
        at: DateTime<Utc>,
    ) -> Result<Vec<PhoneOfHers>, StoreError> {
        let text = "SELECT id, kind, made_at, seen_at FROM known_phones \
             WHERE workshop = $1 AND worker = $2 AND expires_at > $3 ORDER BY seen_at DESC, id";
        query(text).bind(workshop).bind(worker).bind(at).all(&self.pools.access).await
    }
}

from_row!(PhoneOfHers { id, kind, made, seen });

/// Forgets all phones of a worker, and ends her sessions.
pub(super) async fn forget_phones(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    worker: WorkerId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let text = "DELETE FROM known_phones WHERE workshop = $1 AND worker = $2";
    query(text).bind(workshop).bind(worker).execute(&mut *db).await?;
    end_sessions(db, workshop, Holder::Worker(worker), None, at).await
}
