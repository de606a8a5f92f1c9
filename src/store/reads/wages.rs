//! A worker's pay page: how what she is owed came about, and what she was given.

use super::book::BookKey;
use crate::model::Tally;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq, WorkerId};
use crate::values::money::Fen;
use chrono::Datelike;

/// What a worker is owed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wages {
    pub owed: Fen,
    pub month: Tally,
    /// Since the first of January.
    pub year: Tally,
    /// What she was given, newest first.
    pub payments: Vec<Payment>,
    /// Where the older payments begin, if there are any.
    pub older: Option<BookKey>,
}

impl Wages {
    /// What was owed when the month began.
    #[must_use]
    pub fn carried(&self) -> Fen {
        self.owed - self.month.change()
    }
}

/// Money that she was given: wages or an advance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    pub key: BookKey,
    pub event: EventId,
    /// Whether she said that she has it; that it is not right; or nothing yet.
    pub received: Option<bool>,
    /// All that was handed over at once.
    pub fen: Fen,
    /// What of it was an advance.
    pub ahead: Fen,
    /// How: cash, `WeChat`, …; or why it was corrected.
    pub note: String,
    /// Whether it undoes another: then it counts backwards.
    pub mends: bool,
    /// Whether it was undone.
    pub undone: bool,
}

impl OfWorker<'_> {
    /// Her pay as of a day, with at most `most` payments from before `before` or the newest.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn wages_page(&mut self, today: Day, before: Option<BookKey>, most: usize) -> Result<Wages, StoreError> {
        let worker = self.worker;
        let year_start = today.0.with_ordinal(1).map_or(today, Day);
        let mut payments = self.snapshot.payments(worker, before, most + 1).await?;
        let more = payments.len() > most;
        payments.truncate(most);
        Ok(Wages {
            owed: self.owed_to().await?,
            month: self.tally_since(today.month_start()).await?,
            year: self.tally_since(year_start).await?,
            older: payments.last().filter(|_| more).map(|payment| payment.key),
            payments,
        })
    }
}

impl Snapshot {
    async fn payments(
        &mut self,
        worker: WorkerId,
        before: Option<BookKey>,
        most: usize,
    ) -> Result<Vec<Payment>, StoreError> {
        let workshop = self.workshop();
        // The words of the condition on `purpose` are those of the index `transfers_given`.
        // Found before they are named: so the cost does not grow with the history.
        let text = "SELECT t.day, t.seq, t.fen, t.ahead, t.sign, e.note, u.seq, e.id, r.verdict FROM \
             (SELECT day, seq, CAST(SUM(fen) AS BIGINT) AS fen, MAX(sign) AS sign, \
                 CAST(SUM(CASE purpose WHEN 'advance' THEN fen ELSE 0 END) AS BIGINT) AS ahead FROM transfers \
                 WHERE workshop = $1 AND worker = $2 AND purpose IN ('advance', 'paid') \
                 AND day <= $3 AND (day < $3 OR seq < $4) GROUP BY day, seq ORDER BY day DESC, seq DESC LIMIT $5) AS t \
             JOIN events AS e ON e.workshop = $1 AND e.seq = t.seq \
             LEFT JOIN events AS u ON u.workshop = e.workshop AND u.reverses = e.id \
             LEFT JOIN reviews AS r ON r.workshop = e.workshop AND r.event_id = e.id AND r.worker = $2 AND r.earlier = 0 \
             ORDER BY t.day DESC, t.seq DESC";
        let (last_day, last_seq) =
            before.map_or_else(|| ("9999-12-31".to_owned(), 0), |key| (key.day.to_string(), key.seq.0));
        let asked = query(text).bind(workshop).bind(worker).bind(last_day).bind(last_seq);
        asked.bind(i64::try_from(most).unwrap_or(i64::MAX)).all(self.db()).await
    }
}

impl FromRow for Payment {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            key: columns.next()?,
            fen: columns.next()?,
            ahead: columns.next()?,
            mends: columns.next::<i64>()? < 0,
            note: columns.next()?,
            undone: columns.next::<Option<Seq>>()?.is_some(),
            event: columns.next()?,
            received: columns.next::<Option<String>>()?.map(|verdict| verdict == "right"),
        })
    }
}
