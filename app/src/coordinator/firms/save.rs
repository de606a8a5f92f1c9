//! Entering a firm or its new name, and what it paid.

use crate::addresses;
use crate::coordinator::workers::money::noted;
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::journal::Event;
use ledger::model::Entity;
use ledger::values::ids::FirmId;
use ledger::{Refusal, model};
use leptos::prelude::*;

/// Saves a firm: a new one where `firm` is absent.
#[server(prefix = "/api", endpoint = "save_firm")]
pub async fn save_firm(event: String, #[server(default)] firm: String, name: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let firm = if firm.is_empty() { None } else { Some(field::id("firm", &firm)?) };
    let ask = model::SaveFirm { firm, name: field::name("name", &name)? };
    let saved = asking.perform(&event, None, ask).await.map_err(|problem| problem.at("name"))?;
    match firm_of(&saved) {
        Some(id) => go(addresses::firm(id), Done::Saved),
        None => go(addresses::firms(), Done::Saved),
    }
}

fn firm_of(event: &Event) -> Option<FirmId> {
    event.entities.iter().find_map(|entity| if let Entity::Firm(firm) = entity { Some(firm.id) } else { None })
}

/// Records what a firm paid.
#[server(prefix = "/api", endpoint = "firm_pays")]
pub async fn firm_pays(
    event: String,
    firm: String,
    amount: String,
    #[server(default)] way: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let firm: FirmId = field::id("firm", &firm)?;
    let ask = model::FirmPays { firm, fen: field::yuan("amount", &amount)?, note: noted(&way, &remark)? };
    let day = field::day_or_today("day", &day)?;
    asking.perform(&event, day, ask).await.map_err(|problem| match &problem {
        Problem::Refused { refusal: Refusal::DayAhead { .. }, .. } => problem.at("day"),
        _ => problem.at("amount"),
    })?;
    go(addresses::firm(firm), Done::Received)
}
