//! `petalwork audit`: recalculates workshops' books from their events.

use super::Failure;
use super::workshop::Which;
use clap::Args;
use ledger::journal::Head;
use ledger::store::Store;

#[derive(Args, Debug)]
pub(super) struct Audit {
    /// What `petalwork head` printed earlier, or the check code on a settlement: the books must still contain it.
    #[arg(long, value_name = "NUMBER:HASH")]
    head: Option<Head>,
    #[command(flatten)]
    which: Which,
}

impl Audit {
    /// Audits all workshops, or the one that is named; refuses, naming each finding, where anything does not follow from the events.
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let store = Store::open(database).await?;
        let workshops = if self.head.is_some() || self.which.is_named() {
            vec![self.which.find(&store).await?]
        } else {
            store.workshops().await?
        };
        let mut found = Vec::new();
        for workshop in workshops {
            let audit = store.audit_against(workshop.id, self.head.clone()).await?;
            println!(
                "{}: {} events, {} moves, {} transfers, {} balances, {} slips; {} findings",
                workshop.name,
                audit.events,
                audit.moves,
                audit.transfers,
                audit.balances,
                audit.slips,
                audit.findings.len()
            );
            found.extend(audit.findings.iter().map(|finding| format!("{}: {finding}", workshop.name)));
        }
        store.close().await;
        if found.is_empty() { Ok(()) } else { Err(Failure(found)) }
    }
}
