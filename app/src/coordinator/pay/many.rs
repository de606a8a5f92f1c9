//! Paying several workers with one form: each payment is an event of its own, all are made or none.

use super::review::looked_at;
use crate::addresses;
use crate::coordinator::workers::money::{Given, Owed, noted, seen_owed};
use crate::request::{Done, Problem, Reviewed, Why, as_coordinator, field, go_with_money};
use ledger::Command;
use ledger::values::ids::{EventId, WorkerId};
use ledger::values::money::Fen;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Pays those who are ticked. The lists have worker ids as keys.
#[server(prefix = "/api", endpoint = "pay_many")]
pub async fn pay_many(
    event: String,
    #[server(default)] chosen: BTreeMap<String, String>,
    #[server(default)] amount: BTreeMap<String, String>,
    #[server(default)] owed: Owed<BTreeMap<String, String>>,
    #[server(default)] way: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let form: EventId = event.parse().map_err(|_| Problem::BadForm)?;
    let note = noted(&way, &remark)?;
    let ahead = !owed.ahead.is_empty();
    let mut payments: Vec<(EventId, Command)> = Vec::new();
    let (mut fields, mut total, mut all) = (Vec::new(), Fen::ZERO, Vec::new());
    for key in chosen.keys() {
        let name = format!("amount[{key}]");
        let worker: WorkerId = field::id(&name, key)?;
        let fen = field::yuan(&name, amount.get(key).map(String::as_str).unwrap_or_default())?;
        let seen = seen_owed(owed.seen.get(key).map(String::as_str).unwrap_or_default())?;
        total = total + fen;
        all.push((worker, fen));
        let given = Given { worker, fen, note: note.clone() };
        let unusual = given.unusual(seen, ahead);
        let (id, command) = given.into_command(form, seen, ahead);
        asking.ask(&id.to_string(), unusual, &owed.sure).await.map_err(|problem| problem.at(&name))?;
        fields.push(name);
        payments.push((id, command));
    }
    if payments.is_empty() {
        return Err(Problem::field("chosen", Why::NoneChosen));
    }
    let n = all.len();
    if owed.reviewed != looked_at(all) {
        // What cannot be paid is said before anybody looks at the rest.
        let mut books = asking.read().await?;
        for ((_, command), name) in payments.iter().zip(&fields) {
            asking.rehearse(&mut books, command.clone()).await.map_err(|problem| problem.at(name))?;
        }
        return Err(Problem::Review { of: Reviewed::Payments, n, sum: total });
    }
    let paid = asking.perform_all(field::day_or_today("day", &day)?, payments).await;
    let paid = paid.map_err(|(place, problem)| problem.at(fields.get(place).cloned().unwrap_or_default()))?;
    go_with_money(addresses::pay(), Done::Paid.unless_waiting(&paid), total)
}
