//! What a file names: its `use` lines, and the paths in its code.

use super::tokens::{Token, tokens};
use std::collections::{BTreeMap, BTreeSet};

/// A path as it is written, `a::b::C`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<String>,
    pub line: usize,
}

/// What a `use` line brings in, one name at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    pub path: Path,
    /// Under which name; `None` where it is all of them.
    pub name: Option<String>,
    pub public: bool,
}

/// A file, read.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub imports: Vec<Import>,
    /// Paths of at least two segments outside `use` lines.
    pub paths: Vec<Path>,
    /// Single words, with the line of the first of each: a name that came with all others of its module is among them.
    pub words: BTreeMap<String, usize>,
    /// Names that are defined in it.
    pub defined: BTreeSet<String>,
    /// Its modules that are compiled for tests only.
    pub test_modules: Vec<String>,
}

const DEFINING: [&str; 9] = ["struct", "enum", "union", "fn", "type", "trait", "const", "static", "mod"];

/// Reads a file; test code is left out.
pub fn read(text: &str) -> Source {
    let (tokens, test_modules) = tokens(text);
    let mut source = Source { test_modules, ..Source::default() };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1);
        let starts = at.checked_sub(1).is_none_or(|before| !tokens[before].is("::"));
        if token.is("use") && next.is_some_and(|next| next.is_word() || next.is("::") || next.is("{")) {
            let public = at.checked_sub(1).is_some_and(|before| tokens[before].is("pub") || tokens[before].is(")"));
            at += 1;
            while tokens.get(at).is_some_and(|token| token.is("::")) {
                at += 1;
            }
            tree(&tokens, &mut at, &[], public, &mut source.imports);
        } else if token.is_word() && starts && next.is_some_and(|next| next.is("::")) {
            let mut segments = vec![token.text.clone()];
            let line = token.line;
            at += 1;
            while let [joint, word, ..] = &tokens[at..]
                && joint.is("::")
                && word.is_word()
            {
                segments.push(word.text.clone());
                at += 2;
            }
            if segments.len() > 1 {
                source.paths.push(Path { segments, line });
            }
        } else {
            if let Some(name) = next
                && name.is_word()
                && DEFINING.contains(&token.text.as_str())
            {
                source.defined.insert(name.text.clone());
            }
            if token.is_word() && starts {
                source.words.entry(token.text.clone()).or_insert(token.line);
            }
            at += 1;
        }
    }
    source
}

/// Reads one tree of a `use` line: `a::b`, `a::b as c`, `a::{b, c::*}`.
fn tree(tokens: &[Token], at: &mut usize, before: &[String], public: bool, imports: &mut Vec<Import>) {
    let mut segments = before.to_vec();
    let mut name = segments.last().cloned();
    let mut line = 0;
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        line = token.line;
        match token.text.as_str() {
            "::" => {}
            "{" => {
                while tokens.get(*at).is_some_and(|token| !token.is("}")) {
                    tree(tokens, at, &segments, public, imports);
                    *at += usize::from(tokens.get(*at).is_some_and(|token| token.is(",")));
                }
                *at += 1;
                return;
            }
            "*" => {
                imports.push(Import { path: Path { segments, line }, name: None, public });
                return;
            }
            "as" => {
                name = tokens.get(*at).map(|token| token.text.clone());
                *at += 1;
            }
            // `a::{self}` is `a`.
            "self" if !segments.is_empty() => {}
            _ if token.is_word() => {
                segments.push(token.text.clone());
                name = Some(token.text.clone());
            }
            _ => {
                *at -= 1;
                break;
            }
        }
    }
    if !segments.is_empty() {
        imports.push(Import { path: Path { segments, line }, name, public });
    }
}
