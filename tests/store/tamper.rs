//! A changed past shows: whatever is changed behind the events' back, the audit finds it and names it.

use super::on_both_engines;
use crate::support::database::Database;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, new_id, note};
use ledger::journal::{Hash, Head};
use ledger::model;
use ledger::model::{
    Actor, Answer, Approvable, ContactDetails, Decline, Deliver, Entity, LineAnswer, Propose, RecordTimeStudy,
    RepairPay, SaveContact, SetMinimumWage, SetTerms, Settle,
};
use ledger::store::{Store, StoreError};
use ledger::values::ids::{DeliveryId, StepNo, UserId, WorkshopId};
use ledger::values::minutes::Centiminutes;
use ledger::values::money::Fen;
use ledger::values::phone::Phone;
use ledger::values::pieces::Pieces;
use sqlx::{AnyPool, AssertSqlSafe};

on_both_engines!(
    every_column_of_every_row_that_counts_is_watched,
    a_row_taken_out_or_put_in_is_found,
    a_day_that_is_settled_is_watched,
    whether_a_second_one_must_approve_is_watched,
    an_event_taken_out_of_the_middle_is_named,
    a_whole_tail_cut_off_is_found_by_an_earlier_head,
    a_rewritten_past_is_found_by_an_earlier_head,
);

/// A village with something in every table.
pub async fn busy(store: &Store) -> WorkshopId {
    let v = Village::settle(store).await;
    let first = v.issue(1, v.anna, 60).await;
    let declare = model::Declare { issue: first, pieces: Pieces(50) };
    v.ask_as(new_id(), Actor::Worker { worker: v.anna }, declare).await.expect("declared");
    let counted = v.done(v.count_of(v.anna, first, 50, 6, 4)).await;
    let verdict = ledger::model::Verdict::Wrong { accepted: Pieces(51), words: note("少数了一枝") };
    v.say(v.anna, counted.id, verdict).await;
    let second = v.issue(2, v.berta, 50).await;
    v.done(v.count_of(v.berta, second, 50, 0, 0)).await;
    v.done(model::Pay { worker: v.anna, fen: Fen(5000), note: note("现金"), seen: None, ahead: false }).await;
    let sent = v.done(Deliver { order: v.order, lines: vec![(v.line, Pieces(40))], note: note("") }).await;
    let delivery: DeliveryId = sent
        .entities
        .iter()
        .find_map(|entity| if let Entity::Delivery(delivery) = entity { Some(delivery.id) } else { None })
        .expect("a delivery");
    let said =
        LineAnswer {
            line: v.line, confirmed: Pieces(35), refused: Pieces(3), short: Pieces(2), reason: note("色差")
        };
    v.done(Answer { delivery, lines: vec![said] }).await;
    v.picture(model::Pictured::Step(v.style, StepNo(2))).await;
    v.picture(model::Pictured::Count(counted.id)).await;
    v.record("zh-CN/n7").await;
    v.done(model::ChangePrice { line: v.line, was: Fen(680), price: Fen(700) }).await;
    let half_made = vec![(v.line, Pieces(12))];
    v.done(model::CancelPieces { order: v.order, lines: half_made, note: note("不要了") }).await;
    let wage = SetMinimumWage { from: day("2026-11-01"), fen: Fen(2000), source: note("通告") };
    v.done(wage).await;
    for remarks in ["新来的", "手快"] {
        let phone = Phone::parse("13800000009").expect("a number");
        let details = ContactDetails { phone: Some(phone), group: note("东巷"), remarks: note(remarks) };
        v.done(SaveContact { worker: v.anna, details }).await;
    }
    v.done(SetTerms { share_shown: true, repair: RepairPay::Half, phone: Phone::parse("13800000001").ok() }).await;
    let (style, step) = (v.style, StepNo(1));
    let study =
        RecordTimeStudy { style, step, pieces: Pieces(10), took: Centiminutes(6_500), rest: 15, note: note("安娜") };
    v.done(study).await;
    let until = Settle { until: day("2026-11-01"), workers: [v.berta].into() };
    v.done(until).await;
    // One that ended, of an earlier day: every column says something.
    let asked = Approvable::Bonus(model::Bonus { worker: v.anna, fen: Fen(100), note: note("快") });
    let [one, other] = [1, 2].map(|user| Actor::Coordinator { user: UserId(user) });
    let propose = Propose { asked, day: Some(day("2026-11-01")) };
    let proposal = v.ask_as(new_id(), one, propose).await.expect("proposed").event.id;
    v.ask_as(new_id(), other, Decline { proposal, reason: note("再说") }).await.expect("declined");
    assert_eq!(store.audit(v.workshop).await.expect("an audit").findings, []);
    v.workshop
}

