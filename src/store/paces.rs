//! What was learned of how long a piece takes each worker, kept from page to page.

use crate::model::Skill;
use crate::pace::{Learned, Pace, Standards};
use crate::values::day::Day;
use crate::values::ids::{Seq, WorkerId, WorkshopId};
use crate::values::minutes::Centiminutes;
use crate::values::pieces::Pieces;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

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

/// What was learned of each workshop, as of an event and a day: to be learned again when either is another.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptPaces(Arc<Mutex<BTreeMap<WorkshopId, AsOf<Arc<Paces>>>>>);

/// Something as of the event of that number, and a day.
#[derive(Clone, Debug)]
pub(super) struct AsOf<T> {
    pub event: Seq,
    pub day: Day,
    pub what: T,
}

impl KeptPaces {
    pub fn of(&self, workshop: WorkshopId, event: Seq, day: Day) -> Option<Arc<Paces>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let paces = kept.get(&workshop).filter(|kept| (kept.event, kept.day) == (event, day))?;
        Some(Arc::clone(&paces.what))
    }

    pub fn keep(&self, workshop: WorkshopId, paces: AsOf<Arc<Paces>>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(workshop, paces);
    }
}

/// To a tenth of a minute, as pages show it: no more is known, and so what they say adds up.
const fn to_a_tenth(pace: Centiminutes) -> Centiminutes {
    if pace.0 < 10 { pace } else { Centiminutes((pace.0 + 5) / 10 * 10) }
}
