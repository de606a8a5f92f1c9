//! Circles among modules: where one names another that leads back to it.
//!
//! Not counted are what a child names in a module above it (`super::…`), and what a module shows of its own children (`pub use`): a
//! folder's `mod.rs` holds what they share, and shows others what they have. What is named through such a `pub use` is the child
//! itself, so circles among siblings are found however they are named.

use super::modules::{Arrow, Module};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Modules that lead back to each other.
pub struct Circle {
    /// Each arrow of it, with file and line.
    pub description: String,
}

/// One shortest circle through each module that stands in one; the same circle once.
pub fn circles(arrows: &[Arrow]) -> Vec<Circle> {
    let mut next: BTreeMap<&Module, BTreeMap<&Module, &str>> = BTreeMap::new();
    for arrow in arrows.iter().filter(|arrow| counts(arrow)) {
        next.entry(&arrow.from).or_default().entry(&arrow.to).or_insert(&arrow.place);
    }
    let mut found = BTreeMap::new();
    for start in next.keys() {
        if let Some(circle) = shortest(&next, start) {
            let members: BTreeSet<Module> = circle.iter().copied().cloned().collect();
            found.entry(members).or_insert_with(|| description(&next, &circle));
        }
    }
    found.into_values().map(|description| Circle { description }).collect()
}

fn counts(arrow: &Arrow) -> bool {
    let up = arrow.from.starts_with(&arrow.to);
    let shows = arrow.passes_on && arrow.to.starts_with(&arrow.from);
    arrow.from != arrow.to && !up && !shows
}

/// The shortest way from a module back to itself.
fn shortest<'m>(next: &BTreeMap<&'m Module, BTreeMap<&'m Module, &str>>, start: &'m Module) -> Option<Vec<&'m Module>> {
    let mut before: BTreeMap<&Module, &Module> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(module) = waiting.pop_front() {
        for to in next.get(module).into_iter().flat_map(BTreeMap::keys).copied() {
            if to == start {
                let mut way = vec![module];
                while let Some(earlier) = way.last().and_then(|last| before.get(last)) {
                    way.push(earlier);
                }
                way.reverse();
                return Some(way);
            }
            if !before.contains_key(to) {
                before.insert(to, module);
                waiting.push_back(to);
            }
        }
    }
    None
}

fn description(next: &BTreeMap<&Module, BTreeMap<&Module, &str>>, circle: &[&Module]) -> String {
    let after = circle.iter().cycle().skip(1);
    let steps = circle.iter().zip(after).map(|(from, to)| {
        let place = next.get(from).and_then(|to_all| to_all.get(to)).copied().unwrap_or_default();
        format!("  {place} {} → {}", from.join("::"), to.join("::"))
    });
    format!("a circle:\n{}", steps.collect::<Vec<_>>().join("\n"))
}

/// The same arrows between the children of each folder, whatever stands below them taken for one.
pub fn of_folders(arrows: &[Arrow]) -> Vec<Arrow> {
    arrows
        .iter()
        .filter_map(|arrow| {
            let shared = arrow.from.iter().zip(&arrow.to).take_while(|(from, to)| from == to).count();
            let part = |module: &Module| module.get(..=shared).map(<[String]>::to_vec);
            Some(Arrow { from: part(&arrow.from)?, to: part(&arrow.to)?, ..arrow.clone() })
        })
        .collect()
}
