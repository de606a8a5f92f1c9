//! Fields of a form, parsed: the first part of the road that every write takes.

use super::{Problem, Why};
use ledger::values::day::Day;
use ledger::values::money::{BadYuan, Fen};
use ledger::values::phone::{BadPhone, Phone};
use ledger::values::pieces::{BadCount, Pieces};
use ledger::values::text::{BadText, Code, Name, Note, Variant};
use std::str::FromStr;

/// An id of any entity.
///
/// # Errors
/// [`Why::Unknown`]: what is no id names nothing.
pub fn id<T: FromStr>(name: &str, text: &str) -> Result<T, Problem> {
    text.trim().parse().map_err(|_| Problem::field(name, Why::Unknown))
}

/// A count; empty is an error. Zero passes: whether it makes sense is the rule's to say.
///
/// # Errors
/// [`Problem::Field`] when it is no whole number, or too large.
pub fn pieces(name: &str, text: &str) -> Result<Pieces, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::field(name, Why::Missing));
    }
    Pieces::parse(text).map_err(|bad| Problem::field(name, count(bad)))
}

/// A count where empty means none.
///
/// # Errors
/// [`Problem::Field`] when it is no whole number, or too large.
pub fn pieces_or_none(name: &str, text: &str) -> Result<Pieces, Problem> {
    if text.trim().is_empty() { Ok(Pieces::ZERO) } else { pieces(name, text) }
}

/// An amount in yuan.
///
/// # Errors
/// [`Problem::Field`] when it is no number, or too large.
pub fn yuan(name: &str, text: &str) -> Result<Fen, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::field(name, Why::Missing));
    }
    Fen::parse_yuan(text).map_err(|bad| {
        let why = match bad {
            BadYuan::NotANumber => Why::NotANumber,
            BadYuan::TooFine => Why::TooFine,
            BadYuan::TooLarge => Why::TooLarge,
        };
        Problem::field(name, why)
    })
}

/// A day.
///
/// # Errors
/// [`Problem::Field`] when it cannot be read.
pub fn day(name: &str, text: &str) -> Result<Day, Problem> {
    text.parse().map_err(|_| Problem::field(name, if text.trim().is_empty() { Why::Missing } else { Why::NotADay }))
}

/// A day where empty means today.
///
/// # Errors
/// [`Problem::Field`] when it cannot be read.
pub fn day_or_today(name: &str, text: &str) -> Result<Option<Day>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { day(name, text).map(Some) }
}

/// A name.
///
/// # Errors
/// [`Problem::Field`] when it is missing, too long or has hidden characters.
pub fn name(name: &str, text: &str) -> Result<Name, Problem> {
    Name::parse(text).map_err(|bad| Problem::field(name, words(bad)))
}

/// A code.
///
/// # Errors
/// [`Problem::Field`] when it is missing, too long or has hidden characters.
pub fn code(name: &str, text: &str) -> Result<Code, Problem> {
    Code::parse(text).map_err(|bad| Problem::field(name, words(bad)))
}

/// A few words, or none.
///
/// # Errors
/// [`Problem::Field`] when they are too long or have hidden characters.
pub fn note(name: &str, text: &str) -> Result<Note, Problem> {
    Note::parse(text).map_err(|bad| Problem::field(name, words(bad)))
}

/// What tells lines of one style apart, or nothing.
///
/// # Errors
/// [`Problem::Field`] when it is too long or has hidden characters.
pub fn variant(name: &str, text: &str) -> Result<Variant, Problem> {
    Variant::typed(text).map_err(|bad| Problem::field(name, words(bad)))
}

/// A phone number.
///
/// # Errors
/// [`Problem::Field`] when it is missing, or no number.
pub fn phone(name: &str, text: &str) -> Result<Phone, Problem> {
    Phone::parse(text).map_err(|bad| {
        let why = match bad {
            BadPhone::Empty => Why::Missing,
            BadPhone::NotANumber => Why::NotAPhone,
        };
        Problem::field(name, why)
    })
}

const fn count(bad: BadCount) -> Why {
    match bad {
        BadCount::NotANumber => Why::NotANumber,
        BadCount::NotWhole => Why::NotWhole,
        BadCount::TooLarge => Why::TooLarge,
    }
}

const fn words(bad: BadText) -> Why {
    match bad {
        BadText::Empty => Why::Missing,
        BadText::TooLong => Why::TooLong,
        BadText::Control => Why::Hidden,
    }
}
