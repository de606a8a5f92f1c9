//! Small parts of SQL text that both engines share.

use crate::values::day::DaysOff;
#[cfg(doc)]
use crate::values::text::Variant;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{LazyLock, PoisonError, RwLock};

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

/// A text of SQL that is put together once and then used again and again: of what is asked all the time. There are as many as there
/// are tables and ways to ask them, for `of` names one of each: never what somebody typed.
pub(super) fn once(of: [&'static str; 2], put_together: impl FnOnce() -> String) -> &'static str {
    static TEXTS: LazyLock<RwLock<HashMap<[&'static str; 2], &'static str>>> = LazyLock::new(RwLock::default);
    let known = || TEXTS.read().unwrap_or_else(PoisonError::into_inner).get(&of).copied();
    known().unwrap_or_else(|| {
        let mut texts = TEXTS.write().unwrap_or_else(PoisonError::into_inner);
        texts.entry(of).or_insert_with(|| Box::leak(put_together().into_boxed_str()))
    })
}

/// What a line `l` is of: the name of its style `s`, with its variant behind, as [`Variant::behind`] puts it.
pub(super) const LINE_NAME: &str = "CASE WHEN l.variant = '' THEN s.name ELSE s.name || ' ' || l.variant END";

/// The photo of the style `s`, of the workshop `$1`.
pub(super) const STYLE_PHOTO: &str = "(SELECT ph.picture FROM photos ph WHERE ph.workshop = $1 AND ph.kind = 'style' \
     AND ph.thing = s.id AND ph.step = 0)";

/// The photo of the step `t` of the style `s`; where it has none, the style's.
pub(super) fn step_photo() -> String {
    format!(
        "COALESCE((SELECT pt.picture FROM photos pt WHERE pt.workshop = $1 AND pt.kind = 'step' \
         AND pt.thing = s.id AND pt.step = t.no), {STYLE_PHOTO})"
    )
}

/// Joins the photo `bad` of a bad piece to the count that the event `e` is, where there is one.
pub(super) const BAD_PIECE: &str = "LEFT JOIN photos AS bad ON bad.workshop = e.workshop AND bad.kind = 'count' \
     AND bad.thing = 0 AND bad.step = 0 AND bad.event_id = e.id";

/// Days off as the database keeps them: ISO weekdays as digits, `25` is Tuesday and Friday.
pub(super) fn days_off(digits: &str) -> DaysOff {
    DaysOff::of(digits.bytes().map(|digit| digit.wrapping_sub(b'0')))
}
