//! Why the ledger refused: one variant a reason, with the numbers that a person needs to do better.
//!
//! The words for people, in both languages, are in `app/locales/*/refusal.ftl` under [`Refusal::code`].

use crate::journal::PlaceKind;
use crate::values::day::Day;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use serde::{Deserialize, Serialize};

/// What was named but is not there. Another workshop's is not there either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    Style,
    Step,
    Worker,
    Firm,
    Order,
    Line,
    Issue,
    Delivery,
    Event,
    HandIn,
    Proposal,
    /// A card, a link or an account.
    Access,
}

impl Thing {
    /// Its name in messages' keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Style => "style",
            Self::Step => "step",
            Self::Worker => "worker",
            Self::Firm => "firm",
            Self::Order => "order",
            Self::Line => "line",
            Self::Issue => "issue",
            Self::Delivery => "delivery",
            Self::Event => "event",
            Self::HandIn => "hand-in",
            Self::Proposal => "proposal",
            Self::Access => "access",
        }
    }
}

/// A refusal: nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "refused", rename_all = "snake_case")]
pub enum Refusal {
    #[error("not enough in {place:?}: {have} there, {asked} asked")]
    NotEnough { place: PlaceKind, have: Pieces, asked: Pieces },
    #[error("the numbers are all zero")]
    Nothing,
    #[error("{thing:?} not found")]
    Unknown { thing: Thing },
    #[error("{worker} cannot do this step")]
    CannotDo { worker: String },
    #[error("{worker} takes no work at present")]
    NotActive { worker: String },
    #[error("no rate holds on {day}")]
    NoRate { day: Day },
    #[error("{thing:?} {code} is there already")]
    Exists { thing: Thing, code: String },
    #[error("{code} is named twice")]
    Twice { code: String },
    #[error("a style needs at least one step")]
    NoSteps,
    #[error("an order needs at least one line")]
    NoLines,
    #[error("steps can be renamed and added at the end, not taken away or moved")]
    StepsInUse,
    #[error("sent {sent}, stated {stated}")]
    DoesNotAddUp { sent: Pieces, stated: Pieces },
    #[error("say why")]
    ReasonMissing,
    #[error("say where that is written")]
    SourceMissing,
    #[error("an answer needs words")]
    AnswerMissing,
    #[error("answered already")]
    Answered,
    #[error("at most {most} can be replaced")]
    NothingToReplace { most: Pieces },
    #[error("only {owed} is owed")]
    MoreThanOwed { owed: Fen },
    #[error("{seen} was owed when the page was made, {now} now")]
    OwedChanged { seen: Fen, now: Fen },
    #[error("{day} is still to come; today is {today}")]
    DayAhead { day: Day, today: Day },
    #[error("due {due} before placed {placed}")]
    DueFirst { placed: Day, due: Day },
    #[error("{seen} pieces when the page was made, {now} now")]
    Stale { seen: Pieces, now: Pieces },
    #[error("not yours")]
    NotYours,
    #[error("corrected already")]
    Corrected,
    #[error("a correction cannot be corrected")]
    IsCorrection,
    #[error("nothing there that could be undone")]
    NothingToUndo,
    #[error("pieces were passed on: {have} of {needed} are still there")]
    PassedOn { place: PlaceKind, have: Pieces, needed: Pieces },
    #[error("settled until {until}")]
    Settled { until: Day },
    #[error("settled with {worker} until {until}")]
    SettledWith { worker: String, until: Day },
    #[error("settled until {until}; a rate begins later")]
    RateSettled { until: Day },
    #[error("{day} is not over; today is {today}")]
    NotOver { day: Day, today: Day },
    #[error("{worker} said that an entry is not right, and was not answered")]
    Disputed { worker: String },
    #[error("nobody was chosen")]
    Nobody,
    #[error("the same id came with another request")]
    IdReused,
    #[error("who proposed it cannot answer it")]
    OwnProposal,
    #[error("the proposal was answered or withdrawn already")]
    ProposalClosed,
    #[error("the same is proposed already, and waits")]
    Proposed,
    #[error("proposals still wait")]
    OthersWait,
    #[error("only one coordinator can sign in")]
    OneCoordinator,
    #[error("the only coordinator's access cannot end")]
    LastCoordinator,
    #[error("where another must approve, two coordinators stay")]
    TwoMustStay,
    #[error("one's own access is another's to change")]
    OwnAccess,
    #[error("where another must approve, only the operator resets a coordinator's password")]
    ResetByOperator,
    #[error("she was let in by the one who asks, less than a while ago")]
    LetInByAsker { until: Day },
    #[error("it is set so already")]
    SetAlready,
    #[error("it was changed since it was seen")]
    OrderChanged,
    #[error("the photo was changed since it was seen")]
    PhotoChanged,
    #[error("the recording was changed since it was heard")]
    RecordingChanged,
    #[error("the count sent nothing back and scrapped nothing")]
    NoneSpoiled,
    #[error("it was changed again since")]
    ChangedSince,
    #[error("the order was struck out")]
    OrderStruck,
    #[error("nothing is to be changed")]
    Unchanged,
    #[error("all pieces of the line are confirmed")]
    AllConfirmed,
    #[error("at most {most} of {code} can be cancelled")]
    NothingToCancel { code: String, most: Pieces },
    #[error("minutes must be between 0 and 1,440")]
    BadMinutes,
    #[error("what is added for rest must be between 0 and 100 percent")]
    BadRest,
    #[error("a number is below zero or too large: at most {} pieces and {} yuan", Pieces::MOST, Fen::MOST)]
    OutOfRange,
    /// A rule decided what the law forbids: a fault of the program, not of the one who asked.
    #[error("the program is at fault: {broken}")]
    Internal { broken: String },
}

