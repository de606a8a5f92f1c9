//! Where pieces are, and how they move.

use crate::values::ids::{DeliveryId, IssueId, LineId, StepNo, WorkerId};
use crate::values::pieces::Pieces;
use serde::{Deserialize, Serialize};

/// Where pieces of an order line are. A piece is always in exactly one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Place {
    /// Where pieces come from. The only place whose balance is below zero: minus what was ever opened.
    Ordered { line: LineId },
    /// Waiting for a worker to take that step home.
    Pool { line: LineId, step: StepNo },
    /// At a worker's home, to be made.
    Hand { line: LineId, issue: IssueId, worker: WorkerId },
    /// At a worker's home, to be done again 返工.
    Redo { line: LineId, issue: IssueId, worker: WorkerId },
    /// Finished, in the workshop.
    Stock { line: LineId },
    /// Spoiled 报废 at that step: nobody's any more.
    Scrap { line: LineId, step: StepNo },
    /// Sent to the firm, not yet answered for.
    Delivered { line: LineId, delivery: DeliveryId },
    /// Taken and owed for by the firm.
    Confirmed { line: LineId, delivery: DeliveryId },
    /// Sent back by the firm 退货.
    Refused { line: LineId, delivery: DeliveryId },
    /// Said by the firm not to have come 少收.
    Missing { line: LineId, delivery: DeliveryId },
    /// Given up after a refusal or a shortage.
    WrittenOff { line: LineId, delivery: DeliveryId },
    /// Begun or finished, and no longer ordered: it waited for that step, or for none where it was finished.
    Surplus { line: LineId, step: StepNo },
}

/// A [`Place`] without saying whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    Ordered,
    Pool,
    Hand,
    Redo,
    Stock,
    Scrap,
    Delivered,
    Confirmed,
    Refused,
    Missing,
    WrittenOff,
    Surplus,
}

impl PlaceKind {
    /// Its name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Pool => "pool",
            Self::Hand => "hand",
            Self::Redo => "redo",
            Self::Stock => "stock",
            Self::Scrap => "scrap",
            Self::Delivered => "delivered",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Missing => "missing",
            Self::WrittenOff => "written_off",
            Self::Surplus => "surplus",
        }
    }
}

impl Place {
    /// The order line whose pieces these are.
    #[must_use]
    pub const fn line(self) -> LineId {
        match self {
            Self::Ordered { line }
            | Self::Pool { line, .. }
            | Self::Hand { line, .. }
            | Self::Redo { line, .. }
            | Self::Stock { line }
            | Self::Scrap { line, .. }
            | Self::Delivered { line, .. }
            | Self::Confirmed { line, .. }
            | Self::Refused { line, .. }
            | Self::Missing { line, .. }
            | Self::WrittenOff { line, .. }
            | Self::Surplus { line, .. } => line,
        }
    }

    /// What sort of place it is.
    #[must_use]
    pub const fn kind(self) -> PlaceKind {
        match self {
            Self::Ordered { .. } => PlaceKind::Ordered,
            Self::Pool { .. } => PlaceKind::Pool,
            Self::Hand { .. } => PlaceKind::Hand,
            Self::Redo { .. } => PlaceKind::Redo,
            Self::Stock { .. } => PlaceKind::Stock,
            Self::Scrap { .. } => PlaceKind::Scrap,
            Self::Delivered { .. } => PlaceKind::Delivered,
            Self::Confirmed { .. } => PlaceKind::Confirmed,
            Self::Refused { .. } => PlaceKind::Refused,
            Self::Missing { .. } => PlaceKind::Missing,
            Self::WrittenOff { .. } => PlaceKind::WrittenOff,
            Self::Surplus { .. } => PlaceKind::Surplus,
        }
    }

    /// The step, issue or delivery that tells places of one kind and line apart; 0 where there is but one.
    #[must_use]
    pub const fn part(self) -> i64 {
        match self {
            Self::Ordered { .. } | Self::Stock { .. } => 0,
            Self::Pool { step, .. } | Self::Scrap { step, .. } | Self::Surplus { step, .. } => step.0,
            Self::Hand { issue, .. } | Self::Redo { issue, .. } => issue.0,
            Self::Delivered { delivery, .. }
            | Self::Confirmed { delivery, .. }
            | Self::Refused { delivery, .. }
            | Self::Missing { delivery, .. }
            | Self::WrittenOff { delivery, .. } => delivery.0,
        }
    }

    /// The worker at whose home it is, and the issue by which it came there.
    #[must_use]
    pub const fn home(self) -> Option<(WorkerId, IssueId)> {
        match self {
            Self::Hand { worker, issue, .. } | Self::Redo { worker, issue, .. } => Some((worker, issue)),
            _ => None,
        }
    }

