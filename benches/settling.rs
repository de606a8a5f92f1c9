//! Settling with a large village, reading a slip, and auditing its books.

use super::row;
use ledger::Command;
use ledger::model::{Actor, Bonus, SaveWorker, Settle};
use ledger::store::{Ask, Store};
use ledger::values::clock::Clock;
use ledger::values::day::{Day, DaysOff};
use ledger::values::ids::{EventId, WorkerId, WorkshopId};
use ledger::values::minutes::Minutes;
use ledger::values::money::Fen;
use ledger::values::text::{Code, Name, Note};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use uuid::Uuid;

const WORKERS: i64 = 1_000;
/// Events posted at once.
const AT_ONCE: usize = 5_000;
/// Times that something short is done, for its median.
const TIMES: usize = 301;

struct Village {
    store: Store,
    workshop: WorkshopId,
    workers: Vec<WorkerId>,
    file: PathBuf,
}

impl Village {
    async fn of(workers: i64) -> Self {
        let file = std::env::temp_dir().join(format!("petalwork-settling-{}.db", Uuid::new_v4()));
        let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new file");
        let now = super::scene::clock().now();
        let workshop =
            store.make_workshop(&Name::parse("大村").expect("a name"), false, now).await.expect("a workshop");
        let mut village = Self { store, workshop, workers: Vec::new(), file };
        let hire = |n: i64| SaveWorker {
            worker: None,
            number: Code::parse(&format!("W{n:04}")).expect("a code"),
            name: Name::parse(&format!("工人{n}")).expect("a name"),
            minutes_a_day: Minutes(240),
            days_off: DaysOff::default(),
            skills: [].into(),
            active: true,
        };
        village.post((1..=workers).map(|n| (day("2015-01-01"), hire(n).into()))).await;
        let names = village.store.read(workshop).await.expect("a snapshot").worker_names().await.expect("names");
        village.workers = names.into_iter().map(|who| who.id).collect();
        village
    }

    async fn post(&self, commands: impl Iterator<Item = (Day, Command)>) {
        let commands: Vec<_> = commands.collect();
        for some in commands.chunks(AT_ONCE) {
            let mut writing = self.store.write(self.workshop, super::scene::clock().now()).await.expect("open books");
            writing.read_all().await.expect("read");
            for (day, command) in some {
                let id = EventId(Uuid::new_v4());
                let ask = Ask { id, actor: Actor::Operator, day: Some(*day), command: command.clone() };
                writing.decide(ask).expect("it is done");
            }
            writing.commit().await.expect("posted");
        }
    }

    /// So many bonuses, for everybody in turn, over the days of October.
    async fn earn(&self, events: usize) {
        let bonus = |n: usize| {
            let day = day(&format!("2026-10-{:02}", 1 + n / self.workers.len() % 28));
            let worker = self.workers[n % self.workers.len()];
            (day, Bonus { worker, fen: Fen(100), note: Note::default() }.into())
        };
        self.post((0..events).map(bonus)).await;
    }

    async fn settle(&self, until: &str) -> Duration {
        let command = Settle { until: day(until), workers: self.workers.iter().copied().collect() }.into();
        let ask = Ask { id: EventId(Uuid::new_v4()), actor: Actor::Operator, day: None, command };
        let begin = Instant::now();
        self.store.perform(self.workshop, super::scene::clock().now(), ask).await.expect("settled");
        begin.elapsed()
    }

    /// How long reading the first worker's slip takes.
    async fn slip(&self, until: &str) -> Duration {
        let begin = Instant::now();
        let slip = self
            .store
            .read(self.workshop)
            .await
            .expect("a snapshot")
            .of_worker(self.workers[0])
            .slip_page(day(until))
            .await
            .expect("a look");
        assert!(slip.is_some(), "there is a slip");
        begin.elapsed()
    }
}

impl Drop for Village {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.file.display()));
        }
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub async fn measure() {
    for events in [25_000, 50_000, 100_000] {
        let village = Village::of(WORKERS).await;
        village.earn(events).await;
        let took = village.settle("2026-10-31").await;
        row(&format!("settling with 1,000 workers, {events} events, s"), &format!("{:.2}", took.as_secs_f64()), "<= 2");
        let begin = Instant::now();
        let audit = village.store.audit(village.workshop).await.expect("an audit");
        assert_eq!(audit.findings, []);
        #[expect(clippy::cast_precision_loss, reason = "a rate")]
        let rate = audit.events as f64 / begin.elapsed().as_secs_f64();
        row("  audit, events a second", &format!("{rate:.0}"), ">= 50000");
    }
    // Ten years behind a month like any other.
    let short = Village::of(20).await;
    short.earn(2_000).await;
    short.settle("2026-10-31").await;
    let long = Village::of(20).await;
    for year in 2016..2026 {
        let earlier = (0..24_000).map(|n: usize| {
            let day = day(&format!("{year}-{:02}-{:02}", 1 + n / 2_000, 1 + n / 20 % 28));
            (day, Bonus { worker: long.workers[n % 20], fen: Fen(100), note: Note::default() }.into())
        });
        long.post(earlier).await;
        long.settle(&format!("{year}-12-31")).await;
    }
    long.settle("2026-09-30").await;
    long.earn(2_000).await;
    long.settle("2026-10-31").await;
    // In turn, so that whatever else the machine does meanwhile falls on both.
    let (mut month, mut years) = (Vec::with_capacity(TIMES), Vec::with_capacity(TIMES));
    for _ in 0..TIMES {
        month.push(short.slip("2026-10-31").await);
        years.push(long.slip("2026-10-31").await);
    }
    let ratio = median(years).as_secs_f64() / median(month).as_secs_f64();
    row("a slip with ten years behind it, against one with a month", &format!("{ratio:.2}"), "<= 1.20");
}
