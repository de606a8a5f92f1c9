//! Rules beyond the law, each said in another way than where it is decided.

use super::approval;
use crate::Command;
use crate::journal::{Account, Books, Event, Flow, Place, PlaceKind};
use crate::model::{Actor, Entity, IssueShares, Made, Skill, Slip};
use crate::values::day::Day;
use crate::values::ids::{LineId, WorkerId};
use std::collections::{BTreeMap, BTreeSet};

/// What must be true of an event that was just added to the books.
pub fn hold(books: &Books, event: &Event) {
    match &approval::asked_for(books, &event.asked) {
        Command::Issue(ask) => issued(books, event, ask),
        Command::Split(ask) => ask.parts.iter().for_each(|part| issued(books, event, part)),
        Command::Count(ask) => {
            let again = ask.parts.iter().filter(|part| part.made == Made::Again);
            let again: i64 = again.map(|part| part.accepted.0 + part.scrapped.0).sum();
            let from_redo = event.moves.iter().filter(|step| step.from.kind() == PlaceKind::Redo);
            assert_eq!(from_redo.map(|step| step.pieces.0).sum::<i64>(), again, "{event:?}");
            let hers = |place: Place| place.home().is_none_or(|(worker, _)| worker == ask.worker);
            assert!(event.moves.iter().all(|step| hers(step.from)), "another's work: {event:?}");
        }
        Command::Replace(ask) => {
            let lost = places(books, ask.line, &[PlaceKind::Scrap, PlaceKind::WrittenOff]);
            let extra = -places(books, ask.line, &[PlaceKind::Ordered])
                - books.lines.get(&ask.line).map_or(0, |line| line.pieces.0);
            assert!(extra <= lost, "{extra} were opened beyond the order, and {lost} lost: {event:?}");
        }
        Command::Review(ask) => {
            let entry = books.entries.get(&ask.event).expect("an entry");
            assert!(entry.reversed_by.is_none(), "a corrected entry was disputed: {event:?}");
            let Actor::Worker { worker } = event.actor else { panic!("said by another: {event:?}") };
            let home = Some(worker);
            let work = entry
                .moves
                .iter()
                .any(|step| [step.from, step.to].map(|place| place.home().map(|(worker, _)| worker)).contains(&home));
            let money = entry.transfers.iter().any(|transfer| transfer.change_of(Account::Worker { worker }).0 != 0);
            assert!(work || money, "another's entry: {event:?}");
        }
        Command::Reissue(ask) if books.approval && !matches!(event.asked, Command::Approve(_)) => {
            let line = books.lines.get(&ask.line).expect("a line");
            let rate = books.rate_on(line.style, line.last_step, event.day).expect("a rate");
            let rule = books.terms().map(|terms| terms.repair).unwrap_or_default();
            assert_eq!(ask.rate, rule.of(rate), "another rate by one alone: {event:?}");
        }
        Command::Pay(ask) if !ask.ahead => assert!(books.owed_to(ask.worker).0 >= 0, "more than was owed: {event:?}"),
        _ => {}
    }
}

/// Anyone who is issued something can do it.
fn issued(books: &Books, event: &Event, ask: &IssueShares) {
    for share in &ask.shares {
        let worker = books.workers.get(&share.worker).expect("a worker");
        let style = books.lines.get(&ask.line).expect("a line").style;
        let able = worker.skills.contains(&Skill { style, step: ask.step });
        assert!(worker.active && able, "{worker:?} was issued what she cannot do: {event:?}");
    }
}

fn places(books: &Books, line: LineId, kinds: &[PlaceKind]) -> i64 {
    let of_it = books.places.iter().filter(|(place, _)| place.line() == line && kinds.contains(&place.kind()));
    of_it.map(|(_, pieces)| pieces.0).sum()
}

/// What must be true of a village at the end of its walk.
pub fn hold_at_last(books: &Books, events: &[Event]) {
    hand_ins_are_answered_by_what_stands(books);
    lines_are_of_what_was_opened(books, events);
    slips_are_of_all_that_happened(books, events);
    approval::holds(books, events);
    let codes: BTreeSet<_> = books.orders.values().map(|order| (order.firm, &order.code)).collect();
    assert_eq!(codes.len(), books.orders.len(), "a firm has two orders of one number");
}

/// Every transfer of hers is in the one slip of its day, or in none yet; a slip is never another; and all slips with what is in
/// none are what she is owed.
fn slips_are_of_all_that_happened(books: &Books, events: &[Event]) {
    let mut made: BTreeMap<WorkerId, Vec<&Slip>> = BTreeMap::new();
    for entity in events.iter().flat_map(|event| &event.entities) {
        if let Entity::Slip(slip) = entity {
            made.entry(slip.worker).or_default().push(slip);
            assert_eq!(books.slips.get(&(slip.worker, slip.until)), Some(slip), "a slip was changed");
        }
    }
    assert_eq!(made.values().map(Vec::len).sum::<usize>(), books.slips.len(), "a slip that no event made");
    for &worker in books.workers.keys() {
        let account = Account::Worker { worker };
        let changed =
            |event: &Event| -event.transfers.iter().map(|transfer| transfer.change_of(account).0).sum::<i64>();
        let slips = made.remove(&worker).unwrap_or_default();
        let mut before = (None, 0);
        for slip in slips {
            assert!(before.0.is_none_or(|until| until < slip.from), "two slips of one day: {slip:?}");
            let days = before.0.map_or(slip.from.0, |until: Day| until.next().0)..=slip.until.0;
            assert_eq!(slip.from.0, *days.start(), "days between two slips: {slip:?}");
            let hers: i64 = events.iter().filter(|event| days.contains(&event.day.0)).map(changed).sum();
            assert_eq!((slip.carried.0, slip.owed().0), (before.1, before.1 + hers), "{slip:?}");
            before = (Some(slip.until), slip.owed().0);
        }
        let since = events.iter().filter(|event| before.0.is_none_or(|until| event.day > until));
        assert_eq!(before.1 + since.map(changed).sum::<i64>(), books.owed_to(worker).0, "{worker}");
    }
}

/// A hand-in waits, or was answered by a count that was not undone, or was struck out by a correction or taken back by her.
fn hand_ins_are_answered_by_what_stands(books: &Books) {
    for hand_in in books.hand_ins.values() {
        let Some(answer) = hand_in.counted.map(|id| books.entries.get(&id).expect("an event")) else { continue };
        match approval::asked_for(books, &answer.asked) {
            Command::Count(count) => {
                assert!(count.worker == hand_in.worker && answer.reversed_by.is_none(), "{hand_in:?}")
            }
            Command::Correct(correct) => assert_eq!(correct.event, hand_in.id),
            Command::Retract(retract) => assert_eq!(retract.declared, hand_in.id),
            other => panic!("{hand_in:?} was answered by {other:?}"),
        }
    }
}

/// A line is of as many pieces as were opened, less what was struck out.
fn lines_are_of_what_was_opened(books: &Books, events: &[Event]) {
    let mut opened: BTreeMap<LineId, i64> = BTreeMap::new();
    for step in events.iter().flat_map(|event| &event.moves).filter(|step| step.flow == Flow::Opened) {
        *opened.entry(step.from.line()).or_default() += if step.back { -step.pieces.0 } else { step.pieces.0 };
    }
    let said = books.lines.iter().map(|(id, line)| (*id, line.pieces.0)).collect();
    assert_eq!(opened, said);
}
