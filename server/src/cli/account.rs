//! Whose account a command changes.

use super::Failure;
use clap::Args;
use ledger::model::{Account, Actor, ChangeAccess};
use ledger::store::Store;
use ledger::store::access::{AccessAsk, Phone, Secret};
use ledger::values::clock::{Clock, SystemClock};
use ledger::values::ids::EventId;
use ledger::values::text::Name;
use uuid::Uuid;

#[derive(Args, Debug)]
pub(super) struct Whose {
    /// The phone number that she signs in with.
    phone: String,
}

impl Whose {
    /// Changes her access, as the one who runs the machine, and takes her second step away where that is said; returns her name, and the
    /// secret of a link where it makes one.
    pub(super) async fn change(
        &self,
        database: &str,
        second_step: bool,
        change: fn(Account) -> ChangeAccess,
    ) -> Result<(Name, Option<Secret>), Failure> {
        let phone = Phone::parse(&self.phone).map_err(|_| Failure::one("this is no phone number"))?;
        let store = Store::open(database).await?;
        let user =
            store.users().user_by_phone(&phone).await?.ok_or_else(|| {
                Failure::one("nobody signs in with that number: check it; workers have a card instead")
            })?;
        let ask = AccessAsk { id: EventId(Uuid::new_v4()), actor: Actor::Operator, change: change(user.account()) };
        let secret = store.change_access(user.workshop, SystemClock.now(), ask).await.map_err(Failure::one)?;
        if second_step {
            store.second_steps().end(user.workshop, user.id).await?;
        }
        store.close().await;
        Ok((user.name, secret))
    }
}