impl Refusal {
    /// The key of its message.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotEnough { .. } => "not-enough",
            Self::Nothing => "nothing",
            Self::Unknown { .. } => "unknown",
            Self::CannotDo { .. } => "cannot-do",
            Self::NotActive { .. } => "not-active",
            Self::NoRate { .. } => "no-rate",
            Self::Exists { .. } => "exists",
            Self::Twice { .. } => "twice",
            Self::NoSteps => "no-steps",
            Self::NoLines => "no-lines",
            Self::StepsInUse => "steps-in-use",
            Self::DoesNotAddUp { .. } => "does-not-add-up",
            Self::ReasonMissing => "reason-missing",
            Self::SourceMissing => "source-missing",
            Self::AnswerMissing => "answer-missing",
            Self::Answered => "answered",
            Self::NothingToReplace { .. } => "nothing-to-replace",
            Self::MoreThanOwed { .. } => "more-than-owed",
            Self::OwedChanged { .. } => "owed-changed",
            Self::DayAhead { .. } => "day-ahead",
            Self::DueFirst { .. } => "due-first",
            Self::Stale { .. } => "stale",
            Self::NotYours => "not-yours",
            Self::Corrected => "corrected",
            Self::IsCorrection => "is-correction",
            Self::NothingToUndo => "nothing-to-undo",
            Self::PassedOn { .. } => "passed-on",
            Self::Settled { .. } => "settled",
            Self::SettledWith { .. } => "settled-with",
            Self::RateSettled { .. } => "rate-settled",
            Self::NotOver { .. } => "not-over",
            Self::Disputed { .. } => "disputed",
            Self::Nobody => "nobody",
            Self::IdReused => "id-reused",
            Self::OwnProposal => "own-proposal",
            Self::ProposalClosed => "proposal-closed",
            Self::Proposed => "proposed",
            Self::OthersWait => "others-wait",
            Self::OneCoordinator => "one-coordinator",
            Self::LastCoordinator => "last-coordinator",
            Self::TwoMustStay => "two-must-stay",
            Self::OwnAccess => "own-access",
            Self::ResetByOperator => "reset-by-operator",
            Self::LetInByAsker { .. } => "let-in-by-asker",
            Self::SetAlready => "set-already",
            Self::OrderChanged => "order-changed",
            Self::PhotoChanged => "photo-changed",
            Self::RecordingChanged => "recording-changed",
            Self::NoneSpoiled => "none-spoiled",
            Self::ChangedSince => "changed-since",
            Self::OrderStruck => "order-struck",
            Self::Unchanged => "unchanged",
            Self::AllConfirmed => "all-confirmed",
            Self::NothingToCancel { .. } => "nothing-to-cancel",
            Self::BadMinutes => "bad-minutes",
            Self::BadRest => "bad-rest",
            Self::OutOfRange => "out-of-range",
            Self::Internal { .. } => "internal",
        }
    }

    pub(crate) const fn unknown(thing: Thing) -> Self {
        Self::Unknown { thing }
    }
}
