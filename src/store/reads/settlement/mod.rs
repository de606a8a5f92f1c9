//! Settlements: whom there is something to settle with, what was settled, and a slip with all that it is of.

mod slip;

pub use slip::{Earned, SlipRow, SlipView};

use super::Who;
use crate::journal::Head;
use crate::model::{Slip, Tally};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::values::day::Day;
use crate::values::ids::{EventId, WorkerId};
use crate::values::money::Fen;

/// The columns of a slip, of `slips AS s`.
const SLIP: &str = "s.worker, s.until_day, s.from_day, s.carried, s.earned, s.bonus, s.deducted, s.advanced, s.paid, s.settled, s.owed";

/// Somebody with whom there may be something to settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsettled {
    pub who: Who,
    /// The last day of her last slip.
    pub settled: Option<Day>,
    /// What she was owed then.
    pub carried: Fen,
    /// What came since, through the day asked for.
    pub tally: Tally,
    /// Whether she said that a count is not right, and was not answered.
    pub disputes: bool,
}

impl Unsettled {
    /// What she would be owed at the end.
    #[must_use]
    pub fn owed(&self) -> Fen {
        self.carried + self.tally.change()
    }
}

/// Somebody, settled with or not: what came since.
struct Since {
    who: Who,
    settled: Option<Day>,
    carried: Fen,
    tally: Tally,
    /// The day of the first transfer of these.
    first: Option<Day>,
    disputes: bool,
}

/// A settlement, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlementRow {
    pub id: EventId,
    pub until: Day,
    pub workers: i64,
    pub owed: Fen,
}

/// A settlement with all its slips.
#[derive(Clone, Debug, PartialEq)]
pub struct SettlementView {
    pub until: Day,
    /// The day on which it was made.
    pub made: Day,
    /// The event that made it, and its hash: printed, it pins all that came before.
    pub head: Head,
    /// By worker's number; with what of it is still to be paid.
    pub slips: Vec<(Who, Slip, Fen)>,
}

/// Settlements and slips that a list shows: two years of months.
const LISTED: i64 = 24;

