//! Which workshop a command is about.

use super::Failure;
use clap::Args;
use ledger::store::{Store, Workshop};

#[derive(Args, Debug)]
pub(super) struct Which {
    /// The workshop's name; not needed where there is only one.
    #[arg(long, value_name = "NAME")]
    workshop: Option<String>,
}

impl Which {
    /// Whether one was named.
    pub(super) const fn is_named(&self) -> bool {
        self.workshop.is_some()
    }

    /// The workshop that is meant.
    pub(super) async fn find(&self, store: &Store) -> Result<Workshop, Failure> {
        let all = store.workshops().await?;
        let names = || all.iter().map(|workshop| workshop.name.as_str()).collect::<Vec<_>>().join(", ");
        let mut meant =
            all.iter().filter(|workshop| self.workshop.as_ref().is_none_or(|name| workshop.name.as_str() == name));
        match (meant.next(), meant.next()) {
            (Some(workshop), None) => Ok(workshop.clone()),
            (None, _) if all.is_empty() => {
                Err(Failure::one("there is no workshop yet: create one with `petalwork init --name NAME`"))
            }
            (None, _) => Err(Failure::one(format!("there is no workshop of that name; there are: {}", names()))),
            (Some(_), Some(_)) if self.workshop.is_some() => {
                Err(Failure::one("two workshops have that name: rename one of them"))
            }
            (Some(_), Some(_)) => Err(Failure::one(format!(
                "there are several workshops: name one with --workshop; there are: {}",
                names()
            ))),
        }
    }
}
