//! The language files: one for each entity and language, all named here and embedded in the program.

use crate::language::Language;

macro_rules! files {
    ($($entity:literal)*) => {
        /// Name and text of every file in a language.
        pub(crate) fn of(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::ZhCn => &[$(($entity, include_str!(concat!("../../locales/zh-CN/", $entity, ".ftl")))),*],
                Language::En => &[$(($entity, include_str!(concat!("../../locales/en/", $entity, ".ftl")))),*],
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
    "device"
    "fault"
    "firm"
    "hear"
    "home"
    "import"
    "issue"
    "journal"
    "known"
    "list"
    "news"
    "order"
    "outlook"
    "pay"
    "photo"
    "pin"
    "preview"
    "problem"
    "record"
    "refusal"
    "search"
    "second-step"
    "send"
    "settings"
    "settlement"
    "sign-in"
    "split"
    "spoken"
    "style"
    "terms"
    "today"
    "voice"
    "window"
    "worker"
}
