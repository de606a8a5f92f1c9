//! Every page of the demo, and who opens it.

use crate::scene::{Scene, clock, coordinator};
use ledger::Command;
use ledger::import::Kind;
use ledger::model::{Actor, Advance, Approvable, ChangeAccess, Propose, Role, SetApproval, Settle};
use ledger::store::Ask;
use ledger::store::access::{AccessAsk, HalfIn, Holder};
use ledger::values::clock::Clock;
use ledger::values::day::Day;
use ledger::values::ids::{EventId, UserId, WorkerId};
use ledger::values::money::Fen;
use ledger::values::text::Note;
use reqwest::Client;
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use uuid::Uuid;

/// A page, at an address of the demo's, and who opens it.
pub struct Sight {
    pub route: String,
    pub path: String,
    pub client: Client,
}

/// Every page that the router lists, as anyone it is for finds it by following links; those to which none leads are made.
pub async fn sights(scene: &Scene) -> Vec<Sight> {
    let mut missing: BTreeSet<String> = server::pages().into_iter().collect();
    let mut found = BTreeMap::new();
    let mut take = |path: &str, client: &Client| {
        let bare = path.split(['?', '#']).next().unwrap_or_default();
        if let Some(route) = missing.iter().find(|route| fits(route, bare)).cloned() {
            missing.remove(&route);
            found.insert(route.clone(), Sight { route, path: path.to_owned(), client: client.clone() });
        }
    };
    let coordinator = scene.enter("coordinator").await;
    // One's own account is another page, and one link of a kind is followed.
    take(&format!("/access/user/{}", settle_and_propose(scene).await), &coordinator);
    for path in secret_addresses(scene).await {
        // A link's secret moves into a cookie.
        take(&path, &Client::builder().cookie_store(true).build().expect("a client"));
    }
    take(&invitation(scene).await, &coordinator);
    take("/me/pin", &scene.enter("worker").await);
    take("/account/proof", &coordinator);
    // Shown to her alone who has just made codes; without them it says so.
    take("/account/second-step/codes", &coordinator);
    take("/sign-in/second-step", &half_in(scene).await);
    // Linked only where many wait.
    take("/approvals", &coordinator);
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
    take(&upload(scene).await, &coordinator);
    assert!(missing.is_empty(), "no way was found to {missing:?}");
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
    let invited = store.invitations().invite(workshop, Role::Coordinator, at).await.expect("an invitation");
    addresses.push(format!("/set-up/{}", invited.reveal()));
    let change = ChangeAccess::MakeLink { firm };
    let ask = AccessAsk { id: EventId(Uuid::new_v4()), actor: Actor::Operator, change };
    store.change_access(workshop, at, ask).await.expect("made");
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

/// Somebody whose second step is waited for.
async fn half_in(scene: &Scene) -> Client {
    let users = scene.store.users().users(scene.workshop).await.expect("the users");
    let half = HalfIn { workshop: scene.workshop, user: users[0].id };
    let secret = scene.store.second_steps().wait(&half, clock().now()).await.expect("she is waited for");
    let cookie = format!("second-step={}", secret.reveal()).parse().expect("a header");
    let headers = [(reqwest::header::COOKIE, cookie)].into_iter().collect();
    Client::builder().default_headers(headers).build().expect("a client")
}

/// An invitation, as the coordinator shows it.
async fn invitation(scene: &Scene) -> String {
    let invited = scene
        .store
        .invitations()
        .invite(scene.workshop, Role::Coordinator, clock().now())
        .await
        .expect("an invitation");
    format!("/invitations/{}", invited.reveal())
}

/// A file on its way in.
async fn upload(scene: &Scene) -> String {
    let bytes = include_bytes!("../../tests/data/styles.csv");
    let kept = scene.store.keep_upload(scene.workshop, Kind::Styles, bytes, clock().now()).await;
    format!("/import/{}", kept.expect("kept"))
}

/// What the demo has none of: wages that were settled, a second coordinator, who is returned, and a payment that waits for her.
async fn settle_and_propose(scene: &Scene) -> UserId {
    let Some(Holder::Worker(worker)) = scene.store.demo().demo_worker(scene.workshop).await.expect("a look") else {
        unreachable!("the demo has workers");
    };
    let until = Day::of(2026, 10, 31).expect("a day");
    act(scene, Actor::Operator, Settle { until, workers: [worker].into() }.into()).await;
    let second = coordinator(&scene.store, scene.workshop, "13900000000", String::new()).await;
    act(scene, Actor::Coordinator { user: second }, SetApproval { on: true }.into()).await;
    act(scene, Actor::Coordinator { user: second }, Propose { asked: advance(worker), day: None }.into()).await;
    second
}

fn advance(worker: WorkerId) -> Approvable {
    Approvable::Advance(Advance { worker, fen: Fen(20_000), note: Note::default() })
}

async fn act(scene: &Scene, actor: Actor, command: Command) {
    let ask = Ask { id: EventId(Uuid::new_v4()), actor, day: None, command };
    scene.store.perform(scene.workshop, clock().now(), ask).await.expect("done");
}
