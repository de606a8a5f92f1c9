//! What became of a worker's card, for her to see that it was nobody else.

use super::journal_entry::journal_entries;
use super::names::{Names, Wanted};
use crate::Command;
use crate::journal::Event;
use crate::model::ChangeAccess;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfWorker;
use crate::values::day::Day;
use crate::values::ids::Seq;

/// As many as are looked at, of the whole workshop.
const MOST: i64 = 200;

impl OfWorker<'_> {
    /// The changes of her card since a day, newest first; nothing where it was not replaced or taken away since, for a first card is no news.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn card_changes(&mut self, since: Day) -> Result<(Vec<Event>, Names), StoreError> {
        let (workshop, worker) = (self.workshop(), self.worker);
        let text = "SELECT seq FROM events WHERE workshop = $1 AND kind = 'change_access' AND day >= $2 \
             ORDER BY seq DESC LIMIT $3";
        let seqs: Vec<Seq> = query(text).bind(workshop).bind(since).bind(MOST).all(self.db()).await?;
        let (entries, names) = journal_entries(self.db(), workshop, &seqs, Wanted::default()).await?;
        let change = |event: &Event| match &event.asked {
            Command::ChangeAccess(change) if change.worker() == Some(worker) => Some(change.clone()),
            _ => None,
        };
        let hers: Vec<Event> = entries.into_iter().map(|entry| entry.event).filter(|it| change(it).is_some()).collect();
        let is_replaced = |event: &Event| {
            matches!(change(event), Some(ChangeAccess::ReplaceCard { .. } | ChangeAccess::EndCard { .. }))
        };
        Ok(if hers.iter().any(is_replaced) { (hers, names) } else { Default::default() })
    }
}
