//! What a coordinator's day begins with.

use super::Who;
use super::order::OrderRow;
use super::pool::Pool;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::store::sql::LINE_NAME;
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, EventId, IssueId, OrderId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::recording::RecordingHash;

/// All that waits for her.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TodayView {
    /// By due day.
    pub orders: Vec<OrderRow>,
    pub pools: Vec<Pool>,
    /// The oldest first.
    pub declared: Vec<Declared>,
    pub disputes: Vec<Dispute>,
    pub unanswered: Vec<Unanswered>,
    pub came_back: Vec<CameBack>,
    /// The longest first.
    pub redo: Vec<InRework>,
    pub late: Late,
    /// Pieces at workers' homes.
    pub at_home: Pieces,
    /// What workers are owed, all those together who are owed anything. Who had more than she earned takes nothing from another.
    pub owed: Fen,
    pub has: Has,
}

/// What a new village has so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a list of steps, each done or not")]
pub struct Has {
    pub styles: bool,
    pub workers: bool,
    pub orders: bool,
    /// Whether work was ever given out.
    pub issues: bool,
}

/// A worker who said that she brings work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    pub who: Who,
    pub pieces: Pieces,
    /// The day of her oldest declaration that waits.
    pub since: Day,
}

/// An entry that a worker calls wrong, not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    pub event: EventId,
    /// What it is: one of [`crate::Command::KINDS`].
    pub kind: String,
    pub who: Who,
    pub day: Day,
    pub says: Says,
    pub words: String,
    /// What she says aloud.
    pub spoken: Option<RecordingHash>,
    /// Whether it was corrected since: the answer is still missing.
    pub corrected: bool,
}

/// What was written down, and what she says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    Pieces { was: Pieces, is: Pieces },
    Money { was: Fen, is: Fen },
}

/// A delivery of which the firm has said nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    pub delivery: DeliveryId,
    pub order_code: String,
    pub firm: String,
    pub sent: Day,
    pub pieces: Pieces,
}

/// Pieces of a delivery that were refused or missed, and not settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameBack {
    pub delivery: DeliveryId,
    pub order_code: String,
    pub firm: String,
    pub refused: Pieces,
    pub missing: Pieces,
}

/// Pieces that a worker has to do again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InRework {
    pub issue: IssueId,
    pub order: OrderId,
    pub order_code: String,
    pub style_name: String,
    pub who: Who,
    pub pieces: Pieces,
    /// The day when some were last sent back to her.
    pub since: Day,
}

/// What workers have at home of orders whose due day is past.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Late {
    pub workers: usize,
    pub pieces: Pieces,
}

/// Rows in any one list.
const MOST: i64 = 50;

