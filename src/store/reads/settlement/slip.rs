//! A slip with all that it is of; and what one would say that is made today.

use super::{SLIP, Since};
use crate::journal::{Head, Purpose};
use crate::model::{Review, Slip, Tally};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::store::reads::Who;
use crate::store::reads::task::Task;
use crate::values::day::Day;
use crate::values::ids::{EventId, WorkerId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;

/// A slip, what she earned by order and step, and all else.
#[derive(Clone, Debug, PartialEq)]
pub struct SlipView {
    pub who: Who,
    /// Its first and its last day.
    pub from: Day,
    pub until: Day,
    /// What she was owed before.
    pub carried: Fen,
    pub tally: Tally,
    /// The settlement that it is of; none of what is not settled yet, which may still change.
    pub settled: Option<EventId>,
    /// The day on which it was made, and where the chain stood with it.
    pub made: Day,
    pub head: Head,
    pub earned: Vec<Earned>,
    pub rows: Vec<SlipRow>,
    /// What she had called not right by then, of entries of these days, each with its entry's day.
    pub reviews: Vec<(Day, Review)>,
}

/// What she earned by a step of an order at one rate; corrections are taken off, and may be of an earlier period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earned {
    pub order: String,
    pub task: Task,
    pub rate: Fen,
    pub pieces: Pieces,
}

/// A bonus, deduction, advance or payment; or a correction of any of hers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipRow {
    pub day: Day,
    pub purpose: Purpose,
    /// By how much it changed what she is owed.
    pub change: Fen,
    /// Why, or how it was paid.
    pub note: String,
    /// The day of what it undoes.
    pub mends: Option<Day>,
}

impl SlipView {
    /// What she was owed at its end.
    #[must_use]
    pub fn owed(&self) -> Fen {
        self.carried + self.tally.change()
    }
}

impl OfWorker<'_> {
    /// A slip of hers, by its last day.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn slip_page(&mut self, until: Day) -> Result<Option<SlipView>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let sql = format!(
            "SELECT {SLIP}, w.id, w.number, w.name FROM slips s JOIN workers w ON w.workshop = $1 AND w.id = s.worker \
             WHERE s.workshop = $1 AND s.worker = $2 AND s.until_day = $3"
        );
        let found = query(sql).bind(workshop).bind(worker).bind(until).optional(self.db()).await?;
        let Some((slip, who)): Option<(Slip, Who)> = found else { return Ok(None) };
        let Some((made, head)) = self.snapshot.settled_by(slip.settled).await? else { return Ok(None) };
        let Slip { worker, from, until, carried, tally, settled } = slip;
        let earned = self.snapshot.earned(worker, [from, until]).await?;
        let rows = self.snapshot.slip_rows(worker, [from, until]).await?;
        let reviews = self.disputed([from, until], made).await?;
        Ok(Some(SlipView {
            who,
            from,
            until,
            carried,
            tally,
            settled: Some(settled),
            made,
            head,
            earned,
            rows,
            reviews,
        }))
    }

    /// What a slip of hers would say that is made today: all that came since the last one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn slip_so_far(&mut self, today: Day) -> Result<Option<SlipView>, StoreError> {
        let worker = self.worker;
        let Some(Since { who, settled, carried, tally, first, .. }) =
            self.snapshot.since_settled(Some(worker), today).await?.into_iter().next()
        else {
            return Ok(None);
        };
        let from = settled.map(Day::next).or(first).unwrap_or(today).min(today);
        let earned = self.snapshot.earned(worker, [from, today]).await?;
        let rows = self.snapshot.slip_rows(worker, [from, today]).await?;
        let head = self.snapshot.head().await?;
        let (until, made) = (today, today);
        let reviews = self.disputed([from, until], today).await?;
        Ok(Some(SlipView { who, from, until, carried, tally, settled: None, made, head, earned, rows, reviews }))
    }
}

impl Snapshot {
    async fn earned(&mut self, worker: WorkerId, days: [Day; 2]) -> Result<Vec<Earned>, StoreError> {
        let workshop = self.workshop();
        let (task, joins) = (Task::columns(), Task::JOINS);
        let sql = format!(
            "SELECT o.code, i.rate, CAST(SUM(m.sign * m.pieces) AS BIGINT), {task} FROM moves AS m \
             JOIN issues AS i ON i.workshop = m.workshop AND i.id = m.issue {joins} \
             JOIN orders AS o ON o.workshop = l.workshop AND o.id = l.order_id \
             WHERE m.workshop = $1 AND m.worker = $2 AND m.day >= $3 AND m.day <= $4 AND m.flow = 'accepted' \
             GROUP BY o.id, o.code, i.rate, {task} ORDER BY o.id, s.id, i.step, i.rate"
        );
        let earned = query(sql).bind(workshop).bind(worker).bind_all(days).all::<Earned>(self.db()).await?;
        Ok(earned.into_iter().filter(|line| line.pieces != Pieces::ZERO).collect())
    }

    async fn slip_rows(&mut self, worker: WorkerId, days: [Day; 2]) -> Result<Vec<SlipRow>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT t.day, t.purpose, t.sign, CAST(SUM(t.fen) AS BIGINT), e.note, m.day FROM transfers AS t \
             JOIN events AS e ON e.workshop = t.workshop AND e.seq = t.seq \
             LEFT JOIN events AS m ON m.workshop = e.workshop AND m.id = e.reverses \
             WHERE t.workshop = $1 AND t.worker = $2 AND t.day >= $3 AND t.day <= $4 \
             AND (t.purpose <> 'earned' OR t.sign < 0) \
             GROUP BY t.seq, t.day, t.purpose, t.sign, e.note, m.day ORDER BY t.day, t.seq";
        query(sql).bind(workshop).bind(worker).bind_all(days).all(self.db()).await
    }
}

from_row!(Earned { order, rate, pieces, task });

impl FromRow for SlipRow {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (day, purpose) = columns.next()?;
        let (sign, fen): (i64, i64) = columns.next()?;
        let amount = Fen(sign * fen);
        let change = if matches!(purpose, Purpose::Earned | Purpose::Bonus) { amount } else { -amount };
        Ok(Self { day, purpose, change, note: columns.next()?, mends: columns.next()? })
    }
}
