//! What was learned of how long a piece takes each worker.

use crate::model::Skill;
use crate::pace::{Learned, Pace, Standards};
use crate::values::ids::WorkerId;
use crate::values::minutes::Centiminutes;
use crate::values::pieces::Pieces;
use std::collections::{BTreeMap, BTreeSet};

/// What each worker's time for a piece is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paces {
    pub standards: Standards,
    pub(super) paces: BTreeMap<WorkerId, Pace>,
    /// Those who were counted or given work on the day itself.
    pub(super) seen_today: BTreeSet<WorkerId>,
}

impl Paces {
    /// Her pace, if she was given any work recently.
    #[must_use]
    pub fn of(&self, worker: WorkerId) -> Option<&Pace> {
        self.paces.get(&worker)
    }

    /// Her time for a piece, and how many of her own pieces it rests on. A step without a standard takes no time that we know of.
    #[must_use]
    pub fn at(&self, worker: WorkerId, skill: Skill) -> Learned {
        let standard = self.standards.get(&skill).copied().unwrap_or(Centiminutes::ZERO);
        let learned = self.of(worker).map(|pace| pace.at(skill, standard));
        match learned {
            Some(Learned { pace, from_pieces }) if pace != standard => Learned { pace: to_a_tenth(pace), from_pieces },
            Some(as_the_standard) => as_the_standard,
            None => Learned { pace: standard, from_pieces: Pieces::ZERO },
        }
    }

    /// The time that these pieces take her.
    #[must_use]
    pub fn time(&self, worker: WorkerId, doings: &[(Skill, Pieces)]) -> Centiminutes {
        doings.iter().map(|(skill, n)| self.at(worker, *skill).pace.times(n.0)).sum()
    }
}

/// To a tenth of a minute, as pages show it: no more is known, and so what they say adds up.
const fn to_a_tenth(pace: Centiminutes) -> Centiminutes {
    if pace.0 < 10 { pace } else { Centiminutes((pace.0 + 5) / 10 * 10) }
}
