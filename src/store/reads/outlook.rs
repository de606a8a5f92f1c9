//! When the open orders will be ready.

use crate::forecast::{AtHome, Instance, Line, Order, Outlook, When, Worker, forecast_from};
use crate::journal::Books;
use crate::model::Skill;
use crate::model::Worker as KeptWorker;
use crate::pace::{History, Pace};
use crate::store::Paces;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::store::query::query;
use crate::store::read::{OfFirm, OfOrders};
use crate::store::records::{Want, read};
use crate::values::day::Day;
use crate::values::ids::{OrderId, StepNo, WorkerId};
use crate::values::pieces::Pieces;
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An order and its due day; pieces of a step in the pool or at a worker's home; and their line.
type Unmade = (OrderId, Day, WorkerId, StepNo, Pieces, Line);

impl OfOrders<'_> {
    /// When the open orders will be ready: by all that is in the pools and at workers' homes, by their paces, and by what the village did in
    /// its last months. It is worked out again after each event only.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn outlook(&mut self, today: Day) -> Result<Arc<Outlook>, StoreError> {
        let workshop = self.workshop();
        let event = self.snapshot.last_event().await?;
        if let Some(kept) = self.snapshot.outlooks.of(workshop, event, today) {
            return Ok(kept);
        }
        let outlook = self.foreseen(today).await?;
        Ok(self.snapshot.outlooks.keep(workshop, event, today, outlook))
    }

    async fn foreseen(&mut self, today: Day) -> Result<Outlook, StoreError> {
        let (orders, holds) = self.unmade().await?;
        if orders.is_empty() {
            return Ok(Outlook::new());
        }
        let paces = self.snapshot.paces(today).await?;
        let workers = self.hands(&paces, &holds, today).await?;
        let past = self.snapshot.past(today, paces.standards.clone()).await?;
        let foreseen = forecast_from(&Instance { today, workers, orders }, &past);
        Ok(foreseen.into_iter().map(|forecast| (forecast.order, forecast)).collect())
    }

    /// The orders with pieces that are still to be made, and where those are; and what each worker has at home.
    pub(crate) async fn unmade(&mut self) -> Result<(Vec<Order>, BTreeMap<WorkerId, BTreeSet<Skill>>), StoreError> {
        let workshop = self.workshop();
        let unmade = "SELECT l.order_id, o.due, p.worker, \
               CASE WHEN p.kind = 'pool' THEN p.part ELSE i.step END AS at_step, CAST(SUM(p.pieces) AS BIGINT), \
               p.line, l.style, l.last_step, l.pack \
             FROM places p JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             LEFT JOIN issues i ON p.worker > 0 AND i.workshop = p.workshop AND i.id = p.part \
             WHERE p.workshop = $1 AND p.pieces > 0 AND p.kind IN ('pool', 'hand', 'redo') \
             GROUP BY l.order_id, o.due, p.line, l.style, l.last_step, l.pack, p.worker, at_step \
             ORDER BY o.due, l.order_id, p.line, p.worker, at_step";
        let rows = query(unmade).bind(workshop).all::<Unmade>(self.db()).await?;
        let mut orders = Vec::<Order>::new();
        let mut holds = BTreeMap::<WorkerId, BTreeSet<Skill>>::new();
        for (order, due, worker, step, pieces, line) in rows {
            if orders.last().is_none_or(|last| last.order != order) {
                orders.push(Order { order, due, lines: Vec::new() });
            }
            let Some(lines) = orders.last_mut().map(|last| &mut last.lines) else { continue };
            if lines.last().is_none_or(|last| last.line != line.line) {
                lines.push(line);
            }
            let Some(line) = lines.last_mut() else { continue };
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
        let own: Vec<OrderId> = query(own).bind(workshop).bind(firm).all(self.db()).await?;
        if own.is_empty() {
            return Ok(BTreeMap::new());
        }
        let outlook = self.snapshot.orders().outlook(today).await?;
        let own = outlook.iter().filter(|(order, _)| own.contains(order));
        Ok(own.filter_map(|(order, forecast)| Some((*order, forecast.for_firm()?))).collect())
    }
}

/// A line, with nothing of it yet.
impl FromRow for Line {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            line: columns.next()?,
            style: columns.next()?,
            last_step: columns.next()?,
            pack: columns.next()?,
            pools: Vec::new(),
            at_home: Vec::new(),
        })
    }
}
