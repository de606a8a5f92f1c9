//! Every page under many readers at once, on both engines: none may fail, and none may wait longer than its turn.
//!
//! There is no server function that only reads: each of them writes, or keeps what was typed. Pages and lists are all there is.

use super::scene::{Scene, clock};
use ledger::import::Kind;
use ledger::values::clock::Clock;
use reqwest::Client;
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// How many read at once.
const CROWDS: [usize; 3] = [1, 16, 64];

/// Requests of one crowd for one page: enough that the slowest hundredth is of several.
const REQUESTS: usize = 256;

/// Requests of a reader alone.
const ALONE: usize = 40;

/// The longest that a page may take of a crowd, as a multiple of its middle time alone and of how many wait their turn.
const TURNS: u32 = 2;

/// A page, at an address of the demo's, and who opens it.
struct Sight {
    route: String,
    path: String,
    client: Client,
}

/// What a crowd met with.
struct Met {
    rate: f64,
    middle: Duration,
    slowest: Duration,
    failed: usize,
}

/// # Errors
/// Every page that failed or took too long.
pub async fn measure() -> Result<(), Vec<String>> {
    let postgres = std::env::var("PETALWORK_TEST_POSTGRES")
        .map_err(|_| vec!["PETALWORK_TEST_POSTGRES names no server: `cargo xtask bench load` starts one".to_owned()])?;
    let mut faults = Vec::new();
    for (engine, scene) in [("SQLite", Scene::demo().await), ("PostgreSQL", Scene::demo_on_postgres(&postgres).await)] {
        let sights = sights(&scene).await;
        println!("{engine}: {} pages", sights.len());
        println!("{:<36} {:>7} {:>9} {:>10} {:>10}", "page", "readers", "pages/s", "p50", "p99");
        for sight in &sights {
            let url = format!("{}{}", scene.address, sight.path);
            let mut alone = Duration::ZERO;
            for readers in CROWDS {
                let met = crowd(&sight.client, &url, readers).await;
                if readers == 1 {
                    alone = met.middle;
                }
                let Met { rate, middle, slowest, failed } = met;
                println!("{:<36} {readers:>7} {rate:>9.0} {middle:>10.1?} {slowest:>10.1?}", sight.route);
                let most = alone * TURNS * u32::try_from(readers).unwrap_or(u32::MAX);
                if failed > 0 {
                    faults.push(format!("{engine} {} with {readers} readers: {failed} failed", sight.route));
                } else if slowest > most {
                    faults.push(format!("{engine} {} with {readers} readers: {slowest:.1?} > {most:.1?}", sight.route));
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// So many readers ask for a page again and again.
async fn crowd(client: &Client, url: &str, readers: usize) -> Met {
    let each = if readers == 1 { ALONE } else { REQUESTS / readers };
    let begun = Instant::now();
    let mut asking = JoinSet::new();
    for _ in 0..readers {
        let (client, url) = (client.clone(), url.to_owned());
        asking.spawn(async move {
            let mut times = Vec::with_capacity(each);
            let mut failed = 0;
            for _ in 0..each {
                let start = Instant::now();
                let answer = client.get(&url).header("accept", "text/html").send().await;
                let fine = match answer {
                    Ok(answer) => answer.status().is_success() && answer.bytes().await.is_ok(),
                    Err(_) => false,
                };
                failed += usize::from(!fine);
                times.push(start.elapsed());
            }
            (times, failed)
        });
    }
    let (times, failures): (Vec<_>, Vec<_>) = asking.join_all().await.into_iter().unzip();
    let took = begun.elapsed();
    let mut times: Vec<Duration> = times.into_iter().flatten().collect();
    times.sort_unstable();
    let at = |hundredths: usize| times[(times.len() * hundredths / 100).min(times.len() - 1)];
    Met {
        rate: times.len() as f64 / took.as_secs_f64(),
        middle: at(50),
        slowest: at(99),
        failed: failures.into_iter().sum(),
    }
}

/// Every page that the router lists, as anyone it is for finds it by following links; those to which none leads are made.
async fn sights(scene: &Scene) -> Vec<Sight> {
    let mut missing: BTreeSet<String> = server::pages().into_iter().collect();
    let mut found = BTreeMap::new();
    let mut take = |path: &str, client: &Client| {
        let bare = path.split(['?', '#']).next().unwrap_or_default();
        if let Some(route) = missing.iter().find(|route| fits(route, bare)).cloned() {
            missing.remove(&route);
            found.insert(route.clone(), Sight { route, path: path.to_owned(), client: client.clone() });
        }
    };
    for path in secret_addresses(scene).await {
        take(&path, &Client::new());
    }
    for (person, home) in [("coordinator", "/today"), ("worker", "/me"), ("firm", "/firm")] {
        let client = scene.enter(person).await;
        let mut seen = BTreeSet::from([home.to_owned()]);
        let mut queue = VecDeque::from([home.to_owned()]);
        while let Some(path) = queue.pop_front() {
            let answer = client.get(format!("{}{path}", scene.address)).header("accept", "text/html").send().await;
            let answer = answer.expect("an answer");
            if !answer.status().is_success() || answer.url().path() != path.split('?').next().unwrap_or_default() {
                continue;
            }
            let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
            let is_page = kind.starts_with("text/html");
            take(&path, &client);
            if is_page {
                // One of each kind is enough to find the ways on.
                let links = links(&answer.text().await.expect("a page"));
                queue.extend(links.into_iter().filter(|link| seen.insert(kind_of(link))));
            }
        }
    }
    if let Some(path) = upload(scene).await {
        take(&path, &scene.enter("coordinator").await);
    }
    let unseen: Vec<_> = missing.iter().map(String::as_str).collect();
    println!("not visited, since the demo has none: {}", unseen.join(" "));
    found.into_values().collect()
}

/// Whether an address is of a route such as `/orders/{id}`.
fn fits(route: &str, path: &str) -> bool {
    let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len() && route.iter().zip(&path).all(|(part, given)| part.starts_with('{') || part == given)
}

/// Addresses that differ by numbers only are of one kind.
fn kind_of(link: &str) -> String {
    let digits = link.chars().map(|c| if c.is_ascii_hexdigit() && !c.is_ascii_lowercase() { '0' } else { c });
    let mut kind: String = digits.collect();
    kind.truncate(kind.find(['?', '#']).unwrap_or(kind.len()));
    kind
}

fn links(html: &str) -> Vec<String> {
    let html = Html::parse_document(html);
    let selector = Selector::parse("a[href^='/']").expect("a selector");
    let links = html.select(&selector).filter_map(|link| link.attr("href"));
    links.map(|link| link.split('#').next().unwrap_or_default().to_owned()).collect()
}

/// The addresses that only a paper or a message holds.
async fn secret_addresses(scene: &Scene) -> Vec<String> {
    let (store, workshop, at) = (&scene.store, scene.workshop, clock().now());
    let mut books = store.read(workshop).await.expect("the books");
    let firm = books.firms_listed().await.expect("the firms")[0].id;
    let deliveries = books.orders().deliveries_listed(None).await.expect("the deliveries");
    drop(books);
    let mut addresses = vec!["/".to_owned(), "/sign-in".to_owned(), "/card".to_owned()];
    let invitation = store.invitations().invite(workshop, None, at).await.expect("an invitation");
    addresses.push(format!("/set-up/{}", invitation.reveal()));
    store.links().make_firm_link(workshop, firm, at).await.expect("made");
    let link = store.links().firm_link(workshop, firm).await.expect("a look").expect("a link");
    addresses.push(format!("/f/{link}"));
    let delivery = deliveries.open.iter().chain(&deliveries.done).next().expect("a delivery").id;
    store.links().make_delivery_link(workshop, delivery).await.expect("made");
    let link = store.links().delivery_link(workshop, delivery).await.expect("a look").expect("a link");
    addresses.push(format!("/d/{link}"));
    store.cards().make_cards(workshop).await.expect("cards");
    let cards = store.cards().cards(workshop).await.expect("cards");
    let code = cards.into_iter().find_map(|card| card.code).expect("a card");
    addresses.push(format!("/card/{}", code.as_str()));
    addresses
}

/// A file on its way in.
async fn upload(scene: &Scene) -> Option<String> {
    let bytes = include_bytes!("../tests/data/styles.csv");
    let kept = scene.store.keep_upload(scene.workshop, Kind::Styles, bytes, clock().now()).await;
    kept.ok().map(|id| format!("/import/{id}"))
}
