//! When the open orders will be ready.

use super::pace::Paces;
use super::{day, number, pieces, query};
use crate::forecast::{AtHome, Forecast, Instance, Line, Order, When, Worker, forecast};
use crate::journal::Books;
use crate::model::Skill;
use crate::model::Worker as KeptWorker;
use crate::pace::{History, Pace};
use crate::store::StoreError;
use crate::store::read::{OfFirm, OfOrders};
use crate::store::records::{Want, read};
use crate::values::day::Day;
use crate::values::ids::{LineId, OrderId, StepNo, StyleId, WorkerId};
use chrono::Days;
use sqlx::any::AnyRow;
use std::collections::{BTreeMap, BTreeSet};

/// What is foreseen of each order that has pieces still to be made.
pub type Outlook = BTreeMap<OrderId, Forecast>;

impl OfOrders<'_> {
    /// When the open orders will be ready, by all that is in the pools and at workers' homes, and by their paces.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn outlook(&mut self, today: Day) -> Result<Outlook, StoreError> {
        let (orders, holds) = self.unmade().await?;
        if orders.is_empty() {
            return Ok(Outlook::new());
        }
        let paces = self.snapshot.paces(today).await?;
        let workers = self.hands(&paces, &holds, today).await?;
        let foreseen = forecast(&Instance { today, workers, orders });
        Ok(foreseen.into_iter().map(|forecast| (forecast.order, forecast)).collect())
    }

    /// The orders with pieces that are still to be made, and where those are; and what each worker has at home.
    async fn unmade(&mut self) -> Result<(Vec<Order>, BTreeMap<WorkerId, BTreeSet<Skill>>), StoreError> {
        let workshop = self.workshop();
        let unmade = "SELECT l.order_id, o.due, p.line, l.style, l.last_step, l.pack, p.worker, \
               CASE WHEN p.kind = 'pool' THEN p.part ELSE i.step END AS at_step, CAST(SUM(p.pieces) AS BIGINT) \
             FROM places p JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             LEFT JOIN issues i ON p.worker > 0 AND i.workshop = p.workshop AND i.id = p.part \
             WHERE p.workshop = $1 AND p.pieces > 0 AND p.kind IN ('pool', 'hand', 'redo') \
             GROUP BY l.order_id, o.due, p.line, l.style, l.last_step, l.pack, p.worker, at_step \
             ORDER BY o.due, l.order_id, p.line, p.worker, at_step";
        let rows = query(unmade.to_owned(), workshop).fetch_all(self.db()).await?;
        let mut orders = Vec::<Order>::new();
        let mut holds = BTreeMap::<WorkerId, BTreeSet<Skill>>::new();
        for row in &rows {
            let (order, line) = (OrderId(number(row, 0)?), LineId(number(row, 2)?));
            if orders.last().is_none_or(|last| last.order != order) {
                orders.push(Order { order, due: day(row, 1)?, lines: Vec::new() });
            }
            let Some(lines) = orders.last_mut().map(|last| &mut last.lines) else { continue };
            if lines.last().is_none_or(|last| last.line != line) {
                lines.push(line_of(row)?);
            }
            let Some(line) = lines.last_mut() else { continue };
            let (worker, step, pieces) = (WorkerId(number(row, 6)?), StepNo(number(row, 7)?), pieces(row, 8)?);
            if worker.0 > 0 {
                line.at_home.push(AtHome { worker, step, pieces });
                holds.entry(worker).or_default().insert(Skill { style: line.style, step });
            } else {
                line.pools.push((step, pieces));
            }
        }
        Ok((orders, holds))
    }

    /// All workers, as fast as they are.
    async fn hands(
        &mut self,
        paces: &Paces,
        holds: &BTreeMap<WorkerId, BTreeSet<Skill>>,
        today: Day,
    ) -> Result<Vec<Worker>, StoreError> {
        let workshop = self.workshop();
        let mut books = Books::default();
        let db = self.db();
        read::<KeptWorker>(Want::All, &mut *db, workshop, &mut books).await?;
        let tomorrow = today.0.checked_add_days(Days::new(1)).map_or(today, Day);
        let nothing = Pace::learn(&History::default(), &paces.standards);
        Ok(books
            .workers
            .values()
            .map(|worker| {
                let pace = paces.of(worker.id).unwrap_or(&nothing);
                let holds = holds.get(&worker.id).into_iter().flatten().copied();
                let from = if paces.seen_today.contains(&worker.id) { tomorrow } else { today };
                Worker::of(worker, pace, &paces.standards, holds, from)
            })
            .collect())
    }
}

impl OfFirm<'_> {
    /// When that firm's orders will be ready: days and no more, of those that anything is still to be made of.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn ready_days(&mut self, today: Day) -> Result<BTreeMap<OrderId, When>, StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let own = "SELECT DISTINCT o.id FROM places p JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             WHERE p.workshop = $1 AND p.pieces > 0 AND p.kind IN ('pool', 'hand', 'redo') AND o.firm = $2";
        let rows = query(own.to_owned(), workshop).bind(firm.0).fetch_all(self.db()).await?;
        let own = rows.iter().map(|row| Ok(OrderId(number(row, 0)?))).collect::<Result<BTreeSet<_>, StoreError>>()?;
        if own.is_empty() {
            return Ok(BTreeMap::new());
        }
        let outlook = self.snapshot.orders().outlook(today).await?;
        let own = outlook.into_iter().filter(|(order, _)| own.contains(order));
        Ok(own.filter_map(|(order, forecast)| Some((order, forecast.for_firm()?))).collect())
    }
}

fn line_of(row: &AnyRow) -> Result<Line, StoreError> {
    Ok(Line {
        line: LineId(number(row, 2)?),
        style: StyleId(number(row, 3)?),
        last_step: StepNo(number(row, 4)?),
        pack: pieces(row, 5)?,
        pools: Vec::new(),
        at_home: Vec::new(),
    })
}
