//! A pool that waits to be split.

use crate::store::on_both_engines;
use crate::support::database::Database;
use crate::support::village::{Village, day, name, noon};
use ledger::ids::{OrderId, StepNo};
use ledger::money::Fen;
use ledger::pieces::Pieces;

on_both_engines!(a_pool_names_who_could_take_of_it, what_is_not_there_is_not_shown, pools_are_those_with_pieces);

async fn a_pool_names_who_could_take_of_it(db: Database) {
    let v = Village::settle(&db.store).await;
    v.issue(1, v.berta, 30).await;
    let on = day("2026-11-02");
    let page = db.store.pool_page(v.workshop, v.order, v.line, StepNo(1), on).await.expect("a read").expect("a pool");
    assert_eq!((page.pool, page.pack, page.rate), (Pieces(70), Pieces(10), Some(Fen(110))));
    assert_eq!((page.style_name.as_str(), page.step_name.as_str(), page.due), ("牡丹", "花瓣", day("2026-11-20")));
    let told: Vec<_> =
        page.workers.iter().map(|able| (able.who.number.as_str(), able.minutes, able.at_home.0, able.busy)).collect();
    assert_eq!(told, [("W01", 240, 0, 0), ("W02", 240, 30, 180)], "thirty pieces of six minutes");
}

async fn what_is_not_there_is_not_shown(db: Database) {
    let v = Village::settle(&db.store).await;
    let on = day("2026-11-02");
    let other = db.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    for (workshop, order, step) in [
        (other, v.order, StepNo(1)),
        (v.workshop, OrderId(v.order.0 + 1), StepNo(1)),
        (v.workshop, v.order, StepNo(3)),
        (v.workshop, v.order, StepNo(0)),
    ] {
        let found = db.store.pool_page(workshop, order, v.line, step, on).await.expect("a read");
        assert_eq!(found, None, "{workshop} {order} {step}");
    }
    let early = db.store.pool_page(v.workshop, v.order, v.line, StepNo(1), day("2026-10-01")).await.expect("a read");
    assert_eq!(early.expect("a pool").rate, None, "no rate held then");
}

async fn pools_are_those_with_pieces(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 100).await;
    assert_eq!(db.store.pools(v.workshop).await.expect("pools"), []);
    v.done(v.count_of(v.anna, first, 40, 0, 0)).await;
    let pools = db.store.pools(v.workshop).await.expect("pools");
    let told: Vec<_> = pools.iter().map(|pool| (pool.step.0, pool.step_name.as_str(), pool.pieces.0)).collect();
    assert_eq!(told, [(2, "组花", 40)]);
}
