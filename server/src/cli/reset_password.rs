//! `petalwork reset-password`: a link by which somebody chooses another password, where nobody else may make one.

use super::Failure;
use super::init::HERE;
use clap::Args;
use ledger::model::{Account, Actor, ChangeAccess};
use ledger::store::Store;
use ledger::store::access::{AccessAsk, Phone, User};
use ledger::values::clock::{Clock, SystemClock};
use ledger::values::ids::EventId;
use uuid::Uuid;

#[derive(Args, Debug)]
pub(super) struct ResetPassword {
    /// The phone number that she signs in with.
    phone: String,
    /// How people reach the server, such as https://flowers.example.
    #[arg(long, env = "PETALWORK_PUBLIC_URL", default_value = HERE, value_parser = super::serve::public_url)]
    public_url: String,
}

impl ResetPassword {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let store = Store::open(database).await?;
        let user = find(&store, &self.phone).await?;
        let account = Account { user: user.id, name: user.name.clone(), firm: user.firm };
        let change = ChangeAccess::ResetPassword { account };
        let ask = AccessAsk { id: EventId(Uuid::new_v4()), actor: Actor::Operator, change };
        let secret = store.change_access(user.workshop, SystemClock.now(), ask).await.map_err(Failure::one)?;
        let secret = secret.ok_or_else(|| Failure::one("her account has ended"))?;
        store.close().await;
        println!("{} chooses another password with this link, once, within seven days:", user.name);
        println!("{}/set-up/{}", self.public_url.trim_end_matches('/'), secret.reveal());
        Ok(())
    }
}

/// Who signs in with that number.
pub(super) async fn find(store: &Store, phone: &str) -> Result<User, Failure> {
    let phone = Phone::parse(phone).map_err(|_| Failure::one("this is no phone number"))?;
    let found = store.users().user_by_phone(&phone).await?;
    found.ok_or_else(|| Failure::one("nobody signs in with that number: check it; workers have a card instead"))
}
