//! A database that an older program made is brought up to this one's schema, and keeps all that was in it.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, new_id, note};
use ledger::model::{Actor, AnswerDispute, Pictured, ReviewEntry, Verdict};
use ledger::store::Store;
use ledger::values::ids::StepNo;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use sqlx::{AnyPool, AssertSqlSafe, Row};

on_both_engines!(
    a_database_of_each_older_program_keeps_all_that_was_in_it,
    photos_from_before_a_count_could_have_one_are_kept,
);

/// What undoes each migration after the first ones, the last first: a new one needs its line here.
const BACK: [(i64, &[&str]); 23] = [
    (
        26,
        &[
            "ALTER TABLE cards DROP COLUMN number_hash",
            "ALTER TABLE cards DROP COLUMN number_until",
            "ALTER TABLE cards DROP COLUMN number_tries",
            "ALTER TABLE cards DROP COLUMN renewed_at",
        ],
    ),
    (25, &["DROP TABLE known_phones"]),
    (
        24,
        &[
            "DROP INDEX reviews_spoken",
            "ALTER TABLE reviews DROP COLUMN spoken",
            "DROP TABLE voice_clips",
            "DROP TABLE recordings",
        ],
    ),
    (23, &["DROP TABLE news_seen"]),
    (
        22,
        &[
            "ALTER TABLE photos RENAME TO photos_of_all",
            "DROP INDEX photos_of_thing",
            "DROP INDEX photos_of_event",
            "DROP INDEX photos_of_picture",
            "CREATE TABLE photos (workshop BIGINT NOT NULL, kind TEXT NOT NULL, thing BIGINT NOT NULL, step BIGINT NOT NULL, \
             picture TEXT, PRIMARY KEY (workshop, kind, thing, step))",
            "INSERT INTO photos (workshop, kind, thing, step, picture) \
             SELECT workshop, kind, thing, step, picture FROM photos_of_all WHERE event_id = ''",
            "DROP TABLE photos_of_all",
            "CREATE INDEX photos_of_thing ON photos (workshop, thing)",
            "CREATE INDEX photos_of_picture ON photos (workshop, picture) WHERE picture IS NOT NULL",
        ],
    ),
    (21, &["ALTER TABLE terms DROP COLUMN phone"]),
    (20, &["ALTER TABLE invitations DROP COLUMN helper", "ALTER TABLE users DROP COLUMN helper"]),
    (19, &["DROP TABLE own_columns"]),
    (18, &["DROP TABLE photos", "DROP TABLE pictures"]),
    (17, &["DROP TABLE firm_columns", "ALTER TABLE uploads DROP COLUMN mapping"]),
    (16, &["ALTER TABLE lines DROP COLUMN variant"]),
    (15, &["ALTER TABLE delivery_lines DROP COLUMN price", "DROP TABLE order_changes"]),
    (
        14,
        &[
            "DROP TABLE second_steps",
            "DROP TABLE recovery_codes",
            "DROP TABLE passkeys",
            "DROP TABLE authenticators",
            "ALTER TABLE sessions DROP COLUMN challenge",
            "DROP INDEX sessions_former",
            "ALTER TABLE sessions DROP COLUMN former_hash",
            "ALTER TABLE sessions DROP COLUMN proved_at",
        ],
    ),
    (13, &["DROP TABLE unposted"]),
    (
        12,
        &[
            "DROP INDEX drafts_of_owner",
            "ALTER TABLE reviews DROP COLUMN new_card",
            "ALTER TABLE invitations DROP COLUMN resets",
            "ALTER TABLE cards DROP COLUMN pin_at",
            "ALTER TABLE users DROP COLUMN asked_by",
            "ALTER TABLE users DROP COLUMN let_in_by",
            "ALTER TABLE users DROP COLUMN ended_at",
        ],
    ),
    (11, &["DROP TABLE contacts"]),
    (
        10,
        &[
            "ALTER TABLE reviews RENAME TO reviews_in_turn",
            "DROP INDEX reviews_open",
            "DROP INDEX reviews_disputed",
            "CREATE TABLE reviews (workshop BIGINT NOT NULL, event_id TEXT NOT NULL, worker BIGINT NOT NULL, \
             verdict TEXT NOT NULL, accepted BIGINT NOT NULL, fen BIGINT NOT NULL, words TEXT NOT NULL, day TEXT NOT NULL, \
             answer TEXT, PRIMARY KEY (workshop, event_id, worker))",
            "INSERT INTO reviews (workshop, event_id, worker, verdict, accepted, fen, words, day, answer) \
             SELECT workshop, event_id, worker, verdict, accepted, fen, words, day, answer FROM reviews_in_turn",
            "DROP TABLE reviews_in_turn",
            "CREATE INDEX reviews_open ON reviews (workshop, worker) WHERE answer IS NULL AND verdict <> 'right'",
        ],
    ),
    (9, &["DROP INDEX invitations_let_in", "ALTER TABLE invitations DROP COLUMN let_in"]),
    (8, &["DROP TABLE terms", "DROP TABLE time_studies"]),
    (7, &["DROP TABLE proposals", "ALTER TABLE workshops DROP COLUMN approval"]),
    (6, &["DROP TABLE minimum_wages"]),
    (
        5,
        &[
            "ALTER TABLE reviews RENAME TO reviews_of_entries",
            "DROP INDEX reviews_open",
            "CREATE TABLE reviews (workshop BIGINT NOT NULL, count_id TEXT NOT NULL, worker BIGINT NOT NULL, \
             verdict TEXT NOT NULL, accepted BIGINT NOT NULL, words TEXT NOT NULL, day TEXT NOT NULL, answer TEXT, \
             PRIMARY KEY (workshop, count_id))",
            "INSERT INTO reviews (workshop, count_id, worker, verdict, accepted, words, day, answer) \
             SELECT workshop, event_id, worker, verdict, accepted, words, day, answer FROM reviews_of_entries",
            "DROP TABLE reviews_of_entries",
            "CREATE INDEX reviews_open ON reviews (workshop, verdict) WHERE answer IS NULL",
        ],
    ),
    (4, &["DROP TABLE slips", "ALTER TABLE workshops DROP COLUMN settled_through"]),
];

