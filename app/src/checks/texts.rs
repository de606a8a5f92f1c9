//! Every text that a page asks for exists, in every language, with the arguments that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use fluent_syntax::parser;

use crate::language::Language;
use crate::words::{bundle, files};

type Variables = BTreeSet<String>;

/// One `t!(…)` in the source.
struct Use {
    place: String,
    key: String,
    arguments: BTreeSet<String>,
}

#[test]
fn the_files_read_without_faults() {
    for language in Language::ALL {
        let (_, faults) = bundle::read(language);
        assert!(faults.is_empty(), "{}: {faults:#?}", language.tag());
    }
}

#[test]
fn every_file_is_named() {
    for language in Language::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.tag());
        let found: BTreeSet<String> = fs::read_dir(&folder)
            .expect("the folder of a language")
            .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
            .collect();
        let named: BTreeSet<String> = files::of(language).iter().map(|(file, _)| format!("{file}.ftl")).collect();
        assert_eq!(found, named, "{}: app/src/words/files.rs names other files than there are", language.tag());
    }
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let [first, second] = Language::ALL.map(messages);
    let keys = |of: &BTreeMap<String, Variables>| of.keys().cloned().collect::<BTreeSet<_>>();
    let lopsided: Vec<_> = keys(&first).symmetric_difference(&keys(&second)).cloned().collect();
    assert!(lopsided.is_empty(), "in one language only: {lopsided:?}");
    for (key, variables) in &first {
        assert_eq!(Some(variables), second.get(key), "{key} names different variables");
    }
}

#[test]
fn a_prefix_lives_in_one_file() {
    for language in Language::ALL {
        let mut homes = BTreeMap::<String, BTreeSet<&str>>::new();
        for (file, text) in files::of(language) {
            for key in keys(file, text) {
                let prefix = key.split('-').next().unwrap_or_default().to_owned();
                homes.entry(prefix).or_default().insert(file);
            }
        }
        homes.retain(|_, files| files.len() > 1);
        assert!(homes.is_empty(), "{}: in several files: {homes:#?}", language.tag());
    }
}

#[test]
fn every_text_that_a_page_asks_for_exists() {
    let uses = uses();
    assert!(uses.len() > 20, "the scan found hardly any t!(…): it no longer reads the source");
    let known = messages(Language::ZhCn);
    let mut faults = Vec::new();
    for Use { place, key, arguments } in uses {
        match known.get(&key) {
            None => faults.push(format!("{place}: no text for {key}")),
            Some(variables) => {
                let missing: Vec<_> = variables.difference(&arguments).collect();
                if !missing.is_empty() {
                    faults.push(format!("{place}: {key} also needs {missing:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_scan_reads_keys_and_arguments() {
    let source = r#"view! { {t!("a")} <p title=t!( "b-c", n = f(x, "y) z"), day = due)>{format!("no")} "#;
    let found: Vec<_> =
        uses_in("x.rs", source).into_iter().map(|u| (u.key, u.arguments.into_iter().collect())).collect();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(found, [("a".to_owned(), names(&[])), ("b-c".to_owned(), names(&["day", "n"]))]);
}

/// The keys of a file.
fn keys(file: &str, text: &str) -> Vec<String> {
    let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{file}.ftl: {errors:?}"));
    let key =
        |entry: Entry<&str>| if let Entry::Message(message) = entry { Some(message.id.name.to_owned()) } else { None };
    resource.body.into_iter().filter_map(key).collect()
}

/// Every message of a language with the variables that it names.
fn messages(language: Language) -> BTreeMap<String, Variables> {
    let mut found = BTreeMap::new();
    for (file, text) in files::of(language) {
        let resource = parser::parse(*text).unwrap_or_else(|(_, errors)| panic!("{file}.ftl: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut variables = Variables::new();
            if let Some(pattern) = &message.value {
                pattern_variables(&pattern.elements, &mut variables);
            }
            let twice = found.insert(message.id.name.to_owned(), variables);
            assert!(twice.is_none(), "{}: {} is there twice", language.tag(), message.id.name);
        }
    }
    found
}

fn pattern_variables(elements: &[PatternElement<&str>], into: &mut Variables) {
    for element in elements {
        if let PatternElement::Placeable { expression } = element {
            expression_variables(expression, into);
        }
    }
}

fn expression_variables(expression: &Expression<&str>, into: &mut Variables) {
    match expression {
        Expression::Inline(inline) => inline_variables(inline, into),
        Expression::Select { selector, variants } => {
            inline_variables(selector, into);
            variants.iter().for_each(|variant| pattern_variables(&variant.value.elements, into));
        }
    }
}

fn inline_variables(inline: &InlineExpression<&str>, into: &mut Variables) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inline_variables(argument, into));
        }
        InlineExpression::Placeable { expression } => expression_variables(expression, into),
        _ => {}
    }
}

/// Every `t!("literal", …)` in the app's source.
fn uses() -> Vec<Use> {
    let mut sources = Vec::new();
    collect_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    sources
        .into_iter()
        .filter(|path| !path.ends_with("checks/texts.rs") && !path.ends_with("words/mod.rs"))
        .flat_map(|path| {
            let text = fs::read_to_string(&path).expect("a source file");
            let commentless: String = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .map(|line| format!("{line}\n"))
                .collect();
            uses_in(&path.display().to_string(), &commentless)
        })
        .collect()
}

fn collect_sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of source") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            collect_sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

fn uses_in(place: &str, source: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("t!(") {
        let before = source[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
            continue;
        }
        let parts = parts(&source[at + 3..]);
        let Some(key) = parts.first().and_then(|part| part.strip_prefix('"')?.strip_suffix('"')) else {
            continue;
        };
        let arguments =
            parts.iter().skip(1).filter_map(|part| Some(part.split_once('=')?.0.trim().to_owned())).collect();
        found.push(Use { place: place.to_owned(), key: key.to_owned(), arguments });
    }
    found
}

/// What stands between the commas of a call, up to its closing bracket.
fn parts(inside: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth, mut quoted, mut escaped) = (Vec::new(), String::new(), 0, false, false);
    for letter in inside.chars() {
        match letter {
            '"' if !escaped => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(std::mem::take(&mut part).trim().to_owned());
                continue;
            }
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
        part.push(letter);
    }
    parts.push(part.trim().to_owned());
    parts
}
