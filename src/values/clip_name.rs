//! Which clip of what is said aloud.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The longest that one may be.
const MOST: usize = 24;

/// A clip in a language, such as `zh-CN/n7`. Which there are, the pages know that say them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClipName {
    /// With zeros behind it.
    letters: [u8; MOST],
}

/// What was read names no clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a clip")]
pub struct BadClipName;

impl ClipName {
    /// The clip of that name in the language of that tag.
    ///
    /// # Errors
    /// [`BadClipName`] where either is empty, long, or has other characters than letters and digits (a tag: also `-`).
    pub fn new(language: &str, clip: &str) -> Result<Self, BadClipName> {
        format!("{language}/{clip}").parse()
    }

    /// The tag of its language, and its name there.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        self.as_str().split_once('/').unwrap_or_default()
    }

    fn as_str(&self) -> &str {
        let end = self.letters.iter().position(|letter| *letter == 0).unwrap_or(MOST);
        self.letters.get(..end).and_then(|letters| std::str::from_utf8(letters).ok()).unwrap_or_default()
    }
}

impl FromStr for ClipName {
    type Err = BadClipName;

    fn from_str(text: &str) -> Result<Self, BadClipName> {
        let (language, clip) = text.split_once('/').ok_or(BadClipName)?;
        let is_tag = !language.is_empty() && language.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
        let is_clip = !clip.is_empty() && clip.bytes().all(|it| it.is_ascii_alphanumeric());
        let mut letters = [0; MOST];
        let place = letters.get_mut(..text.len()).filter(|_| is_tag && is_clip).ok_or(BadClipName)?;
        place.copy_from_slice(text.as_bytes());
        Ok(Self { letters })
    }
}

impl fmt::Display for ClipName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for ClipName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl TryFrom<String> for ClipName {
    type Error = BadClipName;

    fn try_from(text: String) -> Result<Self, BadClipName> {
        text.parse()
    }
}

impl From<ClipName> for String {
    fn from(name: ClipName) -> Self {
        name.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written_and_nothing_else_is() {
        let name = ClipName::new("zh-CN", "nothingnext").expect("a name");
        assert_eq!(name.to_string(), "zh-CN/nothingnext");
        assert_eq!(name.parts(), ("zh-CN", "nothingnext"));
        let json = serde_json::to_string(&name).expect("plain data");
        assert_eq!(serde_json::from_str::<ClipName>(&json).expect("a name"), name);
        for bad in
            ["", "n7", "/n7", "en/", "en/n 7", "en/n7/n8", "en/n-7", "é/n7", "en/\0", &format!("en/{}", "n".repeat(22))]
        {
            assert_eq!(bad.parse::<ClipName>(), Err(BadClipName), "{bad}");
        }
    }
}
