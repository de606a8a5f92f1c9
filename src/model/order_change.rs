//! Changes of an order 订单 after it was placed, each as its firm asked for it.

use crate::model::NewLine;
use crate::values::day::Day;
use crate::values::ids::{EventId, LineId, OrderId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Code, Note};
use serde::{Deserialize, Serialize};

/// What stands above an order's lines and may change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderHead {
    /// The firm's own number for it.
    pub code: Code,
    pub due: Day,
    pub note: Note,
}

/// Changes the firm's number of an order, its due day or its note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeOrder {
    pub order: OrderId,
    /// As it was seen: if it is otherwise by now, somebody else changed it.
    pub was: OrderHead,
    pub head: OrderHead,
}

/// Changes what the firm pays for a piece of a line; what it confirmed already stays as it was charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePrice {
    pub line: LineId,
    /// As it was seen.
    pub was: Fen,
    pub price: Fen,
}

/// Orders more pieces of a line: they enter the pool of the first step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddPieces {
    pub line: LineId,
    pub pieces: Pieces,
}

/// Orders one more line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddLine {
    pub order: OrderId,
    pub line: NewLine,
}

/// Cancels pieces of an order that nobody has: of some lines so many, or all that is left to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelPieces {
    pub order: OrderId,
    pub lines: Vec<(LineId, Pieces)>,
    pub note: Note,
}

/// That an order was changed, by which event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderChange {
    pub id: EventId,
    pub order: OrderId,
    /// The first change of an order is 1, and so on.
    pub turn: i64,
    /// Where it changed a price: of which line, and what it had been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_price: Option<(LineId, Fen)>,
}
