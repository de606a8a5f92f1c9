//! The same walks on a real database: what is read of it for a command must be all that deciding it needs.

use super::walk::Walk;
use super::{Named, seed};
use crate::journal::Books;
use crate::store::access::{NewUser, Phone};
use crate::store::{Ask, Refused, Store};
use crate::testing::village::{Village, name};
use crate::values::ids::WorkshopId;
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
    assert_eq!(store.audit(workshop).await.expect("an audit").findings, []);
}

/// One more coordinator, who has a way to sign in.
async fn sign_up(store: &Store, workshop: WorkshopId, n: i64, at: DateTime<Utc>) {
    let phone = Phone::parse(&format!("13{workshop:07}{n:02}")).expect("a number");
    let person = NewUser { name: name("带头人"), phone, password_hash: "none".to_owned() };
    let secret = store.invitations().invite(workshop, None, at).await.expect("an invitation");
    store.invitations().accept(&secret, &person, at).await.expect("an account");
}

/// The books without past events and what is in no slip yet, which are not read back.
fn standing(books: &Books) -> Books {
    Books { entries: BTreeMap::new(), unsettled: BTreeMap::new(), ..books.clone() }
}
