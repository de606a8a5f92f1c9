//! What a worker says of an entry in her record book, and what is answered.

use crate::values::day::Day;
use crate::values::ids::{EventId, WorkerId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::recording::RecordingHash;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// What a worker says of an entry in her record book: right (of money: she has it), or not right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    // Counts were the first entries that could be spoken of.
    #[serde(rename = "count")]
    pub event: EventId,
    pub worker: WorkerId,
    /// 1 for what she said of it first.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub turn: i64,
    pub verdict: Verdict,
    pub day: Day,
    /// The coordinator's answer to a dispute.
    pub answer: Option<Note>,
    /// Whether she has said something else since. It stays to be read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub earlier: bool,
    /// Whether it was said within a day of choosing the PIN of her card, which somebody else might have done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub new_card: bool,
    /// What she said of it aloud.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken: Option<RecordingHash>,
}

impl Review {
    /// Whether she says that it is not right, and waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answer.is_none() && self.verdict.is_dispute() && !self.earlier
    }
}

const fn first() -> i64 {
    1
}

// As serde asks for it.
#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")
)]
const fn is_first(turn: &i64) -> bool {
    *turn == 1
}

/// A worker's verdict on an entry of hers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "snake_case")]
pub enum Verdict {
    Right,
    /// 对不上: how many pieces she thinks it is (of a count, those that were accepted), and a few words.
    Wrong {
        accepted: Pieces,
        words: Note,
    },
    /// 对不上: how much money she thinks it is, and a few words.
    Amount {
        fen: Fen,
        words: Note,
    },
}

impl Verdict {
    /// Whether it asks for an answer.
    #[must_use]
    pub const fn is_dispute(&self) -> bool {
        match self {
            Self::Right => false,
            Self::Wrong { .. } | Self::Amount { .. } => true,
        }
    }
}

/// A worker says whether an entry of her record book is right: an issue, a count, a payment. She may say more, after an answer too;
/// all of it stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewEntry {
    #[serde(rename = "count")]
    pub event: EventId,
    pub verdict: Verdict,
    /// Whether she chose the PIN of her card less than a day before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub new_card: bool,
    /// What she says of it aloud, with a dispute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoken: Option<RecordingHash>,
}

/// The coordinator answers a dispute in words; what was wrong is also corrected, by an entry of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerDispute {
    #[serde(rename = "count")]
    pub event: EventId,
    /// Whose dispute it is: a split may be disputed by several. A count has but one worker, who need not be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<WorkerId>,
    pub answer: Note,
}
