//! The same walks on a real database: what is read of it for a command must be all that deciding it needs.

use super::walk::Walk;
use super::{Named, seed};
use crate::journal::{Books, Place};
use crate::store::access::{NewUser, Phone};
use crate::store::{Ask, Refused, Store};
use crate::testing::village::{Village, name, picture, recording};
use crate::values::ids::{LineId, OrderId, StepNo, WorkerId, WorkshopId};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::io::Write;

/// Walks in one run: each waits for the disk some forty times.
const WALKS: u64 = 40;

#[test]
fn a_database_answers_as_the_books_do() {
    let base = seed();
    let _ = writeln!(std::io::stderr(), "simulation: {WALKS} walks on a database from PETALWORK_SEED={base}");
    let file = std::env::temp_dir().join(format!("petalwork-simulation-{}.db", std::process::id()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new database");
        for seed in (0..WALKS).map(|n| base.wrapping_add(n)) {
            let named = Named(seed);
            relive(&store, seed).await;
            drop(named);
        }
        store.close().await;
    });
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}

/// Walks once more, asking a new workshop of the database all that is asked: it must do and refuse the same.
async fn relive(store: &Store, seed: u64) {
    let settled = Village::new();
    let mut asked: Vec<_> =
        settled.events.iter().map(|event| (event.id, event.actor, event.day, event.asked.clone(), None)).collect();
    let walk = Walk::begin(seed);
    let coordinators = walk.coordinators();
    let lived = walk.live(|(id, actor, day, command, refused)| {
        asked.push((id, actor, day, command.clone(), refused.cloned()));
    });
    let at = lived.events.first().expect("a settled village").at;
    let workshop = store.make_workshop(&name("试验作坊"), false, at).await.expect("a workshop");
    for n in 0..coordinators {
        sign_up(store, workshop, n, at).await;
    }
    for n in 0..4 {
        store.keep_picture(workshop, &picture(n)).await.expect("a picture");
        store.keep_recording(workshop, &recording(n)).await.expect("a recording");
    }
    for (id, actor, day, command, refused) in asked {
        let ask = Ask { id, actor, day: Some(day), command: command.clone() };
        let answer = match store.perform(workshop, at, ask).await {
            Ok(_) => None,
            Err(Refused::Rule(refusal)) => Some(refusal),
            Err(Refused::Store(error)) => panic!("{error} at {command:?}"),
        };
        assert_eq!(answer, refused, "the database (left) and the books (right) say so of {command:?}");
    }
    let mut writing = store.write(workshop, at).await.expect("the books");
    writing.read_all().await.expect("the books");
    assert_eq!(standing(writing.books()), standing(&lived.books));
    drop(writing);
    forecasts_and_splits_follow(store, workshop, &lived).await;
    assert_eq!(store.audit(workshop).await.expect("an audit").findings, []);
}

/// What forecasts and splits are made of: all that is still to be made, by its order's due day of now, and nothing else.
async fn forecasts_and_splits_follow(store: &Store, workshop: WorkshopId, lived: &Village) {
    let books = &lived.books;
    let order_of = |line: LineId| books.lines.get(&line).expect("a line").order;
    let mut due: BTreeMap<(OrderId, LineId, WorkerId, StepNo), i64> = BTreeMap::new();
    let mut pools = BTreeMap::new();
    for (place, pieces) in books.places.iter().filter(|(_, pieces)| pieces.any()) {
        let line = place.line();
        let at = match *place {
            Place::Pool { step, .. } => {
                pools.insert((line, step), *pieces);
                (WorkerId(0), step)
            }
            Place::Hand { worker, issue, .. } | Place::Redo { worker, issue, .. } => {
                (worker, books.issues.get(&issue).expect("an issue").step)
            }
            _ => continue,
        };
        *due.entry((order_of(line), line, at.0, at.1)).or_default() += pieces.0;
    }
    let mut snapshot = store.read(workshop).await.expect("the books");
    let (orders, _) = snapshot.orders().unmade().await.expect("orders");
    let mut foreseen = BTreeMap::new();
    for order in &orders {
        assert_eq!(Some(order.due), books.orders.get(&order.order).map(|kept| kept.due), "{order:?}");
        for line in &order.lines {
            let waiting = line.pools.iter().map(|(step, pieces)| ((WorkerId(0), *step), *pieces));
            let at_home = line.at_home.iter().map(|home| ((home.worker, home.step), home.pieces));
            for ((worker, step), pieces) in waiting.chain(at_home) {
                foreseen.insert((order.order, line.line, worker, step), pieces.0);
            }
        }
    }
    assert_eq!(foreseen, due, "what forecasts are made of");
    let asked: Vec<_> = pools.keys().copied().collect();
    let split = snapshot.orders().split_page(&asked, lived.today).await.expect("pools");
    let offered: BTreeMap<_, _> = split.pools.iter().map(|pool| ((pool.line, pool.step), pool.pieces)).collect();
    assert_eq!(offered, pools, "what splits are made of");
    for pool in &split.pools {
        assert_eq!(Some(pool.due), books.orders.get(&pool.order).map(|kept| kept.due), "{pool:?}");
    }
}

/// One more coordinator, who has a way to sign in.
async fn sign_up(store: &Store, workshop: WorkshopId, n: i64, at: DateTime<Utc>) {
    let phone = Phone::parse(&format!("13{workshop:07}{n:02}")).expect("a number");
    let person = NewUser { name: name("带头人"), phone, password_hash: "none".to_owned() };
    let secret =
        store.invitations().invite(workshop, crate::model::Role::Coordinator, at).await.expect("an invitation");
    store.invitations().accept(&secret, &person, at).await.expect("an account");
}

/// The books without past events and what is in no slip yet, which are not read back.
fn standing(books: &Books) -> Books {
    Books { entries: BTreeMap::new(), unsettled: BTreeMap::new(), ..books.clone() }
}
