//! Settlements: what every slip says is what hledger calculates from the exported books, and what was settled stays.

use super::export::journal;
use super::import::two_months;
use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::hledger::balances;
use crate::support::village::{Village, day, new_id, note};
use ledger::export::Period;
use ledger::model::{Actor, Bonus, Correct, Pay, Settle, Slip};
use ledger::rules::refusal::Refusal;
use ledger::store::{Ask, Refused, Store};
use ledger::values::ids::WorkshopId;
use ledger::values::money::Fen;
use std::collections::{BTreeMap, BTreeSet};

on_both_engines!(
    every_number_of_every_slip_is_what_hledger_calculates,
    what_was_settled_is_not_entered_late_and_corrections_come_in_the_next,
    two_settle_at_once_and_one_does,
    pictures_by_month_and_by_week_add_up_to_the_books,
    what_all_orders_leave_is_fees_less_wages,
);

async fn settle(store: &Store, workshop: WorkshopId, until: &str) -> Vec<Slip> {
    let until = day(until);
    let found = snapshot_of(store, workshop).await.unsettled(until).await.expect("a look");
    let workers: BTreeSet<_> = found.iter().map(|one| one.who.id).collect();
    let command = Settle { until, workers }.into();
    let ask = Ask { id: new_id(), actor: Actor::Operator, day: None, command };
    let at = "2026-11-02T04:00:00Z".parse().expect("a time");
    let event = store.perform(workshop, at, ask).await.expect("settled").event;
    let view = snapshot_of(store, workshop).await.settlement(event.id).await.expect("a look").expect("it is there");
    assert_eq!(view.slips.len(), found.len());
    for (one, (who, slip, _)) in found.iter().zip(&view.slips) {
        assert_eq!(
            (&one.who, one.carried, one.tally),
            (who, slip.carried, slip.tally),
            "the page said the same before"
        );
    }
    view.slips.into_iter().map(|(_, slip, _)| slip).collect()
}

async fn every_number_of_every_slip_is_what_hledger_calculates(db: Database) {
    let (store, workshop) = (&db.store, two_months(&db.store).await);
    let september = settle(store, workshop, "2026-09-30").await;
    let october = settle(store, workshop, "2026-10-31").await;
    assert_eq!((september.len(), october.len()), (22, 22), "everybody, twice");
    let books = journal(store, workshop, Period::default()).await;
    for (slips, from, end) in [(september, "2026-01-01", "2026-10-01"), (october, "2026-10-01", "2026-11-01")] {
        let of = |purpose: &str| {
            balances(&books, &["--begin", from, "--end", end, "worker:", &format!("tag:purpose={purpose}")])
        };
        let sums = ["earned", "bonus", "deduction", "advance", "paid"].map(of);
        let (opened, closed) =
            (balances(&books, &["--end", from, "worker:"]), balances(&books, &["--end", end, "worker:"]));
        for slip in slips {
            let who = snapshot_of(store, workshop)
                .await
                .of_worker(slip.worker)
                .slip_page(slip.until)
                .await
                .expect("a look")
                .expect("her slip");
            let account = format!("worker:{}", who.who.number);
            // What she is owed is her credit.
            let hers = |sums: &BTreeMap<String, i64>| -sums.get(&account).copied().unwrap_or(0);
            let [earned, bonus, deducted, advanced, paid] = sums.each_ref().map(hers);
            let tally = slip.tally;
            let told =
                [slip.carried, tally.earned, tally.bonus, -tally.deducted, -tally.advanced, -tally.paid, slip.owed()];
            let calculated = [hers(&opened), earned, bonus, deducted, advanced, paid, hers(&closed)];
            assert_eq!(told.map(|fen| fen.0), calculated, "{account} until {}", slip.until);
            let by_step: Fen = who.earned.iter().map(|line| line.rate.times(line.pieces)).sum();
            assert_eq!(by_step, tally.earned, "{account}: pieces times rate");
            let others: Fen = who.rows.iter().map(|row| row.change).sum();
            assert_eq!(others, tally.change() - tally.earned, "{account}: all else, row by row");
        }
    }
    assert_eq!(store.audit(workshop).await.expect("an audit").findings, []);
}

