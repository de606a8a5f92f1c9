//! Finding a person, a firm or a style by what is typed: a number, a name or how it sounds.

use super::text::narrow;
use std::fmt;

/// How well somebody or something answers to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// A part of it.
    Part,
    /// The number, as it is written or without its letters and zeros.
    Exact,
}

/// All by which one is found, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys(Vec<String>);

/// The keys that are the number: as written, without its zeros, its digits alone. The name follows, then how it sounds.
const NUMBERS: usize = 3;

/// Between the keys where they are one text; neither a number nor a name holds it.
const BETWEEN: char = '\n';

impl Keys {
    /// `sounds`: the name as it may be typed in Latin letters, whole or by initials. Without a number, the number is empty.
    #[must_use]
    pub fn new(number: &str, name: &str, sounds: impl IntoIterator<Item = String>) -> Self {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0').to_owned();
        let letters = plain(number).trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned();
        let mut keys = vec![plain(number), letters + &digits, digits, plain(name)];
        keys.extend(sounds);
        Self(keys)
    }

    /// Those that [`fmt::Display`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self(text.split(BETWEEN).map(str::to_owned).collect())
    }

    /// How the name sounds, by which lists are put in order: Chinese signs by themselves stand in none that people know.
    #[must_use]
    pub fn sound(&self) -> &str {
        self.0.get(NUMBERS + 1).or_else(|| self.0.get(NUMBERS)).map_or("", String::as_str)
    }

    /// How well they answer to what was typed; `None` where they do not. To nothing everybody answers.
    #[must_use]
    pub fn fit(&self, typed: &str) -> Option<Fit> {
        let typed = plain(typed);
        if typed.is_empty() {
            return Some(Fit::Part);
        }
        let is_number = self.0.iter().take(NUMBERS).any(|key| *key == typed);
        let is_part = || self.0.iter().any(|key| key.contains(&typed));
        if is_number { Some(Fit::Exact) } else { is_part().then_some(Fit::Part) }
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(&BETWEEN.to_string()))
    }
}

/// Without spaces and signs that nobody sees, in small letters, digits and letters of full width as the narrow ones.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars()
        .map(narrow)
        .filter(|letter| !letter.is_whitespace() && !letter.is_control())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn she_is_found_by_her_number_her_name_and_its_sound() {
        let keys = Keys::new("W07", "郭淑贤", ["guoshuxian".to_owned(), "gsx".to_owned()]);
        let keys = Keys::read(&keys.to_string());
        for exact in ["W07", "w07", " ７ ", "7", "w7", "Ｗ０７", "\u{0}7"] {
            assert_eq!(keys.fit(exact), Some(Fit::Exact), "{exact}");
        }
        for part in ["", "0", "w", "郭", "淑贤", "guo", "Guo Shu", "gsx", "gs"] {
            assert_eq!(keys.fit(part), Some(Fit::Part), "{part}");
        }
        for other in ["8", "70", "李", "li", "gsxx", "\n"] {
            assert_eq!(keys.fit(other), (other == "\n").then_some(Fit::Part), "{other}");
        }
    }

    #[test]
    fn a_number_without_digits_is_still_found() {
        let keys = Keys::new("甲", "李", []);
        assert_eq!(keys.fit("甲"), Some(Fit::Exact));
        assert_eq!(keys.fit("0"), None);
    }
}
