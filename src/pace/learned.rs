//! What was learned.

use super::evidence::Evidence;
use super::factor::Factor;
use crate::model::Skill;
use crate::values::minutes::Centiminutes;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// A worker's pace, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    pub(super) all: Evidence,
    pub(super) steps: BTreeMap<Skill, (Evidence, Pieces)>,
    pub(super) spread: Spread,
}

/// Her pace at one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Learned {
    /// Her time for a piece, at least 1.
    pub pace: Centiminutes,
    /// How many of her own pieces of this step it rests on; with none it is the standard as her other steps bear it out.
    pub from_pieces: Pieces,
}

/// How far her time may lie from what is expected: squares of the relative deviation, in millionths (22,500 is 15 %).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Of one day's work around her pace. Days differ independently: of `n` days together it is an `n`th of this.
    pub of_a_day: i64,
    /// Of her pace itself around her true one, the same for all her days.
    pub of_pace: i64,
}

impl Pace {
    /// Her pace at a step whose standard time for a piece is this.
    #[must_use]
    pub fn at(&self, skill: Skill, standard: Centiminutes) -> Learned {
        let from_pieces = self.steps.get(&skill).map_or(Pieces::ZERO, |(_, pieces)| *pieces);
        Learned { pace: self.factor(skill).pace(standard), from_pieces }
    }

    /// Her time over the standard time, all steps together, per mille.
    #[must_use]
    pub fn per_mille(&self) -> i64 {
        self.all.own().per_mille()
    }

    /// How far her time may lie from what is expected.
    #[must_use]
    pub const fn spread(&self) -> Spread {
        self.spread
    }

    pub(super) fn factor(&self, skill: Skill) -> Factor {
        let own = self.all.own();
        self.steps.get(&skill).map_or(own, |(evidence, _)| evidence.at_step(own))
    }
}
