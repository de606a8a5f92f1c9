//! A record book for paper and for keeping: all of some days, oldest first, with what was owed after each entry.

use super::Who;
use super::book::{BookEntry, BookKey, BookRow};
use crate::journal::Purpose;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfWorker;
use crate::values::day::Day;
use crate::values::money::Fen;

/// A stretch of a record book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub who: Who,
    pub from: Day,
    pub until: Day,
    /// What she was owed before the first day.
    pub carried: Fen,
    /// Oldest first.
    pub entries: Vec<BookEntry>,
    /// Whether there are more than were asked for; then the last days are missing.
    pub more: bool,
}

impl Paper {
    /// What she was owed after each entry, in their order.
    pub fn owed(&self) -> impl Iterator<Item = Fen> + '_ {
        self.entries.iter().scan(self.carried, |owed, entry| {
            *owed = *owed + entry.change();
            Some(*owed)
        })
    }
}

impl BookEntry {
    /// By how much it changed what she is owed.
    #[must_use]
    pub fn change(&self) -> Fen {
        let change: Fen = self.rows.iter().map(BookRow::change).sum();
        if self.mends.is_some() { -change } else { change }
    }
}

impl BookRow {
    /// By how much it changes what she is owed, unless it counts backwards.
    #[must_use]
    pub fn change(&self) -> Fen {
        match self {
            Self::Issued { .. } | Self::Returned { .. } => Fen::ZERO,
            Self::Counted { rate, accepted, .. } => rate.times(*accepted),
            Self::Money { purpose: Purpose::Earned | Purpose::Bonus, fen } => *fen,
            Self::Money { purpose: Purpose::Deduction | Purpose::Advance | Purpose::Paid, fen } => -*fen,
            // A firm's, and no worker's.
            Self::Money { purpose: Purpose::Fee | Purpose::Receipt, .. } => Fen::ZERO,
        }
    }
}

impl OfWorker<'_> {
    /// Her record book of some days, with at most `most` entries.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn paper_book(&mut self, from: Day, until: Day, most: usize) -> Result<Option<Paper>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let sql = "SELECT id, number, name FROM workers WHERE workshop = $1 AND id = $2";
        let found = query(sql).bind(workshop).bind(worker).optional(self.db()).await?;
        let Some(who) = found else { return Ok(None) };
        let of = |table: &str| {
            format!("SELECT day, seq FROM {table} WHERE workshop = $1 AND worker = $2 AND day >= $3 AND day <= $4")
        };
        let sql = format!("{} UNION {} ORDER BY day, seq LIMIT $5", of("moves"), of("transfers"));
        let asked = query(sql).bind(workshop).bind(worker).bind(from).bind(until);
        let asked = asked.bind(i64::try_from(most + 1).unwrap_or(i64::MAX));
        let mut keys: Vec<BookKey> = asked.all(self.db()).await?;
        let more = keys.len() > most;
        keys.truncate(most);
        let carried = self.owed_to().await? - self.tally_since(from).await?.change();
        let entries = self.entries_of(&keys).await?;
        Ok(Some(Paper { who, from, until, carried, entries, more }))
    }
}
