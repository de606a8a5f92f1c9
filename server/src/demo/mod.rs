//! The demo: a made-up village of two months, imported as a real one would be. Never beside real books.

mod days;
mod trade;
mod waiting;

use app::auth::MakeDemo;
use app::request::Problem;
use chrono::Duration;
use ledger::Refusal;
use ledger::import::{File, Kind};
use ledger::model::Actor;
use ledger::store::{Import, Store, StoreError};
use ledger::values::clock::Clock;
use ledger::values::ids::WorkshopId;
use ledger::values::text::{BadText, Name};

/// The village's files, in the order in which a new village needs them.
const FILES: [(Kind, &[u8]); 4] = [
    (Kind::Styles, include_bytes!("../../../demo/styles.csv")),
    (Kind::Workers, include_bytes!("../../../demo/workers.csv")),
    (Kind::Orders, include_bytes!("../../../demo/orders.xlsx")),
    (Kind::Notebook, include_bytes!("../../../demo/notebook.csv")),
];

const NAME: &str = "演示花村";

/// Why the demo was not made.
#[derive(Debug, thiserror::Error)]
pub enum NoDemo {
    /// There are books already.
    #[error("there are books in this database: the demo needs an empty one")]
    NotEmpty,
    /// A file of ours does not fit this program.
    #[error("the demo's {0} are faulty")]
    Faulty(&'static str),
    /// A name or number of ours is not valid.
    #[error("the demo's names are not valid")]
    Name(#[from] BadText),
    /// A rule forbids what we made up.
    #[error("the demo's data is not valid: {0:?}")]
    Forbidden(#[from] Refusal),
    /// It could not be kept.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes the demo village.
///
/// # Errors
/// [`NoDemo`]; the workshop may then be there with a part of its books, as a demo's.
pub async fn make(store: &Store, clock: &dyn Clock) -> Result<WorkshopId, NoDemo> {
    if !store.workshops().await?.is_empty() {
        return Err(NoDemo::NotEmpty);
    }
    let workshop = store.make_workshop(&Name::parse(NAME)?, true, clock.now()).await?;
    let files = FILES.map(|(kind, bytes)| (kind, File::read(kind, bytes)));
    let last = files.iter().find_map(|(_, file)| days::last(file));
    let moved = last.map_or_else(Duration::zero, |last| days::moved(last, clock.now()));
    for (kind, file) in files {
        let file = days::later(file, moved);
        let outcome = store.import(workshop, clock.now(), Actor::Operator, file, Import::Post).await?;
        if !outcome.is_clean() {
            return Err(NoDemo::Faulty(kind.code()));
        }
    }
    trade::deliver(store, workshop, clock.now()).await?;
    waiting::open(store, workshop, clock.now()).await?;
    Ok(workshop)
}

/// How the pages make it.
#[must_use]
pub fn maker() -> MakeDemo {
    MakeDemo(|services| {
        Box::pin(async move {
            match make(&services.store, services.clock.as_ref()).await {
                // Somebody else made it meanwhile.
                Ok(_) | Err(NoDemo::NotEmpty) => Ok(()),
                Err(NoDemo::Store(error)) => Err(error.into()),
                Err(faulty) => {
                    tracing::error!(%faulty, "the demo could not be created");
                    Err(Problem::Database)
                }
            }
        })
    })
}
