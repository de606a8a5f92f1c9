//! Pools that are to be split, and who could take of them.

use crate::store::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, name, noon};
use ledger::values::ids::{LineId, StepNo};
use ledger::values::minutes::Centiminutes;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

on_both_engines!(a_pool_names_who_could_take_of_it, what_is_not_there_is_not_shown, what_was_done_this_month_is_known);

const ONE: StepNo = StepNo(1);

async fn a_pool_names_who_could_take_of_it(db: Database) {
    let v = Village::settle(&db.store).await;
    v.issue(1, v.berta, 30).await;
    let page = snapshot_of(&db.store, v.workshop)
        .await
        .orders()
        .split_page(&[(v.line, ONE), (v.line, ONE)], day("2026-11-02"))
        .await
        .expect("a read");
    let [pool] = page.pools.as_slice() else { panic!("the same pool is one: {:?}", page.pools) };
    assert_eq!((pool.pieces, pool.pack, pool.rate), (Pieces(70), Pieces(10), Some(Fen(110))));
    assert_eq!((pool.style_name.as_str(), pool.step_name.as_str(), pool.due), ("牡丹", "花瓣", day("2026-11-20")));
    assert_eq!((pool.order, pool.line, pool.standard), (v.order, v.line, Centiminutes(600)));
    let told: Vec<_> = page
        .workers
        .iter()
        .map(|able| (able.who.number.as_str(), able.minutes, able.at_home.0, able.in_hand.0))
        .collect();
    assert_eq!(told, [("W01", 240, 0, 0), ("W02", 240, 30, 18_000)], "thirty pieces of six minutes");
    assert!(page.workers.iter().all(|able| able.pace.iter().flatten().all(|learned| learned.pace.0 == 600)));
}

async fn what_is_not_there_is_not_shown(db: Database) {
    let v = Village::settle(&db.store).await;
    let on = day("2026-11-02");
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    for (workshop, line, step) in [
        (other, v.line, ONE),
        (v.workshop, LineId(v.line.0 + 1_000), ONE),
        (v.workshop, v.line, StepNo(3)),
        (v.workshop, v.line, StepNo(0)),
    ] {
        let found =
            snapshot_of(&db.store, workshop).await.orders().split_page(&[(line, step)], on).await.expect("a read");
        assert_eq!((found.pools.len(), found.workers.len()), (0, 0), "{workshop} {line} {step}");
    }
    let early = snapshot_of(&db.store, v.workshop)
        .await
        .orders()
        .split_page(&[(v.line, ONE)], day("2026-10-01"))
        .await
        .expect("a read");
    assert_eq!(early.pools[0].rate, None, "no rate held then");
}

async fn what_was_done_this_month_is_known(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 50).await;
    v.done(v.count_of(v.anna, first, 30, 5, 2)).await;
    let read = async |on: &str| {
        let page = snapshot_of(&db.store, v.workshop)
            .await
            .orders()
            .split_page(&[(v.line, ONE)], day(on))
            .await
            .expect("a read");
        let anna = page.workers.into_iter().find(|able| able.who.id == v.anna).expect("she can do it");
        (anna.worked.0, anna.in_hand.0)
    };
    assert_eq!(read("2026-11-02").await, (32 * 600, 18 * 600), "what she is to do again is still hers to do");
    assert_eq!(read("2026-12-01").await, (0, 18 * 600), "another month");
}
