//! What waits for a second coordinator, and what became of it.

use super::journal_entry::{JournalEntry, journal_entries};
use super::names::{Names, Wanted};
use crate::journal::Books;
use crate::model::Proposal;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::store::records::{Want, read};
use crate::values::ids::EventId;

/// Proposals in one list: as many as the largest village has women to pay on one day.
const MOST: i64 = 500;

/// Whether the workshop asks for a second coordinator, and whether it could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApprovalView {
    pub on: bool,
    /// How many coordinators can sign in.
    pub coordinators: i64,
}

/// Proposals that wait, each as the event that proposed it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToApprove {
    /// The oldest first.
    pub proposals: Vec<(Proposal, JournalEntry)>,
    pub names: Names,
}

/// One proposal, as it now stands, with the event that proposed it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalView {
    pub proposal: Proposal,
    pub entry: JournalEntry,
    pub names: Names,
}

impl Snapshot {
    /// Whether a second coordinator must approve.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or there is no such workshop.
    pub async fn approval(&mut self) -> Result<ApprovalView, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT approval, (SELECT COUNT(*) FROM users WHERE workshop = $1 AND firm IS NULL AND helper = 0 AND ended_at IS NULL) \
             FROM workshops WHERE id = $1";
        let row = query(text).bind(workshop).optional(self.db()).await?;
        let (on, coordinators) = row.ok_or(StoreError::NoWorkshop)?;
        Ok(ApprovalView { on, coordinators })
    }

    /// All that waits for a second coordinator.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn to_approve(&mut self) -> Result<ToApprove, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        // CROSS: SQLite would go through all events in their order, and look for a proposal of each.
        let text = "SELECT e.seq FROM proposals p CROSS JOIN events e \
             WHERE p.workshop = $1 AND p.state = 'open' AND e.workshop = $1 AND e.id = p.id ORDER BY e.seq LIMIT $2";
        let seqs = query(text).bind(workshop).bind(MOST).all(&mut *db).await?;
        let (entries, names) = journal_entries(&mut *db, workshop, &seqs, Wanted::default()).await?;
        // None of them has ended: each still is as its event made it.
        let proposals = entries.into_iter().rev().filter_map(|entry| Some((entry.event.proposal()?.clone(), entry)));
        Ok(ToApprove { proposals: proposals.collect(), names })
    }

    /// One proposal; `None` when the workshop has none of that id.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn proposal(&mut self, id: EventId) -> Result<Option<ProposalView>, StoreError> {
        let workshop = self.workshop();
        let mut books = Books::default();
        let db = self.db();
        read::<Proposal>(Want::Texts("id", &[id.to_string()]), &mut *db, workshop, &mut books).await?;
        let Some(proposal) = books.proposals.remove(&id) else { return Ok(None) };
        let found = self.journal_entry(id).await?;
        Ok(found.map(|(entry, names)| ProposalView { proposal, entry, names }))
    }
}
