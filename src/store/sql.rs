//! Small parts of SQL text that both engines share.

use crate::values::day::DaysOff;
use std::fmt::Write as _;

/// `($1, $2), ($3, $4)`: placeholders for so many rows of so many columns, counted from `first`.
pub(super) fn rows(first: usize, rows: usize, columns: usize) -> String {
    let mut text = String::new();
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { ", " };
            let _ = write!(text, "{comma}${}", first + row * columns + column);
        }
        text.push(')');
    }
    text
}

/// `($1, $2, $3)`: placeholders for a list of `n`, counted from `first`; `(NULL)`, which matches nothing, for none.
pub(super) fn list(first: usize, n: usize) -> String {
    if n == 0 { "(NULL)".to_owned() } else { rows(first, 1, n) }
}

/// Days off as the database keeps them: ISO weekdays as digits, `25` is Tuesday and Friday.
pub(super) fn days_off(digits: &str) -> DaysOff {
    DaysOff::of(digits.bytes().map(|digit| digit.wrapping_sub(b'0')))
}
