//! Small parts of SQL text that both engines share.

use super::StoreError;
use crate::journal::Purpose;
use crate::values::day::{Day, DaysOff};
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

/// A column that must hold what its type says.
pub(super) fn read<T: std::str::FromStr>(table: &'static str, text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::BadRow { table: table.into(), what: text.to_owned() })
}

/// A day as the database keeps it.
pub(super) fn day(table: &'static str, text: &str) -> Result<Day, StoreError> {
    read(table, text)
}

/// The purpose in a column.
pub(super) fn purpose(code: &str) -> Result<Purpose, StoreError> {
    Purpose::of_code(code).ok_or_else(|| StoreError::BadRow { table: "transfers".into(), what: code.to_owned() })
}

/// Days off as the database keeps them: ISO weekdays as digits, `25` is Tuesday and Friday.
pub(super) fn days_off(digits: &str) -> DaysOff {
    DaysOff::of(digits.bytes().map(|digit| digit.wrapping_sub(b'0')))
}
