//! Settlements 结算 and pay slips 工资条.

use crate::values::day::Day;
use crate::values::ids::{EventId, WorkerId};
use crate::values::money::Fen;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Sums of a worker's transfers over some days, each as a plain amount; corrections are taken off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub earned: Fen,
    pub bonus: Fen,
    pub deducted: Fen,
    pub advanced: Fen,
    pub paid: Fen,
}

impl Tally {
    /// What it adds to the sum that she is owed.
    #[must_use]
    pub fn change(self) -> Fen {
        self.earned + self.bonus - self.deducted - self.advanced - self.paid
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            earned: self.earned + other.earned,
            bonus: self.bonus + other.bonus,
            deducted: self.deducted + other.deducted,
            advanced: self.advanced + other.advanced,
            paid: self.paid + other.paid,
        }
    }
}

/// What a worker earned and was given in a period, and what she was owed at its end. Once made it is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    pub worker: WorkerId,
    /// Its first day: that after her last slip, or that of her first transfer.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// What she was owed before; below zero where she had more in advance than she had earned.
    pub carried: Fen,
    pub tally: Tally,
    /// The settlement that it is of.
    pub settled: EventId,
}

impl Slip {
    /// What she was owed at its end.
    #[must_use]
    pub fn owed(&self) -> Fen {
        self.carried + self.tally.change()
    }
}

/// Settles with some workers: a slip for each, from the day after her last one through `until`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settle {
    /// The last day; it must be over, for work of that day may still come in.
    pub until: Day,
    pub workers: BTreeSet<WorkerId>,
}
