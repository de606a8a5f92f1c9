//! What stays on a device that somebody said is her own: her pages as last seen, and what she entered until it is in the books.
//!
//! Two plain scripts do it (`device.js` in the page, `service_worker.js` beside it). Nothing of either is sent to, or kept on, a
//! device of which nobody said so.

mod this_phone;
mod words;

pub use this_phone::ThisPhone;

use super::PlainScript;
use crate::language::Language;
use std::sync::LazyLock;

/// Served at `/service-worker.js` as `text/javascript`: a browser asks for it again by itself, and it must stand above all pages.
pub const SERVICE_WORKER: &str = include_str!("service_worker.js");

/// Keeps entries and pages on a device that somebody said is her own.
pub(super) static SCRIPT: LazyLock<PlainScript> =
    LazyLock::new(|| PlainScript::new("/device.js", include_str!("device.js")));

static WORDS: LazyLock<[(Language, PlainScript); 2]> =
    LazyLock::new(|| Language::ALL.map(|language| (language, words::script(language))));

/// What it says in that language.
pub(super) fn words(language: Language) -> Option<&'static PlainScript> {
    WORDS.iter().find(|(of, _)| *of == language).map(|(_, script)| script)
}

/// The script, and what it says in each language.
pub(super) fn scripts() -> impl Iterator<Item = &'static PlainScript> {
    WORDS.iter().map(|(_, script)| script).chain([&*SCRIPT])
}
