//! Workers' cards. The code is kept as it is, for the card must print again; to come in, the PIN is needed too, and only its
//! hash is kept.

use super::known_phone::forget_phones;
use super::{CardCode, Cards};
use crate::store::cell::Cell;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::sql::rows;
use crate::store::table::PARAMETERS;
use crate::store::{StoreError, Workshop};
use crate::values::ids::{WorkerId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// A worker's card, to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub worker: WorkerId,
    pub number: String,
    pub name: String,
    /// None where no card was made yet.
    pub code: Option<CardCode>,
    /// Whether she has set a PIN.
    pub has_pin: bool,
}

/// Whose card it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardHolder {
    pub workshop: Workshop,
    pub worker: WorkerId,
    pub name: Name,
    /// None where the PIN is still to be chosen.
    pub pin_hash: Option<String>,
    /// When it was chosen for this card; none where that is not known.
    pub pin_at: Option<DateTime<Utc>>,
    /// When she last chose one by a number that a coordinator let her have.
    pub renewed_at: Option<DateTime<Utc>>,
}

impl Cards<'_> {
    /// The cards of the workers who take work, by their numbers.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn cards(&self, workshop: WorkshopId) -> Result<Vec<Card>, StoreError> {
        let text = "SELECT k.id, k.number, k.name, c.code, CASE WHEN c.pin_hash IS NULL THEN 0 ELSE 1 END \
             FROM workers k LEFT JOIN cards c ON c.workshop = k.workshop AND c.worker = k.id \
             WHERE k.workshop = $1 AND k.active = 1 ORDER BY k.number, k.id";
        query(text).bind(workshop).all(&self.pools.access).await
    }

    /// Makes cards for all workers of the workshop who have none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn make_cards(&self, workshop: WorkshopId) -> Result<(), StoreError> {
        let mut turn = self.pools.begin().await?;
        let text = "SELECT id FROM workers k WHERE workshop = $1 \
             AND NOT EXISTS (SELECT 1 FROM cards c WHERE c.workshop = k.workshop AND c.worker = k.id)";
        let missing: Vec<WorkerId> = query(text).bind(workshop).all(&mut *turn).await?;
        for chunk in missing.chunks(PARAMETERS / 3) {
            let values = rows(1, chunk.len(), 3);
            let text = format!("INSERT INTO cards (workshop, worker, code) VALUES {values} ON CONFLICT DO NOTHING");
            let mut cards: Vec<Cell> = Vec::with_capacity(3 * chunk.len());
            for worker in chunk {
                cards.extend([workshop.into(), (*worker).into(), CardCode::new()?.as_str().into()]);
            }
            query(text).bind_all(cards).execute(&mut *turn).await?;
        }
        turn.commit().await
    }

    /// Whose card has that code.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn card_holder(&self, code: &CardCode) -> Result<Option<CardHolder>, StoreError> {
        let text = "SELECT workshop, worker FROM cards WHERE code = $1";
        let found = query(text).bind(code.as_str()).optional(&self.pools.access).await?;
        let Some((workshop, worker)) = found else { return Ok(None) };
        self.card_of(workshop, worker).await
    }

    /// The card of that worker.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn card_of(&self, workshop: WorkshopId, worker: WorkerId) -> Result<Option<CardHolder>, StoreError> {
        let text = "SELECT w.id, w.name, w.demo, k.id, k.name, c.pin_hash, c.pin_at, c.renewed_at FROM cards c JOIN workshops w ON w.id = c.workshop \
             JOIN workers k ON k.workshop = c.workshop AND k.id = c.worker WHERE c.workshop = $1 AND c.worker = $2";
        query(text).bind(workshop).bind(worker).optional(&self.pools.access).await
    }

    /// Sets another PIN, for one who knows the one before.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn set_pin(&self, workshop: WorkshopId, worker: WorkerId, hash: &str) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE cards SET pin_hash = $3 WHERE workshop = $1 AND worker = $2";
        query(text).bind(workshop).bind(worker).bind(hash).execute(&mut *db).await?;
        Ok(())
    }

    /// Keeps the same PIN by another hash, unless she chose another meanwhile.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn renew_pin_hash(
        &self,
        workshop: WorkshopId,
        worker: WorkerId,
        before: &str,
        hash: &str,
    ) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE cards SET pin_hash = $4 WHERE workshop = $1 AND worker = $2 AND pin_hash = $3";
        query(text).bind(workshop).bind(worker).bind(before).bind(hash).execute(&mut *db).await?;
        Ok(())
    }
}

/// Gives a worker a new card: the old one, its PIN, her sessions and what her phones hold are worth nothing from now on.
pub(super) async fn replace(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    worker: WorkerId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let text = "INSERT INTO cards (workshop, worker, code) VALUES ($1, $2, $3) \
         ON CONFLICT (workshop, worker) DO UPDATE SET code = excluded.code, pin_hash = NULL, pin_at = NULL, \
         number_hash = NULL, number_until = NULL, renewed_at = NULL";
    query(text).bind(workshop).bind(worker).bind(CardCode::new()?.as_str()).execute(&mut *db).await?;
    forget_phones(db, workshop, worker, at).await
}

/// Takes a worker's card away, ends her sessions and forgets her phones. `false` when she has none.
pub(super) async fn end(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    worker: WorkerId,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let text = "DELETE FROM cards WHERE workshop = $1 AND worker = $2";
    let ended = query(text).bind(workshop).bind(worker).execute(&mut *db).await? > 0;
    forget_phones(db, workshop, worker, at).await?;
    Ok(ended)
}

/// Sets a PIN where there is none yet. `false` when there is one already, or no card.
pub(super) async fn set_first_pin(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    worker: WorkerId,
    hash: &str,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let text = "UPDATE cards SET pin_hash = $3, pin_at = $4 WHERE workshop = $1 AND worker = $2 AND pin_hash IS NULL";
    Ok(query(text).bind(workshop).bind(worker).bind(hash).bind(at).execute(db).await? > 0)
}

from_row!(Card { worker, number, name, code, has_pin });

from_row!(CardHolder { workshop, worker, name, pin_hash, pin_at, renewed_at });