impl Snapshot {
    /// What waits for the coordinator. Its cost grows with what waits, not with what was.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn today(&mut self, today: Day) -> Result<TodayView, StoreError> {
        let orders = self.orders().open_orders(today).await?;
        let (at_home, owed, has) = self.standing().await?;
        if has == Has::default() {
            return Ok(TodayView::default());
        }
        Ok(TodayView {
            pools: self.orders().pools().await?,
            declared: self.declared().await?,
            disputes: self.disputes().await?,
            unanswered: self.unanswered().await?,
            came_back: self.came_back().await?,
            redo: self.in_rework().await?,
            late: self.late(today).await?,
            orders,
            at_home,
            owed,
            has,
        })
    }

    async fn late(&mut self, today: Day) -> Result<Late, StoreError> {
        let workshop = self.workshop();
        let late = "SELECT COUNT(DISTINCT p.worker), CAST(COALESCE(SUM(p.pieces), 0) AS BIGINT) FROM places p \
             JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             WHERE p.workshop = $1 AND p.worker > 0 AND p.pieces > 0 AND o.due < $2";
        let (workers, pieces): (i64, Pieces) = query(late).bind(workshop).bind(today).one(self.db()).await?;
        Ok(Late { workers: usize::try_from(workers).unwrap_or_default(), pieces })
    }

    async fn standing(&mut self) -> Result<(Pieces, Fen, Has), StoreError> {
        let workshop = self.workshop();
        let standing = "SELECT \
               (SELECT CAST(COALESCE(SUM(pieces), 0) AS BIGINT) FROM places WHERE workshop = $1 AND worker > 0 AND pieces > 0), \
               (SELECT CAST(COALESCE(-SUM(fen), 0) AS BIGINT) FROM accounts WHERE workshop = $1 AND kind = 'worker' AND fen < 0), \
               CASE WHEN EXISTS (SELECT 1 FROM styles WHERE workshop = $1) THEN 1 ELSE 0 END, \
               CASE WHEN EXISTS (SELECT 1 FROM workers WHERE workshop = $1) THEN 1 ELSE 0 END, \
               CASE WHEN EXISTS (SELECT 1 FROM orders WHERE workshop = $1) THEN 1 ELSE 0 END, \
               CASE WHEN EXISTS (SELECT 1 FROM issues WHERE workshop = $1) THEN 1 ELSE 0 END";
        query(standing).bind(workshop).one(self.db()).await
    }

    async fn declared(&mut self) -> Result<Vec<Declared>, StoreError> {
        let workshop = self.workshop();
        let waiting = format!(
            "SELECT w.id, w.number, w.name, CAST(SUM(h.pieces) AS BIGINT), MIN(h.day) FROM hand_ins h \
             JOIN workers w ON w.workshop = h.workshop AND w.id = h.worker \
             WHERE h.workshop = $1 AND h.counted IS NULL \
             GROUP BY w.id, w.number, w.name ORDER BY MIN(h.day), w.number LIMIT {MOST}"
        );
        query(waiting).bind(workshop).all(self.db()).await
    }

    async fn disputes(&mut self) -> Result<Vec<Dispute>, StoreError> {
        let workshop = self.workshop();
        let open = format!(
            "SELECT r.event_id, e.kind, w.id, w.number, w.name, e.day, r.verdict, r.accepted, r.fen, \
               (SELECT CAST(COALESCE(SUM(m.pieces), 0) AS BIGINT) FROM moves m WHERE m.workshop = e.workshop AND m.seq = e.seq \
                 AND m.worker = r.worker AND (e.kind <> 'count' OR m.flow = 'accepted')), \
               (SELECT CAST(COALESCE(SUM(t.fen), 0) AS BIGINT) FROM transfers t WHERE t.workshop = e.workshop AND t.seq = e.seq \
                 AND t.worker = r.worker), \
               r.words, r.spoken, CASE WHEN EXISTS (SELECT 1 FROM events u WHERE u.workshop = e.workshop AND u.reverses = e.id) THEN 1 ELSE 0 END \
             FROM reviews r JOIN events e ON e.workshop = r.workshop AND e.id = r.event_id \
             JOIN workers w ON w.workshop = r.workshop AND w.id = r.worker \
             WHERE r.workshop = $1 AND r.answer IS NULL AND r.verdict <> 'right' AND r.earlier = 0 ORDER BY r.day, e.seq, w.number LIMIT {MOST}"
        );
        query(open).bind(workshop).all(self.db()).await
    }

    async fn unanswered(&mut self) -> Result<Vec<Unanswered>, StoreError> {
        let workshop = self.workshop();
        let sent = format!(
            "SELECT d.id, o.code, f.name, d.day, (SELECT CAST(COALESCE(SUM(n.pieces), 0) AS BIGINT) FROM delivery_lines n \
                 WHERE n.workshop = d.workshop AND n.delivery = d.id) \
             FROM deliveries d JOIN orders o ON o.workshop = d.workshop AND o.id = d.order_id \
             JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm \
             WHERE d.workshop = $1 AND d.state = 'sent' ORDER BY d.id LIMIT {MOST}"
        );
        query(sent).bind(workshop).all(self.db()).await
    }

    async fn came_back(&mut self) -> Result<Vec<CameBack>, StoreError> {
        let workshop = self.workshop();
        let back = format!(
            "SELECT p.part, o.code, f.name, CAST(SUM(CASE WHEN p.kind = 'refused' THEN p.pieces ELSE 0 END) AS BIGINT), \
               CAST(SUM(CASE WHEN p.kind = 'missing' THEN p.pieces ELSE 0 END) AS BIGINT) FROM places p \
             JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm \
             WHERE p.workshop = $1 AND p.kind IN ('refused', 'missing') AND p.pieces > 0 \
             GROUP BY p.part, o.code, f.name ORDER BY p.part LIMIT {MOST}"
        );
        query(back).bind(workshop).all(self.db()).await
    }

    async fn in_rework(&mut self) -> Result<Vec<InRework>, StoreError> {
        let workshop = self.workshop();
        // By the line, for a worker's own moves are as many as her years.
        let redo = format!(
            "SELECT * FROM (SELECT p.part, o.id AS order_id, o.code, {LINE_NAME} AS style, w.id, w.number, w.name, p.pieces, \
               COALESCE((SELECT MAX(m.day) FROM moves m WHERE m.workshop = p.workshop AND m.line = p.line \
                 AND m.issue = p.part AND m.flow = 'sent_back' AND m.sign = 1), i.day) AS since FROM places p \
             JOIN issues i ON i.workshop = p.workshop AND i.id = p.part \
             JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN workers w ON w.workshop = p.workshop AND w.id = p.worker \
             WHERE p.workshop = $1 AND p.kind = 'redo' AND p.pieces > 0) AS redo ORDER BY since, part LIMIT {MOST}"
        );
        query(redo).bind(workshop).all(self.db()).await
    }
}

from_row!(Has { styles, workers, orders, issues });

from_row!(Declared { who, pieces, since });

from_row!(Dispute { event, kind, who, day, says, words, spoken, corrected });

/// What she said; how many pieces and how much money she says it is; how many and how much were written down.
impl FromRow for Says {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (verdict, pieces, fen): (String, _, _) = columns.next()?;
        let (pieces_were, fen_was) = columns.next()?;
        Ok(if verdict == "amount" {
            Self::Money { was: fen_was, is: fen }
        } else {
            Self::Pieces { was: pieces_were, is: pieces }
        })
    }
}

from_row!(Unanswered { delivery, order_code, firm, sent, pieces });

from_row!(CameBack { delivery, order_code, firm, refused, missing });

from_row!(InRework { issue, order, order_code, style_name, who, pieces, since });
