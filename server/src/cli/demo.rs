//! `petalwork demo`: the made-up village.

use super::Failure;
use crate::demo;
use ledger::store::Store;
use ledger::values::clock::SystemClock;

/// Makes the demo village in an empty database; refuses to mix it with real books.
pub(super) async fn run(database: &str) -> Result<(), Failure> {
    let store = Store::open(database).await?;
    demo::make(&store, &SystemClock).await.map_err(Failure::one)?;
    store.close().await;
    println!("The demo village is ready. Look at it with `petalwork serve`.");
    Ok(())
}
