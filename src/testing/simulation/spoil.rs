//! Nearly valid commands: one leaf of the command's JSON is changed, dropped or doubled.

use super::Rng;
use crate::Command;
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

/// The command with one thing wrong in it; as it was, where that could not even be read.
pub fn spoil(command: Command, rng: &mut Rng) -> Command {
    let mut value = serde_json::to_value(&command).expect("plain data");
    let leaves = count(&value);
    let mut at = rng.random_range(0..leaves);
    change(&mut value, &mut at, rng);
    serde_json::from_value(value).unwrap_or(command)
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// Changes the value that is `at` steps further on.
fn change(value: &mut Value, at: &mut usize, rng: &mut Rng) {
    if *at == 0 {
        *value = wrong(value.take(), rng);
    }
    *at = at.wrapping_sub(1);
    let inner: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    for value in inner {
        if *at > usize::MAX / 2 {
            return;
        }
        change(value, at, rng);
    }
}

fn wrong(value: Value, rng: &mut Rng) -> Value {
    match value {
        Value::Number(number) => {
            let was = number.as_i64().unwrap_or_default();
            let wrong = [0, -1, 1, was.wrapping_add(1), was - 1, -was, 777, 1_000_000, 1_000_001, i64::MAX, i64::MIN];
            json!(wrong.choose(rng))
        }
        Value::Array(mut items) => {
            match (items.pop(), rng.random_range(0..3)) {
                (Some(last), 0) => items.extend([last.clone(), last]),
                (Some(_), 1) => {}
                _ => items.clear(),
            }
            Value::Array(items)
        }
        Value::String(_) => json!(["", "A", "2026-09-01", "right"].choose(rng)),
        Value::Bool(was) => json!(!was),
        Value::Null => json!(1),
        Value::Object(_) => Value::Null,
    }
}
