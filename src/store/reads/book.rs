//! A worker's record book 记工本: row by row, newest first, with the sums of each month.

use super::month::FirstOfMonth;
use super::task::Task;
use crate::journal::{Flow, Purpose};
use crate::model::{Review, Tally};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::OfWorker;
use crate::store::sql::list;
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, EventId, IssueId, Seq};
use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;
use std::{fmt, str::FromStr};

/// Entries read at a time.
const AT_ONCE: usize = 500;

/// A place in a record book: the book is ordered by day, and within a day by when it was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookKey {
    pub day: Day,
    pub seq: Seq,
}

impl fmt::Display for BookKey {
    /// `2026-11-20.345`, for an address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.day, self.seq)
    }
}

impl FromStr for BookKey {
    type Err = crate::values::ids::BadId;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (day, seq) = text.split_once('.').ok_or(crate::values::ids::BadId)?;
        let day = day.parse().map_err(|_| crate::values::ids::BadId)?;
        Ok(Self { day, seq: seq.parse()? })
    }
}

/// A page of a record book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Newest first.
    pub entries: Vec<BookEntry>,
    /// The whole months that the entries are of, newest first.
    pub months: Vec<Month>,
    /// Where the older entries begin, if there are any.
    pub older: Option<BookKey>,
}

/// One thing that happened between a worker and her workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookEntry {
    pub seq: Seq,
    pub event: EventId,
    pub day: Day,
    /// Why pieces were sent back or scrapped, why money was deducted, how it was paid; may be empty.
    pub note: String,
    /// The correction that undid it.
    pub undone: Option<Undone>,
    /// The day of the entry that this one undoes: its rows count backwards.
    pub mends: Option<Day>,
    /// What she said of it, in turn.
    pub reviews: Vec<Review>,
    pub rows: Vec<BookRow>,
}

/// A correction, as it stands beside what it mends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    pub day: Day,
    pub reason: String,
}

/// A row of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookRow {
    /// 领活; `time` is the standard time for a piece.
    Issued { task: Task, pieces: Pieces, rate: Fen, time: Centiminutes, repairs: bool },
    /// 退活
    Returned { task: Task, pieces: Pieces },
    /// 交活: she earned accepted × rate.
    Counted { task: Task, rate: Fen, accepted: Pieces, rework: Pieces, scrapped: Pieces },
    /// Bonus, deduction, advance or pay.
    Money { purpose: Purpose, fen: Fen },
}

/// The sums of one whole month, wherever the page begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    pub accepted: Pieces,
    pub rework: Pieces,
    pub scrapped: Pieces,
    /// `None` where pay was not asked for.
    pub pay: Option<Tally>,
}

/// Entry, issue, flow, rate, the delivery that is repaired, pieces, task and its standard time.
type WorkColumns = (Seq, IssueId, Flow, Fen, Option<DeliveryId>, Pieces, Task, Centiminutes);

