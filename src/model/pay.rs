//! What is owed beyond earnings, and what is paid.

use crate::values::ids::{FirmId, WorkerId};
use crate::values::money::Fen;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// A bonus 奖金.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bonus {
    pub worker: WorkerId,
    pub fen: Fen,
    pub note: Note,
}

/// A deduction 扣款, never without a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deduct {
    pub worker: WorkerId,
    pub fen: Fen,
    pub reason: Note,
}

/// An advance 预支: money before it is earned. What is owed may go below zero by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advance {
    pub worker: WorkerId,
    pub fen: Fen,
    pub note: Note,
}

/// Wages paid 发工钱: never more than is owed, unless what is beyond it is meant as an advance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    pub worker: WorkerId,
    /// All that is handed over.
    pub fen: Fen,
    /// Whether what is more than is owed is an advance. Handed over at once, it is one entry, and undone at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ahead: bool,
    /// How: cash, `WeChat`, …
    pub note: Note,
    /// What was owed when the one who pays looked. Another sum now means that somebody else has paid or counted since: so two tabs, or
    /// two people, cannot pay the same twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Fen>,
}

/// A firm's payment. It may pay ahead: its balance then goes below zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirmPays {
    pub firm: FirmId,
    pub fen: Fen,
    pub note: Note,
}
