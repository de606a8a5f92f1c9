//! The layers of the ledger: each names only what stands before it.

use super::modules::Arrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The top modules of `src`, the lowest layer first. `testing` is compiled for tests only, so that the compiler itself keeps all others
/// from naming it.
const LAYERS: [&[&str]; 6] = [
    &["values"],
    &["model"],
    &["journal"],
    &["rules", "split", "pace", "forecast", "wage", "trace"],
    &["parse", "import", "export"],
    &["store"],
];

/// What the others of its layer neither name nor are named by: the rules decide without an engine, and engines know no rules.
const APART: &str = "rules";

fn level(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The top modules that an arrow goes between. The root, which shows all of them to others, is not one of them.
fn ends(arrow: &Arrow) -> Option<(&str, &str)> {
    let (from, to) = (arrow.from.first()?, arrow.to.first()?);
    (from != to).then_some((from, to))
}

/// What is wrong with each arrow that runs up, or to where it must not.
pub fn faults(arrows: &[Arrow]) -> Vec<String> {
    let mut faults = Vec::new();
    for arrow in arrows {
        let Some((from, to)) = ends(arrow) else { continue };
        let wrong = match (level(from), level(to)) {
            (Some(from), Some(to)) if from < to => "runs up",
            (Some(above), Some(below)) if above == below && [from, to].contains(&APART) => {
                "binds the rules to an engine"
            }
            (Some(_), Some(_)) => continue,
            _ => "names a module that stands in no layer",
        };
        faults.push(format!("{}: {from} → {to} {wrong}", arrow.place));
    }
    faults
}

/// The layers as they were found: each module with those that it names.
pub fn print(arrows: &[Arrow]) -> String {
    let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in arrows.iter().filter_map(ends) {
        names.entry(from).or_default().insert(to);
    }
    let mut text = String::new();
    for (number, layer) in (1..).zip(LAYERS) {
        for module in layer {
            let mut to: Vec<_> = names.get(module).into_iter().flatten().copied().collect();
            to.sort_by_key(|module| level(module));
            let to = if to.is_empty() { "nothing".to_owned() } else { to.join(", ") };
            let _ = writeln!(text, "{number} {module} → {to}");
        }
    }
    text
}
