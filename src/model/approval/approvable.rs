//! What a second coordinator is asked for. No other command can be proposed, and so no proposal can hold another.

use crate::model::{
    Advance, Bonus, Correct, Deduct, LetIn, Pay, Reissue, SetApproval, SetMinimumWage, SetRate, SetTerms,
};
use crate::values::ids::{EventId, WorkerId};
use crate::values::money::Fen;
use serde::{Deserialize, Serialize};

/// A command that waits for a second coordinator where the workshop asks for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Approvable {
    SetRate(SetRate),
    Correct(Correct),
    Bonus(Bonus),
    Deduct(Deduct),
    Advance(Advance),
    Pay(Pay),
    /// A rate that was agreed on for one repair; what the workshop's own rule says need not wait.
    Reissue(Reissue),
    /// The rule for repairs is a rate.
    SetTerms(SetTerms),
    /// What every rate is held beside.
    SetMinimumWage(SetMinimumWage),
    /// Who could let in a second one alone would be the second one.
    LetIn(LetIn),
    /// Doing without a second one: if one alone could, the setting would be worth nothing.
    SetApproval(SetApproval),
}

impl Approvable {
    /// Whose money or work it is about, if it is about somebody's.
    #[must_use]
    pub const fn worker(&self) -> Option<WorkerId> {
        match self {
            Self::Bonus(ask) => Some(ask.worker),
            Self::Deduct(ask) => Some(ask.worker),
            Self::Advance(ask) => Some(ask.worker),
            Self::Pay(ask) => Some(ask.worker),
            Self::Reissue(ask) => Some(ask.worker),
            _ => None,
        }
    }

    /// How much money is handed to her by it.
    #[must_use]
    pub const fn handed_over(&self) -> Option<Fen> {
        match self {
            Self::Advance(ask) => Some(ask.fen),
            Self::Pay(ask) => Some(ask.fen),
            _ => None,
        }
    }

    /// The event that it would undo.
    #[must_use]
    pub const fn undoes(&self) -> Option<EventId> {
        match self {
            Self::Correct(ask) => Some(ask.event),
            _ => None,
        }
    }

    /// Whether only one of both could be done, or would be meant: the same entry undone, what is owed to her paid, one day's rate.
    #[must_use]
    pub fn collides(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Correct(one), Self::Correct(other)) => one.event == other.event,
            // Rows of a notebook name no sum that was seen, and may be several payments.
            (Self::Pay(one), Self::Pay(other)) => {
                one.worker == other.worker && one.seen.is_some() && other.seen.is_some()
            }
            (Self::SetRate(one), Self::SetRate(other)) => {
                (one.style, one.step, one.from) == (other.style, other.step, other.from)
            }
            (Self::SetMinimumWage(one), Self::SetMinimumWage(other)) => one.from == other.from,
            (Self::SetTerms(_), Self::SetTerms(_)) => true,
            _ => false,
        }
    }
}
