//! What an import came to.

use crate::parse::fault::{Faults, Position};
use crate::parse::field::Field;
use crate::parse::reason::Reason;
use crate::rules::refusal::{Refusal, Thing};
use crate::values::text::{Code, Variant};
use std::collections::BTreeMap;

/// A row that cannot be taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub place: Position,
    /// The field at fault, where it is one; [`Position::column`] names its column where the reader found it.
    pub field: Option<Field>,
    pub why: RowFault,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// It cannot be read.
    Unreadable(Reason),
    /// It names something that is not there.
    Unknown { thing: Thing, code: String },
    /// It names an order number that two firms use.
    Ambiguous { code: String },
    /// The order has several lines of that style, and it does not say which.
    VariantMissing { code: String },
    /// It is against the rules.
    Refused(Refusal),
}

impl RowFault {
    pub(super) fn unknown_variant(style: &Code, variant: &Variant) -> Self {
        Self::Unknown { thing: Thing::Line, code: variant.behind(style.as_str()) }
    }
}

/// What an import came to, or would come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many events of each kind it adds.
    pub added: BTreeMap<&'static str, usize>,
    /// How many rows were in the books already.
    pub known: usize,
    /// All that is wrong, in the order of the file; nothing is added if there is anything.
    pub findings: Vec<Finding>,
    /// How many more are wrong beyond those listed.
    pub more: usize,
    /// Columns and sheets that were passed over.
    pub unused: Vec<String>,
}

impl Outcome {
    /// How many events it adds.
    #[must_use]
    pub fn total(&self) -> usize {
        self.added.values().sum()
    }

    /// Whether there is nothing wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty() && self.more == 0
    }

    pub(super) fn take(&mut self, faults: Faults, unused: Vec<String>) {
        self.more = faults.more();
        self.unused = unused;
        self.findings = faults
            .list()
            .iter()
            .map(|fault| Finding {
                place: fault.place.clone(),
                field: None,
                why: RowFault::Unreadable(fault.reason.clone()),
            })
            .collect();
    }

    pub(super) fn count(&mut self, kind: &'static str) {
        *self.added.entry(kind).or_default() += 1;
    }

    pub(super) fn find(&mut self, sheet: Option<&str>, line: u32, field: Option<Field>, why: RowFault) {
        let place = Position { sheet: sheet.map(str::to_owned), line, column: None };
        self.findings.push(Finding { place, field, why });
    }
}

/// The field that a refusal is about, as a notebook or an order names it.
pub(super) const fn field_of(refusal: &Refusal) -> Option<Field> {
    match refusal {
        Refusal::NotEnough { .. } | Refusal::Nothing | Refusal::NothingToReplace { .. } => Some(Field::Pieces),
        Refusal::CannotDo { .. } | Refusal::NotActive { .. } => Some(Field::Worker),
        Refusal::NoRate { .. } | Refusal::DayAhead { .. } => Some(Field::Day),
        Refusal::MoreThanOwed { .. } => Some(Field::Yuan),
        Refusal::ReasonMissing => Some(Field::Note),
        Refusal::Exists { .. } => Some(Field::Order),
        Refusal::Twice { .. } => Some(Field::Style),
        _ => None,
    }
}
