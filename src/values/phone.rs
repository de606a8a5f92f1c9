//! Phone numbers: what people sign in with, and are called by.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A phone number: 5 to 15 digits, as China writes it (without `+86`), or with `+` and a country's code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Why a number was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPhone {
    #[error("empty")]
    Empty,
    #[error("not a phone number")]
    NotANumber,
}

impl Phone {
    /// Takes a number as people write it: with spaces, dashes, brackets, full-width digits.
    ///
    /// # Errors
    /// [`BadPhone`].
    pub fn parse(text: &str) -> Result<Self, BadPhone> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '(' | ')' | '（' | '）' | '.'))
            .map(|c| match c {
                '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
                '＋' => '+',
                other => other,
            })
            .collect();
        if plain.is_empty() {
            return Err(BadPhone::Empty);
        }
        // Once: what is written with it twice would be another number each time that it is read.
        let plain = match plain.strip_prefix("+86") {
            Some(rest) if rest.starts_with('+') => return Err(BadPhone::NotANumber),
            rest => rest.unwrap_or(&plain),
        };
        let digits = plain.strip_prefix('+').unwrap_or(plain);
        let is_number = (5..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        if is_number { Ok(Self(plain.to_owned())) } else { Err(BadPhone::NotANumber) }
    }

    /// The number itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Phone {
    type Error = BadPhone;

    fn try_from(text: String) -> Result<Self, BadPhone> {
        Self::parse(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_one_however_it_is_written() {
        let one = Phone::parse("13800000000").expect("a number");
        for written in ["138 0000 0000", "+86 138-0000-0000", " １３８００００００００ ", "(138)00000000"] {
            assert_eq!(Phone::parse(written), Ok(one.clone()), "{written}");
        }
        assert_ne!(Phone::parse("+49 138 0000 0000"), Ok(one));
    }

    #[test]
    fn what_is_no_number_is_none() {
        assert_eq!(Phone::parse("  "), Err(BadPhone::Empty));
        for text in ["1234", "1234567890123456", "call me", "138+0000", "+", "+86+86 138-0000", "+86+49 138 0000"] {
            assert_eq!(Phone::parse(text), Err(BadPhone::NotANumber), "{text}");
        }
    }
}
