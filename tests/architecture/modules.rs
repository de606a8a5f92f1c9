//! The modules of a crate, a file each, and which names which.

use super::uses::{Path, Source, read};
use std::collections::BTreeMap;
use std::fs;

/// A module by its path from the root of the crate; the root's is empty.
pub type Module = Vec<String>;

/// One file of a crate.
#[derive(Clone, Debug)]
pub struct File {
    /// As one would open it.
    pub name: String,
    pub source: Source,
}

/// All files of a crate but those that are compiled for tests only.
#[derive(Clone, Debug, Default)]
pub struct Crate {
    pub files: BTreeMap<Module, File>,
}

/// That one module names another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    pub from: Module,
    pub to: Module,
    /// `src/a/b.rs:7`
    pub place: String,
    /// It is a `pub use`.
    pub passes_on: bool,
}

/// Re-exports are followed so far.
const HOPS: usize = 16;

/// The files of Rust below a folder of the repository, by their names there, with their texts.
pub fn rust_files(folder: &str) -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder of the repository") {
            let path = entry.expect("an entry of it").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).expect("a file below it").display().to_string();
                files.push((name, fs::read_to_string(&path).expect("a file of Rust")));
            }
        }
    }
    assert!(!files.is_empty(), "{folder} has no files");
    files
}

impl Crate {
    /// The files below a folder of the repository.
    pub fn below(folder: &str) -> Self {
        let files = rust_files(folder);
        Self::of(folder, files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
    }

    /// Files by their names below a folder, with their texts.
    pub fn of<'f>(folder: &str, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let mut files: BTreeMap<Module, File> = files
            .into_iter()
            .map(|(name, text)| (module(name), File { name: format!("{folder}/{name}"), source: read(text) }))
            .collect();
        let tests: Vec<Module> = files
            .iter()
            .flat_map(|(module, file)| file.source.test_modules.iter().map(|name| child(module, name)))
            .collect();
        files.retain(|module, _| !tests.iter().any(|test| module.starts_with(test)));
        Self { files }
    }

    /// Which module names which, by whatever way.
    pub fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = Vec::new();
        for (from, file) in &self.files {
            let imports = file.source.imports.iter().map(|import| (&import.path, import.public));
            let paths = imports.chain(file.source.paths.iter().map(|path| (path, false)));
            let mut found: Vec<_> = paths
                .filter_map(|(path, passes_on)| Some((self.find(from, &path.segments, HOPS)?, path.line, passes_on)))
                .collect();
            for whole in self.globbed(from) {
                let words = file.source.words.iter();
                found.extend(words.filter_map(|(word, line)| {
                    Some((self.known(&whole, std::slice::from_ref(word), HOPS)?, *line, false))
                }));
            }
            for (to, line, passes_on) in found.into_iter().filter(|(to, ..)| to != from) {
                let place = format!("{}:{line}", file.name);
                arrows.push(Arrow { from: from.clone(), to, place, passes_on });
            }
        }
        arrows
    }

    /// The module where what a path of `from` names is defined; `None` where it is another crate's, or nobody's.
    fn find(&self, from: &Module, segments: &[String], hops: usize) -> Option<Module> {
        let hops = hops.checked_sub(1)?;
        let (first, rest) = segments.split_first()?;
        match first.as_str() {
            "crate" => Some(self.within(&Module::new(), rest, hops)),
            "self" => Some(self.within(from, rest, hops)),
            "super" => {
                let (_, above) = from.split_last()?;
                let above = above.to_vec();
                match rest.first() {
                    Some(next) if next == "super" => self.find(&above, rest, hops),
                    _ => Some(self.within(&above, rest, hops)),
                }
            }
            _ => self.known(from, segments, hops),
        }
    }

    /// Where a path leads that begins in a module; that module itself where it says no more.
    fn within(&self, module: &Module, segments: &[String], hops: usize) -> Module {
        self.known(module, segments, hops).unwrap_or_else(|| module.clone())
    }

    fn known(&self, module: &Module, segments: &[String], hops: usize) -> Option<Module> {
        let (first, rest) = segments.split_first()?;
        let inner = child(module, first);
        if self.files.contains_key(&inner) {
            return Some(self.within(&inner, rest, hops));
        }
        let source = &self.files.get(module)?.source;
        let named = source.imports.iter().filter(|import| import.name.as_ref() == Some(first));
        for import in named {
            let path = [&import.path.segments, rest].concat();
            // Otherwise `use axum;` would look for itself.
            if path != segments
                && let Some(found) = self.find(module, &path, hops)
            {
                return Some(found);
            }
        }
        if source.defined.contains(first) {
            return Some(module.clone());
        }
        self.globbed(module).into_iter().find_map(|whole| self.known(&whole, segments, hops.checked_sub(1)?))
    }

    /// The modules of which a module brings in everything, `use super::*`.
    fn globbed(&self, module: &Module) -> Vec<Module> {
        let all = self.files.get(module).into_iter().flat_map(|file| &file.source.imports);
        let all = all.filter(|import| import.name.is_none()).filter(|import| {
            // Those of other crates, `leptos::prelude::*`, are not looked into.
            import.path.segments.first().is_some_and(|first| {
                ["crate", "self", "super"].contains(&first.as_str()) || self.files.contains_key(&child(module, first))
            })
        });
        let whole = all.filter_map(|import| self.find(module, &import.path.segments, HOPS));
        whole.filter(|whole| whole != module).collect()
    }
}

/// `a/mod.rs` and `a.rs` are `a`; `lib.rs` is the root.
fn module(name: &str) -> Module {
    let mut module: Module = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") || module == ["lib"] {
        module.pop();
    }
    module
}

fn child(module: &Module, name: &str) -> Module {
    let mut child = module.clone();
    child.push(name.to_owned());
    child
}

/// Every path that a file names, `use` lines and code alike.
pub fn paths(source: &Source) -> impl Iterator<Item = &Path> {
    source.imports.iter().map(|import| &import.path).chain(&source.paths)
}
