//! Entering a worker, or changing what is written of her.

use crate::addresses;
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::journal::Event;
use ledger::model::{Entity, Skill};
use ledger::values::day::DaysOff;
use ledger::values::ids::{StepNo, StyleId, WorkerId};
use ledger::values::minutes::Minutes;
use ledger::{Refusal, model};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Saves a worker: a new one where `worker` is absent. `ticked` has a key for each box that is: `active`, `off-DAY` by ISO
/// weekday, `skill-STYLE-STEP`.
#[server(prefix = "/api", endpoint = "save_worker")]
pub async fn save_worker(
    event: String,
    #[server(default)] worker: String,
    number: String,
    name: String,
    minutes: String,
    #[server(default)] ticked: BTreeMap<String, String>,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let after = |start| ticked.keys().filter_map(move |key| key.strip_prefix(start));
    let ask = model::SaveWorker {
        worker: if worker.is_empty() { None } else { Some(field::id("worker", &worker)?) },
        number: field::code("number", &number)?,
        name: field::name("name", &name)?,
        minutes_a_day: Minutes(field::pieces("minutes", &minutes)?.0),
        days_off: DaysOff::of(after("off-").filter_map(|day| day.parse().ok())),
        skills: after("skill-").map(skill).collect::<Result<_, _>>()?,
        active: ticked.contains_key("active"),
    };
    let saved = asking.perform(&event, None, ask).await.map_err(about)?;
    match worker_of(&saved) {
        Some(id) => go(addresses::worker(id), Done::Saved),
        None => go(addresses::workers(), Done::Saved),
    }
}

/// `STYLE-STEP`
fn skill(key: &str) -> Result<Skill, Problem> {
    let (style, step) = key.split_once('-').ok_or(Problem::BadForm)?;
    let (style, step) = (style.parse().map_err(|_| Problem::BadForm)?, step.parse().map_err(|_| Problem::BadForm)?);
    Ok(Skill { style: StyleId(style), step: StepNo(step) })
}

/// The refusal beside the field that it is about.
fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::Exists { .. }, .. } => problem.at("number"),
        Problem::Refused { refusal: Refusal::BadMinutes, .. } => problem.at("minutes"),
        _ => problem,
    }
}

fn worker_of(event: &Event) -> Option<WorkerId> {
    event.entities.iter().find_map(|entity| if let Entity::Worker(worker) = entity { Some(worker.id) } else { None })
}
