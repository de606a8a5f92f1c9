//! Deliveries 发货, what the firm says of them, and what becomes of what it refused or missed.

use crate::values::day::Day;
use crate::values::ids::{DeliveryId, LineId, OrderId, WorkerId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use serde::{Deserialize, Serialize};

/// How far a delivery is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// On its way: the firm has not answered.
    Sent,
    /// The firm confirmed, refused or reported short, line by line.
    Answered,
    /// Taken back as a mistake.
    Void,
}

impl DeliveryState {
    /// Its name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Answered => "answered",
            Self::Void => "void",
        }
    }

    /// The state of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Sent, Self::Answered, Self::Void].into_iter().find(|state| state.code() == code)
    }
}

/// What a delivery holds of one line, and what the firm said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    pub line: LineId,
    pub pieces: Pieces,
    pub confirmed: Pieces,
    pub refused: Pieces,
    pub short: Pieces,
    /// Why some were refused.
    pub reason: Note,
    /// What the firm was charged for a piece when it answered; later pieces of the delivery cost the same. None where it did not answer,
    /// or answered before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Fen>,
}

/// A delivery 发货.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    pub id: DeliveryId,
    pub order: OrderId,
    pub day: Day,
    pub lines: Vec<Sent>,
    pub state: DeliveryState,
    pub note: Note,
}

/// Packs a delivery of one order's lines, never more than is in stock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliver {
    pub order: OrderId,
    pub lines: Vec<(LineId, Pieces)>,
    pub note: Note,
}

/// What the firm says of one line; the three must add up to what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineAnswer {
    pub line: LineId,
    pub confirmed: Pieces,
    pub refused: Pieces,
    pub short: Pieces,
    /// Why some are refused; needed if any are.
    pub reason: Note,
}

impl LineAnswer {
    /// What of `sent` pieces is neither refused nor short is confirmed, where all of them still stand as confirmed.
    #[must_use]
    pub fn with_the_rest_confirmed(mut self, sent: Pieces) -> Self {
        let lost = self.refused + self.short;
        if self.confirmed == sent && lost <= sent {
            self.confirmed = sent - lost;
        }
        self
    }
}

/// Answers for a whole delivery, once. The firm owes confirmed × the line's price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub delivery: DeliveryId,
    pub lines: Vec<LineAnswer>,
}

/// Which of the two it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// Refused: sent back by the firm.
    Back,
    /// Reported short: never came there.
    Short,
}

/// Back into stock: repaired here, or found after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restock {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub came: Came,
    pub pieces: Pieces,
    pub note: Note,
}

/// Given up: the pieces can then be replaced 补做.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteOff {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub came: Came,
    pub pieces: Pieces,
    pub reason: Note,
}

/// Confirmed after all: the firm owes them at the line's price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agree {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub came: Came,
    pub pieces: Pieces,
    pub note: Note,
}

/// Refused pieces go home with a worker to be repaired, at a rate agreed with her, which may be nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reissue {
    pub delivery: DeliveryId,
    pub line: LineId,
    pub worker: WorkerId,
    pub pieces: Pieces,
    pub rate: Fen,
    pub note: Note,
}