    /// The place of that kind, line and part; `worker` counts only at home. `None` for an unknown kind.
    #[must_use]
    pub fn of_code(kind: &str, line: LineId, part: i64, worker: WorkerId) -> Option<Self> {
        let (step, issue, delivery) = (StepNo(part), IssueId(part), DeliveryId(part));
        Some(match kind {
            "ordered" => Self::Ordered { line },
            "pool" => Self::Pool { line, step },
            "hand" => Self::Hand { line, issue, worker },
            "redo" => Self::Redo { line, issue, worker },
            "stock" => Self::Stock { line },
            "scrap" => Self::Scrap { line, step },
            "delivered" => Self::Delivered { line, delivery },
            "confirmed" => Self::Confirmed { line, delivery },
            "refused" => Self::Refused { line, delivery },
            "missing" => Self::Missing { line, delivery },
            "written_off" => Self::WrittenOff { line, delivery },
            "surplus" => Self::Surplus { line, step },
            _ => return None,
        })
    }

    /// Whether a balance below zero is lawful here.
    #[must_use]
    pub const fn may_go_below_zero(self) -> bool {
        matches!(self, Self::Ordered { .. })
    }
}

/// What a move was for, so that totals can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    Opened,
    Replaced,
    Issued,
    Returned,
    Accepted,
    SentBack,
    Scrapped,
    Delivered,
    Confirmed,
    Refused,
    Short,
    Restocked,
    Reissued,
    WrittenOff,
    Agreed,
    /// No longer ordered.
    Cancelled,
}

impl Flow {
    /// Every flow.
    pub const ALL: [Self; 16] = [
        Self::Opened,
        Self::Replaced,
        Self::Issued,
        Self::Returned,
        Self::Accepted,
        Self::SentBack,
        Self::Scrapped,
        Self::Delivered,
        Self::Confirmed,
        Self::Refused,
        Self::Short,
        Self::Restocked,
        Self::Reissued,
        Self::WrittenOff,
        Self::Agreed,
        Self::Cancelled,
    ];

    /// Its name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Replaced => "replaced",
            Self::Issued => "issued",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
            Self::SentBack => "sent_back",
            Self::Scrapped => "scrapped",
            Self::Delivered => "delivered",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Short => "short",
            Self::Restocked => "restocked",
            Self::Reissued => "reissued",
            Self::WrittenOff => "written_off",
            Self::Agreed => "agreed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The flow of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flow| flow.code() == code)
    }
}

/// Pieces that go from one place to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    pub flow: Flow,
    /// Whether this undoes a move of that flow: totals subtract it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub back: bool,
    pub from: Place,
    pub to: Place,
    pub pieces: Pieces,
}

impl Move {
    /// A move forward.
    #[must_use]
    pub const fn new(flow: Flow, pieces: Pieces, from: Place, to: Place) -> Self {
        Self { flow, back: false, from, to, pieces }
    }

    /// The move that undoes this one.
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self { flow: self.flow, back: !self.back, from: self.to, to: self.from, pieces: self.pieces }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_is_found_by_its_name() {
        assert!(Flow::ALL.into_iter().all(|flow| Flow::of_code(flow.code()) == Some(flow)));
        assert_eq!(Flow::of_code("eaten"), None);
    }

    #[test]
    fn a_place_is_found_by_its_kind_line_and_part() {
        let (line, step, issue) = (LineId(1), StepNo(2), IssueId(3));
        let (worker, delivery) = (WorkerId(4), DeliveryId(5));
        for place in [
            Place::Ordered { line },
            Place::Pool { line, step },
            Place::Hand { line, issue, worker },
            Place::Redo { line, issue, worker },
            Place::Stock { line },
            Place::Scrap { line, step },
            Place::Delivered { line, delivery },
            Place::Confirmed { line, delivery },
            Place::Refused { line, delivery },
            Place::Missing { line, delivery },
            Place::WrittenOff { line, delivery },
            Place::Surplus { line, step },
        ] {
            let whose = place.home().map_or(WorkerId(0), |(worker, _)| worker);
            assert_eq!(Place::of_code(place.kind().code(), line, place.part(), whose), Some(place));
        }
        assert_eq!(Place::of_code("pocket", line, 0, WorkerId(0)), None);
    }

    #[test]
    fn to_undo_twice_is_to_do() {
        let line = LineId(1);
        let forth = Move::new(Flow::Restocked, Pieces(3), Place::Stock { line }, Place::Ordered { line });
        assert_eq!(forth.reversed().reversed(), forth);
        assert_eq!((forth.reversed().from, forth.reversed().back), (forth.to, true));
    }
}
