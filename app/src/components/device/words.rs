//! What the script of a device says, in each language.

use crate::language::Language;
use crate::words::say;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Each name in the script, and its text.
const WORDS: [(&str, &str); 12] = [
    ("as_of", "device-as-of"),
    ("waiting", "device-waiting"),
    ("sent", "device-sent"),
    ("refused", "device-refused"),
    ("already", "device-already"),
    ("broken", "device-broken"),
    ("change", "device-change"),
    ("drop", "device-drop"),
    ("surely", "device-surely"),
    ("sign_in", "device-sign-in"),
    ("other", "device-other"),
    ("leaving", "device-leaving"),
];

/// An ES module whose default export has all of them by their names.
#[must_use]
pub fn words_script(language: Language) -> String {
    let words: serde_json::Map<_, _> =
        WORDS.iter().map(|(name, key)| ((*name).to_owned(), say(language, key).into())).collect();
    format!("export default {};\n", serde_json::Value::Object(words))
}

/// Where it is served: another address whenever a text is another.
#[must_use]
pub fn words_address(language: Language) -> String {
    let mut hasher = DefaultHasher::new();
    words_script(language).hash(&mut hasher);
    format!("/words/{}.js?{:016x}", language.tag(), hasher.finish())
}
