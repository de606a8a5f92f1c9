//! A pool that waits to be split, and who could take of it.

use super::{Who, day, number, pieces, query, text, who};
use crate::day::Day;
use crate::ids::{LineId, OrderId, StepNo, WorkshopId};
use crate::money::Fen;
use crate::pieces::Pieces;
use crate::store::{Store, StoreError};
use sqlx::Row;

/// The pieces of one line that wait for one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolPage {
    pub order: OrderId,
    pub order_code: String,
    pub due: Day,
    pub line: LineId,
    pub style_code: String,
    pub style_name: String,
    pub step: StepNo,
    pub step_name: String,
    /// Standard time for a piece, in hundredths of a minute.
    pub centiminutes: i64,
    /// What a piece pays on that day, if a rate holds.
    pub rate: Option<Fen>,
    pub pool: Pieces,
    pub pack: Pieces,
    /// Those who can do the step and take work, by number.
    pub workers: Vec<Able>,
}

/// A worker who can do the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Able {
    pub who: Who,
    /// Minutes a day that she offers.
    pub minutes: i64,
    /// ISO weekdays on which she does not work, as digits.
    pub days_off: String,
    /// All that she has at home, to make or to do again, of whatever style.
    pub at_home: Pieces,
    /// The standard time of what she has at home, in whole minutes.
    pub busy: i64,
}

/// A pool in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    pub order: OrderId,
    pub order_code: String,
    pub due: Day,
    pub line: LineId,
    pub style_name: String,
    pub step: StepNo,
    pub step_name: String,
    pub pieces: Pieces,
}

/// The most pools in a list.
const MOST: i64 = 50;

impl Store {
    /// The pool of a line's step, with all who could take of it; `None` where this order has no such line or step.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn pool_page(
        &self,
        workshop: WorkshopId,
        order: OrderId,
        line: LineId,
        step: StepNo,
        today: Day,
    ) -> Result<Option<PoolPage>, StoreError> {
        let head = "SELECT o.code, o.due, s.code, s.name, t.name, t.centiminutes, l.pack, \
               (SELECT r.rate FROM rates r WHERE r.workshop = l.workshop AND r.style = l.style AND r.step = t.no \
                AND r.from_day <= $5 ORDER BY r.from_day DESC LIMIT 1), COALESCE(p.pieces, 0) \
             FROM lines l JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN steps t ON t.workshop = l.workshop AND t.style = l.style AND t.no = $4 AND t.no <= l.last_step \
             LEFT JOIN places p ON p.workshop = l.workshop AND p.line = l.id AND p.kind = 'pool' AND p.part = t.no \
             WHERE l.workshop = $1 AND l.order_id = $2 AND l.id = $3";
        let head = query(head.to_owned(), workshop).bind(order.0).bind(line.0).bind(step.0).bind(today.to_string());
        let Some(row) = head.fetch_optional(&self.pool).await? else { return Ok(None) };
        Ok(Some(PoolPage {
            order,
            order_code: text(&row, 0)?,
            due: day(&row, 1)?,
            line,
            style_code: text(&row, 2)?,
            style_name: text(&row, 3)?,
            step,
            step_name: text(&row, 4)?,
            centiminutes: number(&row, 5)?,
            rate: row.try_get::<Option<i64>, _>(7)?.map(Fen),
            pool: pieces(&row, 8)?,
            pack: pieces(&row, 6)?,
            workers: self.who_could(workshop, line, step).await?,
        }))
    }

    async fn who_could(&self, workshop: WorkshopId, line: LineId, step: StepNo) -> Result<Vec<Able>, StoreError> {
        let able = "SELECT w.id, w.number, w.name, w.minutes_a_day, w.days_off, \
               CAST(COALESCE(SUM(p.pieces), 0) AS BIGINT), \
               CAST(COALESCE(SUM(p.pieces * t.centiminutes), 0) / 100 AS BIGINT) \
             FROM lines l JOIN skills k ON k.workshop = l.workshop AND k.style = l.style AND k.step = $3 \
             JOIN workers w ON w.workshop = k.workshop AND w.id = k.worker AND w.active = 1 \
             LEFT JOIN places p ON p.workshop = w.workshop AND p.worker = w.id AND p.worker > 0 AND p.pieces > 0 \
             LEFT JOIN issues i ON i.workshop = p.workshop AND i.id = p.part \
             LEFT JOIN lines theirs ON theirs.workshop = i.workshop AND theirs.id = i.line \
             LEFT JOIN steps t ON t.workshop = theirs.workshop AND t.style = theirs.style AND t.no = i.step \
             WHERE l.workshop = $1 AND l.id = $2 \
             GROUP BY w.id, w.number, w.name, w.minutes_a_day, w.days_off ORDER BY w.number, w.id";
        let rows = query(able.to_owned(), workshop).bind(line.0).bind(step.0).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(Able {
                    who: who(row, 0)?,
                    minutes: number(row, 3)?,
                    days_off: text(row, 4)?,
                    at_home: pieces(row, 5)?,
                    busy: number(row, 6)?,
                })
            })
            .collect()
    }

    /// The pools with pieces in them, those of the order due first first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn pools(&self, workshop: WorkshopId) -> Result<Vec<Pool>, StoreError> {
        let pools = format!(
            "SELECT o.id, o.code, o.due, l.id, s.name, p.part, t.name, p.pieces FROM places p \
             JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN steps t ON t.workshop = l.workshop AND t.style = l.style AND t.no = p.part \
             WHERE p.workshop = $1 AND p.kind = 'pool' AND p.pieces > 0 ORDER BY o.due, o.id, l.no, p.part LIMIT {MOST}"
        );
        let rows = query(pools, workshop).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                Ok(Pool {
                    order: OrderId(number(row, 0)?),
                    order_code: text(row, 1)?,
                    due: day(row, 2)?,
                    line: LineId(number(row, 3)?),
                    style_name: text(row, 4)?,
                    step: StepNo(number(row, 5)?),
                    step_name: text(row, 6)?,
                    pieces: pieces(row, 7)?,
                })
            })
            .collect()
    }
}