async fn what_was_settled_is_not_entered_late_and_corrections_come_in_the_next(db: Database) {
    let v = Village::settle(&db.store).await;
    let bonus = v.on("2026-11-02", Bonus { worker: v.anna, fen: Fen(900), note: note("快") }).await;
    let at = |text: &str| format!("{text}T04:00:00Z").parse().expect("a time");
    let perform = async |now: &str, on: Option<&str>, command: ledger::Command| {
        let ask = Ask { id: new_id(), actor: Actor::Operator, day: on.map(day), command };
        v.store.perform(v.workshop, at(now), ask).await
    };
    let until = Settle { until: day("2026-11-03"), workers: [v.anna].into() };
    perform("2026-11-05", None, until.into()).await.expect("settled");
    let pay = |worker| Pay { worker, fen: Fen(100), note: note("现金"), seen: None, ahead: false };
    let late = perform("2026-11-05", Some("2026-11-03"), pay(v.anna).into()).await;
    assert!(matches!(late, Err(Refused::Rule(Refusal::Settled { .. }))), "{late:?}");
    let issue = v.issue_of(1, v.anna, 10);
    let late = perform("2026-11-05", Some("2026-11-03"), issue.into()).await;
    assert!(matches!(late, Err(Refused::Rule(Refusal::Settled { .. }))), "nor is work: {late:?}");
    perform("2026-11-05", Some("2026-11-03"), v.issue_of(1, v.berta, 10).into()).await.expect("Berta has not settled");
    perform("2026-11-05", Some("2026-11-04"), pay(v.anna).into()).await.expect("the day after is open");
    let correct = Correct { event: bonus.id, reason: note("记错人") };
    perform("2026-11-05", None, correct.into()).await.expect("corrected");
    let until = Settle { until: day("2026-11-06"), workers: [v.anna].into() };
    perform("2026-11-07", None, until.into()).await.expect("settled again");
    let first = snapshot_of(v.store, v.workshop)
        .await
        .of_worker(v.anna)
        .slip_page(day("2026-11-03"))
        .await
        .expect("a look")
        .expect("a slip");
    assert_eq!(first.owed(), Fen(900), "it stays as it was");
    let second = snapshot_of(v.store, v.workshop)
        .await
        .of_worker(v.anna)
        .slip_page(day("2026-11-06"))
        .await
        .expect("a look")
        .expect("a slip");
    assert_eq!((second.carried, second.owed()), (Fen(900), Fen(-100)));
    let corrects: Vec<_> = second.rows.iter().map(|row| (row.change, row.mends)).collect();
    assert_eq!(corrects, [(Fen(-100), None), (Fen(-900), Some(day("2026-11-02")))], "it says what it corrects");
    // Of the first, as much is to be paid as was owed by it and was not paid since, whatever came later.
    let rows = snapshot_of(v.store, v.workshop).await.settlements().await.expect("a look");
    let of = |until: &str| rows.iter().find(|row| row.until == day(until)).expect("it is there").id;
    let still = async |until| {
        snapshot_of(v.store, v.workshop).await.settlement(of(until)).await.expect("a look").expect("it is there").slips
            [0]
        .2
    };
    assert_eq!(
        (still("2026-11-03").await, still("2026-11-06").await),
        (Fen::ZERO, Fen::ZERO),
        "she has an advance by now"
    );
    // What came since stands in none yet.
    perform("2026-11-08", None, Bonus { worker: v.anna, fen: Fen(500), note: note("早") }.into()).await.expect("given");
    let so_far = snapshot_of(v.store, v.workshop)
        .await
        .of_worker(v.anna)
        .slip_so_far(day("2026-11-09"))
        .await
        .expect("a look")
        .expect("hers");
    assert_eq!((so_far.from, so_far.until, so_far.settled), (day("2026-11-07"), day("2026-11-09"), None));
    assert_eq!((so_far.carried, so_far.owed()), (Fen(-100), Fen(400)));
    assert_eq!(so_far.rows.iter().map(|row| row.change).collect::<Vec<_>>(), [Fen(500)]);
    perform("2026-11-08", None, Bonus { worker: v.anna, fen: Fen(9_000), note: note("多") }.into())
        .await
        .expect("given");
    assert_eq!(still("2026-11-03").await, Fen(800), "a hundred of the nine hundred was paid");
    let berta = snapshot_of(v.store, v.workshop)
        .await
        .of_worker(v.berta)
        .slip_so_far(day("2026-11-09"))
        .await
        .expect("a look")
        .expect("hers");
    assert_eq!((berta.from, berta.owed(), berta.rows.len()), (day("2026-11-09"), Fen::ZERO, 0));
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

async fn two_settle_at_once_and_one_does(db: Database) {
    let v = Village::settle(&db.store).await;
    let once = || Settle { until: day("2026-11-01"), workers: [v.anna, v.berta].into() };
    let (one, other) = tokio::join!(v.ask(once()), v.ask(once()));
    assert_eq!([&one, &other].into_iter().filter(|answer| answer.is_ok()).count(), 1, "{one:?} {other:?}");
    let refused = [one, other].into_iter().find_map(Result::err);
    assert!(matches!(refused, Some(Refused::Rule(Refusal::SettledWith { .. }))), "{refused:?}");
}

async fn pictures_by_month_and_by_week_add_up_to_the_books(db: Database) {
    let (store, workshop) = (&db.store, two_months(&db.store).await);
    let today = day("2026-11-02");
    let totals = snapshot_of(store, workshop).await.worker_totals().await.expect("totals");
    let weeks = snapshot_of(store, workshop).await.weeks(today).await.expect("weeks");
    let (pieces, earned) =
        (weeks.iter().map(|week| week.accepted.0).sum::<i64>(), weeks.iter().map(|week| week.earned.0).sum::<i64>());
    let all = (
        totals.iter().map(|one| one.accepted_pieces).sum::<i64>(),
        totals.iter().map(|one| one.earned_fen).sum::<i64>(),
    );
    assert_eq!((pieces, earned), all, "every week of the two months");
    assert_eq!(weeks.first().map(|week| week.monday), Some(day("2026-08-31")));
    assert_eq!(weeks.len(), 10, "to this week, though nothing was counted in it yet");
    for who in snapshot_of(store, workshop).await.worker_names().await.expect("names") {
        let told = totals.iter().find(|one| one.worker == who.number).expect("her totals");
        let months =
            snapshot_of(store, workshop).await.of_worker(who.id).earnings_by_month(today).await.expect("months");
        assert_eq!(
            months.iter().map(|(month, _)| *month).collect::<Vec<_>>(),
            ["2026-09-01", "2026-10-01", "2026-11-01"].map(day)
        );
        let sum = months.iter().fold(ledger::model::Tally::default(), |sum, (_, tally)| sum.and(*tally));
        assert_eq!(
            (sum.earned.0, sum.paid.0, sum.change().0),
            (told.earned_fen, told.paid_fen, told.owed_fen),
            "{}",
            who.number
        );
    }
}

async fn what_all_orders_leave_is_fees_less_wages(db: Database) {
    let (store, workshop) = (&db.store, two_months(&db.store).await);
    let books = snapshot_of(store, workshop).await.books().await.expect("books");
    let mut sum = (Fen::ZERO, Fen::ZERO);
    for order in books.orders.keys() {
        let share = snapshot_of(store, workshop).await.orders().order_share(*order).await.expect("a share");
        sum = (sum.0 + share.fees, sum.1 + share.wages);
    }
    let totals = snapshot_of(store, workshop).await.worker_totals().await.expect("totals");
    assert_eq!(sum.1.0, totals.iter().map(|one| one.earned_fen).sum::<i64>(), "every wage is of one order");
    assert_eq!(sum.0, -books.balance(ledger::journal::Account::Fees), "and every fee");
}
