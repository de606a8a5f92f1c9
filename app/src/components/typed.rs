//! A field's value as it stands in the form.

use chrono::NaiveDate;

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

impl From<NaiveDate> for Typed {
    /// `2026-11-20`, as a date field needs it.
    fn from(date: NaiveDate) -> Self {
        Typed(date.to_string())
    }
}

impl<T: Into<Typed>> From<Option<T>> for Typed {
    fn from(value: Option<T>) -> Self {
        value.map(Into::into).unwrap_or_default()
    }
}
