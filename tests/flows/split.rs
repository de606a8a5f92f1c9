//! The split of a pool, without script.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::village::{Village, day};
use crate::support::visitor::{Page, Visitor};
use ledger::ids::WorkerId;
use ledger::pieces::Pieces;

const ISSUE: &str = "/api/issue_split";

/// A field of hers, of the only pool.
fn share(worker: WorkerId, part: &str) -> String {
    if part == "takes" { format!("takes[{worker}]") } else { format!("{part}[w{worker}-0]") }
}

fn pieces(page: &Page, worker: WorkerId) -> String {
    page.form(ISSUE, None).get(&share(worker, "pieces")).cloned().unwrap_or_default()
}

/// Presses "work the rest out again" with these fields, as a browser would.
async fn again(desk: &Visitor, page: &Page, fields: &[(String, Option<&str>)]) -> Page {
    let mut form = page.form(ISSUE, None);
    for (name, value) in fields {
        match value {
            Some(value) => drop(form.insert(name.clone(), (*value).to_owned())),
            None => drop(form.remove(name)),
        }
    }
    let query = form_urlencoded(&form);
    let here = page.attribute("button[formmethod=get]", "formaction");
    desk.open(&format!("{here}?{query}")).await
}

fn form_urlencoded(form: &std::collections::BTreeMap<String, String>) -> String {
    let mut url = reqwest::Url::parse("http://a.example").expect("an address");
    url.query_pairs_mut().extend_pairs(form);
    url.query().unwrap_or_default().to_owned()
}

fn address(v: &Village<'_>) -> String {
    format!("/split?pool[0]={}.1", v.line)
}

/// What is in the pool and at each worker's home.
async fn standing(v: &Village<'_>) -> (i64, Vec<(WorkerId, i64)>) {
    let page = v.store.order_page(v.workshop, v.order, day("2026-11-02")).await.expect("a read").expect("an order");
    (page.at().pool.0, page.at_home.iter().map(|home| (home.who.id, home.hand.0)).collect())
}

#[tokio::test]
async fn the_page_splits_by_time_and_issues_all_at_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    assert_eq!((pieces(&page, v.anna), pieces(&page, v.berta)), ("50".to_owned(), "50".to_owned()));
    assert!(page.text().contains("分了 100 / 100 · 还剩 0"), "{}", page.text());
    let page = desk.send(&page, ISSUE, &[]).await;
    assert!(page.path.ends_with("done=issued"), "{}", page.text());
    assert_eq!(standing(&v).await, (0, vec![(v.anna, 50), (v.berta, 50)]));
    let page = desk.open(&address(&v)).await;
    assert!(page.text().contains("这里没有等着派的"), "{}", page.text());
}

#[tokio::test]
async fn the_rest_is_worked_out_around_what_was_changed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    let page = again(&desk, &page, &[(share(v.anna, "pieces"), Some("20"))]).await;
    assert_eq!((pieces(&page, v.anna), pieces(&page, v.berta)), ("20".to_owned(), "80".to_owned()));
    assert!(page.form(ISSUE, None).contains_key(&share(v.anna, "kept")), "what was typed is kept from now on");
    let page = again(&desk, &page, &[(share(v.berta, "takes"), None)]).await;
    assert_eq!((pieces(&page, v.anna), pieces(&page, v.berta)), ("20".to_owned(), "0".to_owned()));
    assert!(page.text().contains("分了 20 / 100 · 还剩 80"), "{}", page.text());
    desk.send(&page, ISSUE, &[]).await;
    assert_eq!(standing(&v).await, (80, vec![(v.anna, 20)]), "the others wait");
}

#[tokio::test]
async fn a_stale_pool_is_refused_and_worked_out_anew() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    v.issue(1, v.anna, 40).await;
    let locked = [(share(v.berta, "kept"), "true"), (share(v.berta, "pieces"), "15")];
    let locked: Vec<(&str, &str)> = locked.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let page = desk.send(&page, ISSUE, &locked).await;
    assert!(page.text().contains("您打开页面时待派 100 件，现在是 60 件"), "{}", page.text());
    assert_eq!((pieces(&page, v.anna), pieces(&page, v.berta)), ("45".to_owned(), "15".to_owned()));
    assert_eq!(standing(&v).await, (60, vec![(v.anna, 40)]), "nothing was issued");
    let page = desk.send(&page, ISSUE, &[]).await;
    assert!(page.path.ends_with("done=issued"), "{}", page.text());
    assert_eq!(standing(&v).await.0, 0);
}

#[tokio::test]
async fn what_cannot_be_meant_is_said_and_stays_as_typed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let field = share(v.anna, "pieces");
    for (typed, said) in [
        ("2.5", "整数"),
        ("-1", "数字"),
        ("五十", "数字"),
        ("99999999999999999999", "太大"),
        ("51", "只有 100 件，不够 101 件"),
    ] {
        let page = desk.open(&address(&v)).await;
        let page = desk.send(&page, ISSUE, &[(field.as_str(), typed)]).await;
        assert!(page.path.starts_with("/split?"), "{typed}: {}", page.path);
        assert!(page.text().contains(said), "{typed} should say {said}: {}", page.text());
        assert_eq!(pieces(&page, v.anna), typed);
    }
    let page = desk.open(&address(&v)).await;
    let none = [(share(v.anna, "pieces"), "0"), (share(v.berta, "pieces"), "")];
    let none: Vec<(&str, &str)> = none.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let page = desk.send(&page, ISSUE, &none).await;
    assert!(page.text().contains("数都是 0"), "{}", page.text());
    assert_eq!(standing(&v).await, (100, Vec::new()));
}

#[tokio::test]
async fn a_double_tap_issues_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    let (first, second) = tokio::join!(desk.send(&page, ISSUE, &[]), desk.send(&page, ISSUE, &[]));
    assert_eq!(first.path, second.path);
    assert_eq!(standing(&v).await, (0, vec![(v.anna, 50), (v.berta, 50)]));
}

#[tokio::test]
async fn two_coordinators_cannot_both_issue_the_last_pieces() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (one, other) = (coordinator_of(&app, v.workshop).await, coordinator_of(&app, v.workshop).await);
    let (here, there) = (one.open(&address(&v)).await, other.open(&address(&v)).await);
    let (first, second) = tokio::join!(one.send(&here, ISSUE, &[]), other.send(&there, ISSUE, &[]));
    let issued = [&first, &second].into_iter().filter(|page| page.path.ends_with("done=issued")).count();
    assert_eq!(issued, 1, "{} / {}", first.path, second.path);
    let page = v.store.order_page(v.workshop, v.order, day("2026-11-02")).await.expect("a read").expect("an order");
    assert_eq!(page.at().hand, Pieces(100));
    let refused = if first.path.ends_with("done=issued") { second } else { first };
    assert!(refused.text().contains("现在是 0 件"), "{}", refused.text());
}
