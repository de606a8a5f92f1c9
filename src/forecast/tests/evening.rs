//! How a village stands at the end of a day, by its books.

use super::books::VillageBooks;
use super::ledger::forecast::{AtHome, Deed, DeedKind, Instance, Line, Order, PastLine, PastOrder, Worker};
use super::ledger::model::Skill;
use super::ledger::pace::{History, Offered, Pace, WorkDone};
use super::ledger::values::day::Day;
use super::ledger::values::ids::{LineId, OrderId, StepNo, WorkerId};
use super::ledger::values::pieces::Pieces;
use std::collections::{BTreeMap, BTreeSet};

/// How things stand at the end of a day.
pub struct Evening<'a> {
    books: &'a VillageBooks,
    histories: BTreeMap<WorkerId, History>,
    lines: BTreeMap<LineId, &'a PastLine>,
    pools: BTreeMap<(LineId, StepNo), i64>,
    homes: BTreeMap<(LineId, WorkerId, StepNo), i64>,
    /// Not yet finished.
    left: BTreeMap<LineId, i64>,
}

impl<'a> Evening<'a> {
    pub fn before(books: &'a VillageBooks) -> Self {
        let from = books.deeds.first().expect("a deed").day;
        let histories = books.women.iter().map(|woman| {
            let offered = Offered { from, a_day: woman.minutes_a_day * 100, days_off: woman.days_off.clone() };
            (woman.worker, History { offered: vec![offered], done: Vec::new() })
        });
        let lines: BTreeMap<LineId, &PastLine> =
            books.orders.iter().flat_map(|order| &order.lines).map(|line| (line.line, line)).collect();
        let left = lines.iter().map(|(id, line)| (*id, line.pieces.0)).collect();
        let (pools, homes) = (BTreeMap::new(), BTreeMap::new());
        Self { books, histories: histories.collect(), lines, pools, homes, left }
    }

    /// Whether all of an order is made.
    pub fn ready(&self, order: &PastOrder) -> bool {
        order.lines.iter().all(|line| self.left[&line.line] <= 0)
    }

    /// Takes a deed into account.
    pub fn deed(&mut self, deed: &Deed) {
        let line = self.lines[&deed.line];
        let (step, pieces) = (deed.step, deed.pieces.0);
        let pool = match deed.kind {
            DeedKind::Entered | DeedKind::Replaced | DeedKind::Returned => pieces,
            DeedKind::Issued | DeedKind::Cancelled => -pieces,
            _ => 0,
        };
        *self.pools.entry((deed.line, step)).or_default() += pool;
        if matches!(deed.kind, DeedKind::Accepted | DeedKind::AcceptedAgain) {
            if step == line.last_step {
                *self.left.entry(deed.line).or_default() -= pieces;
            } else {
                *self.pools.entry((deed.line, step.next())).or_default() += pieces;
            }
        }
        let Some(worker) = deed.worker else { return };
        let home = self.homes.entry((deed.line, worker, step)).or_default();
        match deed.kind {
            DeedKind::Issued => *home += pieces,
            DeedKind::SentBack => {}
            _ => *home -= pieces,
        }
        let (skill, none) = (Skill { style: line.style, step }, Pieces::ZERO);
        let mut done = WorkDone { day: deed.day, skill, issued: none, made: none, returned: none };
        match deed.kind {
            DeedKind::Issued => done.issued = deed.pieces,
            DeedKind::Returned => done.returned = deed.pieces,
            DeedKind::Accepted | DeedKind::SentBack | DeedKind::Scrapped => done.made = deed.pieces,
            _ => {}
        }
        self.histories.entry(worker).or_default().done.push(done);
    }

    /// What a forecast of these orders is made from, with learned paces or by the standard; those seen today are done for today.
    pub fn instance(&self, today: Day, open: &[&PastOrder], seen: &BTreeSet<WorkerId>, learned: bool) -> Instance {
        let workers = self.books.women.iter().map(|woman| {
            let history = if learned { self.histories[&woman.worker].clone() } else { History::default() };
            let pace = Pace::learn(&history, &self.books.standards);
            let at = |skill: &Skill| (*skill, pace.at(*skill, self.books.standards[skill]).pace.0);
            let mut homes = self.homes.iter().filter(|((_, worker, _), _)| *worker == woman.worker);
            let holds = homes.any(|(_, pieces)| *pieces > 0);
            // Today's work is over, and still with her if nobody counted it.
            let from = if holds && !seen.contains(&woman.worker) { today } else { today.next() };
            Worker {
                worker: woman.worker,
                from,
                a_day: woman.minutes_a_day * 100,
                days_off: woman.days_off.clone(),
                pace: woman.skills.iter().map(at).collect(),
                active: true,
                spread: pace.spread(),
            }
        });
        let orders = open.iter().map(|order| Order {
            order: order.order,
            due: order.due,
            lines: order.lines.iter().map(|line| self.line(line)).collect(),
        });
        Instance { today, workers: workers.collect(), orders: orders.collect() }
    }

    fn line(&self, line: &PastLine) -> Line {
        let pools = self.pools.iter().filter(|((of, _), pieces)| *of == line.line && **pieces > 0);
        let homes = self.homes.iter().filter(|((of, ..), pieces)| *of == line.line && **pieces > 0);
        Line {
            line: line.line,
            style: line.style,
            last_step: line.last_step,
            pack: line.pack,
            pools: pools.map(|((_, step), pieces)| (*step, Pieces(*pieces))).collect(),
            at_home: homes
                .map(|((_, worker, step), pieces)| AtHome { worker: *worker, step: *step, pieces: Pieces(*pieces) })
                .collect(),
        }
    }
}

/// Orders by their ids.
pub type ByOrder<T> = BTreeMap<OrderId, T>;
