//! Phone numbers, passwords and PINs, parsed.

use crate::request::{Problem, Why};
use ledger::store::access::Phone;

/// Passwords have at least so many characters. Long is what counts; no other rule is made.
pub(super) const SHORTEST_PASSWORD: usize = 8;

const LONGEST_PASSWORD: usize = 200;

/// A new password, given twice as `name` and `again`. It must not be the phone number.
pub(super) fn new_password(name: &str, text: &str, again: &str, phone: &Phone) -> Result<String, Problem> {
    let why = match text.chars().count() {
        0 => Some(Why::Missing),
        length if length < SHORTEST_PASSWORD => Some(Why::TooShort),
        length if length > LONGEST_PASSWORD => Some(Why::TooLong),
        _ if text == phone.as_str() || is_one_pattern(text) || is_common(text) => Some(Why::TooEasy),
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
    let plain: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
            other => other,
        })
        .collect();
    let why = if plain.is_empty() {
        Why::Missing
    } else if !plain.bytes().all(|digit| digit.is_ascii_digit()) {
        Why::NotANumber
    } else if plain.len() < 4 {
        Why::TooShort
    } else if plain.len() > 6 {
        Why::TooLong
    } else {
        return Ok(plain);
    };
    Err(Problem::field(name, why))
}

/// A new PIN, given twice as `name` and `again`; not one that anybody would try first.
pub(super) fn new_pin(name: &str, text: &str, again: &str) -> Result<String, Problem> {
    let chosen = pin(name, text)?;
    if is_one_pattern(&chosen) {
        return Err(Problem::field(name, Why::TooEasy));
    }
    if pin("again", again)? != chosen {
        return Err(Problem::field("again", Why::Differs));
    }
    Ok(chosen)
}

/// What is tried first of all, as lists of stolen passwords have it.
const COMMON: [&str; 18] = [
    "password",
    "password1",
    "passw0rd",
    "p@ssw0rd",
    "qwertyui",
    "qwerty123",
    "1qaz2wsx",
    "zaq12wsx",
    "asdfghjk",
    "iloveyou",
    "5201314",
    "woaini520",
    "woaini1314",
    "wang1234",
    "a1234567",
    "a12345678",
    "admin123",
    "petalwork",
];

fn is_common(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c == '!');
    COMMON.contains(&lower.as_str()) || COMMON.contains(&bare)
}

/// Whether every character follows the one before by the same step, or the same two or three come again and again:
/// `0000`, `1234`, `8642`, `1212`, `123123`, `abcdefgh`.
fn is_one_pattern(text: &str) -> bool {
    let letters: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps: Vec<i64> = letters.iter().zip(letters.iter().skip(1)).map(|(one, next)| next - one).collect();
    let even =
        steps.iter().all(|step| Some(step) == steps.first()) && steps.first().is_some_and(|step| step.abs() <= 2);
    let repeats = |length: usize| {
        letters.len() >= 2 * length && letters.iter().zip(letters.iter().skip(length)).all(|(a, b)| a == b)
    };
    even || (1..=3).any(repeats)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_four_to_six_digits_that_are_not_obvious() {
        assert_eq!(new_pin("pin", "2580", "2580"), Ok("2580".to_owned()));
        assert_eq!(new_pin("pin", "２５８０９１", "258091"), Ok("258091".to_owned()));
        let why = |text: &str| match new_pin("pin", text, text) {
            Err(Problem::Field { why, .. }) => Some(why),
            _ => None,
        };
        assert_eq!(why(""), Some(Why::Missing));
        assert_eq!(why("25a8"), Some(Why::NotANumber));
        assert_eq!(why("258"), Some(Why::TooShort));
        assert_eq!(why("2580914"), Some(Why::TooLong));
        for easy in ["0000", "1234", "4321", "123456", "2468", "1212", "123123", "999999", "6677665"[..4].as_ref()] {
            let expected = (easy != "6677").then_some(Why::TooEasy);
            assert_eq!(why(easy), expected, "{easy}");
        }
        assert_eq!(new_pin("pin", "2580", "2581"), Err(Problem::field("again", Why::Differs)));
    }

    #[test]
    fn a_password_is_long_enough_and_not_the_number() {
        let phone = Phone::parse("13800000000").expect("a number");
        let why = |text: &str| match new_password("password", text, text, &phone) {
            Err(Problem::Field { why, .. }) => Some(why),
            _ => None,
        };
        assert_eq!(why("村口那棵老槐树下"), None);
        assert_eq!(why("short"), Some(Why::TooShort));
        assert_eq!(why("13800000000"), Some(Why::TooEasy));
        assert_eq!(why("12345678"), Some(Why::TooEasy));
        assert_eq!(why("aaaaaaaaaa"), Some(Why::TooEasy));
        assert_eq!(why(&"x1".repeat(101)), Some(Why::TooLong));
        let differs = new_password("password", "correct horse", "correct house", &phone);
        assert_eq!(differs, Err(Problem::field("again", Why::Differs)));
    }
}
