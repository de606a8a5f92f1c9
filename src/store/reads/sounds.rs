//! How a Chinese name is typed in Latin letters.

use crate::values::sought::Keys;
use pinyin::{ToPinyin, ToPinyinMulti};

/// By what one of that number and name is found.
pub(super) fn keys(number: &str, name: &str) -> Keys {
    Keys::new(number, name, sounds(name))
}

/// A name in pinyin, whole and by initials; of a family name with several readings (曾, 单, 解) each of them.
fn sounds(name: &str) -> Vec<String> {
    let mut letters = name.chars();
    let Some(first) = letters.next() else { return Vec::new() };
    let mut firsts: Vec<String> =
        first.to_pinyin_multi().into_iter().flatten().map(|one| one.plain().to_owned()).collect();
    firsts.dedup();
    if firsts.is_empty() {
        firsts.push(first.to_lowercase().to_string());
    }
    let of = |letter: char| {
        letter.to_pinyin().map_or_else(|| letter.to_lowercase().to_string(), |one| one.plain().to_owned())
    };
    let rest: Vec<String> = letters.map(of).collect();
    let initial = |syllable: &String| syllable.chars().next();
    let initials: String = rest.iter().filter_map(initial).collect();
    let both = |first: String| {
        let short: String = initial(&first).into_iter().chain(initials.chars()).collect();
        [first + &rest.concat(), short]
    };
    firsts.into_iter().flat_map(both).collect()
}

#[cfg(test)]
mod tests {
    use super::sounds;

    #[test]
    fn names_sound_as_they_are_said() {
        assert_eq!(sounds("郭淑贤"), ["guoshuxian", "gsx"]);
        let readings = sounds("单秀英");
        assert!(readings.contains(&"shanxiuying".to_owned()) && readings.contains(&"sxy".to_owned()), "{readings:?}");
        assert_eq!(sounds("Anna"), ["anna", "anna"]);
        assert!(sounds("").is_empty());
    }
}
