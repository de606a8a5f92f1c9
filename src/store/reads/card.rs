//! What became of a worker's card, for her to see that it was nobody else.

use super::journal_entry::journal_entries;
use super::names::{Names, Wanted};
use crate::Command;
use crate::journal::Event;
use crate::model::ChangeAccess;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfWorker;
use crate::values::clock::Zone;
use crate::values::ids::Seq;
use chrono::{DateTime, Utc};

/// As many as are looked at, of the whole workshop.
const MOST: i64 = 200;

impl OfWorker<'_> {
    /// The changes of her card since then, newest first; nothing where it was not replaced or taken away and no other PIN allowed since, for a first card is no
    /// news.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn card_changes(&mut self, since: DateTime<Utc>) -> Result<(Vec<Event>, Names), StoreError> {
        let (workshop, worker) = (self.workshop(), self.worker);
        // Whatever became of her card, she has chosen a PIN since. Mostly she has not, and the week's events need not be gone through.
        let text = "SELECT pin_at FROM cards WHERE workshop = $1 AND worker = $2 AND pin_at >= $3";
        let chosen: Option<String> = query(text).bind(workshop).bind(worker).bind(since).optional(self.db()).await?;
        if chosen.is_none() {
            return Ok(Default::default());
        }
        let text = "SELECT seq FROM events WHERE workshop = $1 AND kind = 'change_access' AND day >= $2 \
             ORDER BY seq DESC LIMIT $3";
        let asked = query(text).bind(workshop).bind(Zone::china().day(since)).bind(MOST);
        let seqs: Vec<Seq> = asked.all(self.db()).await?;
        let (entries, names) = journal_entries(self.db(), workshop, &seqs, Wanted::default()).await?;
        let (mut hers, mut is_news) = (Vec::new(), false);
        for event in entries.into_iter().map(|entry| entry.event) {
            let Command::ChangeAccess(change) = &event.asked else { continue };
            if change.worker() == Some(worker) {
                is_news |= matches!(
                    change,
                    ChangeAccess::ReplaceCard { .. } | ChangeAccess::EndCard { .. } | ChangeAccess::AllowNewPin { .. }
                );
                hers.push(event);
            }
        }
        Ok(if is_news { (hers, names) } else { Default::default() })
    }
}
