//! The two reports that say what a village's books add up to.

use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::Snapshot;

/// What a worker made and what she is owed, over the whole time; counts in pieces, amounts in fen.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct WorkerTotals {
    pub worker: String,
    pub accepted_pieces: i64,
    pub rework_pieces: i64,
    pub earned_fen: i64,
    pub bonus_fen: i64,
    pub deducted_fen: i64,
    pub advanced_fen: i64,
    pub paid_fen: i64,
    pub owed_fen: i64,
}

/// Where the pieces of an order line's step are; counts in pieces.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct StepTotals {
    pub order: String,
    pub style: String,
    pub step: String,
    pub pool: i64,
    pub in_hand: i64,
    pub in_rework: i64,
    /// Accepted so far; what was accepted again after a firm's refusal is not counted twice.
    pub accepted: i64,
    pub scrapped: i64,
    /// For the last step only.
    pub finished: Option<i64>,
    /// What tells lines of one style apart; missing where no line has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
}

impl Snapshot {
    /// Totals of every worker, by number.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn worker_totals(&mut self) -> Result<Vec<WorkerTotals>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT w.number, \
                CAST(COALESCE(m.accepted, 0) AS BIGINT), CAST(COALESCE(m.rework, 0) AS BIGINT), \
                CAST(COALESCE(t.earned, 0) AS BIGINT), CAST(COALESCE(t.bonus, 0) AS BIGINT), \
                CAST(COALESCE(t.deducted, 0) AS BIGINT), CAST(COALESCE(t.advanced, 0) AS BIGINT), \
                CAST(COALESCE(t.paid, 0) AS BIGINT), CAST(COALESCE(-a.fen, 0) AS BIGINT) \
            FROM workers w \
            LEFT JOIN (SELECT worker, \
                    SUM(CASE flow WHEN 'accepted' THEN sign * pieces ELSE 0 END) AS accepted, \
                    SUM(CASE flow WHEN 'sent_back' THEN sign * pieces ELSE 0 END) AS rework \
                FROM moves WHERE workshop = $1 GROUP BY worker) m ON m.worker = w.id \
            LEFT JOIN (SELECT worker, \
                    SUM(CASE purpose WHEN 'earned' THEN sign * fen ELSE 0 END) AS earned, \
                    SUM(CASE purpose WHEN 'bonus' THEN sign * fen ELSE 0 END) AS bonus, \
                    SUM(CASE purpose WHEN 'deduction' THEN sign * fen ELSE 0 END) AS deducted, \
                    SUM(CASE purpose WHEN 'advance' THEN sign * fen ELSE 0 END) AS advanced, \
                    SUM(CASE purpose WHEN 'paid' THEN sign * fen ELSE 0 END) AS paid \
                FROM transfers WHERE workshop = $1 GROUP BY worker) t ON t.worker = w.id \
            LEFT JOIN accounts a ON a.workshop = w.workshop AND a.kind = 'worker' AND a.owner = w.id \
            WHERE w.workshop = $1 ORDER BY w.number";
        query(text).bind(workshop).all(self.db()).await
    }

    /// Totals of every step of every order line, in the order in which orders were opened.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn step_totals(&mut self) -> Result<Vec<StepTotals>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT o.code, s.code, p.code, l.variant, \
                CAST(COALESCE(pool.pieces, 0) AS BIGINT), \
                CAST(COALESCE(home.hand, 0) AS BIGINT), CAST(COALESCE(home.redo, 0) AS BIGINT), \
                CAST(COALESCE(made.accepted, 0) AS BIGINT), CAST(COALESCE(scrap.pieces, 0) AS BIGINT), \
                CASE WHEN p.no = l.last_step THEN 1 ELSE 0 END \
            FROM lines l \
            JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
            JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
            JOIN steps p ON p.workshop = l.workshop AND p.style = l.style AND p.no <= l.last_step \
            LEFT JOIN places pool ON pool.workshop = l.workshop AND pool.line = l.id \
                AND pool.kind = 'pool' AND pool.part = p.no \
            LEFT JOIN places scrap ON scrap.workshop = l.workshop AND scrap.line = l.id \
                AND scrap.kind = 'scrap' AND scrap.part = p.no \
            LEFT JOIN (SELECT i.line, i.step, \
                    SUM(CASE h.kind WHEN 'hand' THEN h.pieces ELSE 0 END) AS hand, \
                    SUM(CASE h.kind WHEN 'redo' THEN h.pieces ELSE 0 END) AS redo \
                FROM issues i JOIN places h ON h.workshop = i.workshop AND h.line = i.line AND h.part = i.id \
                    AND h.kind IN ('hand', 'redo') \
                WHERE i.workshop = $1 GROUP BY i.line, i.step) home ON home.line = l.id AND home.step = p.no \
            LEFT JOIN (SELECT i.line, i.step, SUM(m.sign * m.pieces) AS accepted \
                FROM moves m JOIN issues i ON i.workshop = m.workshop AND i.id = m.issue \
                WHERE m.workshop = $1 AND m.flow = 'accepted' AND i.repairs IS NULL \
                GROUP BY i.line, i.step) made ON made.line = l.id AND made.step = p.no \
            WHERE l.workshop = $1 ORDER BY o.id, l.no, p.no";
        let mut rows: Vec<StepTotals> = query(text).bind(workshop).all(self.db()).await?;
        let none_has = rows.iter().all(|row| row.variant.as_deref().is_none_or(str::is_empty));
        if none_has {
            rows.iter_mut().for_each(|row| row.variant = None);
        }
        Ok(rows)
    }
}

from_row!(WorkerTotals {
    worker,
    accepted_pieces,
    rework_pieces,
    earned_fen,
    bonus_fen,
    deducted_fen,
    advanced_fen,
    paid_fen,
    owed_fen
});

impl FromRow for StepTotals {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (order, style, step, variant) = columns.next()?;
        let (pool, in_hand, in_rework) = columns.next()?;
        let (accepted, scrapped, last): (_, _, bool) = columns.next()?;
        let finished = last.then_some(accepted);
        Ok(Self { order, style, step, pool, in_hand, in_rework, accepted, scrapped, finished, variant: Some(variant) })
    }
}
