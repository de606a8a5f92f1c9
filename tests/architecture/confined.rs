//! What is named in its own place only: SQL, the clock, HTTP.

use super::modules::{Crate, paths};
use super::uses::{Path, Source};

/// Something that only some files may name.
pub struct Confined {
    /// For people.
    pub what: &'static str,
    /// Whether a path, written out, names it.
    pub names: fn(&[String]) -> bool,
    /// Where it is looked for: files whose names begin so.
    pub below: &'static str,
    /// Where it may be: files whose names begin so.
    pub only_in: &'static [&'static str],
}

/// All there is of this. Test code is left out of it, and benches stand elsewhere.
pub const CONFINED: [Confined; 3] = [
    Confined { what: "sqlx", names: |path| starts(path, &["sqlx"]), below: "", only_in: &["src/store/"] },
    Confined { what: "the machine's clock", names: reads_clock, below: "", only_in: &["src/values/clock.rs"] },
    Confined {
        what: "axum",
        names: |path| starts(path, &["axum", "leptos_axum"]),
        below: "app/src/",
        // A page that could not be loaded answers with the status of the reason.
        only_in: &["app/src/request/", "app/src/components/load.rs"],
    },
];

fn starts(path: &[String], crates: &[&str]) -> bool {
    path.first().is_some_and(|first| crates.contains(&first.as_str()))
}

fn reads_clock(path: &[String]) -> bool {
    let clocks = ["Utc", "Local", "SystemTime", "Instant"];
    path.windows(2).any(|pair| clocks.contains(&pair[0].as_str()) && pair[1] == "now")
}

/// Each place that names what it may not.
pub fn faults(files: &Crate) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.files.values() {
        for confined in CONFINED.iter().filter(|confined| file.name.starts_with(confined.below)) {
            if confined.only_in.iter().any(|place| file.name.starts_with(place)) {
                continue;
            }
            let found = paths(&file.source).filter(|path| (confined.names)(&written_out(&file.source, path)));
            faults.extend(found.map(|path| format!("{}:{} names {}", file.name, path.line, confined.what)));
        }
    }
    faults
}

/// A path with its first name as the file's `use` lines have it: `time::Instant::now` after `use std::time`.
fn written_out(source: &Source, path: &Path) -> Vec<String> {
    let (first, rest) = path.segments.split_first().expect("a path has a first name");
    let import = source.imports.iter().find(|import| import.name.as_ref() == Some(first));
    import.map_or_else(|| path.segments.clone(), |import| [&import.path.segments, rest].concat())
}
