//! `petalwork invite`: a new link for a coordinator, where nobody who could make one remembers a password.

use super::init::print_invitation;
use super::public_url::{HERE, public_url};
use super::{Failure, workshop::Which};
use clap::Args;
use ledger::store::Store;

#[derive(Args, Debug)]
pub(super) struct Invite {
    #[command(flatten)]
    which: Which,
    /// How people reach the server, such as https://flowers.example.
    #[arg(long, env = "PETALWORK_PUBLIC_URL", default_value = HERE, value_parser = public_url)]
    public_url: String,
}

impl Invite {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let store = Store::open(database).await?;
        let workshop = self.which.find(&store).await?;
        print_invitation(&store, workshop.id, &workshop.name, &self.public_url).await?;
        store.close().await;
        Ok(())
    }
}
