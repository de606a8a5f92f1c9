//! Posting events one by one at full durability, against a bare loop that commits the same statements.

use super::row;
use ledger::import::{File, Kind};
use ledger::journal::Hash;
use ledger::model::{Actor, Bonus};
use ledger::store::{Ask, Import, Store};
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use ledger::values::text::{Name, Note};
use sqlx::{AnyPool, Executor};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use uuid::Uuid;

const EVENTS: usize = 500;
const ROUNDS: usize = 5;

pub async fn measure() {
    let (mut ours, mut bare) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        ours = ours.min(post().await);
        bare = bare.min(commit().await);
    }
    let rate = |time: Duration| EVENTS as f64 / time.as_secs_f64();
    row(
        &format!("posting, of a bare loop's rate ({:.0}/s of {:.0}/s)", rate(ours), rate(bare)),
        &format!("{:.2}", rate(ours) / rate(bare)),
        ">= 0.70",
    );
}

/// A workshop with the village's workers, on a new file.
async fn village() -> (Store, ledger::values::ids::WorkshopId, WorkerId, PathBuf) {
    let at = ledger::values::clock::Clock::now(&super::scene::clock());
    let file = std::env::temp_dir().join(format!("petalwork-bench-{}.db", Uuid::new_v4()));
    let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new file");
    let workshop = store.make_workshop(&Name::parse("bench").expect("a name"), false, at).await.expect("a workshop");
    let files: [(Kind, &[u8]); 2] = [
        (Kind::Styles, include_bytes!("../tests/data/styles.csv")),
        (Kind::Workers, include_bytes!("../tests/data/workers.csv")),
    ];
    for (kind, bytes) in files {
        store.import(workshop, at, Actor::Operator, File::read(kind, bytes), Import::Post).await.expect("imported");
    }
    let mut writing = store.write(workshop, at).await.expect("books");
    writing.read_all().await.expect("read");
    let worker = *writing.books().workers.keys().next().expect("a worker");
    drop(writing);
    (store, workshop, worker, file)
}

/// Posts bonuses by the one road.
async fn post() -> Duration {
    let (store, workshop, worker, file) = village().await;
    let at = ledger::values::clock::Clock::now(&super::scene::clock());
    let start = Instant::now();
    for _ in 0..EVENTS {
        let command = Bonus { worker, fen: Fen(100), note: Note::default() }.into();
        let ask = Ask { id: ledger::values::ids::EventId(Uuid::new_v4()), actor: Actor::Operator, day: None, command };
        store.perform(workshop, at, ask).await.expect("posted");
    }
    let took = start.elapsed();
    store.close().await;
    let _ = std::fs::remove_file(file);
    took
}

/// The same statements, with nothing decided, hashed or written as JSON between them.
async fn commit() -> Duration {
    let (store, workshop, worker, file) = village().await;
    store.close().await;
    let pool = AnyPool::connect(&format!("sqlite:{}", file.display())).await.expect("the file");
    let mut db = pool.acquire().await.expect("a connection");
    (&mut *db)
        .execute(sqlx::raw_sql(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -4000;",
        ))
        .await
        .expect("pragmas");
    let body = "x".repeat(360);
    let hash = Hash::origin();
    let start = Instant::now();
    for n in 0..EVENTS {
        let seq = 1000 + n as i64;
        let id = Uuid::new_v4().to_string();
        (&mut *db).execute(sqlx::raw_sql("BEGIN IMMEDIATE")).await.expect("begun");
        let head = sqlx::query("SELECT head_seq, head_hash, last_id FROM workshops WHERE id = $1").bind(workshop.0);
        head.fetch_optional(&mut *db).await.expect("read");
        let earlier = sqlx::query("SELECT body FROM events WHERE workshop = $1 AND id = $2").bind(workshop.0).bind(&id);
        earlier.fetch_optional(&mut *db).await.expect("read");
        let who =
            "SELECT id, number, name, minutes_a_day, days_off, active FROM workers WHERE workshop = $1 AND id IN ($2)";
        sqlx::query(who).bind(workshop.0).bind(worker.0).fetch_all(&mut *db).await.expect("read");
        let can = "SELECT worker, style, step FROM skills WHERE workshop = $1 AND worker IN ($2)";
        sqlx::query(can).bind(workshop.0).bind(worker.0).fetch_all(&mut *db).await.expect("read");
        let owed = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = $2 AND owner = $3";
        sqlx::query(owed).bind(workshop.0).bind("worker").bind(worker.0).fetch_optional(&mut *db).await.expect("read");
        sqlx::query(
            "INSERT INTO events (workshop, seq, id, kind, day, at, actor, actor_id, reverses, note, prev, body, hash) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        )
        .bind(workshop.0)
        .bind(seq)
        .bind(&id)
        .bind("bonus")
        .bind("2026-11-01")
        .bind("2026-11-01T02:00:00.000000Z")
        .bind("operator")
        .bind(0_i64)
        .bind(None::<String>)
        .bind("")
        .bind(hash.as_str())
        .bind(body.as_str())
        .bind(hash.as_str())
        .execute(&mut *db)
        .await
        .expect("written");
        sqlx::query(
            "INSERT INTO transfers (workshop, seq, n, day, purpose, sign, debit, debit_of, credit, credit_of, fen, worker, firm) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        )
        .bind(workshop.0)
        .bind(seq)
        .bind(1_i64)
        .bind("2026-11-01")
        .bind("bonus")
        .bind(1_i64)
        .bind("wages")
        .bind(0_i64)
        .bind("worker")
        .bind(worker.0)
        .bind(100_i64)
        .bind(worker.0)
        .bind(0_i64)
        .execute(&mut *db)
        .await
        .expect("written");
        sqlx::query(
            "INSERT INTO accounts (workshop, kind, owner, fen) VALUES ($1, $2, $3, $4), ($5, $6, $7, $8) \
             ON CONFLICT (workshop, kind, owner) DO UPDATE SET fen = accounts.fen + excluded.fen",
        )
        .bind(workshop.0)
        .bind("wages")
        .bind(0_i64)
        .bind(100_i64)
        .bind(workshop.0)
        .bind("worker")
        .bind(worker.0)
        .bind(-100_i64)
        .execute(&mut *db)
        .await
        .expect("written");
        sqlx::query("UPDATE workshops SET head_seq = $2, head_hash = $3, last_id = $4 WHERE id = $1")
            .bind(workshop.0)
            .bind(seq)
            .bind(hash.as_str())
            .bind(1_i64)
            .execute(&mut *db)
            .await
            .expect("written");
        (&mut *db).execute(sqlx::raw_sql("COMMIT")).await.expect("committed");
    }
    let took = start.elapsed();
    drop(db);
    pool.close().await;
    let _ = std::fs::remove_file(file);
    took
}
