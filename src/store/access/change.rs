//! Changes of who may come in: what changes is written down in the journal in the same transaction.

use super::Secret;
use super::{card, invitation, known_phone, link, user};
use crate::model::{Actor, ChangeAccess};
use crate::rules::refusal::{Refusal, Thing};
use crate::store::{Ask, Refused, Store};
use crate::values::ids::{EventId, WorkerId, WorkshopId};
use chrono::{DateTime, Utc};

/// A change of access on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessAsk {
    /// Made where the request began. The same id twice is one change.
    pub id: EventId,
    pub actor: Actor,
    pub change: ChangeAccess,
}

impl AccessAsk {
    pub(super) fn ask(&self) -> Ask {
        Ask { id: self.id, actor: self.actor, day: None, command: self.change.clone().into() }
    }
}

impl Store {
    /// Changes somebody's access at once, everywhere. Returns the secret of the link that resets a password, where it is
    /// that; asked again, the link before it works no more. A PIN is chosen by [`Store::choose_first_pin`], and another by
    /// [`Store::allow_new_pin`] and [`Store::renew_pin`].
    ///
    /// # Errors
    /// [`Refused`]: nothing was changed.
    pub async fn change_access(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        ask: AccessAsk,
    ) -> Result<Option<Secret>, Refused> {
        let mut writing = self.write(workshop, at).await?;
        let repeated = writing.receive(ask.ask()).await?.repeated;
        let db = writing.db();
        let (mut secret, mut is_there) = (None, true);
        match &ask.change {
            ChangeAccess::ResetPassword { account } => {
                secret = invitation::reset(db, workshop, account, at).await?;
                is_there = secret.is_some();
            }
            _ if repeated => {}
            ChangeAccess::ReplaceCard { worker } => card::replace(db, workshop, *worker, at).await?,
            ChangeAccess::EndCard { worker } => is_there = card::end(db, workshop, *worker, at).await?,
            ChangeAccess::ForgetPhones { worker } => known_phone::forget_phones(db, workshop, *worker, at).await?,
            ChangeAccess::MakeLink { firm } => link::make_firm_link(db, workshop, *firm, at).await?,
            ChangeAccess::EndLink { firm } => is_there = link::end_firm_link(db, workshop, *firm, at).await?,
            ChangeAccess::EndAccount { account } => is_there = user::end(db, workshop, account, at).await?,
            ChangeAccess::ChoosePin { .. } | ChangeAccess::AllowNewPin { .. } => is_there = false,
        }
        if !is_there {
            return Err(Refusal::unknown(Thing::Access).into());
        }
        writing.commit().await?;
        Ok(secret)
    }

    /// Sets the PIN of a worker's card where there is none yet. `false` when there is one already, or no card.
    ///
    /// # Errors
    /// [`Refused`]: nothing was changed.
    pub async fn choose_first_pin(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        id: EventId,
        worker: WorkerId,
        hash: &str,
    ) -> Result<bool, Refused> {
        let mut writing = self.write(workshop, at).await?;
        let ask = AccessAsk { id, actor: Actor::Worker { worker }, change: ChangeAccess::ChoosePin { worker } };
        writing.receive(ask.ask()).await?;
        let chosen = card::set_first_pin(writing.db(), workshop, worker, hash, at).await?;
        if chosen {
            writing.commit().await?;
        }
        Ok(chosen)
    }
}