async fn raw(db: &Database) -> AnyPool {
    AnyPool::connect(&db.address).await.expect("the database opens to anyone who has it")
}

async fn run(pool: &AnyPool, text: String) -> u64 {
    sqlx::query(AssertSqlSafe(text.clone()))
        .execute(pool)
        .await
        .unwrap_or_else(|why| panic!("{text}: {why}"))
        .rows_affected()
}

/// Tables and columns that the audit watches, with what makes another value of each.
const WATCHED: &[(&str, &[&str], &[&str])] = &[
    ("events", &["kind", "day", "at", "actor", "note", "prev", "hash", "body"], &["actor_id"]),
    (
        "moves",
        &["day", "flow", "from_kind", "to_kind"],
        &["sign", "pieces", "line", "from_part", "to_part", "worker", "issue"],
    ),
    ("transfers", &["day", "purpose", "debit", "credit"], &["sign", "debit_of", "credit_of", "fen", "worker", "firm"]),
    ("places", &[], &["pieces"]),
    ("accounts", &[], &["fen"]),
    ("styles", &["code", "name"], &[]),
    ("steps", &["code", "name"], &["centiminutes"]),
    ("rates", &[], &["rate"]),
    ("workers", &["number", "name"], &["minutes_a_day"]),
    ("contacts", &["written", "phone", "team", "remarks", "before"], &[]),
    ("firms", &["name"], &[]),
    ("orders", &["code", "note"], &["firm"]),
    ("lines", &["note"], &["no", "style", "pieces", "price", "pack", "last_step"]),
    ("issues", &[], &["line", "step", "worker", "pieces", "rate"]),
    ("deliveries", &["note"], &["order_id"]),
    ("delivery_lines", &["reason"], &["pieces", "confirmed", "refused", "short"]),
    ("hand_ins", &[], &["issue", "worker", "pieces"]),
    ("reviews", &["words", "spoken"], &["worker", "turn", "accepted", "fen", "earlier", "new_card"]),
    ("recordings", &["hash", "sound"], &[]),
    ("voice_clips", &["clip", "recording", "actor", "day"], &["actor_id"]),
    ("minimum_wages", &["source"], &["fen"]),
    ("photos", &["kind", "event_id", "picture"], &["thing", "step"]),
    ("pictures", &["hash", "large", "small"], &[]),
    ("terms", &["repair"], &["share_shown"]),
    ("time_studies", &["note"], &["pieces", "took", "rest"]),
    ("proposals", &["asked", "actor", "on_day", "day", "state", "closed"], &["actor_id"]),
    ("slips", &["settled"], &["worker", "carried", "earned", "bonus", "deducted", "advanced", "paid", "owed"]),
];

async fn every_column_of_every_row_that_counts_is_watched(db: Database) {
    let workshop = busy(&db.store).await;
    let pool = raw(&db).await;
    for (table, texts, numbers) in WATCHED {
        let changes = texts
            .iter()
            .map(|column| (column, format!("{column} || 'x'"), format!("substr({column}, 1, length({column}) - 1)")))
            .chain(numbers.iter().map(|column| (column, format!("{column} + 1"), format!("{column} - 1"))));
        for (column, spoil, restore) in changes {
            assert!(run(&pool, format!("UPDATE {table} SET {column} = {spoil}")).await > 0, "{table} is empty");
            let audit = db.store.audit(workshop).await.expect("an audit");
            assert!(!audit.findings.is_empty(), "a changed {table}.{column} was not found");
            run(&pool, format!("UPDATE {table} SET {column} = {restore}")).await;
            assert_eq!(db.store.audit(workshop).await.expect("an audit").findings, [], "{table}.{column} was restored");
        }
    }
}

