//! What may stand in a text, and how it is written there.

use fluent_bundle::FluentValue;
use ledger::values::day::Day;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

use super::{Today, day, number};
use crate::language::Language;

/// Something that can be put into a text.
pub trait Argument {
    /// As it stands in a text of that language.
    fn into_value(self, language: Language) -> FluentValue<'static>;
}

macro_rules! whole_numbers {
    ($($number:ty)*) => { $(
        /// Stays a number, so that a text may choose its plural; written with thousands commas.
        impl Argument for $number {
            fn into_value(self, _: Language) -> FluentValue<'static> {
                FluentValue::from(self)
            }
        }
    )* };
}

whole_numbers!(u8 u16 u32 u64 usize i32 i64);

impl Argument for &str {
    fn into_value(self, _: Language) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Argument for String {
    fn into_value(self, _: Language) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}

impl Argument for &String {
    fn into_value(self, _: Language) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

/// `11月20日 周五`; the year is added where it is not the present one.
impl Argument for Day {
    fn into_value(self, language: Language) -> FluentValue<'static> {
        FluentValue::from(day::day_in(language, self, Today::of_request()))
    }
}

/// A count like any other: a text may choose its plural by it.
impl Argument for Pieces {
    fn into_value(self, _: Language) -> FluentValue<'static> {
        FluentValue::from(self.0)
    }
}

/// `¥1,234.50`
impl Argument for Fen {
    fn into_value(self, _: Language) -> FluentValue<'static> {
        FluentValue::from(number::money(self))
    }
}
