//! `petalwork end-account`: ends somebody's access, where no coordinator can or may.

use super::Failure;
use super::account::Whose;
use clap::Args;
use ledger::model::ChangeAccess;

#[derive(Args, Debug)]
pub(super) struct EndAccount {
    #[command(flatten)]
    whose: Whose,
}

impl EndAccount {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let (name, _) = self.whose.change(database, false, |account| ChangeAccess::EndAccount { account }).await?;
        println!("{name} is signed out everywhere, and signs in no more.");
        Ok(())
    }
}
