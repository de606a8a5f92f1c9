//! Words that people type: short, on one line, without control characters.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum BadText {
    #[error("empty")]
    Empty,
    #[error("too long")]
    TooLong,
    #[error("control characters")]
    Control,
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $least:literal..=$most:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            /// The longest that it may be, in characters.
            pub const MOST: usize = $most;

            /// Takes what somebody typed, without the spaces around it.
            ///
            /// # Errors
            /// [`BadText`] when it is missing where it must not be, too long, or has characters that cannot be seen.
            pub fn parse(text: &str) -> Result<Self, BadText> {
                let taken = Self::kept(text)?;
                if taken.0.chars().any(is_invisible) || (!taken.0.is_empty() && taken.0.chars().all(chooses_a_form)) {
                    return Err(BadText::Control);
                }
                Ok(taken)
            }

            /// Takes what is kept, which may be older than some of what [`Self::parse`] refuses.
            ///
            /// # Errors
            /// [`BadText`] when it is missing where it must not be, too long, or has control or invisible direction characters.
            pub fn kept(text: &str) -> Result<Self, BadText> {
                let text = text.trim();
                let length = text.chars().count();
                if !($least..=$most).contains(&length) {
                    return Err(if length > $most { BadText::TooLong } else { BadText::Empty });
                }
                if text.chars().any(is_hidden) {
                    return Err(BadText::Control);
                }
                Ok(Self(text.to_owned()))
            }

            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadText;
            /// Events are kept as JSON.
            fn try_from(text: String) -> Result<Self, BadText> {
                Self::kept(&text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

texts! {
    /// What a person, firm, style or step is called.
    Name: 1..=60,
    /// A number or code that people use: an order's, a style's, a worker's.
    Code: 1..=40,
    /// A few words beside an entry; may be empty.
    Note: 0..=200,
    /// What tells lines of one style apart: a colour, a size, a variety; mostly empty.
    Variant: 0..=30,
}

impl Default for Note {
    /// No words.
    fn default() -> Self {
        Self(String::new())
    }
}

impl Default for Variant {
    /// The style as it is.
    fn default() -> Self {
        Self(String::new())
    }
}

impl Variant {
    /// A style's name or code with it behind: `牡丹 红`.
    #[must_use]
    pub fn behind(&self, style: &str) -> String {
        if self.0.is_empty() { style.to_owned() } else { format!("{style} {}", self.0) }
    }

    /// Takes what somebody typed: of several spaces one, and of full-width letters and digits the plain ones.
    ///
    /// # Errors
    /// [`BadText`], as [`Variant::parse`].
    pub fn typed(text: &str) -> Result<Self, BadText> {
        let plain: String = text.chars().map(narrow).collect();
        Self::parse(&plain.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Whether people would read both as the same: large and small letters do not tell lines apart.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.0.to_lowercase() == other.0.to_lowercase()
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A full-width sign made plain: they stand in the order of ASCII.
pub(crate) const fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(plain) => plain,
            None => c,
        },
        c => c,
    }
}

/// Control characters, and the marks that turn or hide text around them.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// What shows nothing by itself, so that two names with it look alike, or one looks empty: the characters that Unicode calls
/// Default_Ignorable, but those that choose a form, and the blank of Braille.
///
/// Source: Unicode 16, DerivedCoreProperties.txt.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2065}'
            | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}'
    )
}

/// The variation selectors: after a rare character of a name they choose how it is written, and alone they are nothing.
const fn chooses_a_form(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The plain digits of a number as people write it, with at most one point: full-width digits
/// made narrow, thousands commas (only where they belong) and outer spaces dropped.
/// `None` when anything else is in it.
pub(crate) fn plain_number(text: &str) -> Option<String> {
    let narrow: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            '．' => '.',
            '，' => ',',
            other => other,
        })
        .collect();
    let (whole, part) = narrow.split_once('.').unwrap_or((&narrow, ""));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let digits = if whole.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next()?;
        if !all_digits(first) || first.len() > 3 || !groups.all(|g| g.len() == 3 && all_digits(g)) {
            return None;
        }
        whole.replace(',', "")
    } else {
        whole.to_owned()
    };
    if !all_digits(&digits) || (narrow.contains('.') && !all_digits(part)) {
        return None;
    }
    Some(if part.is_empty() { digits } else { format!("{digits}.{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trimmed_and_kept_as_typed() {
        assert_eq!(Name::parse("  何<b>淑芬</b> ").map(|name| name.to_string()), Ok("何<b>淑芬</b>".to_owned()));
    }

    #[test]
    fn what_comes_as_json_is_looked_at_too() {
        assert_eq!(serde_json::from_str::<Name>("\" 何 \"").ok(), Name::parse("何").ok());
        assert_eq!(serde_json::from_str::<Note>("\"\"").ok(), Some(Note::default()));
        for bad in [r#""""#, r#""a\u0000b""#, r#""a\u202eb""#, r#""a\u061cb""#, "7", "null"] {
            assert!(serde_json::from_str::<Name>(bad).is_err(), "{bad}");
        }
        assert!(serde_json::from_str::<Code>(&format!("\"{}\"", "1".repeat(41))).is_err());
    }

    #[test]
    fn hidden_and_endless_names_are_refused() {
        assert_eq!(Name::parse(" "), Err(BadText::Empty));
        assert_eq!(Name::parse("a\u{0}b"), Err(BadText::Control));
        assert_eq!(Name::parse("a\u{202e}b"), Err(BadText::Control));
        assert_eq!(Name::parse(&"花".repeat(61)), Err(BadText::TooLong));
    }

    #[test]
    fn what_shows_nothing_is_refused_when_typed_and_read_when_kept() {
        for unseen in ["\u{3164}", "\u{2800}\u{2800}", "何\u{ad}淑芬", "W\u{34f}01", "\u{fe0f}", "何\u{e0041}"] {
            assert_eq!(Name::parse(unseen), Err(BadText::Control), "{unseen:?}");
        }
        assert!(Name::parse("葛\u{e0100}兰").is_ok(), "a rare form of a character");
        assert!(serde_json::from_str::<Name>("\"何\u{ad}淑芬\"").is_ok(), "books may hold it from before");
    }
}
