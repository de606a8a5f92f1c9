//! Pools that wait to be split.

use crate::store::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::Village;

on_both_engines!(pools_are_those_with_pieces);

async fn pools_are_those_with_pieces(db: Database) {
    let v = Village::settle(&db.store).await;
    let first = v.issue(1, v.anna, 100).await;
    assert_eq!(snapshot_of(&db.store, v.workshop).await.orders().pools().await.expect("pools"), []);
    v.done(v.count_of(v.anna, first, 40, 0, 0)).await;
    let pools = snapshot_of(&db.store, v.workshop).await.orders().pools().await.expect("pools");
    let told: Vec<_> = pools.iter().map(|pool| (pool.step.0, pool.step_name.as_str(), pool.pieces.0)).collect();
    assert_eq!(told, [(2, "组花", 40)]);
}
