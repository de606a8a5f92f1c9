//! Notes as people read them: what was chosen from our own lists is kept in the words of the person who chose it, and read in the
//! reader's.

use super::{Language, language, say};

/// What can be chosen instead of being written.
const CHOSEN: [&str; 8] = [
    "pay-cash",
    "pay-wechat",
    "pay-alipay",
    "pay-bank",
    "reason-loose",
    "reason-wire",
    "reason-colour",
    "reason-other",
];

/// Between what was chosen and what was added to it, in either language.
const SEAMS: [&str; 3] = [" · ", "：", ": "];

/// What may have been chosen, and what was added to it with the seam before it.
#[must_use]
pub fn parts_of_note(kept: &str) -> (&str, &str) {
    let end = SEAMS.iter().filter_map(|seam| kept.find(seam)).min().unwrap_or(kept.len());
    kept.split_at(end)
}

/// A note, with what was chosen at its beginning in the request's language, and each dot held by what stands before it.
#[must_use]
pub fn note(kept: &str) -> String {
    let (chosen, rest) = parts_of_note(kept);
    let is_it = |key: &&str| Language::ALL.into_iter().any(|language| say(language, key) == chosen);
    match CHOSEN.into_iter().find(is_it) {
        Some(key) => say(language(), key) + rest,
        None => kept.to_owned(),
    }
    // No line begins with the dot.
    .replace(" · ", "\u{a0}· ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::{Owner, provide_context};

    #[test]
    fn what_was_chosen_is_read_in_the_readers_language_and_what_was_written_as_it_was() {
        Owner::new().with(|| {
            provide_context(Language::En);
            assert_eq!(note("现金"), "Cash");
            assert_eq!(note("微信 · 给她丈夫"), "WeChat\u{a0}· 给她丈夫");
            assert_eq!(note("花瓣松：第三包"), "Loose petals：第三包");
            assert_eq!(note("现金不够"), "现金不够");
            assert_eq!(note(""), "");
            provide_context(Language::ZhCn);
            assert_eq!(note("Loose petals: third pack"), "花瓣松: third pack");
        });
    }
}
