//! Passwords and PINs that somebody would try first.

use ledger::store::access::Phone;
use ledger::values::text::Name;
use zxcvbn::{Score, zxcvbn};

/// Whose password it is to be: what a guesser who knows her tries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner<'a> {
    pub phone: &'a Phone,
    pub name: &'a Name,
    /// Where it is known.
    pub workshop: Option<&'a Name>,
}

/// Words of the program, of the trade and of love that stand in many passwords here.
const OURS: [&str; 16] = [
    "petalwork",
    "huagongzhang",
    "花工账",
    "woaini",
    "我爱你",
    "5201314",
    "flower",
    "flowers",
    "huahua",
    "meigui",
    "玫瑰",
    "mudan",
    "牡丹",
    "workshop",
    "coordinator",
    "带头人",
];

/// Whether a password is among the first million that a guesser tries who knows whose it is: the commonest 30,000 with their
/// usual changes, keyboard patterns, repetitions, dates, and her own number and names.
///
/// Source: Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.
pub(super) fn password(text: &str, owner: Owner<'_>) -> bool {
    let phone = owner.phone.as_str();
    let mut known: Vec<String> =
        OURS.into_iter().chain([phone, phone.trim_start_matches("+86")]).map(str::to_owned).collect();
    for name in [Some(owner.name), owner.workshop].into_iter().flatten() {
        let name = name.as_str();
        known.extend(name.split_whitespace().map(str::to_owned));
        known.push(name.split_whitespace().collect());
    }
    // Her given name, without the family's.
    known.push(owner.name.as_str().chars().skip(1).collect());
    let known: Vec<&str> = known.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    matches!(zxcvbn(text, &known).score(), Score::Zero | Score::One)
}

/// PINs that are chosen often and follow no other pattern: lines of the keypad, and numbers that sound like words.
///
/// Source: the analyses of leaked PINs by DataGenetics (2012) and by Wang and others, "Understanding Human-Chosen PINs", ASIACCS 2017.
const COMMON_PINS: [&str; 48] = [
    "0123", "0147", "0258", "0369", "0741", "0852", "0963", "1004", "1123", "1236", "1245", "1314", "1379", "1397",
    "1470", "1478", "1590", "1597", "1688", "2580", "3690", "3698", "5168", "5188", "5200", "5201", "5210", "5683",
    "7410", "7890", "7913", "7931", "8520", "9630", "9713", "100200", "123654", "131420", "142536", "147258", "147369",
    "147852", "159357", "159753", "258369", "520131", "521131", "789456",
];

/// Whether a PIN is a pattern, a day or year of birth, or one of the commonest.
pub(super) fn pin(digits: &str) -> bool {
    is_one_pattern(digits) || is_birthday(digits) || COMMON_PINS.contains(&digits)
}

/// Whether every digit follows the one before by the same step, or comes again: `0000`, `1234`, `8642`, `1212`, `123123`, `1221`, `1122`.
fn is_one_pattern(digits: &str) -> bool {
    let digits: Vec<i16> = digits.bytes().map(i16::from).collect();
    let steps: Vec<i16> = digits.iter().zip(digits.iter().skip(1)).map(|(one, next)| next - one).collect();
    let even =
        steps.iter().all(|step| Some(step) == steps.first()) && steps.first().is_some_and(|step| step.abs() <= 2);
    let repeats = |length: usize| {
        digits.len() >= 2 * length && digits.iter().zip(digits.iter().skip(length)).all(|(a, b)| a == b)
    };
    let mirrored = digits.iter().eq(digits.iter().rev());
    let in_runs = |length: usize| {
        digits.chunks(length).all(|run| run.len() == length && run.iter().all(|it| Some(it) == run.first()))
    };
    even || (1..=3).any(repeats) || mirrored || (2..=3).any(in_runs)
}

/// Whether it reads as a month and day, a year of birth, or a whole date with a short year.
fn is_birthday(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let is_day = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    match digits.len() {
        4 => is_day(part(0..2), part(2..4)) || (1940..=2039).contains(&part(0..4)),
        6 => is_day(part(2..4), part(4..6)) || ((1940..=2039).contains(&part(0..4)) && (1..=12).contains(&part(4..6))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_no_password() {
        let phone = Phone::parse("13800000000").expect("a number");
        let [name, workshop] = ["王桂英", "Riverside Blossoms"].map(|name| Name::parse(name).expect("a name"));
        let owner = Owner { phone: &phone, name: &name, workshop: Some(&workshop) };
        let easy = [
            "12345678",
            "password",
            "Password1",
            "p@ssw0rd",
            "qwerty123",
            "1qaz2wsx",
            "asdfghjk",
            "iloveyou",
            "woaini1314",
            "5201314520",
            "a12345678",
            "admin123",
            "petalwork1",
            "aaaaaaaaaa",
            "abcabcabc",
            "19880808",
            "13800000000",
            "+8613800000000",
            "sunshine",
            "王桂英王桂英王桂英",
            "王桂英123456",
            "桂英桂英桂英桂英",
            "riversideblossoms",
            "Riverside1",
            "blossoms2026",
            "花工账花工账花工账",
        ];
        for text in easy {
            assert!(password(text, owner), "{text}");
        }
        for text in ["村口那棵老槐树下", "correct horse", "lan hua 7 duo", "river stone 83"] {
            assert!(!password(text, owner), "{text}");
        }
    }

    #[test]
    fn what_is_tried_first_is_no_pin() {
        let easy = [
            "0000", "1234", "4321", "123456", "2468", "1212", "123123", "999999", "1221", "1122", "112233", "111222",
            "2580", "1314", "0815", "1231", "1988", "2001", "880808", "199907", "159753", "12321",
        ];
        for digits in easy {
            assert!(pin(digits), "{digits}");
        }
        for digits in ["2583", "258091", "7391", "47182"] {
            assert!(!pin(digits), "{digits}");
        }
    }

    #[test]
    fn most_pins_are_left() {
        let left = (0..10_000).filter(|n| !pin(&format!("{n:04}"))).count();
        assert!(left > 9_000, "{left}");
    }
}
