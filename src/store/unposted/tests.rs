//! A program that is stopped between two parts, and those who come after.

use super::*;
use crate::model::{Actor, Bonus, SaveWorker};
use crate::store::deciding::Deciding;
use crate::store::{Ask, Receipt};
use crate::values::day::DaysOff;
use crate::values::ids::{EventId, WorkerId};
use crate::values::minutes::Minutes;
use crate::values::money::Fen;
use crate::values::text::{Code, Name, Note};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A workshop whose file of events was kept in three parts, when the program was stopped.
struct Stopped {
    store: Store,
    file: PathBuf,
    workshop: WorkshopId,
    worker: WorkerId,
}

fn noon() -> DateTime<Utc> {
    "2026-09-10T04:00:00Z".parse().expect("a time")
}

fn id(n: u128) -> EventId {
    EventId(uuid::Uuid::from_u128(n))
}

impl Stopped {
    async fn new(name: &str) -> Self {
        let file = std::env::temp_dir().join(format!("petalwork-unposted-{}-{name}.db", std::process::id()));
        let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new file");
        let name = Name::parse("村").expect("a name");
        let workshop = store.make_workshop(&name, false, noon()).await.expect("a workshop");
        let mut turn = store.pools.begin().await.expect("a turn");
        let mut deciding = Deciding::open(&mut turn, workshop, noon(), "").await.expect("its books");
        let worker = SaveWorker {
            worker: None,
            number: Code::parse("W01").expect("a number"),
            name,
            minutes_a_day: Minutes(300),
            days_off: DaysOff::default(),
            skills: BTreeSet::new(),
            active: true,
        };
        let ask = Ask { id: id(1), actor: Actor::Operator, day: None, command: worker.into() };
        deciding.decide(ask).expect("a worker");
        let worker = *deciding.books.workers.keys().next().expect("she");
        for n in 2..=30 {
            deciding.decide(bonus(worker, n)).expect("a bonus");
        }
        let (decided, end) = deciding.decided();
        keep(&mut turn, workshop, split(decided, 10, &end).expect("parts")).await.expect("kept");
        turn.commit().await.expect("committed");
        Self { store, file, workshop, worker }
    }

    async fn is_sound_with(&self, events: u64) {
        let found = self.store.audit(self.workshop).await.expect("an audit");
        assert_eq!((found.findings.as_slice(), found.events), (&[][..], events));
    }

    async fn end(self) {
        self.store.close().await;
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.file.display()));
        }
    }
}

fn bonus(worker: WorkerId, n: u128) -> Ask {
    let bonus = Bonus { worker, fen: Fen(100), note: Note::default() };
    Ask { id: id(n), actor: Actor::Operator, day: None, command: bonus.into() }
}

#[tokio::test]
async fn what_a_stopped_program_left_is_posted_when_the_books_are_opened() {
    let mut left = Stopped::new("opened").await;
    left.is_sound_with(0).await;
    let mut turn = left.store.pools.begin().await.expect("a turn");
    assert!(post_part(&mut turn, left.workshop).await.expect("posted"));
    turn.commit().await.expect("committed");
    left.is_sound_with(10).await;
    // Stopped within a part: nothing of it is there.
    let mut turn = left.store.pools.begin().await.expect("a turn");
    assert!(post_part(&mut turn, left.workshop).await.expect("posted"));
    drop(turn);
    left.is_sound_with(10).await;
    left.store.close().await;
    left.store = Store::open(&format!("sqlite:{}", left.file.display())).await.expect("it opens");
    left.is_sound_with(30).await;
    left.end().await;
}

#[tokio::test]
async fn those_who_write_next_all_come_behind_it() {
    let left = Stopped::new("next").await;
    let asking = (31..=60).map(|n| {
        let (store, workshop, ask) = (left.store.clone(), left.workshop, bonus(left.worker, n));
        tokio::spawn(async move { store.perform(workshop, noon(), ask).await })
    });
    let mut seqs = Vec::new();
    for asked in asking.collect::<Vec<_>>() {
        let Receipt { event, repeated } = asked.await.expect("it ran").expect("posted");
        assert!(!repeated);
        seqs.push(event.seq.0);
    }
    seqs.sort_unstable();
    assert_eq!(seqs, (31..=60).collect::<Vec<_>>());
    // One of the file's own, asked again, is known.
    let again = left.store.perform(left.workshop, noon(), bonus(left.worker, 30)).await.expect("known");
    assert!(again.repeated);
    left.is_sound_with(60).await;
    left.end().await;
}

#[tokio::test]
async fn what_does_not_follow_the_chain_is_not_posted() {
    let mut left = Stopped::new("other").await;
    let text = "UPDATE unposted SET content = REPLACE(content, ':100', ':900') WHERE workshop = $1";
    let mut db = left.store.pools.writer().await.expect("a writer");
    assert_eq!(query(text).bind(left.workshop).execute(&mut *db).await.expect("changed"), 3);
    drop(db);
    let refused = left.store.perform(left.workshop, noon(), bonus(left.worker, 31)).await.expect_err("refused");
    assert!(refused.to_string().contains("unposted"), "{refused}");
    left.store.close().await;
    left.store = Store::open(&format!("sqlite:{}", left.file.display())).await.expect("it opens, to be looked at");
    left.is_sound_with(0).await;
    left.end().await;
}

#[cfg(feature = "reading")]
#[tokio::test]
async fn a_look_at_another_file_posts_what_is_left_and_nothing_of_its_own() {
    use crate::import::{File, Kind};
    use crate::store::Import;
    let left = Stopped::new("look").await;
    let notebook = "日期,工号,订单号,款号,工序,事项,数量,金额(元),备注\n2026-09-01,W01,,,,奖金,,1.00,手艺好\n";
    for (import, events) in [(Import::Preview, 30), (Import::Post, 31)] {
        let file = File::read(Kind::Notebook, notebook.as_bytes());
        let outcome = left.store.import(left.workshop, noon(), Actor::Operator, file, import).await.expect("decided");
        assert_eq!((outcome.findings.as_slice(), outcome.total()), (&[][..], 1));
        left.is_sound_with(events).await;
    }
    left.end().await;
}
