//! The number by which a worker who forgot her PIN chooses another. A coordinator lets her have it; what she chooses stays hers alone.

use super::session::end_sessions;
use super::{AccessAsk, Cards, Holder};
use crate::model::{Actor, ChangeAccess};
use crate::rules::refusal::{Refusal, Thing};
use crate::store::query::query;
use crate::store::{Refused, Store, StoreError};
use crate::values::ids::{EventId, WorkerId, WorkshopId};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AnyConnection;

/// So long it works.
pub const NUMBER_LASTS: TimeDelta = TimeDelta::minutes(10);

/// So often one may be tried.
const MOST_TRIES: i64 = 5;

impl Store {
    /// Lets a worker choose another PIN by a number, which only its hash is kept of; one from before works no more.
    ///
    /// # Errors
    /// [`Refused`], also where she has no PIN yet: then her card is enough. Nothing was changed.
    pub async fn allow_new_pin(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        id: EventId,
        actor: Actor,
        worker: WorkerId,
        number_hash: &str,
    ) -> Result<(), Refused> {
        let mut writing = self.write(workshop, at).await?;
        let ask = AccessAsk { id, actor, change: ChangeAccess::AllowNewPin { worker } };
        writing.receive(ask.ask()).await?;
        let text = "UPDATE cards SET number_hash = $3, number_until = $4, number_tries = 0 \
             WHERE workshop = $1 AND worker = $2 AND pin_hash IS NOT NULL";
        let set = query(text).bind(workshop).bind(worker).bind(number_hash).bind(at + NUMBER_LASTS);
        if set.execute(writing.db()).await? == 0 {
            return Err(Refusal::unknown(Thing::Access).into());
        }
        writing.commit().await?;
        Ok(())
    }

    /// Sets the PIN that she chose by the number with that hash, and ends all her sessions. `false` when the number was used, replaced or
    /// ran out.
    ///
    /// # Errors
    /// [`Refused`]: nothing was changed.
    pub async fn renew_pin(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        id: EventId,
        worker: WorkerId,
        number_hash: &str,
        pin_hash: &str,
    ) -> Result<bool, Refused> {
        let mut writing = self.write(workshop, at).await?;
        let ask = AccessAsk { id, actor: Actor::Worker { worker }, change: ChangeAccess::ChoosePin { worker } };
        writing.receive(ask.ask()).await?;
        let chosen = set_by_number(writing.db(), workshop, worker, number_hash, pin_hash, at).await?;
        if chosen {
            writing.commit().await?;
        }
        Ok(chosen)
    }
}

impl Cards<'_> {
    /// Counts a try with her number before it is looked at, and returns the hash of that number; none where there is none, or it was tried too
    /// often.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn try_number(
        &self,
        workshop: WorkshopId,
        worker: WorkerId,
        at: DateTime<Utc>,
    ) -> Result<Option<String>, StoreError> {
        let mut turn = self.pools.begin().await?;
        let text = "UPDATE cards SET number_tries = number_tries + 1 \
             WHERE workshop = $1 AND worker = $2 AND number_hash IS NOT NULL AND number_until > $3 AND number_tries < $4";
        let counted = query(text).bind(workshop).bind(worker).bind(at).bind(MOST_TRIES).execute(&mut *turn).await?;
        if counted == 0 {
            return Ok(None);
        }
        let text = "SELECT number_hash FROM cards WHERE workshop = $1 AND worker = $2";
        let hash: Option<String> = query(text).bind(workshop).bind(worker).one(&mut *turn).await?;
        turn.commit().await?;
        Ok(hash)
    }
}

async fn set_by_number(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    worker: WorkerId,
    number_hash: &str,
    pin_hash: &str,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let text = "UPDATE cards SET pin_hash = $4, pin_at = $5, renewed_at = $5, number_hash = NULL, number_until = NULL \
         WHERE workshop = $1 AND worker = $2 AND number_hash = $3 AND number_until > $5";
    let set = query(text).bind(workshop).bind(worker).bind(number_hash).bind(pin_hash).bind(at);
    if set.execute(&mut *db).await? == 0 {
        return Ok(false);
    }
    end_sessions(db, workshop, Holder::Worker(worker), None, at).await?;
    Ok(true)
}
