//! Whether a page's time grows with the history behind it.

use super::history::lengthen;
use super::row;
use super::scene::Scene;
use ledger::journal::Books;
use reqwest::Client;
use std::time::{Duration, Instant};

const TIMES: u64 = 100;
const ROUNDS: usize = 200;

pub async fn measure() {
    let short = Scene::demo().await;
    let long = Scene::demo().await;
    lengthen(&long.store, long.workshop, TIMES).await;
    let events = async |scene: &Scene| scene.store.audit(scene.workshop).await.expect("an audit").events;
    println!("history: {} events against {}", events(&long).await, events(&short).await);
    let (order, worker) = (id_of_order, id_of_worker);
    let sights: [(&str, &str, [String; 2]); 13] = [
        ("a worker's page", "worker", same("/me")),
        ("her record book", "worker", same("/me/book")),
        ("her wages", "worker", same("/me/pay")),
        ("an order's page", "coordinator", both(&short, &long, "/orders/", order).await),
        ("today", "coordinator", same("/today")),
        ("the orders", "coordinator", same("/orders")),
        ("the counting table", "coordinator", same("/count")),
        ("the workers", "coordinator", same("/workers")),
        ("a worker's books", "coordinator", both(&short, &long, "/workers/", worker).await),
        ("the deliveries", "coordinator", same("/deliveries")),
        ("pay", "coordinator", same("/pay")),
        ("the journal", "coordinator", same("/journal")),
        ("a firm's orders", "firm", same("/firm")),
    ];
    for (what, who, [near, far]) in sights {
        let clients = (short.enter(who).await, long.enter(who).await);
        let (mut short_times, mut long_times) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            short_times.push(time(&clients.0, &format!("{}{near}", short.address)).await);
            long_times.push(time(&clients.1, &format!("{}{far}", long.address)).await);
        }
        let (short_time, long_time) = (middle(short_times), middle(long_times));
        let ratio = long_time.as_secs_f64() / short_time.as_secs_f64();
        row(
            &format!("{what} with {TIMES} times the history ({short_time:.1?} → {long_time:.1?})"),
            &format!("{ratio:.2}"),
            "<= 1.20",
        );
    }
}

/// The same address in both villages.
fn same(path: &str) -> [String; 2] {
    [path.to_owned(), path.to_owned()]
}

/// The address of the same thing in both villages.
async fn both(short: &Scene, long: &Scene, path: &str, id: fn(&Books) -> String) -> [String; 2] {
    let of = async |scene: &Scene| {
        let at = ledger::values::clock::Clock::now(&super::scene::clock());
        let mut writing = scene.store.write(scene.workshop, at).await.expect("books");
        writing.read_all().await.expect("read");
        format!("{path}{}", id(writing.books()))
    };
    [of(short).await, of(long).await]
}

fn id_of_order(books: &Books) -> String {
    let order = books.orders.values().find(|order| order.code.as_str() == "HR-2026-103");
    order.expect("the order").id.to_string()
}

fn id_of_worker(books: &Books) -> String {
    let worker = books.workers.values().find(|worker| worker.number.as_str() == "W01");
    worker.expect("the worker").id.to_string()
}

async fn time(client: &Client, url: &str) -> Duration {
    let start = Instant::now();
    let answer = client.get(url).header("accept-encoding", "identity").send().await.expect("an answer");
    assert!(answer.status().is_success(), "{url}: {}", answer.status());
    answer.bytes().await.expect("a page");
    start.elapsed()
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
