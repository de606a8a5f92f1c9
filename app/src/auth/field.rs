//! Phone numbers, passwords and PINs, parsed.

use super::guessable::{self, Owner};
use crate::request::{Problem, Why};

/// Passwords have at least so many characters. Long is what counts; no other rule is made.
pub(super) const SHORTEST_PASSWORD: usize = 8;

const LONGEST_PASSWORD: usize = 200;

/// A new password, given twice as `name` and `again`; not one that anybody would try first.
pub(super) fn new_password(name: &str, text: &str, again: &str, owner: Owner<'_>) -> Result<String, Problem> {
    let why = match text.chars().count() {
        0 => Some(Why::Missing),
        length if length < SHORTEST_PASSWORD => Some(Why::TooShort),
        length if length > LONGEST_PASSWORD => Some(Why::TooLong),
        _ if guessable::password(text, owner) => Some(Why::TooEasy),
        _ => None,
    };
    match why {
        Some(why) => Err(Problem::field(name, why)),
        None if text != again => Err(Problem::field("again", Why::Differs)),
        None => Ok(text.to_owned()),
    }
}

/// A password that is to be compared; its length is limited, since hashing takes longer the longer it is. `wrong` is what a wrong
/// one comes to.
pub(super) fn password(name: &str, text: &str, wrong: Problem) -> Result<String, Problem> {
    match text.chars().count() {
        0 => Err(Problem::field(name, Why::Missing)),
        length if length > LONGEST_PASSWORD => Err(wrong),
        _ => Ok(text.to_owned()),
    }
}

/// A PIN: 4 to 6 digits.
pub(super) fn pin(name: &str, text: &str) -> Result<String, Problem> {
    let plain: String = text.trim().chars().map(plain_digit).collect();
    let why = if plain.is_empty() {
        Why::Missing
    } else if !plain.bytes().all(|digit| digit.is_ascii_digit()) {
        Why::NotAPin
    } else if plain.len() < 4 {
        Why::TooShort
    } else if plain.len() > 6 {
        Why::TooLong
    } else {
        return Ok(plain);
    };
    Err(Problem::field(name, why))
}

/// A digit of full width as a plain one.
pub(super) fn plain_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        other => other,
    }
}

/// A new PIN, given twice as `name` and `again`; not one that anybody would try first.
pub(super) fn new_pin(name: &str, text: &str, again: &str) -> Result<String, Problem> {
    let chosen = pin(name, text)?;
    if guessable::pin(&chosen) {
        return Err(Problem::field(name, Why::TooEasy));
    }
    if pin("again", again)? != chosen {
        return Err(Problem::field("again", Why::Differs));
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::store::access::Phone;
    use ledger::values::text::Name;

    #[test]
    fn a_pin_is_four_to_six_digits_that_are_not_obvious() {
        assert_eq!(new_pin("pin", "2583", "2583"), Ok("2583".to_owned()));
        assert_eq!(new_pin("pin", "２５８０９１", "258091"), Ok("258091".to_owned()));
        let why = |text: &str| match new_pin("pin", text, text) {
            Err(Problem::Field { why, .. }) => Some(why),
            _ => None,
        };
        assert_eq!(why(""), Some(Why::Missing));
        assert_eq!(why("25a8"), Some(Why::NotAPin));
        assert_eq!(why("258"), Some(Why::TooShort));
        assert_eq!(why("2580914"), Some(Why::TooLong));
        assert_eq!(why("1234"), Some(Why::TooEasy));
        assert_eq!(new_pin("pin", "2583", "2581"), Err(Problem::field("again", Why::Differs)));
    }

    #[test]
    fn a_password_is_long_enough_and_not_the_number() {
        let phone = Phone::parse("13800000000").expect("a number");
        let name = Name::parse("王桂英").expect("a name");
        let owner = Owner { phone: &phone, name: &name, workshop: None };
        let why = |text: &str| match new_password("password", text, text, owner) {
            Err(Problem::Field { why, .. }) => Some(why),
            _ => None,
        };
        assert_eq!(why("村口那棵老槐树下"), None);
        assert_eq!(why("short"), Some(Why::TooShort));
        assert_eq!(why("13800000000"), Some(Why::TooEasy));
        assert_eq!(why("12345678"), Some(Why::TooEasy));
        assert_eq!(why("aaaaaaaaaa"), Some(Why::TooEasy));
        assert_eq!(why(&"x1".repeat(101)), Some(Why::TooLong));
        let differs = new_password("password", "correct horse", "correct house", owner);
        assert_eq!(differs, Err(Problem::field("again", Why::Differs)));
    }
}
