//! Books for others: a program that is not ours calculates the same balances from them.

use super::import::two_months;
use super::on_both_engines;
use super::tamper::busy;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::hledger::balances;
use crate::support::village::{Village, day, name, note};
use ledger::export::{Chart, Hledger, Period};
use ledger::model;
use ledger::model::Correct;
use ledger::store::Store;
use ledger::values::ids::{Seq, WorkshopId};
use ledger::values::money::Fen;
use std::collections::BTreeMap;

on_both_engines!(hledger_calculates_the_same_balances);

pub async fn journal(store: &Store, workshop: WorkshopId, period: Period) -> String {
    let books = snapshot_of(store, workshop).await.books().await.expect("books");
    let mut journal = Hledger::new(Chart { books: &books }, period);
    let mut text = Hledger::begin("试验作坊");
    let last = snapshot_of(store, workshop).await.head().await.expect("a head").seq;
    let mut after = Seq(0);
    while after < last {
        let events = snapshot_of(store, workshop).await.events_after(after, last).await.expect("events");
        after = events.last().expect("some").seq;
        events.iter().for_each(|event| text.push_str(&journal.event(event)));
    }
    text + &journal.end()
}

/// Every balance of the books, as the journal names it.
async fn kept(store: &Store, workshop: WorkshopId) -> BTreeMap<String, i64> {
    let books = snapshot_of(store, workshop).await.books().await.expect("books");
    let chart = Chart { books: &books };
    let places = books.places.iter().map(|(place, pieces)| (chart.place(*place), pieces.0));
    places.chain(books.accounts.iter().map(|(account, fen)| (chart.account(*account), fen.0))).collect()
}

async fn hledger_calculates_the_same_balances(db: Database) {
    let workshop = busy(&db.store).await;
    let v = Village { workshop, ..Village::settle(&db.store).await };
    let bonus = v.done(model::Bonus { worker: v.anna, fen: Fen(1234), note: note("好；=1+1 | 两  个") }).await;
    v.done(Correct { event: bonus.id, reason: note("看错了人") }).await;
    v.done(model::SaveFirm { firm: Some(v.firm), name: name("测试: 贸易; 两  家") }).await;
    v.done(model::FirmPays { firm: v.firm, fen: Fen(999), note: note("") }).await;
    let found = balances(&journal(&db.store, workshop, Period::default()).await, &[]);
    assert_eq!(found, kept(&db.store, workshop).await);
    assert!(found.keys().any(|name| name.starts_with("firm:测试- 贸易- 两 家 #")), "{found:?}");
}

#[tokio::test]
async fn a_months_journal_opens_with_what_stood_and_closes_with_what_stands() {
    let db = Database::sqlite().await;
    let workshop = two_months(&db.store).await;
    let month = |from, until| Period::of(Some(day(from)), Some(day(until))).expect("a period");
    let september = journal(&db.store, workshop, month("2026-09-01", "2026-09-30")).await;
    let october = journal(&db.store, workshop, month("2026-10-01", "2026-10-31")).await;
    let stood = balances(&october, &["--end", "2026-10-01"]);
    assert_eq!(stood, balances(&september, &[]), "what one month closes with, the next opens with");
    assert!(stood.len() > 50, "{}", stood.len());
    assert_eq!(balances(&october, &[]), kept(&db.store, workshop).await);
    let of = |purpose: &str| {
        let tag = format!("tag:purpose={purpose}");
        let mut sums = balances(&september, &["worker:", &tag]);
        for (worker, fen) in balances(&october, &["--begin", "2026-10-01", "worker:", &tag]) {
            *sums.entry(worker).or_default() += fen;
        }
        sums
    };
    let [earned, paid, advance, bonus, deduction] = ["earned", "paid", "advance", "bonus", "deduction"].map(of);
    for told in snapshot_of(&db.store, workshop).await.worker_totals().await.expect("totals") {
        let hers = format!("worker:{}", told.worker);
        let of = |sums: &BTreeMap<String, i64>| sums.get(&hers).copied().unwrap_or(0);
        let told = (told.earned_fen, told.bonus_fen, -told.deducted_fen, -told.advanced_fen, -told.paid_fen);
        assert_eq!((-of(&earned), -of(&bonus), -of(&deduction), -of(&advance), -of(&paid)), told, "{hers}");
    }
}

#[test]
fn a_period_that_ends_before_it_begins_is_none() {
    assert!(Period::of(Some(day("2026-10-02")), Some(day("2026-10-01"))).is_err());
}
