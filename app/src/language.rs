//! The languages that Petalwork speaks.

use serde::{Deserialize, Serialize};

/// A language a person may choose. Chinese is the default: it is the village's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Language; 2] = [Language::ZhCn, Language::En];

    /// The BCP 47 tag, as in `<html lang>`, cookies and forms.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::ZhCn => "zh-CN",
            Language::En => "en",
        }
    }

    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::ZhCn => "中文",
            Language::En => "English",
        }
    }

    /// The language that a tag names (`zh-CN`, `en`), or `None`.
    pub fn from_tag(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The first language we speak in a browser's `Accept-Language`; else the default.
    pub fn from_accept(header: &str) -> Language {
        header
            .split(',')
            .filter_map(|part| {
                let tag = part.split(';').next()?.trim().to_ascii_lowercase();
                match tag.split('-').next()? {
                    "zh" => Some(Language::ZhCn),
                    "en" => Some(Language::En),
                    _ => None,
                }
            })
            .next()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_and_nothing_else() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("de"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn the_browser_s_first_language_that_we_speak_wins() {
        assert_eq!(Language::from_accept("de-DE,en-GB;q=0.8,zh;q=0.5"), Language::En);
        assert_eq!(Language::from_accept("zh-Hant,en;q=0.1"), Language::ZhCn);
        assert_eq!(Language::from_accept("fr"), Language::ZhCn);
        assert_eq!(Language::from_accept(""), Language::ZhCn);
    }
}
