//! Entering a worker, or changing what is written of her.

use crate::request::{Done, Problem, Why, as_coordinator, field, go};
use ledger::day::DaysOff;
use ledger::ids::{StepNo, StyleId, WorkerId};
use ledger::journal::Event;
use ledger::noun::{Noun, Skill};
use ledger::people;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Saves a worker: a new one where `worker` is absent. `off` has ISO weekdays as keys, `skill` has `STYLE-STEP`.
#[server(prefix = "/api", endpoint = "save_worker")]
pub async fn save_worker(
    event: String,
    #[server(default)] worker: String,
    number: String,
    name: String,
    minutes: String,
    #[server(default)] off: BTreeMap<String, String>,
    #[server(default)] skill: BTreeMap<String, String>,
    #[server(default)] active: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let ask = people::SaveWorker {
        worker: if worker.is_empty() { None } else { Some(field::id("worker", &worker)?) },
        number: field::code("number", &number)?,
        name: field::name("name", &name)?,
        minutes_a_day: field::pieces("minutes", &minutes)?.0,
        days_off: DaysOff::of(off.keys().filter_map(|day| day.parse().ok())),
        skills: skill.keys().map(|key| ability(key)).collect::<Result<BTreeSet<_>, _>>()?,
        active: !active.is_empty(),
    };
    let saved = asking.perform(&event, None, ask).await?;
    match worker_of(&saved) {
        Some(id) => go(&format!("/workers/{id}"), Done::Saved),
        None => go("/workers", Done::Saved),
    }
}

fn ability(key: &str) -> Result<Skill, Problem> {
    let (style, step) = key.split_once('-').ok_or(Problem::field("skill", Why::Unknown))?;
    let step: i64 = step.parse().map_err(|_| Problem::field("skill", Why::Unknown))?;
    Ok(Skill { style: field::id::<StyleId>("skill", style)?, step: StepNo(step) })
}

fn worker_of(event: &Event) -> Option<WorkerId> {
    event.nouns.iter().find_map(|noun| if let Noun::Worker(worker) = noun { Some(worker.id) } else { None })
}
