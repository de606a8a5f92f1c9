//! Every statement that the suite runs, held to what a distributed engine takes, where each workshop's rows live together. It is a
//! proof of isolation as well: no statement reads or writes a workshop's rows without naming the workshop.
//!
//! - Whatever touches a workshop's table names `workshop = $n` for it, directly or joined to one that does; each subquery too.
//! - An `INSERT` into one has rows of values, and no subquery among them.
//! - Keys of such tables contain `workshop`, and no other table refers to them (`schema`).

mod check;
mod planted;
mod schema;
mod scope;
mod tables;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What was found of each statement so far.
static SEEN: Mutex<Option<HashMap<String, Result<(), String>>>> = Mutex::new(None);

/// From now on, a statement that breaks a rule makes the test panic that runs it.
pub fn watch() {
    ledger::store::watch_statements(look_at);
}

fn look_at(text: &str) {
    let found = {
        let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.get_or_insert_default();
        match seen.get(text) {
            Some(found) => found.clone(),
            None => seen.entry(text.to_owned()).or_insert_with(|| check::check(text)).clone(),
        }
    };
    if let Err(reason) = found {
        panic!("a statement that no distributed engine takes: {reason}\n{text}");
    }
}
