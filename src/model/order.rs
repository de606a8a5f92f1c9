//! Orders 订单 and their lines.

use crate::values::day::Day;
use crate::values::ids::{FirmId, LineId, OrderId, StepNo, StyleId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::{Code, Note, Variant};
use serde::{Deserialize, Serialize};

/// An order 订单.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub id: OrderId,
    pub firm: FirmId,
    /// The firm's own number for it, with ` ✕` and the order's id behind it once it was struck out.
    pub code: Code,
    pub placed: Day,
    pub due: Day,
    pub note: Note,
}

impl Order {
    /// Whether it was struck out: it never was.
    #[must_use]
    pub fn is_struck(&self) -> bool {
        self.id.is_struck(self.code.as_str())
    }

    /// `HR-2026-091 ✕42`: a number of its own, since that of the order itself may be given again, and struck again.
    pub(crate) fn struck_code(&self) -> Code {
        let mark = self.id.struck_mark();
        let kept = Code::MOST.saturating_sub(mark.chars().count());
        let code: String = self.code.as_str().chars().take(kept).collect();
        Code::parse(&format!("{code}{mark}")).unwrap_or_else(|_| self.code.clone())
    }
}

impl OrderId {
    /// Whether that is the number of an order which was struck out.
    #[must_use]
    pub fn is_struck(self, code: &str) -> bool {
        code.ends_with(&self.struck_mark())
    }

    /// The number of an order as its firm knows it, also once it was struck out.
    #[must_use]
    pub fn unmarked(self, code: &str) -> &str {
        code.strip_suffix(&self.struck_mark()).unwrap_or(code)
    }

    fn struck_mark(self) -> String {
        format!(" ✕{self}")
    }
}

/// A line of an order 订单行.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub id: LineId,
    pub order: OrderId,
    /// Its place in the order, from 1.
    pub no: i64,
    pub style: StyleId,
    #[serde(default, skip_serializing_if = "Variant::is_empty")]
    pub variant: Variant,
    /// As ordered by now; none once the order was struck out or all of the line was cancelled.
    pub pieces: Pieces,
    /// What the firm pays for a piece.
    pub price: Fen,
    /// Pieces in a pack.
    pub pack: Pieces,
    /// The last step, after which a piece is finished: as the style had them when the order was opened.
    pub last_step: StepNo,
    pub note: Note,
}

/// A line as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLine {
    pub style: StyleId,
    #[serde(default, skip_serializing_if = "Variant::is_empty")]
    pub variant: Variant,
    pub pieces: Pieces,
    /// What the firm pays for a piece.
    pub price: Fen,
    /// Pieces in a pack, at least 1.
    pub pack: Pieces,
    pub note: Note,
}

/// Opens an order: its pieces enter the pool of the first step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenOrder {
    pub firm: FirmId,
    pub code: Code,
    pub placed: Day,
    pub due: Day,
    pub lines: Vec<NewLine>,
    pub note: Note,
}

/// Replaces 补做 pieces that were spoiled or written off: that many more enter the pool of the first step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replace {
    pub line: LineId,
    pub pieces: Pieces,
}
