//! `petalwork reset-password`: a link by which somebody chooses another password, where nobody else may make one.

use super::Failure;
use super::account::Whose;
use super::public_url::{HERE, public_url, set_up};
use clap::Args;
use ledger::model::ChangeAccess;

#[derive(Args, Debug)]
pub(super) struct ResetPassword {
    #[command(flatten)]
    whose: Whose,
    /// Ends her second step too: she lost her phone and her codes on paper.
    #[arg(long)]
    second_step: bool,
    /// How people reach the server, such as https://flowers.example.
    #[arg(long, env = "PETALWORK_PUBLIC_URL", default_value = HERE, value_parser = public_url)]
    public_url: String,
}

impl ResetPassword {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let (name, secret) =
            self.whose.change(database, self.second_step, |account| ChangeAccess::ResetPassword { account }).await?;
        let secret = secret.ok_or_else(|| Failure::one("her account has ended"))?;
        println!("{name} chooses another password with this link, once, within seven days:");
        println!("{}", set_up(&self.public_url, &secret));
        Ok(())
    }
}
