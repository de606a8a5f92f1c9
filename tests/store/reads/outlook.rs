//! What is learned of paces, and what is foreseen of orders.

use crate::store::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, name, noon, note};
use ledger::forecast::Standing;
use ledger::model::{Correct, Entity, Skill};
use ledger::values::ids::StepNo;
use ledger::values::minutes::Centiminutes;
use ledger::values::pieces::Pieces;

on_both_engines!(
    her_pace_is_learned_from_what_she_handed_in,
    a_count_that_was_undone_teaches_nothing,
    an_order_has_a_day_and_a_firm_sees_its_own_only,
    the_day_follows_what_the_village_does,
);

const ONE: StepNo = StepNo(1);

/// A hundred go home to Anna on the first day; on the next she brings twenty: two hours' work in four.
async fn slow_anna(v: &Village<'_>) -> ledger::journal::Event {
    let issued = v.on("2026-11-02", v.issue_of(1, v.anna, 100)).await;
    let issue =
        issued.entities.iter().find_map(|entity| if let Entity::Issue(issue) = entity { Some(issue.id) } else { None });
    v.on("2026-11-03", v.count_of(v.anna, issue.expect("an issue"), 18, 1, 1)).await
}

async fn her_pace_is_learned_from_what_she_handed_in(db: Database) {
    let v = Village::settle(&db.store).await;
    slow_anna(&v).await;
    let on = day("2026-11-03");
    let paces = snapshot_of(&db.store, v.workshop).await.paces(on).await.expect("paces");
    let skill = Skill { style: v.style, step: ONE };
    let anna = paces.at(v.anna, skill);
    assert_eq!(anna.from_pieces, Pieces(20), "what is to be done again and what is spoiled was made too");
    assert!((601..1_200).contains(&anna.pace.0), "slower than the standard, and not as slow as one day was: {anna:?}");
    assert_eq!(paces.at(v.berta, skill).pace, Centiminutes(600), "nothing is known of her");
    let told = snapshot_of(&db.store, v.workshop).await.of_worker(v.anna).pace_of(on).await.expect("her paces");
    assert_eq!(told.iter().map(|row| row.step_name.as_str()).collect::<Vec<_>>(), ["花瓣", "组花"]);
    assert_eq!(told[0].learned, anna, "alone as among the others");
    assert!(told[1].learned.pace.0 > 600 && !told[1].learned.from_pieces.any(), "a step leans on her others");
    let page =
        snapshot_of(&db.store, v.workshop).await.orders().split_page(&[(v.line, ONE)], on).await.expect("a read");
    let hers = page.workers.iter().find(|able| able.who.id == v.anna).expect("she can do it");
    assert_eq!(hers.in_hand, anna.pace.times(81), "eighty unmade and one to do again, at her own pace");
    let early = snapshot_of(&db.store, v.workshop).await.paces(day("2027-03-01")).await.expect("paces");
    assert_eq!(early.at(v.anna, skill).pace, Centiminutes(600), "of long ago nothing is asked");
}

async fn a_count_that_was_undone_teaches_nothing(db: Database) {
    let v = Village::settle(&db.store).await;
    let count = slow_anna(&v).await;
    let before = snapshot_of(&db.store, v.workshop).await.paces(day("2026-11-05")).await.expect("paces");
    assert!(before.at(v.anna, Skill { style: v.style, step: ONE }).from_pieces.any(), "it taught something first");
    v.on("2026-11-05", Correct { event: count.id, reason: note("数错了") }).await;
    let paces = snapshot_of(&db.store, v.workshop).await.paces(day("2026-11-05")).await.expect("paces");
    let anna = paces.at(v.anna, Skill { style: v.style, step: ONE });
    assert_eq!((anna.pace.0, anna.from_pieces), (600, Pieces(0)));
}

async fn an_order_has_a_day_and_a_firm_sees_its_own_only(db: Database) {
    let v = Village::settle(&db.store).await;
    let on = day("2026-11-02");
    let outlook = snapshot_of(&db.store, v.workshop).await.orders().outlook(on).await.expect("an outlook");
    let forecast = &outlook[&v.order];
    let when = forecast.when.expect("a day");
    // A thousand minutes for two women of four hours, and a day for what passes from one step to the next.
    assert_eq!((forecast.standing, forecast.due), (Standing::InTime, day("2026-11-20")));
    assert!(on < when.expected && when.expected <= day("2026-11-08"), "{when:?}");
    assert!(when.early <= when.expected && when.expected <= when.late, "{when:?}");
    let own = snapshot_of(&db.store, v.workshop).await.of_firm(v.firm).ready_days(on).await.expect("days");
    assert_eq!(own.get(&v.order), Some(&when));
    let other = ledger::values::ids::FirmId(v.firm.0 + 1_000);
    assert!(snapshot_of(&db.store, v.workshop).await.of_firm(other).ready_days(on).await.expect("days").is_empty());
    let late = snapshot_of(&db.store, v.workshop).await.orders().outlook(day("2026-11-19")).await.expect("an outlook");
    let late = &late[&v.order];
    assert_eq!(late.standing, Standing::Late, "{late:?}");
    assert!(late.help.is_some_and(|help| help.promise.is_some_and(|promise| promise > late.due)), "{late:?}");
    let neighbour = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    assert!(snapshot_of(&db.store, neighbour).await.orders().outlook(on).await.expect("an outlook").is_empty());
}

/// What the village did is read for the forecast: without what was undone, and worked out again after each event only.
async fn the_day_follows_what_the_village_does(db: Database) {
    let v = Village::settle(&db.store).await;
    slow_anna(&v).await;
    let on = day("2026-11-04");
    let outlook = async || snapshot_of(&db.store, v.workshop).await.orders().outlook(on).await.expect("an outlook");
    let first = outlook().await;
    let forecast = &first[&v.order];
    let (when, plan) = (forecast.when.expect("a day"), forecast.by_plan.expect("a day by plan"));
    assert!(when.early <= when.expected && when.expected <= when.late && on < when.expected, "{when:?}");
    assert!(on < plan, "{plan}");
    assert!(std::sync::Arc::ptr_eq(&first, &outlook().await), "nothing happened since");
    let before = v.open("T-9", "2026-11-04", "2026-11-25", 50).await;
    let second = outlook().await;
    assert!(second.contains_key(&before.0), "an event, and it is worked out again");
}
