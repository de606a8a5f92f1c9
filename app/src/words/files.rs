//! The language files: one for each noun and language, all named here and embedded in the program.

use crate::language::Language;

macro_rules! files {
    ($($noun:literal)*) => {
        /// Name and text of every file in a language.
        pub(crate) fn of(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::ZhCn => &[$(($noun, include_str!(concat!("../../locales/zh-CN/", $noun, ".ftl")))),*],
                Language::En => &[$(($noun, include_str!(concat!("../../locales/en/", $noun, ".ftl")))),*],
            }
        }
    };
}

files! {
    "approval"
    "common"
    "correction"
    "count"
    "delivery"
    "fault"
    "firm"
    "home"
    "import"
    "issue"
    "journal"
    "order"
    "outlook"
    "pay"
    "problem"
    "refusal"
    "settings"
    "settlement"
    "sign-in"
    "split"
    "style"
    "terms"
    "today"
    "window"
    "worker"
}
