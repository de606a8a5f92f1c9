//! How a village stands at the end of a day, from its notebook.

use super::ledger::forecast::{AtHome, Instance, Line, Order, Worker};
use super::ledger::model::Skill;
use super::ledger::pace::{History, Offered, Pace, WorkDone};
use super::ledger::parse::entry::Deed;
use super::ledger::parse::notebook::{NotebookEntry, NotebookRow};
use super::ledger::parse::orders::OrderSheet;
use super::ledger::parse::workers::WorkerRow;
use super::ledger::values::day::Day;
use super::ledger::values::ids::{LineId, OrderId, StepNo, WorkerId};
use super::ledger::values::pieces::Pieces;
use super::ledger::values::text::Code;
use super::village::VillageNotebook;
use std::collections::{BTreeMap, BTreeSet};

/// Where the pieces of an order's line are.
struct Where {
    style: Code,
    pack: Pieces,
    pools: BTreeMap<StepNo, i64>,
    at_home: BTreeMap<(WorkerId, StepNo), i64>,
    /// Not yet finished.
    left: i64,
}

/// How things stand at the end of a day.
pub struct Evening<'a> {
    village: &'a VillageNotebook,
    sheets: &'a [OrderSheet],
    histories: Vec<History>,
    /// By order and line.
    lines: Vec<Vec<Where>>,
}

impl<'a> Evening<'a> {
    pub fn before(village: &'a VillageNotebook, sheets: &'a [OrderSheet]) -> Self {
        let first = village.rows.first().expect("a row").day;
        let history = |worker: &WorkerRow| {
            let offered =
                Offered { from: first, a_day: worker.minutes_a_day.0 * 100, days_off: worker.days_off.clone() };
            History { offered: vec![offered], done: Vec::new() }
        };
        let lines = |sheet: &OrderSheet| {
            sheet
                .lines
                .iter()
                .map(|line| Where {
                    style: line.style.clone(),
                    pack: line.pack,
                    pools: [(StepNo(1), line.pieces.0)].into(),
                    at_home: BTreeMap::new(),
                    left: line.pieces.0,
                })
                .collect()
        };
        let histories = village.workers.iter().map(history).collect();
        Self { village, sheets, histories, lines: sheets.iter().map(lines).collect() }
    }

    pub fn ready(&self, order: usize) -> bool {
        self.lines[order].iter().all(|line| line.left <= 0)
    }

    fn line(&mut self, order: &Code, style: &Code) -> &mut Where {
        let order = self.sheets.iter().position(|sheet| sheet.code == *order).expect("an order");
        self.lines[order].iter_mut().find(|line| line.style == *style).expect("a line")
    }

    /// Takes a row into account; returns whom it shows counted or given work.
    pub fn row(&mut self, row: &NotebookRow) -> Option<usize> {
        let (deed, number, spot, pieces) = match &row.entry {
            NotebookEntry::Work { deed, worker, spot, pieces } => (*deed, worker, spot, *pieces),
            NotebookEntry::Replaced { order, style, pieces, .. } => {
                *self.line(order, style).pools.entry(StepNo(1)).or_default() += pieces.0;
                return None;
            }
            NotebookEntry::Money { .. } => return None,
        };
        let worker = self.village.workers.iter().position(|worker| worker.number == *number)?;
        let skill = self.village.skill(spot);
        let last = self.village.last_step(skill.style);
        let line = self.line(&spot.order, &spot.style);
        let home = line.at_home.entry((id(worker), skill.step)).or_default();
        *home += if deed == Deed::Issued { pieces.0 } else { 0 };
        *home -= if matches!(deed, Deed::Issued | Deed::SentBack) { 0 } else { pieces.0 };
        match deed {
            Deed::Issued => *line.pools.entry(skill.step).or_default() -= pieces.0,
            Deed::Returned => *line.pools.entry(skill.step).or_default() += pieces.0,
            Deed::Accepted | Deed::AcceptedAfterRework if skill.step == last => line.left -= pieces.0,
            Deed::Accepted | Deed::AcceptedAfterRework => {
                *line.pools.entry(skill.step.next()).or_default() += pieces.0;
            }
            Deed::SentBack | Deed::Scrapped | Deed::ScrappedInRework => {}
        }
        let none = Pieces::ZERO;
        let mut done = WorkDone { day: row.day, skill, issued: none, made: none, returned: none };
        match deed {
            Deed::Issued => done.issued = pieces,
            Deed::Returned => done.returned = pieces,
            Deed::Accepted | Deed::SentBack | Deed::Scrapped => done.made = pieces,
            Deed::AcceptedAfterRework | Deed::ScrappedInRework => {}
        }
        self.histories[worker].done.push(done);
        Some(worker)
    }

    pub fn instance(&self, today: Day, open: &[usize], seen: &BTreeSet<usize>, learned: bool) -> Instance {
        let workers = self.village.workers.iter().enumerate().map(|(index, row)| {
            let history = if learned { self.histories[index].clone() } else { History::default() };
            let pace = Pace::learn(&history, &self.village.standards);
            let at = |skill: Skill| (skill, pace.at(skill, self.village.standards[&skill]).pace.0);
            let holds = self.lines.iter().flatten().flat_map(|line| &line.at_home);
            let holds = holds.filter(|((worker, _), _)| *worker == id(index)).any(|(_, pieces)| *pieces > 0);
            // Today's work is over, and still with her if nobody counted it.
            let from = if holds && !seen.contains(&index) { today } else { Day(today.0.succ_opt().expect("a day")) };
            Worker {
                worker: id(index),
                from,
                a_day: row.minutes_a_day.0 * 100,
                days_off: row.days_off.clone(),
                pace: row.skills.iter().map(|(style, step)| at(self.village.skill_of(style, step))).collect(),
                active: true,
                spread: pace.spread(),
            }
        });
        let orders = open.iter().map(|&order| Order {
            order: OrderId(i64::try_from(order).expect("few")),
            due: self.sheets[order].due,
            lines: (1..).zip(&self.lines[order]).map(|(number, line)| self.line_of(number, line)).collect(),
        });
        Instance { today, workers: workers.collect(), orders: orders.collect() }
    }

    fn line_of(&self, number: i64, line: &Where) -> Line {
        let style = self.village.style(&line.style);
        let at_home = line.at_home.iter().map(|((worker, step), pieces)| AtHome {
            worker: *worker,
            step: *step,
            pieces: Pieces(*pieces),
        });
        Line {
            line: LineId(number),
            style,
            last_step: self.village.last_step(style),
            pack: line.pack,
            pools: line.pools.iter().map(|(step, pieces)| (*step, Pieces(*pieces))).collect(),
            at_home: at_home.collect(),
        }
    }
}

fn id(worker: usize) -> WorkerId {
    WorkerId(i64::try_from(worker).expect("few"))
}
