//! Answering a proposal.

use crate::addresses;
use crate::request::{Done, Problem, Why, as_coordinator, field, go};
use ledger::values::ids::EventId;
use ledger::{Command, model as law};
use leptos::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Approves what another proposed: it is recorded now.
#[server(prefix = "/api", endpoint = "approve")]
pub async fn approve(event: String, proposal: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let proposal: EventId = field::id("proposal", &proposal)?;
    let done = asking.perform(&event, None, law::Approve { proposal }).await?;
    // The one who approves an invitation hands it over.
    let let_in = done.proposal().is_some_and(|proposal| matches!(proposal.asked, law::Approvable::LetIn(_)));
    go(if let_in { addresses::access() } else { addresses::approval(proposal) }, Done::Approved)
}

/// Approves those that are ticked: all of them, or none. The list has the proposals' ids as keys, each after a letter:
/// what begins with a digit would be read as a place in a list.
#[server(prefix = "/api", endpoint = "approve_many")]
pub async fn approve_many(event: String, #[server(default)] chosen: BTreeMap<String, String>) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let form: EventId = event.parse().map_err(|_| Problem::BadForm)?;
    let name = |key: &str| format!("chosen[{key}]");
    let mut approvals: Vec<(EventId, Command)> = Vec::new();
    for key in chosen.keys() {
        let proposal: EventId = field::id(&name(key), key.trim_start_matches('p'))?;
        let id = EventId(Uuid::new_v5(&form.0, proposal.0.as_bytes()));
        approvals.push((id, law::Approve { proposal }.into()));
    }
    if approvals.is_empty() {
        return Err(Problem::field("chosen", Why::NoneChosen));
    }
    let done = asking.perform_all(None, approvals).await;
    done.map_err(|(place, problem)| problem.at(chosen.keys().nth(place).map(|key| name(key)).unwrap_or_default()))?;
    go(addresses::approvals(), Done::Approved)
}

/// Declines what another proposed, with the reason.
#[server(prefix = "/api", endpoint = "decline")]
pub async fn decline(event: String, proposal: String, reason: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let proposal: EventId = field::id("proposal", &proposal)?;
    let ask = law::Decline { proposal, reason: field::note("reason", &reason)? };
    asking.perform(&event, None, ask).await.map_err(|problem| problem.at("reason"))?;
    go(addresses::approval(proposal), Done::Declined)
}

/// Withdraws one’s own proposal.
#[server(prefix = "/api", endpoint = "withdraw")]
pub async fn withdraw(event: String, proposal: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let proposal: EventId = field::id("proposal", &proposal)?;
    asking.perform(&event, None, law::Withdraw { proposal }).await?;
    go(addresses::approval(proposal), Done::Withdrawn)
}
