//! What would help.

use super::hours::{A_DAY, Ticks};
use crate::values::day::Day;
use crate::values::ids::{LineId, StepNo, WorkerId};

/// What would help an order that is late or may become so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// Where it is late: how much more time on each day from today on, in all, by those able and for this order, would have it
    /// expected in time. None where it is not late, or where no time would help: it is due too soon for the steps that remain.
    pub minutes: Option<i64>,
    /// Whose those minutes have to be, where all that is short is at one worker's home; else they are of all who can make it.
    pub hers: Option<WorkerId>,
    /// The day that could be promised instead, to be kept with a chance of 90 %.
    pub promise: Option<Day>,
    /// Who has the last of it at home, where others could make it too: it can be taken back and split again.
    pub hand_over: Option<WorkerId>,
}

/// The step that holds an order up: with the most work for the time of those able.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bottleneck {
    pub line: LineId,
    pub step: StepNo,
    /// The time that all its pieces still take at that step, at the pace of those able together.
    pub work: i64,
    /// What those able offer a day, days off counted in, for whatever they do.
    pub a_day: i64,
}

/// Work that will not be done when it has to be: until which moment, how much, and at whose home it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Short(Vec<(Ticks, i64, Option<WorkerId>)>);

impl Short {
    pub fn add(&mut self, deadline: Ticks, time: i64, home: Option<WorkerId>) {
        if time > 0 {
            self.0.push((deadline, time, home));
        }
    }

    /// At whose home all of it is, where it is one.
    pub fn home(&self) -> Option<WorkerId> {
        let first = self.0.first()?.2;
        first.filter(|_| self.0.iter().all(|(_, _, home)| *home == first))
    }

    /// The least time a day with which, for every moment, all that has to be done until then is: the most of
    /// `short until then / days until then`. `None` where a moment is past.
    pub fn a_day(&self) -> Option<i64> {
        let mut parts = self.0.clone();
        parts.sort_unstable();
        let (mut sum, mut most) = (0_i128, 0_i128);
        for (deadline, time, _) in parts {
            if deadline <= 0 {
                return None;
            }
            sum += i128::from(time);
            most = most.max((sum * i128::from(A_DAY) + i128::from(deadline) - 1) / i128::from(deadline));
        }
        i64::try_from(most).ok()
    }
}

/// How much a step is for those who can do it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Load {
    pub line: LineId,
    pub step: StepNo,
    pub pieces: i64,
    /// What those able offer in a week, and the parts of pieces that they could make in it.
    pub a_week: i64,
    pub parts: i64,
}

impl Load {
    pub const fn any(&self) -> bool {
        self.pieces > 0 && self.parts > 0
    }

    pub fn heavier_than(&self, other: &Self) -> bool {
        i128::from(self.pieces) * i128::from(other.parts) > i128::from(other.pieces) * i128::from(self.parts)
    }
}

impl Bottleneck {
    pub(super) fn of(load: &Load) -> Self {
        let whole = i128::from(load.pieces) * i128::from(super::crew::PARTS) * i128::from(load.a_week);
        let work = i64::try_from(whole / i128::from(load.parts.max(1))).unwrap_or(i64::MAX);
        Self { line: load.line, step: load.step, work, a_day: load.a_week / 7 }
    }
}
