//! Whether a page's time grows with the history behind it.

use super::history::lengthen;
use super::row;
use super::scene::Scene;
use reqwest::Client;
use std::time::{Duration, Instant};

const TIMES: u64 = 100;
const ROUNDS: usize = 300;

pub async fn measure() {
    let short = Scene::demo().await;
    let long = Scene::demo().await;
    lengthen(&long.store, long.workshop, TIMES).await;
    let events = async |scene: &Scene| scene.store.audit(scene.workshop).await.expect("an audit").events;
    println!("history: {} events against {}", events(&long).await, events(&short).await);
    let order = |scene: &Scene| {
        let (store, workshop) = (scene.store.clone(), scene.workshop);
        async move {
            let mut writing =
                store.write(workshop, ledger::clock::Clock::now(&super::scene::clock())).await.expect("books");
            writing.read_all().await.expect("read");
            writing
                .books()
                .orders
                .values()
                .find(|order| order.code.as_str() == "HR-2026-103")
                .map(|order| order.id)
                .expect("the order")
        }
    };
    let worker = (short.enter("worker").await, long.enter("worker").await);
    let desk = (short.enter("coordinator").await, long.enter("coordinator").await);
    let orders = (format!("/orders/{}", order(&short).await), format!("/orders/{}", order(&long).await));
    let me = ("/me".to_owned(), "/me".to_owned());
    let book = ("/me/book".to_owned(), "/me/book".to_owned());
    for (what, clients, paths) in
        [("a worker's page", &worker, &me), ("her record book", &worker, &book), ("an order's page", &desk, &orders)]
    {
        let (mut near, mut far) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            near.push(time(&clients.0, &format!("{}{}", short.address, paths.0)).await);
            far.push(time(&clients.1, &format!("{}{}", long.address, paths.1)).await);
        }
        let (near, far) = (middle(near), middle(far));
        let ratio = far.as_secs_f64() / near.as_secs_f64();
        row(
            &format!("{what} with {TIMES} times the history ({near:.1?} → {far:.1?})"),
            &format!("{ratio:.2}"),
            "<= 1.20",
        );
    }
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