/// The schema's versions that the database says it has, the last first.
async fn versions(db: &AnyPool) -> Vec<i64> {
    let rows = sqlx::query("SELECT version FROM _sqlx_migrations ORDER BY version DESC").fetch_all(db).await;
    rows.expect("it keeps them").iter().map(|row| row.get(0)).collect()
}

/// Undoes so many migrations, and says which versions are left.
async fn take_back(db: &Database, migrations: usize) -> Vec<i64> {
    let raw = AnyPool::connect(&db.address).await.expect("it opens");
    for (version, back) in &BACK[..migrations] {
        for sql in *back {
            sqlx::query(AssertSqlSafe(*sql)).execute(&raw).await.unwrap_or_else(|why| panic!("{sql}: {why}"));
        }
        let gone = sqlx::query(AssertSqlSafe(format!("DELETE FROM _sqlx_migrations WHERE version >= {version}")));
        gone.execute(&raw).await.expect("as if it had never been");
    }
    let left = versions(&raw).await;
    raw.close().await;
    left
}

async fn photos_from_before_a_count_could_have_one_are_kept(db: Database) {
    let v = Village::settle(&db.store).await;
    let card = v.picture(Pictured::Order(v.order)).await;
    for of in [Pictured::Style(v.style), Pictured::Step(v.style, StepNo(1))] {
        v.picture(of).await;
    }
    db.store.close().await;
    let before_counts = BACK.iter().take_while(|(version, _)| *version >= 22).count();
    take_back(&db, before_counts).await;
    let store = Store::open(&db.address).await.expect("it is brought up to now");
    let page = snapshot_of(&store, v.workshop).await.orders().order_page(v.order, day("2026-11-02")).await;
    assert_eq!(page.expect("a read").expect("an order").card, Some(card));
    assert_eq!(store.audit(v.workshop).await.expect("an audit").findings, []);
    store.close().await;
}

async fn a_database_of_each_older_program_keeps_all_that_was_in_it(db: Database) {
    let v = Village::settle(&db.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let counts = [v.done(v.count_of(v.anna, issue, 30, 0, 0)).await, v.done(v.count_of(v.anna, issue, 20, 6, 0)).await];
    for (count, accepted) in counts.iter().zip([31, 22]) {
        let verdict = Verdict::Wrong { accepted: Pieces(accepted), words: note("少数了") };
        let review = ReviewEntry { event: count.id, verdict, new_card: false, spoken: None };
        v.ask_as(new_id(), Actor::Worker { worker: v.anna }, review).await.expect("reviewed");
    }
    v.done(AnswerDispute { event: counts[0].id, worker: Some(v.anna), answer: note("数对了") }).await;
    let read = async |store: &Store| {
        let today = day("2026-11-02");
        let order = snapshot_of(store, v.workshop)
            .await
            .orders()
            .order_page(v.order, today)
            .await
            .expect("a read")
            .expect("an order");
        let open = snapshot_of(store, v.workshop).await.today(today).await.expect("a read").disputes;
        let book = snapshot_of(store, v.workshop)
            .await
            .of_worker(v.anna)
            .worker_page(today, None)
            .await
            .expect("a read")
            .expect("a worker");
        (snapshot_of(store, v.workshop).await.of_worker(v.anna).owed_to().await.expect("a sum"), order, open, book.book)
    };
    let before = read(&db.store).await;
    assert_eq!((before.0, before.2.len()), (Fen(5_500), 1), "one of the two is answered");
    let raw = AnyPool::connect(&db.address).await.expect("the database opens to anyone who has it");
    let now = versions(&raw).await;
    assert_eq!(now[0], BACK[0].0, "every migration has its way back here");
    raw.close().await;
    db.store.close().await;
    for oldest in 1..=BACK.len() {
        assert_eq!(take_back(&db, oldest).await, now[oldest..]);
        let store = Store::open(&db.address).await.expect("it is brought up to now");
        assert_eq!(read(&store).await, before, "from version {}", now[oldest]);
        assert_eq!(store.audit(v.workshop).await.expect("an audit").findings, []);
        store.close().await;
    }
}
