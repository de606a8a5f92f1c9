//! Words in both languages, and how numbers, money and days are written.
//!
//! Texts are Fluent messages in `app/locales/<language>/<entity>.ftl`. In a page say `t!("order-title")`, or with
//! arguments `t!("order-due", n = pieces, pay = fen, day = date)`: the language is the request's. Arguments are
//! written as people write them: whole numbers with thousands commas, days in the language's own order.

/// A text in the language of the request: `t!("key")` or `t!("key", n = 3, name = worker.name)`.
///
/// A key that no language file has is shown as itself; the tests refuse such a key.
#[macro_export]
macro_rules! t {
    ($key:expr $(,)?) => {
        $crate::words::say($crate::words::language(), $key)
    };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::say_with($crate::words::language(), $key, |language, arguments| {
            $( arguments.set(stringify!($name), $crate::words::Argument::into_value($value, language)); )+
        })
    };
}

mod argument;
pub(crate) mod bundle;
mod check_code;
mod day;
pub mod events;
pub(crate) mod files;
mod finding;
mod note;
mod number;
mod order;
pub(crate) mod other_language;
mod refusal;
mod review;
mod terms;

pub use crate::language::Language;
pub use argument::Argument;
pub use bundle::{Arguments, knows, language, say, say_with};
pub use check_code::short_code;
pub use day::{
    Today, calendar_leaf, day, day_in, moment, moment_in, month, month_in, short_day, short_day_in, weekday,
};
pub use finding::{field, finding};
pub use note::{note, parts_of_note};
pub use number::{Countable, count, minutes, money, percent, tenths_of_percent};
pub use order::gone;
pub use refusal::{place_kind, refusal, thing_named};
pub use review::{review, review_in, verdict};
pub use terms::repair;
