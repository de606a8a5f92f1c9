//! Who did it, and which pieces and money went where.

use super::names::{step_name, worker_name};
use crate::words;
use ledger::journal::{Account, Event, Move, Place, Transfer};
use ledger::model::Actor;
use ledger::store::reads::names::Names;

/// Who did it.
pub fn actor(actor: Actor, names: &Names) -> String {
    match actor {
        Actor::Coordinator { user } => names.users.get(&user).cloned().unwrap_or_else(|| t!("actor-coordinator")),
        Actor::Worker { worker } => worker_name(names, worker),
        Actor::Firm { firm } => names.firms.get(&firm).cloned().unwrap_or_default(),
        Actor::Operator => t!("actor-operator"),
    }
}

/// The moves and transfers of an event, each a line.
pub fn entries(event: &Event, names: &Names) -> Vec<String> {
    let moves = event.moves.iter().map(|entry| movement(entry, names));
    moves.chain(event.transfers.iter().map(|entry| transfer(entry, names))).collect()
}

/// One move: how many, from where, to where.
fn movement(entry: &Move, names: &Names) -> String {
    t!("journal-move", n = entry.pieces, from = place(entry.from, names), to = place(entry.to, names))
}

/// One transfer: how much, and between which accounts.
fn transfer(entry: &Transfer, names: &Names) -> String {
    let (debit, credit) = (account(entry.debit, names), account(entry.credit, names));
    t!("journal-transfer", money = entry.fen, debit = debit, credit = credit)
}

fn place(place: Place, names: &Names) -> String {
    let kind = words::place_kind(place.kind());
    match place {
        Place::Ordered { .. } | Place::Stock { .. } => kind,
        Place::Pool { line, step } => t!("place-of-pool", step = step_name(names, line, step)),
        Place::Scrap { line, step } => t!("place-of-scrap", step = step_name(names, line, step)),
        Place::Hand { worker, .. } => t!("place-of-hand", worker = worker_name(names, worker)),
        Place::Redo { worker, .. } => t!("place-of-redo", worker = worker_name(names, worker)),
        Place::Delivered { delivery, .. }
        | Place::Confirmed { delivery, .. }
        | Place::Refused { delivery, .. }
        | Place::Missing { delivery, .. }
        | Place::WrittenOff { delivery, .. } => t!("place-of-delivery", place = kind, n = delivery.to_string()),
    }
}

fn account(account: Account, names: &Names) -> String {
    match account {
        Account::Wages => t!("account-wages"),
        Account::Cash => t!("account-cash"),
        Account::Fees => t!("account-fees"),
        Account::Worker { worker } => worker_name(names, worker),
        Account::Firm { firm } => names.firms.get(&firm).cloned().unwrap_or_default(),
    }
}
