//! What happened in a village's last months: its habits are learned from it.

use crate::forecast::{Deed, DeedKind, Past, PastLine, PastOrder};
use crate::journal::Flow;
use crate::pace::Standards;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::values::day::Day;
use crate::values::ids::{LineId, StepNo, WorkerId};
use crate::values::pieces::Pieces;
use chrono::Days;

/// How far back: long enough for a village's habits, short enough to be those that it has now.
const WINDOW: Days = Days::new(180);

/// The latest deeds that are read: of hundreds of women, some weeks say as much as half a year of twenty.
const MOST: i64 = 20_000;

/// A move as it is read: what becomes a deed.
struct Moved {
    day: Day,
    flow: Flow,
    /// Whether the pieces were to be made again.
    from_redo: bool,
    worker: WorkerId,
    line: LineId,
    step: StepNo,
    pieces: Pieces,
}

impl Moved {
    /// The deed that it was; none where it says nothing of how work goes.
    fn deed(self) -> Option<Deed> {
        let kind = match (self.flow, self.from_redo) {
            (Flow::Opened, _) => DeedKind::Entered,
            (Flow::Replaced, _) => DeedKind::Replaced,
            (Flow::Cancelled, _) => DeedKind::Cancelled,
            (Flow::Issued, _) => DeedKind::Issued,
            (Flow::Returned, _) => DeedKind::Returned,
            (Flow::Accepted, false) => DeedKind::Accepted,
            (Flow::Accepted, true) => DeedKind::AcceptedAgain,
            (Flow::SentBack, _) => DeedKind::SentBack,
            (Flow::Scrapped, false) => DeedKind::Scrapped,
            (Flow::Scrapped, true) => DeedKind::ScrappedAgain,
            _ => return None,
        };
        let worker = (self.worker.0 > 0).then_some(self.worker);
        Some(Deed { day: self.day, kind, worker, line: self.line, step: self.step, pieces: self.pieces })
    }
}

impl Snapshot {
    /// What happened until that day, which may bring more.
    pub(in crate::store) async fn past(&mut self, today: Day, standards: Standards) -> Result<Past, StoreError> {
        let workshop = self.workshop();
        let since = today.0.checked_sub_days(WINDOW).map_or(today, Day);
        // Repairs come from a firm and go by no pool; what was undone, and what undid it, is as if it had not been. The plus keeps SQLite
        // from going back through all moves there ever were.
        let moves = "SELECT m.day, m.flow, CASE WHEN m.from_kind = 'redo' THEN 1 ELSE 0 END, m.worker, m.line, \
               COALESCE(i.step, CASE WHEN m.to_kind = 'pool' THEN m.to_part ELSE m.from_part END), m.pieces \
             FROM moves m JOIN events e ON e.workshop = m.workshop AND e.seq = m.seq AND e.reverses IS NULL \
             LEFT JOIN issues i ON m.issue > 0 AND i.workshop = m.workshop AND i.id = m.issue \
             LEFT JOIN events undone ON undone.workshop = e.workshop AND undone.reverses = e.id \
             WHERE m.workshop = $1 AND m.day >= $2 AND m.day <= $3 AND undone.id IS NULL AND i.repairs IS NULL \
               AND (m.flow IN ('issued', 'returned', 'accepted', 'sent_back', 'scrapped', 'replaced') \
                 OR m.flow = 'opened' AND m.to_kind = 'pool' OR m.flow = 'cancelled' AND m.from_kind = 'pool') \
             ORDER BY +m.seq DESC, m.n DESC LIMIT $4";
        let asked = query(moves).bind(workshop).bind(since).bind(today).bind(MOST);
        let moves: Vec<Moved> = asked.all(self.db()).await?;
        let mut deeds: Vec<Deed> = moves.into_iter().rev().filter_map(Moved::deed).collect();
        deeds.sort_by_key(|deed| deed.day);
        let styles = query("SELECT id, code FROM styles WHERE workshop = $1").bind(workshop).all(self.db()).await?;
        Ok(Past {
            orders: self.orders_since(since).await?,
            deeds,
            styles: styles.into_iter().collect(),
            standards,
            today_is_over: false,
        })
    }

    /// The orders of which anything moved since that day, or is still to be made.
    async fn orders_since(&mut self, since: Day) -> Result<Vec<PastOrder>, StoreError> {
        let workshop = self.workshop();
        let lines = "SELECT o.id, o.firm, o.code, o.placed, o.due, l.id, l.style, l.last_step, l.pieces, l.pack \
             FROM lines l JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             WHERE l.workshop = $1 AND (l.id IN (SELECT m.line FROM moves m WHERE m.workshop = $1 AND m.day >= $2) \
               OR l.id IN (SELECT p.line FROM places p WHERE p.workshop = $1 AND p.pieces > 0 AND p.kind IN ('pool', 'hand', 'redo'))) \
             ORDER BY o.id, l.id";
        let rows: Vec<(PastOrder, PastLine)> = query(lines).bind(workshop).bind(since).all(self.db()).await?;
        let mut orders = Vec::<PastOrder>::new();
        for (order, line) in rows {
            if orders.last().is_none_or(|last| last.order != order.order) {
                orders.push(order);
            }
            if let Some(last) = orders.last_mut() {
                last.lines.push(line);
            }
        }
        Ok(orders)
    }
}

from_row!(Moved { day, flow, from_redo, worker, line, step, pieces });
from_row!(PastLine { line, style, last_step, pieces, pack });

/// Without lines.
impl FromRow for PastOrder {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            order: columns.next()?,
            firm: columns.next()?,
            code: columns.next()?,
            placed: columns.next()?,
            due: columns.next()?,
            lines: Vec::new(),
        })
    }
}
