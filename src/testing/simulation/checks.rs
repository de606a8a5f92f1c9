//! What must hold after every event, whatever was asked.

use super::{pencil, rows};
use crate::Command;
use crate::journal::{Account, Books, Event, Flow, Place, PlaceKind, Purpose};
use crate::values::ids::{EventId, FirmId, IssueId, LineId, WorkerId};
use std::collections::BTreeMap;

/// Sums kept beside the books, from moves and transfers alone.
#[derive(Default)]
pub struct Checks {
    written: BTreeMap<EventId, pencil::Sums>,
    accepted: BTreeMap<IssueId, i64>,
    purposes: BTreeMap<(Purpose, Account), i64>,
    /// What each event charged firms, and what all of them came to.
    charged: BTreeMap<EventId, BTreeMap<FirmId, i64>>,
    fees: BTreeMap<FirmId, i64>,
}

impl Checks {
    pub fn after(&mut self, books: &Books, event: &Event) {
        self.is_as_written(books, event);
        self.follows_the_table(books, event);
        nothing_appears_or_vanishes(books);
        self.workers_are_owed_what_they_made(books);
        self.firms_owe_what_they_confirmed(books, event);
    }

    /// The event moves what was asked for, and nothing else.
    fn is_as_written(&mut self, books: &Books, event: &Event) {
        let written = match event.reverses {
            // What was lost and is cancelled moves nothing.
            None if matches!(event.asked, Command::CancelPieces(_)) => pencil::Sums::of(event),
            None => pencil::sums(books, &event.asked),
            Some(undone) => self.written.get(&undone).expect("it undoes an event").negated(),
        };
        assert_eq!(pencil::Sums::of(event), written, "{event:?}");
        self.written.insert(event.id, written);
    }

    /// Every move is one of the table's rows, forwards or backwards.
    fn follows_the_table(&mut self, books: &Books, event: &Event) {
        for step in &event.moves {
            assert_eq!(step.back, event.reverses.is_some(), "{event:?}");
            assert!(rows::has(books, step), "no row of the table: {step:?} in {event:?}");
            let forth = if step.back { step.reversed() } else { *step };
            if let (Flow::Accepted, Some((_, issue))) = (forth.flow, forth.from.home()) {
                *self.accepted.entry(issue).or_default() += if step.back { -step.pieces.0 } else { step.pieces.0 };
            }
        }
        for transfer in &event.transfers {
            let forth = if event.reverses.is_some() { transfer.reversed() } else { *transfer };
            assert!(rows::has_transfer(&forth), "no row of the table: {transfer:?} in {event:?}");
            let of = |side: Account| {
                if matches!(side, Account::Worker { .. } | Account::Firm { .. }) { Some(side) } else { None }
            };
            let whose = of(forth.debit).or(of(forth.credit)).expect("someone's");
            *self.purposes.entry((forth.purpose, whose)).or_default() +=
                if event.reverses.is_some() { -transfer.fen.0 } else { transfer.fen.0 };
        }
    }

    fn sum(&self, purpose: Purpose, whose: Account) -> i64 {
        self.purposes.get(&(purpose, whose)).copied().unwrap_or_default()
    }

    /// owed = earned + bonus − deducted − advanced − paid, and earned = accepted × the rate of each issue.
    fn workers_are_owed_what_they_made(&self, books: &Books) {
        let mut earned: BTreeMap<WorkerId, i64> = BTreeMap::new();
        for (id, pieces) in &self.accepted {
            let issue = books.issues.get(id).expect("an issue");
            *earned.entry(issue.worker).or_default() += pieces * issue.rate.0;
        }
        for &worker in books.workers.keys() {
            let of = |purpose| self.sum(purpose, Account::Worker { worker });
            assert_eq!(of(Purpose::Earned), earned.get(&worker).copied().unwrap_or_default(), "{worker:?} earned");
            let owed = of(Purpose::Earned) + of(Purpose::Bonus)
                - of(Purpose::Deduction)
                - of(Purpose::Advance)
                - of(Purpose::Paid);
            assert_eq!(books.owed_to(worker).0, owed, "{worker:?} is owed");
        }
    }

    /// A firm owes its confirmed pieces at the prices that their lines had then, less what it paid.
    fn firms_owe_what_they_confirmed(&mut self, books: &Books, event: &Event) {
        let mut charged: BTreeMap<FirmId, i64> = BTreeMap::new();
        for step in event.moves.iter().filter(|step| step.to.kind() == PlaceKind::Confirmed) {
            let line = books.lines.get(&step.to.line()).expect("a line");
            let firm = books.orders.get(&line.order).expect("an order").firm;
            let sent = match (step.flow, step.to) {
                (Flow::Agreed, Place::Confirmed { delivery, .. }) => books.deliveries.get(&delivery),
                _ => None,
            };
            let sent = sent.and_then(|delivery| delivery.lines.iter().find(|sent| sent.line == line.id));
            let price = sent.and_then(|sent| sent.price).unwrap_or(line.price);
            *charged.entry(firm).or_default() += step.pieces.0 * price.0;
        }
        let (charged, sign) = match event.reverses {
            None => (charged, 1),
            // At the price of then, whatever it is now.
            Some(undone) => (self.charged.get(&undone).expect("it undoes an event").clone(), -1),
        };
        charged.iter().for_each(|(firm, fen)| *self.fees.entry(*firm).or_default() += sign * fen);
        self.charged.insert(event.id, charged);
        for &firm in books.firms.keys() {
            let account = Account::Firm { firm };
            let due = self.fees.get(&firm).copied().unwrap_or_default() - self.sum(Purpose::Receipt, account);
            assert_eq!(books.balance(account).0, due, "{firm:?} owes");
        }
    }
}

/// Pieces are conserved per line, fen are in balance, and only `ordered` is below zero.
fn nothing_appears_or_vanishes(books: &Books) {
    let mut lines: BTreeMap<LineId, i64> = BTreeMap::new();
    for (place, pieces) in &books.places {
        *lines.entry(place.line()).or_default() += pieces.0;
        let ordered = matches!(place, Place::Ordered { .. });
        assert!(if ordered { pieces.0 < 0 } else { pieces.0 > 0 }, "{place:?} holds {pieces}");
    }
    assert!(lines.values().all(|sum| *sum == 0), "pieces appeared or vanished: {:?}", books.places);
    assert_eq!(books.accounts.values().map(|fen| fen.0).sum::<i64>(), 0, "{:?}", books.accounts);
}