async fn a_row_taken_out_or_put_in_is_found(db: Database) {
    let workshop = busy(&db.store).await;
    let pool = raw(&db).await;
    run(&pool, "INSERT INTO skills (workshop, worker, style, step) SELECT workshop, worker, style, 9 FROM skills WHERE step = 1".into()).await;
    assert!(!db.store.audit(workshop).await.expect("an audit").findings.is_empty(), "a skill put in");
    run(&pool, "DELETE FROM skills WHERE step = 9".into()).await;
    assert_eq!(db.store.audit(workshop).await.expect("an audit").findings, []);
    for (table, _, _) in WATCHED.iter().filter(|(table, ..)| *table != "events") {
        let copy = format!("kept_{table}");
        run(&pool, format!("CREATE TABLE {copy} AS SELECT * FROM {table}")).await;
        run(&pool, format!("DELETE FROM {table}")).await;
        assert!(!db.store.audit(workshop).await.expect("an audit").findings.is_empty(), "{table} emptied");
        run(&pool, format!("INSERT INTO {table} SELECT * FROM {copy}")).await;
        run(&pool, format!("DROP TABLE {copy}")).await;
        assert_eq!(db.store.audit(workshop).await.expect("an audit").findings, [], "{table} put back");
    }
}

/// Where it says that less was settled, what was settled could be entered late.
async fn a_day_that_is_settled_is_watched(db: Database) {
    let workshop = busy(&db.store).await;
    run(&raw(&db).await, format!("UPDATE workshops SET settled_through = '2026-10-01' WHERE id = {workshop}")).await;
    assert!(!db.store.audit(workshop).await.expect("an audit").findings.is_empty());
}

/// Where it says that nobody else need approve, one could pay alone.
async fn whether_a_second_one_must_approve_is_watched(db: Database) {
    let workshop = busy(&db.store).await;
    run(&raw(&db).await, format!("UPDATE workshops SET approval = 1 WHERE id = {workshop}")).await;
    assert!(!db.store.audit(workshop).await.expect("an audit").findings.is_empty());
}

async fn an_event_taken_out_of_the_middle_is_named(db: Database) {
    let workshop = busy(&db.store).await;
    run(&raw(&db).await, "DELETE FROM events WHERE seq = 9".into()).await;
    let findings = db.store.audit(workshop).await.expect("an audit").findings;
    assert!(findings.iter().any(|finding| finding.seq.is_some_and(|seq| seq.0 == 9)), "{findings:?}");
}

/// All rows of the last event, and the head that named it: nothing inside the books shows that there was ever more.
async fn a_whole_tail_cut_off_is_found_by_an_earlier_head(db: Database) {
    let workshop = busy(&db.store).await;
    let before = snapshot_of(&db.store, workshop).await.head().await.expect("a head");
    let v = Village { workshop, ..Village::settle(&db.store).await };
    v.done(model::Bonus { worker: v.anna, fen: Fen(100), note: note("") }).await;
    let after = snapshot_of(&db.store, workshop).await.head().await.expect("a head");
    let against =
        async |head: &Head| db.store.audit_against(workshop, Some(head.clone())).await.expect("an audit").findings;
    assert_eq!((against(&before).await, against(&after).await), (vec![], vec![]), "both heads are in the chain");
    let pool = raw(&db).await;
    let here = format!("workshop = {workshop}");
    for table in ["events", "transfers"] {
        run(&pool, format!("DELETE FROM {table} WHERE {here} AND seq = {}", after.seq)).await;
    }
    run(
        &pool,
        format!("UPDATE workshops SET head_seq = {}, head_hash = '{}' WHERE id = {workshop}", before.seq, before.hash),
    )
    .await;
    for (kind, owner, back) in [("wages", 0, -100), ("worker", v.anna.0, 100)] {
        let of = format!("{here} AND kind = '{kind}' AND owner = {owner}");
        run(&pool, format!("UPDATE accounts SET fen = fen + {back} WHERE {of}")).await;
    }
    assert_eq!(against(&before).await, [], "what is left is sound");
    let found = against(&after).await;
    assert!(found.iter().any(|finding| finding.seq == Some(after.seq)), "{found:?}");
}

async fn a_rewritten_past_is_found_by_an_earlier_head(db: Database) {
    let workshop = busy(&db.store).await;
    let head = snapshot_of(&db.store, workshop).await.head().await.expect("a head");
    let other = Head { hash: Hash::origin(), ..head };
    let found = db.store.audit_against(workshop, Some(other)).await.expect("an audit").findings;
    assert!(found.iter().any(|finding| finding.what.contains("written anew")), "{found:?}");
}

