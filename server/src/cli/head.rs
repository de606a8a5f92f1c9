//! `petalwork head`: where a workshop's chain ends, to be kept elsewhere.

use super::Failure;
use super::workshop::Which;
use clap::Args;
use ledger::store::Store;

#[derive(Args, Debug)]
pub(super) struct Head {
    #[command(flatten)]
    which: Which,
}

impl Head {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let store = Store::open(database).await?;
        let workshop = self.which.find(&store).await?.id;
        println!("{}", store.read(workshop).await?.head().await?);
        store.close().await;
        Ok(())
    }
}
