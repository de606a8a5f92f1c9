//! How things stand.

use crate::model;
use crate::model::Skill;
use crate::pace::{Pace, Spread, Standards};
use crate::values::day::{Day, DaysOff};
use crate::values::ids::{LineId, OrderId, StepNo, StyleId, WorkerId};
use crate::values::minutes::Centiminutes;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// What a forecast is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    pub today: Day,
    pub workers: Vec<Worker>,
    /// Those that are not wholly delivered.
    pub orders: Vec<Order>,
}

/// A worker, and how fast she is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    pub worker: WorkerId,
    /// The first day whose work was not counted yet: tomorrow for one who was counted or given work today. Never before today.
    pub from: Day,
    /// What she offers on each of her working days.
    pub a_day: i64,
    pub days_off: DaysOff,
    /// Her time for a piece of each step that she can do, or has at home.
    pub pace: BTreeMap<Skill, i64>,
    /// Whether she takes new work.
    pub active: bool,
    pub spread: Spread,
}

impl Worker {
    /// A worker as the books have her, with what she holds besides what she is known to do. Steps without a standard are left out.
    #[must_use]
    pub fn of(
        worker: &model::Worker,
        pace: &Pace,
        standards: &Standards,
        holds: impl IntoIterator<Item = Skill>,
        from: Day,
    ) -> Self {
        let skills = worker.skills.iter().copied().chain(holds);
        let at = |skill| standards.get(&skill).map(|standard| (skill, pace.at(skill, *standard).pace.0));
        Self {
            worker: worker.id,
            from,
            a_day: Centiminutes::from(worker.minutes_a_day).0,
            days_off: worker.days_off.clone(),
            pace: skills.filter_map(at).collect(),
            active: worker.active,
            spread: pace.spread(),
        }
    }
}

/// An order, and where its pieces are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub order: OrderId,
    pub due: Day,
    pub lines: Vec<Line>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub line: LineId,
    pub style: StyleId,
    pub last_step: StepNo,
    /// What moves on together.
    pub pack: Pieces,
    /// Pieces that wait to be issued, by step.
    pub pools: Vec<(StepNo, Pieces)>,
    /// Pieces in workers' hands, to be made or made again.
    pub at_home: Vec<AtHome>,
}

/// Pieces of one step with one worker. What is to be made again is taken to need a piece's whole time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtHome {
    pub worker: WorkerId,
    pub step: StepNo,
    pub pieces: Pieces,
}

impl Line {
    /// The steps of the line.
    pub(super) fn steps(&self) -> impl Iterator<Item = StepNo> + use<> {
        // A style has few steps; a number that is none of a step must not keep us going.
        (StepNo::FIRST.0..=self.last_step.0.min(MOST_STEPS)).map(StepNo)
    }

    /// Pieces that somebody has still to be given at a step: in its pool, or on their way to it.
    pub(super) fn to_come(&self, step: StepNo) -> i64 {
        let pools = self.pools.iter().filter(|(at, _)| *at <= step).map(|(_, pieces)| pieces.0);
        let homes = self.at_home.iter().filter(|at| at.step < step).map(|at| at.pieces.0);
        sum(pools.chain(homes))
    }

    /// Pieces that somebody has at home at a step.
    pub(super) fn in_hand(&self, step: StepNo) -> i64 {
        sum(self.at_home.iter().filter(|at| at.step == step).map(|at| at.pieces.0))
    }

    /// What a worker must be able to do for a step of it.
    pub(super) const fn skill(&self, step: StepNo) -> Skill {
        Skill { style: self.style, step }
    }
}

/// More steps than any style has.
pub(super) const MOST_STEPS: i64 = 100;

/// A sum of counts; less than none is none, and more than can be is as much as can be.
fn sum(counts: impl Iterator<Item = i64>) -> i64 {
    counts.map(|count| count.clamp(0, Pieces::MOST.0)).sum::<i64>().min(Pieces::MOST.0)
}
