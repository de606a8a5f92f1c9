//! Who did it, and which pieces and money went where.

use super::names::{step_name, worker_name};
use crate::words;
use ledger::journal::{Account, Event, Move, Place, Transfer};
use ledger::model::Actor;
use ledger::store::reads::names::Names;
use ledger::values::ids::FirmId;
use ledger::values::money::Fen;

/// Who did it.
pub fn actor(actor: Actor, names: &Names) -> String {
    match actor {
        Actor::Coordinator { user } => names.users.get(&user).cloned().unwrap_or_else(|| t!("actor-coordinator")),
        Actor::Helper { user } => names.users.get(&user).cloned().unwrap_or_else(|| t!("actor-helper")),
        Actor::Worker { worker } => worker_name(names, worker),
        Actor::Firm { firm } => firm_name(names, firm),
        Actor::Operator => t!("actor-operator"),
    }
}

/// The moves and transfers of an event, each a line.
pub fn entries(event: &Event, names: &Names) -> Vec<String> {
    let moves = event.moves.iter().map(|entry| movement(entry, names));
    let transfers = event.transfers.iter().map(|entry| transfer(entry, names));
    moves.chain(transfers).filter(|line| !line.is_empty()).collect()
}

/// One move: how many, from where, to where.
fn movement(entry: &Move, names: &Names) -> String {
    t!("journal-move", n = entry.pieces, from = place(entry.from, names), to = place(entry.to, names))
}

/// One transfer: whose account goes up or down by how much.
fn transfer(entry: &Transfer, names: &Names) -> String {
    let sides = [debited(entry.debit, entry.fen, names), credited(entry.credit, entry.fen, names)];
    sides.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ")
}

fn place(place: Place, names: &Names) -> String {
    let kind = words::place_kind(place.kind());
    match place {
        Place::Ordered { .. } | Place::Stock { .. } => kind,
        Place::Pool { line, step } => t!("place-of-pool", step = step_name(names, line, step)),
        Place::Scrap { line, step } => t!("place-of-scrap", step = step_name(names, line, step)),
        Place::Surplus { .. } => kind,
        Place::Hand { worker, .. } => t!("place-of-hand", worker = worker_name(names, worker)),
        Place::Redo { worker, .. } => t!("place-of-redo", worker = worker_name(names, worker)),
        Place::Delivered { delivery, .. }
        | Place::Confirmed { delivery, .. }
        | Place::Refused { delivery, .. }
        | Place::Missing { delivery, .. }
        | Place::WrittenOff { delivery, .. } => t!("place-of-delivery", place = kind, n = delivery.to_string()),
    }
}

/// What a debit is to those whose account it is. The workshop's own wages and fees are not named: the other side says it.
fn debited(account: Account, money: Fen, names: &Names) -> Option<String> {
    match account {
        Account::Worker { worker } => Some(t!("journal-pay-less", who = worker_name(names, worker), money = money)),
        Account::Firm { firm } => Some(t!("journal-firm-more", who = firm_name(names, firm), money = money)),
        Account::Cash => Some(t!("journal-cash-more", money = money)),
        Account::Wages | Account::Fees => None,
    }
}

/// What a credit is to those whose account it is.
fn credited(account: Account, money: Fen, names: &Names) -> Option<String> {
    match account {
        Account::Worker { worker } => Some(t!("journal-pay-more", who = worker_name(names, worker), money = money)),
        Account::Firm { firm } => Some(t!("journal-firm-less", who = firm_name(names, firm), money = money)),
        Account::Cash => Some(t!("journal-cash-less", money = money)),
        Account::Wages | Account::Fees => None,
    }
}

fn firm_name(names: &Names, firm: FirmId) -> String {
    names.firms.get(&firm).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use ledger::journal::Purpose;
    use ledger::store::reads::Who;
    use ledger::values::ids::WorkerId;

    /// A transfer of ¥58.80 in words.
    fn words_of(purpose: Purpose, debit: Account, credit: Account, language: Language) -> String {
        let mut names = Names::default();
        let who = Who { id: WorkerId(3), number: "W03".to_owned(), name: "孙桂兰".to_owned() };
        names.workers.insert(who.id, who);
        names.firms.insert(FirmId(2), "云锦".to_owned());
        let entry = Transfer { purpose, debit, credit, fen: Fen(5880) };
        leptos::prelude::Owner::new().with(|| {
            leptos::prelude::provide_context(language);
            transfer(&entry, &names)
        })
    }

    #[test]
    fn a_transfer_says_whose_account_goes_up_or_down() {
        let (worker, firm) = (Account::Worker { worker: WorkerId(3) }, Account::Firm { firm: FirmId(2) });
        let cases = [
            (Purpose::Earned, Account::Wages, worker, "孙桂兰工钱加 ¥58.80", "孙桂兰’s pay: ¥58.80 more"),
            (Purpose::Deduction, worker, Account::Wages, "孙桂兰工钱减 ¥58.80", "孙桂兰’s pay: ¥58.80 less"),
            (
                Purpose::Paid,
                worker,
                Account::Cash,
                "孙桂兰工钱减 ¥58.80\u{a0}· 现金减 ¥58.80",
                "孙桂兰’s pay: ¥58.80 less\u{a0}· Cash: ¥58.80 less",
            ),
            (Purpose::Fee, firm, Account::Fees, "云锦欠款加 ¥58.80", "云锦 owes ¥58.80 more"),
            (
                Purpose::Receipt,
                Account::Cash,
                firm,
                "现金加 ¥58.80\u{a0}· 云锦欠款减 ¥58.80",
                "Cash: ¥58.80 more\u{a0}· 云锦 owes ¥58.80 less",
            ),
        ];
        for (purpose, debit, credit, zh, en) in cases {
            assert_eq!(words_of(purpose, debit, credit, Language::ZhCn), zh);
            assert_eq!(words_of(purpose, debit, credit, Language::En), en);
        }
    }
}