impl OfWorker<'_> {
    /// A page of her book with at most `most` entries, those before `before` or the newest. Without `pay`, nothing of
    /// bonuses, deductions, advances and payments is read.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn book_page(&mut self, before: Option<BookKey>, most: usize, pay: bool) -> Result<Book, StoreError> {
        let mut keys = self.book_keys(before, most + 1, pay).await?;
        let more = keys.len() > most;
        keys.truncate(most);
        let (Some(newest), Some(oldest)) = (keys.first().copied(), keys.last().copied()) else {
            return Ok(Book::default());
        };
        let mut entries = self.entries(&keys, pay).await?;
        let months = self.months(oldest.day, newest.day, pay).await?;
        let entries = keys.iter().filter_map(|key| entries.remove(&key.seq)).collect();
        Ok(Book { entries, months, older: more.then_some(oldest) })
    }

    /// The places of at most `most` entries of her book, newest first.
    pub(super) async fn book_keys(
        &mut self,
        before: Option<BookKey>,
        most: usize,
        pay: bool,
    ) -> Result<Vec<BookKey>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let of = |table: &str| {
            format!(
                "SELECT DISTINCT day, seq FROM {table} WHERE workshop = $1 AND worker = $2 \
                 AND day <= $3 AND (day < $3 OR seq < $4) ORDER BY day DESC, seq DESC LIMIT $5"
            )
        };
        let (moves, transfers) = (of("moves"), of("transfers"));
        let text = if pay {
            format!(
                "SELECT day, seq FROM ({moves}) AS m UNION SELECT day, seq FROM ({transfers}) AS t \
                 ORDER BY day DESC, seq DESC LIMIT $5"
            )
        } else {
            moves
        };
        // Beyond every day that a workshop could mean.
        let (last_day, last_seq) =
            before.map_or_else(|| ("9999-12-31".to_owned(), 0), |key| (key.day.to_string(), key.seq.0));
        let asked = query(text).bind(workshop).bind(worker).bind(last_day).bind(last_seq);
        asked.bind(i64::try_from(most).unwrap_or(i64::MAX)).all(self.db()).await
    }

    /// Those entries of her book, money included, in the order of their keys.
    pub(super) async fn entries_of(&mut self, keys: &[BookKey]) -> Result<Vec<BookEntry>, StoreError> {
        let mut all = Vec::with_capacity(keys.len());
        // SQLite looks each parameter up among all before it: not too many at once.
        for some in keys.chunks(AT_ONCE) {
            let mut entries = self.entries(some, true).await?;
            all.extend(some.iter().filter_map(|key| entries.remove(&key.seq)));
        }
        Ok(all)
    }

    /// One entry of her book; without `pay`, nothing of what is only money is there.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn book_entry(&mut self, event: EventId, pay: bool) -> Result<Option<BookEntry>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT day, seq FROM events WHERE workshop = $1 AND id = $2";
        let found = query(text).bind(workshop).bind(event).optional::<BookKey>(self.db()).await?;
        let Some(key) = found else { return Ok(None) };
        let mut entries = self.entries(&[key], pay).await?;
        Ok(entries.remove(&key.seq).filter(|entry| !entry.rows.is_empty()))
    }

    /// Those entries with their rows; without `pay`, none of what is only money.
    pub(super) async fn entries(
        &mut self,
        keys: &[BookKey],
        pay: bool,
    ) -> Result<BTreeMap<Seq, BookEntry>, StoreError> {
        let mut entries = self.book_entries(keys).await?;
        self.work_rows(keys, &mut entries).await?;
        if pay {
            self.money_rows(keys, &mut entries).await?;
        }
        Ok(entries)
    }

    async fn book_entries(&mut self, keys: &[BookKey]) -> Result<BTreeMap<Seq, BookEntry>, StoreError> {
        let workshop = self.workshop();
        let text = format!(
            "SELECT e.seq, e.id, e.day, e.note, u.day, u.note, m.day \
             FROM events AS e \
             LEFT JOIN events AS u ON u.workshop = e.workshop AND u.reverses = e.id \
             LEFT JOIN events AS m ON m.workshop = e.workshop AND m.id = e.reverses \
             WHERE e.workshop = $1 AND e.seq IN {}",
            list(2, keys.len())
        );
        let seqs: Vec<Seq> = keys.iter().map(|key| key.seq).collect();
        let asked = query(text).bind(workshop).bind_all(seqs.iter().copied());
        let entries = asked.all::<BookEntry>(self.db()).await?;
        let mut reviews = self.reviews_of_all(&seqs).await?;
        let entries = entries.into_iter().map(|mut entry| {
            entry.reviews = reviews.remove(&entry.event).unwrap_or_default();
            (entry.seq, entry)
        });
        Ok(entries.collect())
    }

    async fn work_rows(&mut self, keys: &[BookKey], entries: &mut BTreeMap<Seq, BookEntry>) -> Result<(), StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let (task, joins) = (Task::columns(), Task::JOINS);
        let text = format!(
            "SELECT m.seq, i.id, m.flow, i.rate, i.repairs, CAST(SUM(m.pieces) AS BIGINT), {task}, st.centiminutes FROM moves AS m \
             JOIN issues AS i ON i.workshop = m.workshop AND i.id = m.issue {joins} \
             WHERE m.workshop = $1 AND m.worker = $2 AND m.seq IN {} \
             GROUP BY m.seq, i.id, m.flow, i.rate, i.repairs, {task}, st.centiminutes ORDER BY m.seq, i.id",
            list(3, keys.len())
        );
        let asked = query(text).bind(workshop).bind(worker).bind_all(keys.iter().map(|key| key.seq));
        let mut counted_last = None;
        for (seq, issue, flow, rate, repairs, pieces, task, time) in asked.all::<WorkColumns>(self.db()).await? {
            let Some(entry) = entries.get_mut(&seq) else { continue };
            match flow {
                Flow::Issued | Flow::Reissued => {
                    let repairs = repairs.is_some();
                    entry.rows.push(BookRow::Issued { task, pieces, rate, time, repairs });
                }
                Flow::Returned => entry.rows.push(BookRow::Returned { task, pieces }),
                // Accepted, sent back and scrapped pieces of one issue stand in one row.
                _ => {
                    if counted_last != Some((seq, issue)) {
                        let none = Pieces::ZERO;
                        entry.rows.push(BookRow::Counted { task, rate, accepted: none, rework: none, scrapped: none });
                        counted_last = Some((seq, issue));
                    }
                    if let Some(BookRow::Counted { accepted, rework, scrapped, .. }) = entry.rows.last_mut() {
                        add(flow, pieces, accepted, rework, scrapped)?;
                    }
                }
            }
        }
        Ok(())
    }

    async fn money_rows(&mut self, keys: &[BookKey], entries: &mut BTreeMap<Seq, BookEntry>) -> Result<(), StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = format!(
            "SELECT seq, purpose, fen FROM transfers \
             WHERE workshop = $1 AND worker = $2 AND purpose <> 'earned' AND seq IN {} ORDER BY seq, n",
            list(3, keys.len())
        );
        let asked = query(text).bind(workshop).bind(worker).bind_all(keys.iter().map(|key| key.seq));
        for (seq, purpose, fen) in asked.all(self.db()).await? {
            if let Some(entry) = entries.get_mut(&seq) {
                entry.rows.push(BookRow::Money { purpose, fen });
            }
        }
        Ok(())
    }

    /// The sums of the months from that of one day to that of another.
    async fn months(&mut self, oldest: Day, newest: Day, pay: bool) -> Result<Vec<Month>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let (from, to) = (oldest.month_start(), newest.month_end());
        let mut months: BTreeMap<Day, Month> = BTreeMap::new();
        let sums = |of: &str, sum: &str, table: &str| {
            format!(
                "SELECT SUBSTR(day, 1, 7), {of}, CAST(COALESCE(SUM(sign * {sum}), 0) AS BIGINT) FROM {table} \
                 WHERE workshop = $1 AND worker = $2 AND day >= $3 AND day <= $4 GROUP BY SUBSTR(day, 1, 7), {of}"
            )
        };
        let asked = |text: String| query(text).bind(workshop).bind(worker).bind(from).bind(to);
        let moved = asked(sums("flow", "pieces", "moves"));
        for (FirstOfMonth(first), flow, sum) in moved.all(self.db()).await? {
            let Month { accepted, rework, scrapped, .. } =
                months.entry(first).or_insert_with(|| Month::empty(first, pay));
            if matches!(flow, Flow::Accepted | Flow::SentBack | Flow::Scrapped) {
                add(flow, sum, accepted, rework, scrapped)?;
            }
        }
        if pay {
            let paid = asked(sums("purpose", "fen", "transfers"));
            for (FirstOfMonth(first), purpose, sum) in paid.all(self.db()).await? {
                let month = months.entry(first).or_insert_with(|| Month::empty(first, pay));
                month.pay.get_or_insert_default().add(purpose, sum);
            }
        }
        Ok(months.into_values().rev().collect())
    }
}

impl Month {
    fn empty(first: Day, pay: bool) -> Self {
        let none = Pieces::ZERO;
        Self { first, accepted: none, rework: none, scrapped: none, pay: pay.then(Tally::default) }
    }
}

from_row!(BookKey { day, seq });

impl FromRow for BookEntry {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (seq, event, day, note) = columns.next()?;
        let (undone_on, reason): (Option<Day>, Option<String>) = columns.next()?;
        let undone = undone_on.map(|day| Undone { day, reason: reason.unwrap_or_default() });
        Ok(Self { seq, event, day, note, undone, mends: columns.next()?, reviews: Vec::new(), rows: Vec::new() })
    }
}

/// Adds pieces to what their flow counts.
fn add(
    flow: Flow,
    pieces: Pieces,
    accepted: &mut Pieces,
    rework: &mut Pieces,
    scrapped: &mut Pieces,
) -> Result<(), StoreError> {
    let sum = match flow {
        Flow::Accepted => accepted,
        Flow::SentBack => rework,
        Flow::Scrapped => scrapped,
        other => return Err(StoreError::BadRow { table: "moves".into(), what: other.code().to_owned() }),
    };
    *sum = *sum + pieces;
    Ok(())
}
