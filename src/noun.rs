//! The nouns of the trade, as they stand. An event carries those that it makes or changes.

use crate::approval::{Approval, Proposal};
use crate::day::{Day, DaysOff};
use crate::ids::{DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, WorkerId};
use crate::money::Fen;
use crate::pieces::Pieces;
use crate::settlement::Slip;
use crate::terms::Terms;
use crate::text::{Code, Name, Note};
use crate::wage::{MinimumWage, TimeStudy};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A step 工序 of a style.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub code: Code,
    pub name: Name,
    /// Standard time for a piece, in hundredths of a minute.
    pub centiminutes: i64,
}

/// A style 款: what is made, in which steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style {
    pub id: StyleId,
    pub code: Code,
    pub name: Name,
    /// In the order of the work; [`StepNo`] 1 is the first.
    pub steps: Vec<Step>,
}

impl Style {
    /// The step of that number.
    #[must_use]
    pub fn step(&self, no: StepNo) -> Option<&Step> {
        usize::try_from(no.0).ok()?.checked_sub(1).and_then(|index| self.steps.get(index))
    }

    /// The number of the step with that code.
    #[must_use]
    pub fn step_no(&self, code: &Code) -> Option<StepNo> {
        (1..).zip(&self.steps).find(|(_, step)| step.code == *code).map(|(no, _)| StepNo(no))
    }
}

/// A piece rate 工价: what a step pays a worker for a piece, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    pub style: StyleId,
    pub step: StepNo,
    pub from: Day,
    pub rate: Fen,
}

/// Something that a worker can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skill {
    pub style: StyleId,
    pub step: StepNo,
}

/// A worker 工人.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worker {
    pub id: WorkerId,
    /// Her number in the notebook, `W01`.
    pub number: Code,
    pub name: Name,
    /// Minutes that she offers on a working day.
    pub minutes_a_day: i64,
    pub days_off: DaysOff,
    pub skills: BTreeSet<Skill>,
    /// Whether she takes new work at present.
    pub active: bool,
}

/// A trade firm 外贸公司.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Firm {
    pub id: FirmId,
    pub name: Name,
}

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

/// A line of an order 订单行.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub id: LineId,
    pub order: OrderId,
    /// Its place in the order, from 1.
    pub no: i64,
    pub style: StyleId,
    /// As ordered; none once the order was struck out.
    pub pieces: Pieces,
    /// What the firm pays for a piece.
    pub price: Fen,
    /// Pieces in a pack.
    pub pack: Pieces,
    /// The last step, after which a piece is finished: as the style had them when the order was opened.
    pub last_step: StepNo,
    pub note: Note,
}

/// An issue 领活: what a worker took home of one step, at the rate agreed then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub id: IssueId,
    pub line: LineId,
    pub step: StepNo,
    pub worker: WorkerId,
    /// As issued, even if it was undone since: what of it is at home, the balances say.
    pub pieces: Pieces,
    pub rate: Fen,
    pub day: Day,
    /// The delivery from which these pieces were sent back to be repaired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repairs: Option<DeliveryId>,
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

/// A hand-in 交活 as the worker declared it; the coordinator's count decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandIn {
    pub id: EventId,
    pub issue: IssueId,
    pub worker: WorkerId,
    pub pieces: Pieces,
    pub day: Day,
    /// The count that answered it, or the correction that struck it out; none while it waits.
    pub counted: Option<EventId>,
}

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

impl Review {
    /// Whether she says that it is not right, and waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answer.is_none() && self.verdict.is_dispute() && !self.earlier
    }
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

/// Any noun, as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Style(Style),
    Rate(Rate),
    Worker(Worker),
    Firm(Firm),
    Order(Order),
    Line(Line),
    Issue(Issue),
    Delivery(Delivery),
    HandIn(HandIn),
    Review(Review),
    Slip(Slip),
    MinimumWage(MinimumWage),
    TimeStudy(TimeStudy),
    Terms(Terms),
    Approval(Approval),
    Proposal(Proposal),
}

impl Noun {
    /// The number of its id; 0 for those that have none of their own.
    #[must_use]
    pub const fn number(&self) -> i64 {
        match self {
            Self::Style(style) => style.id.0,
            Self::Worker(worker) => worker.id.0,
            Self::Firm(firm) => firm.id.0,
            Self::Order(order) => order.id.0,
            Self::Line(line) => line.id.0,
            Self::Issue(issue) => issue.id.0,
            Self::Delivery(delivery) => delivery.id.0,
            Self::Rate(_)
            | Self::HandIn(_)
            | Self::Review(_)
            | Self::Slip(_)
            | Self::MinimumWage(_)
            | Self::TimeStudy(_)
            | Self::Terms(_)
            | Self::Approval(_)
            | Self::Proposal(_) => 0,
        }
    }
}
