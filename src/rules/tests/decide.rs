use crate::model;
use crate::model::*;
use crate::model::{Bonus, Declare, ReviewEntry, Verdict};
use crate::rules::refusal::*;
use crate::testing::village::{COORDINATOR, ONE, Village, answer, day, issue, note};
use crate::values::ids::UserId;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::*;

#[test]
fn each_may_ask_what_is_theirs() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let delivery = village.deliver(line, 10);
    let count = village.events[village.events.len() - 2].id;
    let hers = *village.books.issues.keys().next().expect("an issue");
    let (worker, firm) = (village.fang, village.huarui);
    let declare = Command::from(Declare { issue: hers, pieces: Pieces(1) });
    let review = Command::from(ReviewEntry { event: count, verdict: Verdict::Right, new_card: false, spoken: None });
    let confirm = Command::from(answer(delivery, &[(line, [10, 0, 0])]));
    let reward = Command::from(Bonus { worker, fen: Fen(1), note: Note::default() });
    let give = Command::from(issue(line, ONE, &[(worker, 1)]));
    let bring = Command::from(Count { worker, parts: Vec::new(), reason: Note::default(), declared: None });
    let undo = Command::from(Correct { event: count, reason: Note::parse("数错了").expect("a note") });
    let keeper = [false, false, true, true, true, true, true];
    for (actor, allowed) in [
        (COORDINATOR, keeper),
        (Actor::Operator, keeper),
        (Actor::Helper { user: UserId(3) }, [false, false, false, false, true, true, false]),
        (Actor::Worker { worker }, [true, true, false, false, false, false, false]),
        (Actor::Firm { firm }, [false, false, true, false, false, false, false]),
    ] {
        for (ask, allowed) in [&declare, &review, &confirm, &reward, &give, &bring, &undo].into_iter().zip(allowed) {
            let said = village.clone().ask_as(actor, village.today, ask.clone());
            let turned_away = said.err() == Some(Refusal::NotYours);
            assert_eq!(turned_away, !allowed, "{actor:?} {}", ask.kind());
        }
    }
}

#[test]
fn a_day_may_be_past_but_not_to_come() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 10);
    let ask = issue(line, ONE, &[(village.fang, 1)]);
    let (today, tomorrow) = (village.today, day("2026-09-11"));
    let said = village.ask_as(COORDINATOR, tomorrow, ask.clone());
    assert_eq!(said.err(), Some(Refusal::DayAhead { day: tomorrow, today }));
    for on in [today, day("2026-09-05")] {
        village.ask_as(COORDINATOR, on, ask.clone()).expect("a day that was");
    }
}

#[test]
fn money_beyond_all_measure_is_refused_before_it_overflows() {
    let mut village = Village::new();
    let most = Fen::MOST;
    let ask = crate::model::SetRate { style: village.rose, step: ONE, from: village.today, rate: most };
    village.done(ask);
    let fang = village.fang;
    let mut refused = None;
    // Each round she makes a million roses at ten million yuan a piece: 10^15 fen.
    for round in 0..10 {
        let line = village.order(&format!("HR-{round}"), village.rose, 1_000_000);
        let hers = village.issue(line, ONE, fang, 1_000_000);
        let count = village.a_count(hers, crate::model::Made::Fresh, [1_000_000, 0, 0]);
        if let Err(refusal) = village.ask(count) {
            refused = Some((round, refusal));
            break;
        }
    }
    assert_eq!(refused, Some((9, Refusal::OutOfRange)), "nine times 10^15 are below 2^53, ten are not");
    assert_eq!(village.owed(fang), 9 * 1_000_000_000_000_000);
}

#[test]
fn the_firm_answers_only_the_delivery() {
    let mut village = Village::new();
    let line = village.roses_in_stock("HR-1", 10);
    let delivery = village.deliver(line, 10);
    village.answer(delivery, line, [9, 1, 0]);
    let came = model::Came::Back;
    let ask = model::WriteOff { delivery, line, came, pieces: Pieces(1), reason: note("不要了") };
    let firm = Actor::Firm { firm: village.huarui };
    assert_eq!(village.ask_as(firm, village.today, ask).err(), Some(Refusal::NotYours));
}
