//! The slip 工资条: a worker's part of a settlement.

use super::Tally;
use crate::day::Day;
use crate::ids::{EventId, WorkerId};
use crate::money::Fen;
use serde::{Deserialize, Serialize};

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
