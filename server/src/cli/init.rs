//! `petalwork init`: a workshop, and the link by which its coordinator makes her account.

use super::Failure;
use super::public_url::{HERE, public_url, set_up};
use clap::Args;
use ledger::model::Role;
use ledger::store::Store;
use ledger::values::clock::{Clock, SystemClock};
use ledger::values::ids::WorkshopId;
use ledger::values::text::{BadText, Name};

#[derive(Args, Debug)]
pub(super) struct Init {
    /// The workshop's name.
    #[arg(long)]
    name: String,
    /// How people will reach the server, such as https://flowers.example.
    #[arg(long, env = "PETALWORK_PUBLIC_URL", default_value = HERE, value_parser = public_url)]
    public_url: String,
}

impl Init {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let name = Name::parse(&self.name).map_err(|bad| {
            Failure::one(match bad {
                BadText::Empty => "the name is empty: give it with --name",
                BadText::TooLong => "the name is too long: at most 60 characters",
                BadText::Control => "the name has hidden characters: type it again",
            })
        })?;
        let store = Store::open(database).await?;
        let workshop = workshop(&store, &name).await?;
        print_invitation(&store, workshop, &name, &self.public_url).await?;
        store.close().await;
        Ok(())
    }
}

/// A new workshop of that name; or one that nobody has an account of yet, whose link may have been lost.
async fn workshop(store: &Store, name: &Name) -> Result<WorkshopId, Failure> {
    let named: Vec<_> = store.workshops().await?.into_iter().filter(|workshop| workshop.name == *name).collect();
    for workshop in &named {
        if !workshop.demo && store.users().users(workshop.id).await?.is_empty() {
            return Ok(workshop.id);
        }
    }
    if !named.is_empty() {
        return Err(Failure::one(format!(
            "there is a workshop {name} already: choose another name, or invite a coordinator with `petalwork invite`"
        )));
    }
    Ok(store.make_workshop(name, false, SystemClock.now()).await?)
}

/// Makes an invitation and prints where it leads.
pub(super) async fn print_invitation(
    store: &Store,
    workshop: WorkshopId,
    name: &Name,
    public_url: &str,
) -> Result<(), Failure> {
    let secret = store.invitations().invite(workshop, Role::Coordinator, SystemClock.now()).await?;
    println!("{name}");
    println!("Create the coordinator's account with this link, once, within seven days:");
    println!("{}", set_up(public_url, &secret));
    Ok(())
}
