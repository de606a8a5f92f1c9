//! What is wrong with a row of a file, in words: where it is, what it says, what to do.

use super::{refusal, thing_named};
use crate::language::Language;
use ledger::import::{Finding, RowFault};
use ledger::parse::fault::{Column, Position};
use ledger::parse::field::Field;
use ledger::parse::reason::Reason;

/// Where and why: `Line 40, column A (日期): there is no such day as 2026-09-31.`
pub fn finding(finding: &Finding) -> String {
    let column = finding.place.column.as_ref().map(column).or_else(|| finding.field.map(field));
    let place = place(&finding.place, column);
    let why = match &finding.why {
        RowFault::Unreadable(reason) => unreadable(reason),
        RowFault::Unknown { thing, code } => t!("fault-unknown", thing = thing_named(*thing), code = code),
        RowFault::Ambiguous { code } => t!("fault-ambiguous", code = code),
        RowFault::VariantMissing { code } => t!("fault-variant-missing", code = code),
        RowFault::Refused(why) => refusal(why),
    };
    t!("fault", place = place, why = why)
}

fn place(place: &Position, column: Option<String>) -> String {
    let mut parts = Vec::new();
    if let Some(sheet) = &place.sheet {
        parts.push(t!("fault-sheet", sheet = sheet));
    }
    if place.line > 0 {
        // A line's number is no amount: no thousands comma.
        parts.push(t!("fault-line", line = place.line.to_string()));
    }
    parts.extend(column);
    if parts.is_empty() { t!("fault-file") } else { parts.join(&t!("fault-comma")) }
}

fn column(Column { letter, header }: &Column) -> String {
    if header.is_empty() {
        t!("fault-column", letter = letter)
    } else {
        t!("fault-column-called", letter = letter, header = header)
    }
}

/// A field's name, as a header would call it.
pub fn field(field: Field) -> String {
    let (chinese, english) = field.names();
    match super::language() {
        Language::ZhCn => chinese.to_owned(),
        Language::En => english.to_owned(),
    }
}

fn fields(all: &[Field]) -> String {
    all.iter().map(|one| field(*one)).collect::<Vec<_>>().join(&t!("fault-comma"))
}

fn unreadable(reason: &Reason) -> String {
    match reason {
        Reason::Empty => t!("fault-empty"),
        Reason::TooBig { limit, .. } => t!("fault-too-big", limit = mebibytes(*limit as u64)),
        Reason::BadEncoding => t!("fault-bad-encoding"),
        Reason::IsAPicture => t!("fault-is-a-picture"),
        Reason::NotAWorkbook => t!("fault-not-a-workbook"),
        Reason::LockedWorkbook => t!("fault-locked-workbook"),
        Reason::UnpacksTooBig { limit } => t!("fault-unpacks-too-big", limit = mebibytes(*limit)),
        Reason::TooCostly => t!("fault-too-costly"),
        Reason::TooManyRows { limit } => t!("fault-too-many-rows", limit = *limit),
        Reason::TooManyColumns { limit } => t!("fault-too-many-columns", limit = *limit),
        Reason::TooManySheets { limit } => t!("fault-too-many-sheets", limit = *limit),
        Reason::MissingHeader { missing, found } => {
            t!("fault-missing-header", missing = fields(missing), found = found.join(&t!("fault-comma")))
        }
        Reason::HeaderTwice { field: twice, first } => {
            t!("fault-header-twice", field = field(*twice), first = column(first))
        }
        Reason::OtherUnit { unit } => t!("fault-other-unit", unit = unit),
        Reason::MissingValue => t!("fault-missing-value"),
        Reason::NotFound { field: missing } => t!("fault-not-found", field = field(*missing)),
        Reason::NotWanted { entry, text } => t!("fault-not-wanted", entry = entry, text = text),
        Reason::NotANumber { text } => t!("fault-not-a-number", text = text),
        Reason::NotWhole { text } => t!("fault-not-whole", text = text),
        Reason::NotPositive { text } => t!("fault-not-positive", text = text),
        Reason::TooLarge { text, limit } => t!("fault-too-large", text = text, limit = *limit),
        Reason::TooFine { text, places } => t!("fault-too-fine", text = text, places = *places),
        Reason::NotADay { text } => t!("fault-not-a-day", text = text),
        Reason::NotWeekdays { text } => t!("fault-not-weekdays", text = text),
        Reason::NotASkill { text } => t!("fault-not-a-skill", text = text),
        Reason::TooManySkills { limit } => t!("fault-too-many-skills", limit = *limit),
        Reason::UnknownEntry { text } => t!("fault-unknown-entry", text = text),
        Reason::BadText { text } => t!("fault-bad-text", text = text),
        Reason::SheetError { text } => t!("fault-sheet-error", text = text),
        Reason::TooLong { text, limit } => t!("fault-too-long", text = text, limit = *limit),
        Reason::TooManyCells { cells, headers } => t!("fault-too-many-cells", cells = *cells, headers = *headers),
        Reason::OpenQuote => t!("fault-open-quote"),
        Reason::TwiceInFile { text, first } => {
            t!("fault-twice-in-file", text = text, first = place(first, None))
        }
        Reason::NamedOtherwise { text, earlier, first } => {
            t!("fault-named-otherwise", text = text, earlier = earlier, first = place(first, None))
        }
        Reason::TotalDiffers { stated, sum } => t!("fault-total-differs", stated = *stated, sum = *sum),
        Reason::LineBelowTotal => t!("fault-line-below-total"),
        Reason::NoLines => t!("fault-no-lines"),
        Reason::DueBeforePlaced { placed, due } => t!("fault-due-before-placed", placed = *placed, due = *due),
    }
}

fn mebibytes(bytes: u64) -> i64 {
    const MEBIBYTE: u64 = 1024 * 1024;
    i64::try_from(bytes / MEBIBYTE).unwrap_or(i64::MAX)
}
