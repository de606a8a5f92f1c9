//! Paying several workers with one form: each payment is an event of its own, all are made or none.

use crate::coordinator::books::worker::money::noted;
use crate::request::{Done, Problem, Why, as_coordinator, field, go};
use ledger::Command;
use ledger::ids::{EventId, WorkerId};
use ledger::pay::Pay;
use leptos::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Pays those who are ticked. Both lists have worker ids as keys.
#[server(prefix = "/api", endpoint = "pay_many")]
pub async fn pay_many(
    event: String,
    #[server(default)] chosen: BTreeMap<String, String>,
    #[server(default)] amount: BTreeMap<String, String>,
    #[server(default)] way: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let form: EventId = event.parse().map_err(|_| Problem::BadForm)?;
    let note = noted(&way, &remark)?;
    let mut payments: Vec<(EventId, Command)> = Vec::new();
    let mut fields = Vec::new();
    for key in chosen.keys() {
        let name = format!("amount[{key}]");
        let worker: WorkerId = field::id(&name, key)?;
        let fen = field::yuan(&name, amount.get(key).map(String::as_str).unwrap_or_default())?;
        payments.push((of_form(form, worker), Pay { worker, fen, note: note.clone() }.into()));
        fields.push(name);
    }
    if payments.is_empty() {
        return Err(Problem::field("chosen", Why::NoneChosen));
    }
    let paid = asking.perform_all(field::day_or_today("day", &day)?, payments).await;
    paid.map_err(|(place, problem)| problem.at(fields.get(place).cloned().unwrap_or_default()))?;
    go("/pay", Done::Paid)
}

/// The id of one worker's payment in a form: the same form sent twice pays her once.
fn of_form(form: EventId, worker: WorkerId) -> EventId {
    EventId(Uuid::new_v5(&form.0, worker.to_string().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_pays_each_worker_once() {
        let (one, other) = (EventId(Uuid::from_u128(1)), EventId(Uuid::from_u128(2)));
        assert_eq!(of_form(one, WorkerId(7)), of_form(one, WorkerId(7)));
        assert_ne!(of_form(one, WorkerId(7)), of_form(one, WorkerId(8)));
        assert_ne!(of_form(one, WorkerId(7)), of_form(other, WorkerId(7)));
    }
}
