//! What documents say of tests: one that was renamed or dropped proves nothing any more.

use super::FOLDERS;
use super::modules::rust_files;
use std::collections::BTreeSet;
use std::fs;

/// The tests that the table of the ASVS says show something, as `path::of::the_test`.
fn named(table: &str) -> BTreeSet<String> {
    let rows = table.lines().filter(|line| line.contains("| met |"));
    let quoted = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    // Of a module, such as `flows::security_log`, all tests are meant.
    quoted.filter(|path| path.contains("::") && !path.contains(['/', ' ', '('])).map(str::to_owned).collect()
}

#[test]
fn the_tests_that_the_asvs_table_names_are_there() {
    let table = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../ASVS.md")).expect("ASVS.md");
    let files: Vec<(String, String)> = FOLDERS.iter().chain(&["tests"]).flat_map(|folder| rust_files(folder)).collect();
    let named = named(&table);
    assert!(named.len() > 50, "only {} tests were found in it", named.len());
    let missing = named.iter().filter(|path| {
        let name = path.rsplit("::").next().unwrap_or(path);
        let is_test = || files.iter().any(|(_, text)| text.contains(&format!("fn {name}(")));
        let is_module = || {
            files
                .iter()
                .any(|(file, _)| file.ends_with(&format!("{name}.rs")) || file.ends_with(&format!("{name}/mod.rs")))
        };
        !is_test() && !is_module()
    });
    super::none(&missing.map(|path| format!("ASVS.md names {path}, which is not there")).collect::<Vec<_>>());
}
