//! Rules beyond the law, each said in another way than where it is decided.

use super::approval;
use crate::Command;
use crate::journal::{Account, Books, Event, Flow, Move, Place, PlaceKind};
use crate::model::{Actor, Entity, IssueShares, Made, Pictured, Skill, Slip};
use crate::values::day::Day;
use crate::values::ids::{EventId, LineId, OrderId, WorkerId};
use crate::values::picture::PictureHash;
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
            let lost = places(books, ask.line, &[PlaceKind::Scrap, PlaceKind::WrittenOff, PlaceKind::Surplus]);
            let extra = -places(books, ask.line, &[PlaceKind::Ordered])
                - books.lines.get(&ask.line).map_or(0, |line| line.pieces.0);
            assert!(extra <= lost, "{extra} were opened beyond the order, and {lost} lost: {event:?}");
        }
        Command::CancelPieces(ask) => {
            for (line, pieces) in &ask.lines {
                let ordered = books.lines.get(line).expect("a line").pieces.0;
                assert!(ordered >= 0, "fewer than none are ordered: {event:?}");
                let moved = event.moves.iter().filter(|step| step.from.line() == *line);
                assert!(moved.map(|step| step.pieces.0).sum::<i64>() <= pieces.0, "{event:?}");
            }
            let had = |step: &Move| matches!(step.from.kind(), PlaceKind::Pool | PlaceKind::Stock);
            assert!(event.moves.iter().all(had), "somebody has them: {event:?}");
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
    orders_are_as_last_changed(books, events);
    photos_are_those_last_put(books, events);
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

/// A line is of as many pieces as were ordered, with it or later, less what was cancelled or struck out.
fn lines_are_of_what_was_opened(books: &Books, events: &[Event]) {
    let mut ordered: BTreeMap<LineId, i64> = BTreeMap::new();
    let stands = |event: &&Event| event.reverses.is_none() && !is_undone(books, event);
    for event in events.iter().filter(stands) {
        for step in event.moves.iter().filter(|step| step.flow == Flow::Opened) {
            *ordered.entry(step.from.line()).or_default() += step.pieces.0;
        }
        if let Command::CancelPieces(ask) = &event.asked {
            ask.lines.iter().for_each(|(line, pieces)| *ordered.entry(*line).or_default() -= pieces.0);
        }
    }
    for (id, line) in &books.lines {
        assert_eq!(line.pieces.0, ordered.get(id).copied().unwrap_or_default(), "{line:?}");
    }
}

/// Heads and prices are those of the last change that stands, or of the order as it was opened.
fn orders_are_as_last_changed(books: &Books, events: &[Event]) {
    let mut changes: BTreeMap<OrderId, i64> = BTreeMap::new();
    let (mut prices, mut heads) = (BTreeMap::new(), BTreeMap::new());
    for event in events {
        let changed = event.entities.iter().filter(|entity| matches!(entity, Entity::OrderChange(_))).count();
        let asked = entry_asked(books, event);
        let is_change = matches!(
            asked,
            Command::ChangeOrder(_)
                | Command::ChangePrice(_)
                | Command::AddPieces(_)
                | Command::AddLine(_)
                | Command::CancelPieces(_)
        );
        assert_eq!(changed, usize::from(is_change), "{event:?}");
        for entity in &event.entities {
            if let Entity::OrderChange(change) = entity {
                *changes.entry(change.order).or_default() += 1;
            }
        }
        if event.reverses.is_some() || is_undone(books, event) {
            continue;
        }
        match asked {
            Command::ChangePrice(ask) => drop(prices.insert(ask.line, ask.price)),
            Command::ChangeOrder(ask) => drop(heads.insert(ask.order, &ask.head)),
            _ => {}
        }
    }
    for (line, price) in prices {
        assert_eq!(books.lines.get(&line).map(|line| line.price), Some(price), "{line}");
    }
    for (order, head) in heads {
        let order = books.orders.get(&order).expect("an order");
        assert!(order.is_struck() || order.head() == *head, "{order:?} is not {head:?}");
    }
    assert_eq!(changes.values().sum::<i64>(), i64::try_from(books.order_changes.len()).expect("few"));
}

/// A thing's photo is the one that was put to it last, of those that stand.
fn photos_are_those_last_put(books: &Books, events: &[Event]) {
    let mut photos: BTreeMap<Pictured, Vec<(EventId, Option<PictureHash>)>> = BTreeMap::new();
    for event in events {
        if let Command::SetPhoto(ask) = &event.asked {
            photos.entry(ask.of).or_default().push((event.id, ask.picture));
        }
        if let Some(undone) = event.reverses {
            photos.values_mut().for_each(|put| put.retain(|(id, _)| *id != undone));
        }
    }
    for (of, put) in photos {
        let last = put.last().and_then(|(_, picture)| *picture);
        assert_eq!(books.photos.get(&of).and_then(|photo| photo.picture), last, "{of:?}");
    }
}

fn is_undone(books: &Books, event: &Event) -> bool {
    books.entries.get(&event.id).is_some_and(|entry| entry.reversed_by.is_some())
}

/// What was asked; of a correction, what the event that it undoes was asked.
fn entry_asked<'b>(books: &'b Books, event: &'b Event) -> &'b Command {
    event.reverses.and_then(|undone| books.entries.get(&undone)).map_or(&event.asked, |entry| &entry.asked)
}
