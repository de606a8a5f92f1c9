//! A field's value as it stands in the form.

use ledger::values::day::Day;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// The text in a field. Whole numbers, days and options of them turn into it; nothing is the empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub String);

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Typed(text.to_owned())
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Typed(text)
    }
}

impl From<i64> for Typed {
    /// Digits alone, as one would type them.
    fn from(n: i64) -> Self {
        Typed(n.to_string())
    }
}

impl From<Pieces> for Typed {
    /// Digits alone, as one would type them.
    fn from(pieces: Pieces) -> Self {
        pieces.0.into()
    }
}

impl From<Fen> for Typed {
    /// `1234.50`, as one would type it.
    fn from(fen: Fen) -> Self {
        Typed(fen.to_string())
    }
}

impl From<Day> for Typed {
    /// `2026-11-20`, as a date field needs it.
    fn from(day: Day) -> Self {
        Typed(day.to_string())
    }
}

impl<T: Into<Typed>> From<Option<T>> for Typed {
    fn from(value: Option<T>) -> Self {
        value.map(Into::into).unwrap_or_default()
    }
}
