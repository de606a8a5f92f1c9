//! `petalwork audit`: reckons every workshop's books anew from its events.

use super::Reasons;
use ledger::store::Store;

/// Audits all workshops; refuses, naming each finding, where anything does not follow from the events.
pub(super) async fn run(database: &str) -> Result<(), Reasons> {
    let store = Store::open(database).await?;
    let mut found = Vec::new();
    for workshop in store.workshops().await? {
        let audit = store.audit(workshop.id).await?;
        println!(
            "{}: {} events, {} moves, {} transfers, {} balances; {} findings",
            workshop.name,
            audit.events,
            audit.moves,
            audit.transfers,
            audit.balances,
            audit.findings.len()
        );
        found.extend(audit.findings.iter().map(|finding| format!("{}: {finding}", workshop.name)));
    }
    store.close().await;
    if found.is_empty() { Ok(()) } else { Err(Reasons(found)) }
}
