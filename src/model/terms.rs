//! The workshop’s terms.

use crate::values::day::Day;
use crate::values::money::Fen;
use crate::values::phone::Phone;
use serde::{Deserialize, Serialize};

/// What the repair of a piece that a firm refused pays, as a part of the step's rate. It is the workshop's rule, which each worker can
/// read before she takes any; a repair may still be agreed on otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepairPay {
    /// As much as making it: nothing is taken from anybody in silence unless the workshop says so.
    #[default]
    Full,
    Half,
    None,
}

impl RepairPay {
    /// All of them, the most first.
    pub const ALL: [Self; 3] = [Self::Full, Self::Half, Self::None];

    /// Its name in the database and in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Half => "half",
            Self::None => "none",
        }
    }

    /// What that name stands for.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pay| pay.code() == code)
    }

    /// Fen for a piece where making it pays so much; half a fen is rounded up, to her.
    #[must_use]
    pub const fn of(self, rate: Fen) -> Fen {
        match self {
            Self::Full => rate,
            Self::Half => Fen(rate.0 / 2 + rate.0 % 2),
            Self::None => Fen::ZERO,
        }
    }
}

/// The terms from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub from: Day,
    /// Whether each worker sees what an order that she worked on leaves the coordinator.
    pub share_shown: bool,
    /// What the repair of pieces that a firm refused pays.
    pub repair: RepairPay,
    /// The number at which workers and firms call the workshop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
}

/// Sets the terms, from today on; of one day the last count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetTerms {
    pub share_shown: bool,
    pub repair: RepairPay,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
}
