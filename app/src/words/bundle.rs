//! Fluent's bundles: every file of a language, parsed once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use leptos::prelude::use_context;
use unic_langid::LanguageIdentifier;

use super::{files, number};
use crate::language::Language;

/// The arguments of one message, by name.
pub type Arguments = FluentArgs<'static>;

type Bundle = FluentBundle<FluentResource>;

static ZH_CN: LazyLock<Bundle> = LazyLock::new(|| read(Language::ZhCn).0);
static EN: LazyLock<Bundle> = LazyLock::new(|| read(Language::En).0);

/// The language of the request being answered; Chinese where none was provided.
pub fn language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// A text without arguments. An unknown key is given back as it is.
pub fn say(language: Language, key: &str) -> String {
    format(language, key, None)
}

/// A text with arguments, which `fill` sets; it is given the language, for days are written differently in each.
pub fn say_with(language: Language, key: &str, fill: impl FnOnce(Language, &mut Arguments)) -> String {
    let mut arguments = FluentArgs::new();
    fill(language, &mut arguments);
    format(language, key, Some(&arguments))
}

/// Whether the language has a text for the key.
pub fn knows(language: Language, key: &str) -> bool {
    bundle(language).has_message(key)
}

fn bundle(language: Language) -> &'static Bundle {
    match language {
        Language::ZhCn => &ZH_CN,
        Language::En => &EN,
    }
}

fn format(language: Language, key: &str, arguments: Option<&Arguments>) -> String {
    let bundle = bundle(language);
    match bundle.get_message(key).and_then(|message| message.value()) {
        // A missing argument shows as `{$name}` here; the checks find it before anybody sees it.
        Some(pattern) => bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned(),
        None => key.to_owned(),
    }
}

/// The bundle of a language, with everything that is wrong in its files.
pub(crate) fn read(language: Language) -> (Bundle, Vec<String>) {
    let mut faults = Vec::new();
    let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(with_commas));
    for (entity, text) in files::of(language) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(|error| format!("{entity}.ftl: {error}")));
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{entity}.ftl: {error}")));
        }
    }
    (bundle, faults)
}

/// Numbers inside texts read as everywhere else: `1,040`.
fn with_commas<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        // Whole numbers only ever come in through `Argument`.
        FluentValue::Number(number) if number.value.fract() == 0.0 => Some(number::count(number.value as i64)),
        _ => None,
    }
}
