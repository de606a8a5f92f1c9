//! Posting events one by one at full durability, against a bare loop that commits the same statements.

use super::row;
use ledger::import::{File, Kind};
use ledger::journal::Hash;
use ledger::model::{Actor, Bonus};
use ledger::store::{Ask, Import, Store};
use ledger::values::ids::{WorkerId, WorkshopId};
use ledger::values::money::Fen;
use ledger::values::text::{Name, Note};
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyPool, Executor};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What both do in turn, so that a disk that is slow for a while is slow for both.
const EVENTS: usize = 50;
const ROUNDS: usize = 60;

pub async fn measure() {
    let (ours, mut bare) = (Road::open().await, Bare::open().await);
    let (mut posting, mut committing) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        posting.push(ours.post().await);
        committing.push(bare.commit().await);
    }
    ours.close().await;
    bare.close().await;
    let rate = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        EVENTS as f64 / times[ROUNDS / 2].as_secs_f64()
    };
    let (ours, bare) = (rate(&mut posting), rate(&mut committing));
    row(
        &format!("posting, of a bare loop's rate ({ours:.0}/s of {bare:.0}/s)"),
        &format!("{:.2}", ours / bare),
        ">= 0.90",
    );
}

/// Posts bonuses by the one road.
struct Road {
    store: Store,
    workshop: WorkshopId,
    worker: WorkerId,
    file: PathBuf,
}

impl Road {
    /// A workshop with the village's workers, on a new file.
    async fn open() -> Self {
        let at = ledger::values::clock::Clock::now(&super::scene::clock());
        let file = std::env::temp_dir().join(format!("petalwork-bench-{}.db", Uuid::new_v4()));
        let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new file");
        let workshop =
            store.make_workshop(&Name::parse("bench").expect("a name"), false, at).await.expect("a workshop");
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
        Self { store, workshop, worker, file }
    }

    async fn post(&self) -> Duration {
        let at = ledger::values::clock::Clock::now(&super::scene::clock());
        let start = Instant::now();
        for _ in 0..EVENTS {
            let command = Bonus { worker: self.worker, fen: Fen(100), note: Note::default() }.into();
            let ask =
                Ask { id: ledger::values::ids::EventId(Uuid::new_v4()), actor: Actor::Operator, day: None, command };
            self.store.perform(self.workshop, at, ask).await.expect("posted");
        }
        start.elapsed()
    }

    async fn close(self) {
        self.store.close().await;
        let _ = std::fs::remove_file(self.file);
    }
}

/// The same statements, with nothing decided, hashed or written as JSON between them.
struct Bare {
    pool: AnyPool,
    db: PoolConnection<Any>,
    workshop: WorkshopId,
    worker: WorkerId,
    seq: i64,
    file: PathBuf,
}

impl Bare {
    async fn open() -> Self {
        let Road { store, workshop, worker, file } = Road::open().await;
        store.close().await;
        let pool = AnyPool::connect(&format!("sqlite:{}", file.display())).await.expect("the file");
        let mut db = pool.acquire().await.expect("a connection");
        let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -4000;";
        (&mut *db).execute(sqlx::raw_sql(pragmas)).await.expect("pragmas");
        Self { pool, db, workshop, worker, seq: 1000, file }
    }

    async fn commit(&mut self) -> Duration {
        let start = Instant::now();
        for _ in 0..EVENTS {
            self.seq += 1;
            self.commit_one().await;
        }
        start.elapsed()
    }

    async fn commit_one(&mut self) {
        let Self { db, workshop, worker, seq, .. } = self;
        let (workshop, worker, seq) = (*workshop, *worker, *seq);
        let body = "x".repeat(360);
        let hash = Hash::origin();
        let id = Uuid::new_v4().to_string();
        (&mut **db).execute(sqlx::raw_sql("BEGIN IMMEDIATE")).await.expect("begun");
        let head = sqlx::query("SELECT head_seq, head_hash, last_id FROM workshops WHERE id = $1").bind(workshop.0);
        head.fetch_optional(&mut **db).await.expect("read");
        let earlier = sqlx::query("SELECT body FROM events WHERE workshop = $1 AND id = $2").bind(workshop.0).bind(&id);
        earlier.fetch_optional(&mut **db).await.expect("read");
        let who =
            "SELECT id, number, name, minutes_a_day, days_off, active FROM workers WHERE workshop = $1 AND id IN ($2)";
        sqlx::query(who).bind(workshop.0).bind(worker.0).fetch_all(&mut **db).await.expect("read");
        let can = "SELECT worker, style, step FROM skills WHERE workshop = $1 AND worker IN ($2)";
        sqlx::query(can).bind(workshop.0).bind(worker.0).fetch_all(&mut **db).await.expect("read");
        let owed = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = $2 AND owner = $3";
        sqlx::query(owed).bind(workshop.0).bind("worker").bind(worker.0).fetch_optional(&mut **db).await.expect("read");
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
        .execute(&mut **db)
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
        .execute(&mut **db)
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
        .execute(&mut **db)
        .await
        .expect("written");
        sqlx::query(
            "UPDATE workshops SET head_seq = $2, head_hash = $3, last_id = $4, settled_through = $5, approval = $6 \
             WHERE id = $1",
        )
        .bind(workshop.0)
        .bind(seq)
        .bind(hash.as_str())
        .bind(1_i64)
        .bind(None::<String>)
        .bind(0_i64)
        .execute(&mut **db)
        .await
        .expect("written");
        (&mut **db).execute(sqlx::raw_sql("COMMIT")).await.expect("committed");
    }

    async fn close(self) {
        drop(self.db);
        self.pool.close().await;
        let _ = std::fs::remove_file(self.file);
    }
}
