//! What the script of a device says, in each language.

use crate::components::PlainScript;
use crate::language::Language;
use crate::words::say;

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
pub(super) fn script(language: Language) -> PlainScript {
    let words: serde_json::Map<_, _> =
        WORDS.iter().map(|(name, key)| ((*name).to_owned(), say(language, key).into())).collect();
    let text = format!("export default {};\n", serde_json::Value::Object(words));
    PlainScript::new(format!("/words/{}.js", language.tag()), &text)
}
