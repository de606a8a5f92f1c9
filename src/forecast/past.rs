//! What a village did: what its habits are learned from.

use crate::pace::Standards;
use crate::values::day::Day;
use crate::values::ids::{FirmId, LineId, OrderId, StepNo, StyleId, WorkerId};
use crate::values::pieces::Pieces;
use crate::values::text::Code;
use std::collections::BTreeMap;

/// A village's last months, as far back as the asker cares: half a year says enough.
///
/// It may begin in the midst of things and may have holes: what there was before is what there is now less what happened since, and
/// where that does not add up, the pools and homes of the [`super::Instance`] are right. Deeds of lines, steps or workers that are
/// not listed, and of no pieces, are passed over. Workers are those of the instance, as they are now: what they can do is what
/// their paces name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Those that are open, and all others that a deed is of, in any order. An order that is not listed here has the day by plan.
    pub orders: Vec<PastOrder>,
    /// The earliest first; those of one day as they were entered, which says who could be given what when. What was undone since is
    /// left out, with what undid it.
    pub deeds: Vec<Deed>,
    /// The codes of the orders' styles: some villages work by them.
    pub styles: BTreeMap<StyleId, Code>,
    /// Of all steps of those orders' styles; five minutes where none is.
    pub standards: Standards,
    /// Whether all that today brings is entered: else those who were not seen today may still come.
    pub today_is_over: bool,
}

/// An order as it was placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastOrder {
    pub order: OrderId,
    /// Whose it is; some villages work for one firm first.
    pub firm: FirmId,
    /// The firm's number for it.
    pub code: Code,
    pub placed: Day,
    pub due: Day,
    pub lines: Vec<PastLine>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastLine {
    pub line: LineId,
    pub style: StyleId,
    pub last_step: StepNo,
    /// As many as were ordered in all.
    pub pieces: Pieces,
    pub pack: Pieces,
}

/// Something that happened to pieces of a line's step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    pub day: Day,
    pub kind: DeedKind,
    /// In whose hands; none where they lie in a pool.
    pub worker: Option<WorkerId>,
    pub line: LineId,
    pub step: StepNo,
    pub pieces: Pieces,
}

/// What happened to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeedKind {
    /// Ordered, at once or later: they lie in the first step's pool. Its step is the first.
    Entered,
    /// To be made again for scrap: they lie in that step's pool.
    Replaced,
    /// No longer wanted: taken out of that step's pool.
    Cancelled,
    /// Out of the pool into her hands.
    Issued,
    /// Unmade, out of her hands into the pool.
    Returned,
    /// Made, and passed on to the next step's pool; after the last one, ready.
    Accepted,
    /// Made, and to be made again by her.
    SentBack,
    /// Made, and spoiled.
    Scrapped,
    /// Made again, and passed on.
    AcceptedAgain,
    /// Spoiled when they were made again.
    ScrappedAgain,
}