/// Every event's text, one byte at a time somewhere in it, in the file itself.
#[tokio::test]
async fn one_byte_changed_in_the_file_is_named() {
    let db = Database::sqlite().await;
    let workshop = busy(&db.store).await;
    let pool = raw(&db).await;
    run(&pool, "PRAGMA wal_checkpoint(TRUNCATE)".into()).await;
    let bodies: Vec<(i64, String)> =
        sqlx::query_as("SELECT seq, body FROM events ORDER BY seq").fetch_all(&pool).await.expect("the events");
    pool.close().await;
    db.store.close().await;
    let path = db.address.strip_prefix("sqlite:").expect("a file");
    let whole = std::fs::read(path).expect("the file");
    for (seq, body) in bodies {
        // A part that is this event's alone, and short enough to lie on one page of the file.
        let id = body.find("\"id\":\"").expect("an event has an id") + 6;
        let mark = &body.as_bytes()[id..id + 36];
        let copies: Vec<usize> = (0..whole.len() - mark.len())
            .filter(|at| &whole[*at..*at + mark.len()] == mark)
            .filter(|at| whole[at - 1] == b'"')
            .collect();
        assert!(!copies.is_empty(), "the text of event {seq} is in the file");
        // The file may hold stale copies of a page beside the one that counts.
        let mut spoiled = whole.clone();
        for at in copies {
            spoiled[at] = if spoiled[at] == b'0' { b'1' } else { b'0' };
        }
        std::fs::write(path, &spoiled).expect("written");
        let store = Store::open(&db.address).await.expect("it still opens");
        let findings = store.audit(workshop).await.expect("an audit").findings;
        store.close().await;
        assert!(
            findings.iter().any(|finding| finding.seq.is_some_and(|found| found.0 == seq)),
            "event {seq}: {findings:?}"
        );
    }
}

#[tokio::test]
async fn a_database_of_another_program_is_left_alone() {
    let db = Database::sqlite().await;
    let other = format!("{}.other", db.address);
    let pool = AnyPool::connect(&format!("{other}?mode=rwc")).await.expect("a new file");
    run(&pool, "CREATE TABLE recipes (name TEXT)".into()).await;
    let refused = Store::open(&other).await;
    assert!(matches!(refused, Err(StoreError::NotOurs)), "{refused:?}");
    let tables: Vec<(String,)> = sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table'")
        .fetch_all(&pool)
        .await
        .expect("its tables");
    assert_eq!(tables, [("recipes".to_owned(),)]);
    pool.close().await;
    std::fs::remove_file(other.strip_prefix("sqlite:").expect("a file")).expect("removed");
}

#[tokio::test]
async fn a_database_from_the_future_is_left_alone() {
    let db = Database::sqlite().await;
    let pool = raw(&db).await;
    run(&pool, "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', TRUE, X'00', 0)".into()).await;
    let refused = Store::open(&db.address).await;
    assert!(matches!(refused, Err(StoreError::Newer { found: 9999, .. })), "{refused:?}");
}

/// Where nothing more can be written, an import says so, and nothing is changed.
#[tokio::test]
async fn a_full_disk_changes_nothing() {
    let db = Database::sqlite().await;
    let v = Village::settle(&db.store).await;
    let before = db.store.audit(v.workshop).await.expect("an audit");
    db.store.close().await;
    // Room for SQLite's index of its log, and for a few pages of the log itself.
    let blocks = 40;
    // No file may grow beyond that; the signal that says so is passed over, so that the write itself fails.
    let script = format!(
        "trap '' XFSZ; ulimit -f {blocks}; exec {} --database {} import styles {}/../tests/data/styles.csv",
        env!("CARGO_BIN_EXE_petalwork"),
        db.address,
        env!("CARGO_MANIFEST_DIR"),
    );
    let ran = std::process::Command::new("bash").arg("-c").arg(script).output().expect("bash runs");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{said}");
    assert!(said.contains("disk is full"), "{said}");
    let store = Store::open(&db.address).await.expect("it opens again");
    assert_eq!(store.audit(v.workshop).await.expect("an audit"), before);
}
