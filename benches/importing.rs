//! How fast a notebook comes in.

use super::row;
use ledger::import::{File, Kind};
use ledger::model::Actor;
use ledger::store::{Import, Store};
use ledger::values::text::Name;
use std::time::Instant;

const FILES: [(Kind, &[u8]); 4] = [
    (Kind::Styles, include_bytes!("../tests/data/styles.csv")),
    (Kind::Workers, include_bytes!("../tests/data/workers.csv")),
    (Kind::Orders, include_bytes!("../tests/data/orders.xlsx")),
    (Kind::Notebook, include_bytes!("../tests/data/notebook.csv")),
];

pub async fn measure() {
    let at = ledger::values::clock::Clock::now(&super::scene::clock());
    let mut best: f64 = 0.0;
    for _ in 0..5 {
        let file = std::env::temp_dir().join(format!("petalwork-bench-{}.db", uuid::Uuid::new_v4()));
        let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new file");
        let workshop =
            store.make_workshop(&Name::parse("bench").expect("a name"), false, at).await.expect("a workshop");
        for (kind, bytes) in FILES {
            let start = Instant::now();
            let outcome = store
                .import(workshop, at, Actor::Operator, File::read(kind, bytes), Import::Post)
                .await
                .expect("imported");
            assert!(outcome.is_clean());
            if kind == Kind::Notebook {
                best = best.max(outcome.total() as f64 / start.elapsed().as_secs_f64());
            }
        }
        store.close().await;
        let _ = std::fs::remove_file(file);
    }
    row("import of the notebook, rows a second (best of 5)", &format!("{best:.0}"), ">= 2,000");
}