impl Snapshot {
    /// Everybody with whom there is something to settle through a day, by number.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn unsettled(&mut self, until: Day) -> Result<Vec<Unsettled>, StoreError> {
        let all = self.since_settled(None, until).await?;
        let open = all.into_iter().filter(|one| one.first.is_some() || one.carried != Fen::ZERO);
        let open = open.filter(|one| one.settled.is_none_or(|settled| settled < until));
        let unsettled =
            |Since { who, settled, carried, tally, disputes, .. }| Unsettled { who, settled, carried, tally, disputes };
        Ok(open.map(unsettled).collect())
    }

    /// What came since each one's last slip, of all workers or of one, through a day.
    async fn since_settled(&mut self, worker: Option<WorkerId>, until: Day) -> Result<Vec<Since>, StoreError> {
        let workshop = self.workshop();
        let sum = |purpose: &str| {
            format!(
                "CAST(COALESCE(SUM(CASE WHEN t.purpose = '{purpose}' THEN t.sign * t.fen ELSE 0 END), 0) AS BIGINT)"
            )
        };
        let sums = ["earned", "bonus", "deduction", "advance", "paid"].map(sum).join(", ");
        let whose = worker.map_or("", |_| "AND w.id = $3");
        let sql = format!(
            "SELECT w.id, w.number, w.name, l.until_day, COALESCE(l.owed, 0), {sums}, MIN(t.day), \
             (SELECT COUNT(*) FROM reviews r WHERE r.workshop = $1 AND r.answer IS NULL AND r.verdict <> 'right' \
                 AND r.earlier = 0 AND r.worker = w.id) \
             FROM workers w \
             LEFT JOIN slips l ON l.workshop = $1 AND l.worker = w.id AND l.until_day = \
                 (SELECT MAX(m.until_day) FROM slips m WHERE m.workshop = $1 AND m.worker = w.id) \
             LEFT JOIN transfers t ON t.workshop = $1 AND t.worker = w.id AND t.day > COALESCE(l.until_day, '') \
                 AND t.day <= $2 \
             WHERE w.workshop = $1 {whose} GROUP BY w.id, w.number, w.name, l.until_day, l.owed ORDER BY w.number"
        );
        query(sql).bind(workshop).bind(until).bind_all(worker).all(self.db()).await
    }

    /// The latest settlements, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn settlements(&mut self) -> Result<Vec<SettlementRow>, StoreError> {
        let workshop = self.workshop();
        // The newest first, so that the cost does not grow with the history.
        let sql = "SELECT e.id, MAX(s.until_day), COUNT(*), CAST(SUM(s.owed) AS BIGINT) FROM \
             (SELECT id, seq FROM events WHERE workshop = $1 AND kind = 'settle' ORDER BY seq DESC LIMIT $2) AS e \
             CROSS JOIN slips s WHERE s.workshop = $1 AND s.settled = e.id GROUP BY e.id, e.seq ORDER BY e.seq DESC";
        query(sql).bind(workshop).bind(LISTED).all(self.db()).await
    }

    /// A settlement.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn settlement(&mut self, id: EventId) -> Result<Option<SettlementView>, StoreError> {
        let workshop = self.workshop();
        let Some((made, head)) = self.settled_by(id).await? else { return Ok(None) };
        let sql = format!(
            "SELECT w.id, w.number, w.name, {SLIP}, COALESCE(a.fen, 0), (SELECT CAST(COALESCE(SUM(t.sign * t.fen), 0) AS BIGINT) \
                 FROM transfers t WHERE t.workshop = $1 AND t.worker = s.worker AND t.purpose = 'paid' AND t.day > s.until_day) \
             FROM slips s \
             JOIN workers w ON w.workshop = $1 AND w.id = s.worker \
             LEFT JOIN accounts a ON a.workshop = $1 AND a.kind = 'worker' AND a.owner = s.worker \
             WHERE s.workshop = $1 AND s.settled = $2 ORDER BY w.number"
        );
        let rows = query(sql).bind(workshop).bind(id).all::<(Who, Slip, Fen, Fen)>(self.db()).await?;
        let slips = rows.into_iter().map(|(who, slip, account, paid)| {
            // What came later is in no slip yet, or in another: of this one, only what was paid since goes off.
            let still = (slip.owed() - paid).min(-account).max(Fen::ZERO);
            (who, slip, still)
        });
        let slips: Vec<_> = slips.collect();
        let Some(until) = slips.iter().map(|(_, slip, _)| slip.until).max() else { return Ok(None) };
        Ok(Some(SettlementView { until, made, head, slips }))
    }

    /// The day of a settlement, and where the chain stood with it.
    async fn settled_by(&mut self, id: EventId) -> Result<Option<(Day, Head)>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT day, seq, hash FROM events WHERE workshop = $1 AND id = $2 AND kind = 'settle'";
        query(sql).bind(workshop).bind(id).optional(self.db()).await
    }
}

impl OfWorker<'_> {
    /// Her slips, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn slips_of(&mut self) -> Result<Vec<Slip>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let sql = format!(
            "SELECT {SLIP} FROM slips s WHERE s.workshop = $1 AND s.worker = $2 ORDER BY s.until_day DESC LIMIT $3"
        );
        query(sql).bind(workshop).bind(worker).bind(LISTED).all(self.db()).await
    }
}

impl FromRow for Since {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (who, settled, carried) = columns.next()?;
        let (earned, bonus, deducted, advanced, paid) = columns.next()?;
        let (first, disputes): (_, i64) = columns.next()?;
        let tally = Tally { earned, bonus, deducted, advanced, paid };
        Ok(Self { who, settled, carried, tally, first, disputes: disputes > 0 })
    }
}

from_row!(SettlementRow { id, until, workers, owed });
