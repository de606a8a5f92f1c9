//! Why a cell, a row or a file cannot be read.
//!
//! The words for people, in both languages, are found under [`Reason::code`].

use super::field::Field;
use super::place::{Column, Position};
use crate::values::day::Day;
use serde::{Deserialize, Serialize};

/// Why something cannot be read. Texts in it are already made short, their hidden characters visible
/// (see [`super::text::show`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// There is nothing in the file.
    Empty,
    /// The file has more bytes than may be uploaded.
    TooBig { bytes: usize, limit: usize },
    /// The file is not text in UTF-8 or GB18030.
    BadEncoding,
    /// The file is a picture or a PDF: what it says is to be typed off.
    IsAPicture,
    /// The file looks like a workbook, but cannot be read as one: it is broken, or of another program.
    NotAWorkbook,
    /// The workbook is locked with a password: save it without one.
    LockedWorkbook,
    /// The workbook unpacks to more bytes than may be.
    UnpacksTooBig { limit: u64 },
    /// Reading the workbook took more memory or time than may be, or ended the process that read it.
    TooCostly,
    /// There are more rows than may be.
    TooManyRows { limit: usize },
    /// There are more columns than may be.
    TooManyColumns { limit: usize },
    /// There are more sheets than may be.
    TooManySheets { limit: usize },
    /// No header was found for these; what was found stands beside them.
    MissingHeader { missing: Vec<Field>, found: Vec<String> },
    /// Two columns say they are the same.
    HeaderTwice { field: Field, first: Column },
    /// The header counts in another unit than ours: dollars, dozens, hours.
    OtherUnit { unit: String },

    /// The cell is blank, and must not be.
    MissingValue,
    /// A sheet says nowhere what this is: the firm's name, the order's number, a day.
    NotFound { field: Field },
    /// The cell must be blank where the entry is what it is.
    NotWanted { entry: String, text: String },
    /// Not a number.
    NotANumber { text: String },
    /// A number, but not a whole one.
    NotWhole { text: String },
    /// Nought or less.
    NotPositive { text: String },
    /// More than may be; `limit` is in the unit in which it was written.
    TooLarge { text: String, limit: i64 },
    /// More digits after the point than may be.
    TooFine { text: String, places: u32 },
    /// Not a day.
    NotADay { text: String },
    /// Not days of the week.
    NotWeekdays { text: String },
    /// Not a style and step, such as `MD-07/S2`.
    NotASkill { text: String },
    /// More style/step pairs than may be.
    TooManySkills { limit: usize },
    /// No entry of the notebook is called so.
    UnknownEntry { text: String },
    /// Holds control characters or other hidden ones.
    BadText { text: String },
    /// A spreadsheet's own error, such as `#REF!`.
    SheetError { text: String },
    /// More characters than may be.
    TooLong { text: String, limit: usize },

    /// The row has more cells than there are headers: often a comma inside a number or note.
    TooManyCells { cells: usize, headers: usize },
    /// A quotation mark opens here and is never closed.
    OpenQuote,
    /// The same thing stands earlier in the file.
    TwiceInFile { text: String, first: Box<Position> },
    /// The file called the same thing otherwise earlier.
    NamedOtherwise { text: String, earlier: String, first: Box<Position> },
    /// The total row does not say what the lines add up to.
    TotalDiffers { stated: i64, sum: i64 },
    /// A line stands below the total row.
    LineBelowTotal,
    /// The sheet has no order lines.
    NoLines,
    /// The order is due before it was placed.
    DueBeforePlaced { placed: Day, due: Day },
}

impl Reason {
    /// The key of its message.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooBig { .. } => "too-big",
            Self::BadEncoding => "bad-encoding",
            Self::IsAPicture => "is-a-picture",
            Self::NotAWorkbook => "not-a-workbook",
            Self::LockedWorkbook => "locked-workbook",
            Self::UnpacksTooBig { .. } => "unpacks-too-big",
            Self::TooCostly => "too-costly",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::TooManySheets { .. } => "too-many-sheets",
            Self::MissingHeader { .. } => "missing-header",
            Self::HeaderTwice { .. } => "header-twice",
            Self::OtherUnit { .. } => "other-unit",
            Self::MissingValue => "missing-value",
            Self::NotFound { .. } => "not-found",
            Self::NotWanted { .. } => "not-wanted",
            Self::NotANumber { .. } => "not-a-number",
            Self::NotWhole { .. } => "not-whole",
            Self::NotPositive { .. } => "not-positive",
            Self::TooLarge { .. } => "too-large",
            Self::TooFine { .. } => "too-fine",
            Self::NotADay { .. } => "not-a-day",
            Self::NotWeekdays { .. } => "not-weekdays",
            Self::NotASkill { .. } => "not-a-skill",
            Self::TooManySkills { .. } => "too-many-skills",
            Self::UnknownEntry { .. } => "unknown-entry",
            Self::BadText { .. } => "bad-text",
            Self::SheetError { .. } => "sheet-error",
            Self::TooLong { .. } => "too-long",
            Self::TooManyCells { .. } => "too-many-cells",
            Self::OpenQuote => "open-quote",
            Self::TwiceInFile { .. } => "twice-in-file",
            Self::NamedOtherwise { .. } => "named-otherwise",
            Self::TotalDiffers { .. } => "total-differs",
            Self::LineBelowTotal => "line-below-total",
            Self::NoLines => "no-lines",
            Self::DueBeforePlaced { .. } => "due-before-placed",
        }
    }
}
