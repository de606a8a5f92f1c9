//! `petalwork end-account`: ends somebody's access, where no coordinator can or may.

use super::Failure;
use super::reset_password::find;
use clap::Args;
use ledger::model::{Account, Actor, ChangeAccess};
use ledger::store::Store;
use ledger::store::access::AccessAsk;
use ledger::values::clock::{Clock, SystemClock};
use ledger::values::ids::EventId;
use uuid::Uuid;

#[derive(Args, Debug)]
pub(super) struct EndAccount {
    /// The phone number that she signs in with.
    phone: String,
}

impl EndAccount {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let store = Store::open(database).await?;
        let user = find(&store, &self.phone).await?;
        let account = Account { user: user.id, name: user.name.clone(), firm: user.firm };
        let ask = AccessAsk {
            id: EventId(Uuid::new_v4()),
            actor: Actor::Operator,
            change: ChangeAccess::EndAccount { account },
        };
        store.change_access(user.workshop, SystemClock.now(), ask).await.map_err(Failure::one)?;
        store.close().await;
        println!("{} is signed out everywhere, and signs in no more.", user.name);
        Ok(())
    }
}
