//! The split of a pool, without script.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day};
use crate::support::visitor::{Page, Visitor};
use ledger::values::ids::WorkerId;
use ledger::values::pieces::Pieces;

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
    format!("/split?pool[0]={}/1", v.line)
}

/// What is in the pool and at each worker's home.
async fn standing(v: &Village<'_>) -> (i64, Vec<(WorkerId, i64)>) {
    let page = snapshot_of(v.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, day("2026-11-02"))
        .await
        .expect("a read")
        .expect("an order");
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
async fn a_stale_pool_is_refused_and_worked_out_again() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    v.issue(1, v.anna, 40).await;
    let locked = [(share(v.berta, "kept"), "true"), (share(v.berta, "pieces"), "15")];
    let locked: Vec<(&str, &str)> = locked.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let page = desk.send(&page, ISSUE, &locked).await;
    assert!(page.text().contains("您打开页面时是 100 件，现在是 60 件"), "{}", page.text());
    assert_eq!((pieces(&page, v.anna), pieces(&page, v.berta)), ("45".to_owned(), "15".to_owned()));
    assert_eq!(standing(&v).await, (60, vec![(v.anna, 40)]), "nothing was issued");
    let page = desk.send(&page, ISSUE, &[]).await;
    assert!(page.path.ends_with("done=issued"), "{}", page.text());
    assert_eq!(standing(&v).await.0, 0);
}

#[tokio::test]
async fn one_pool_of_several_stays_alone_when_it_is_worked_out_again() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 40).await;
    let made = v.issue(1, v.berta, 20).await;
    v.done(v.count_of(v.berta, made, 20, 0, 0)).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    let form = page.form(ISSUE, None);
    let again = desk.open(&format!("/split?{}", form_urlencoded(&form))).await;
    assert!(again.path.contains("pool%5B0%5D") && !again.path.contains("pool%5B1%5D"), "{}", again.path);
    assert_eq!(pieces(&again, v.anna), pieces(&page, v.anna));
    let none = desk.open("/split").await;
    assert!(none.status == 200 && none.text().contains("没有选订单"), "{}", none.text());
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
        ("1000000000000", "太大"),
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
    let page = snapshot_of(v.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, day("2026-11-02"))
        .await
        .expect("a read")
        .expect("an order");
    assert_eq!(page.at().hand, Pieces(100));
    let refused = if first.path.ends_with("done=issued") { second } else { first };
    assert!(refused.text().contains("现在是 0 件"), "{}", refused.text());
}

#[tokio::test]
async fn who_cannot_go_on_gives_back_what_is_unmade_and_the_others_have_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 40).await;
    v.issue(1, v.berta, 60).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = desk.open(&format!("/workers/{}", v.anna)).await;
    let page = desk.open(&hers.link("a[href$='/hand-over']")).await;
    let field = page.form("/api/hand_over", None).into_iter().find(|(name, _)| name.starts_with("pieces"));
    let (field, all) = field.expect("her issue");
    assert!(page.text().contains("T-1") && page.text().contains("交期 11月20日"), "of which order: {}", page.text());
    assert_eq!(all, "40", "all that is unmade stands there");
    let page = desk.send(&page, "/api/hand_over", &[(field.as_str(), "41")]).await;
    assert!(page.text().contains("40 件"), "more than she has is refused: {}", page.text());
    assert_eq!(page.form("/api/hand_over", None).get(&field).map(String::as_str), Some("41"), "what was typed stays");
    // Ten are made already; thirty come back, and go to Berta on top of what she has.
    let page = desk.send(&page, "/api/hand_over", &[(field.as_str(), "30")]).await;
    assert!(page.path.starts_with("/split?"), "{}", page.path);
    assert!(!page.form(ISSUE, None).contains_key(&share(v.anna, "takes")), "she is not among those who take part");
    assert_eq!((pieces(&page, v.anna), pieces(&page, v.berta)), ("0".to_owned(), "30".to_owned()));
    desk.send(&page, ISSUE, &[]).await;
    assert_eq!(standing(&v).await, (0, vec![(v.anna, 10), (v.berta, 60), (v.berta, 30)]), "the rest stays");
}

#[tokio::test]
async fn only_what_came_back_is_split_again_unless_more_is_asked_for() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 40).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/workers/{}/hand-over", v.anna)).await;
    let page = desk.send(&page, "/api/hand_over", &[]).await;
    assert!(page.text().contains("只派退回来的 40 件"), "{}", page.text());
    assert_eq!(pieces(&page, v.berta), "40", "sixty more wait, and stay");
    let whole = desk.open(&page.link(".job a[href^='/split?']")).await;
    let all: i64 = [v.anna, v.berta].iter().map(|who| pieces(&whole, *who).parse::<i64>().unwrap_or_default()).sum();
    assert_eq!(all, 100, "{}", whole.text());
    let page = desk.send(&page, ISSUE, &[]).await;
    assert!(!page.path.contains("left="), "all that came back is given: {}", page.path);
    assert_eq!(standing(&v).await, (60, vec![(v.berta, 40)]));
}

#[tokio::test]
async fn two_pools_are_split_together_and_one_can_be_left_out() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let made = v.issue(1, v.anna, 40).await;
    v.done(v.count_of(v.anna, made, 40, 0, 0)).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let order = desk.open(&format!("/orders/{}", v.order)).await;
    let page = desk.open(&order.link("main > .row a[href^='/split?'], main a[href*='pool[1]']")).await;
    let text = page.text();
    assert!(text.contains("分了 60 / 60 · 还剩 0") && text.contains("分了 40 / 40 · 还剩 0"), "{text}");
    let without = page.link("section a[href^='/split?']");
    assert!(!without.contains("pool[1]"), "one is left: {without}");
    let page = desk.send(&page, ISSUE, &[]).await;
    assert!(page.path.starts_with(&format!("/orders/{}", v.order)), "{}", page.path);
    let (pool, home) = standing(&v).await;
    assert_eq!((pool, home.iter().map(|(_, pieces)| pieces).sum::<i64>()), (0, 100));
    let journal = desk.open("/journal").await;
    assert!(journal.text().contains("组花"), "one event tells both steps: {}", journal.text());
}

#[tokio::test]
async fn a_day_that_is_past_or_none_is_said() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    for bad in ["2026-11-01", "2026-02-30", "soon"] {
        let page = again(&desk, &page, &[("due[0]".to_owned(), Some(bad))]).await;
        assert!(page.text().contains("请选今天或以后的一天"), "{bad}: {}", page.text());
    }
    let page = again(&desk, &page, &[("due[0]".to_owned(), Some("2026-11-02"))]).await;
    let text = page.text();
    assert!(text.contains("分了 80 / 100 · 还剩 20"), "two women of forty pieces a day: {text}");
    assert!(text.contains("派出去的最晚") && !text.contains("全部做完"), "twenty are not: {text}");
    assert!(text.contains("20 件排不下") && text.contains("放到11月3日就都排得下"), "and what would help: {text}");
    for (pool, found) in [("x", 404), ("1", 404), ("999999/1", 404), ("1/999", 404)] {
        assert_eq!(desk.open(&format!("/split?pool[0]={pool}")).await.status, found, "{pool}");
    }
}

#[tokio::test]
async fn nothing_is_issued_by_a_plan_for_a_day_that_is_past_or_none() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    for (day, said) in [("2026-11-01", "已经过了"), ("2026-02-30", "没有这一天"), ("9999-12-31", "年份太远")]
    {
        let page = desk.open(&address(&v)).await;
        let page = desk.send(&page, ISSUE, &[("due[0]", day)]).await;
        assert!(page.text().contains(said), "{day} should say {said}: {}", page.text());
        assert_eq!(page.form(ISSUE, None).get("due[0]").map(String::as_str), Some(day), "it stays to be fixed");
        assert_eq!(standing(&v).await, (100, Vec::new()), "{day}");
    }
}

#[tokio::test]
async fn pools_of_several_orders_are_told_apart() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (_, other) = v.open("T-2", "2026-11-01", "2026-11-20", 100).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/split?pool[0]={}/1&pool[1]={other}/1", v.line)).await;
    let shares = page.attributes(".person .hand", "aria-label");
    for order in ["T-1", "T-2"] {
        let hers = shares.iter().filter(|share| share.contains(order)).count();
        assert_eq!(hers, 2, "each woman's share of {order} is named by it: {shares:?}");
    }
}

#[tokio::test]
async fn rework_stays_with_her_who_cannot_go_on_and_the_page_says_so() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 40).await;
    v.done(v.count_of(v.anna, issue, 0, 7, 0)).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/workers/{}/hand-over", v.anna)).await;
    assert!(page.text().contains("她手里还有 7 件返工"), "{}", page.text());
}

#[tokio::test]
async fn a_number_that_cannot_be_read_stays_to_be_fixed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    for bad in ["2o", "-1", "2.5", "1000000000000"] {
        let page = again(&desk, &page, &[(share(v.anna, "pieces"), Some(bad))]).await;
        assert!(page.text().contains("安娜的数看不懂"), "{bad}: {}", page.text());
        assert_eq!(pieces(&page, v.anna), bad);
        let page = desk.send(&page, ISSUE, &[]).await;
        assert!(page.path.starts_with("/split?"), "{bad} is not issued: {}", page.path);
    }
    assert_eq!(standing(&v).await, (100, Vec::new()));
    // An emptied number counts as zero, as it does when it is issued.
    let page = again(&desk, &page, &[(share(v.anna, "pieces"), Some(""))]).await;
    assert_eq!((pieces(&page, v.anna), pieces(&page, v.berta)), ("0".to_owned(), "100".to_owned()));
}

#[tokio::test]
async fn after_a_refusal_only_what_was_changed_by_hand_is_kept() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    for typed in ["51", "abc"] {
        let page = desk.open(&address(&v)).await;
        let page = desk.send(&page, ISSUE, &[(share(v.anna, "pieces").as_str(), typed)]).await;
        assert_eq!(pieces(&page, v.anna), typed, "what was typed stays");
        let form = page.form(ISSUE, None);
        assert!(form.contains_key(&share(v.anna, "kept")), "{typed}: hers is kept from now on");
        assert!(!form.contains_key(&share(v.berta, "kept")), "{typed}: nobody set the other");
        let why = page.texts(&format!("#why-{}-0", v.berta)).concat();
        assert!(!why.contains("您定的"), "{typed}: nobody set it: {why}");
        assert!(!page.text().contains("数已锁定"), "{typed}: nothing is left over by that: {}", page.text());
        let page = again(&desk, &page, &[("policy".to_owned(), Some("even"))]).await;
        assert_eq!(pieces(&page, v.anna), typed, "and at the next change");
    }
    let page = desk.open(&address(&v)).await;
    let page = desk.send(&page, ISSUE, &[(share(v.anna, "pieces").as_str(), "51")]).await;
    assert_eq!(pieces(&page, v.berta), "49", "the rest follows");
    assert!(page.text().contains("其余的数已经重新算过"), "and is said to: {}", page.text());
    desk.send(&page, ISSUE, &[]).await;
    assert_eq!(standing(&v).await, (0, vec![(v.anna, 51), (v.berta, 49)]));
}

#[tokio::test]
async fn what_is_left_over_when_less_is_issued_is_said() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address(&v)).await;
    let page = desk.send(&page, ISSUE, &[(share(v.anna, "pieces").as_str(), "20")]).await;
    assert!(page.text().contains("还有 30 件没派"), "{}", page.text());
    assert_eq!(standing(&v).await.0, 30);
    let page = desk.open(&address(&v)).await;
    let page = desk.send(&page, ISSUE, &[]).await;
    assert!(!page.text().contains("件没派"), "nothing is left now: {}", page.text());
}

#[tokio::test]
async fn every_share_of_several_pools_has_its_reason_be_it_none() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let mut address = address(&v);
    for n in 2..=4 {
        let (_, line) = v.open(&format!("T-{n}"), "2026-11-01", "2026-11-02", 100).await;
        address = format!("{address}&pool[{}]={line}/1", n - 1);
    }
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address).await;
    let reasons = page.texts(".person .why");
    assert_eq!((reasons.len(), reasons.iter().filter(|why| why.trim().is_empty()).count()), (8, 0), "{reasons:#?}");
}

#[tokio::test]
async fn more_pools_than_one_page_takes_are_said_to_be_left_out() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let mut address = address(&v);
    for n in 2..=13 {
        let (_, line) = v.open(&format!("T-{n}"), "2026-11-01", "2026-11-20", 10).await;
        address = format!("{address}&pool[{}]={line}/1", n - 1);
    }
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&address).await;
    assert!(page.text().contains("先分前 12 样"), "{}", page.text());
}

#[tokio::test]
async fn each_woman_gets_a_slip_of_what_she_took_and_the_group_a_list_without_money() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/split?pool[0]={}/1", v.line)).await;
    let page = desk.send(&page, ISSUE, &[]).await;
    let page = desk.open(&page.link("main a[href^='/issued/']")).await;
    assert_eq!(page.count("article.slip"), 2);
    let slip = page.texts("article.slip").into_iter().find(|slip| slip.starts_with("W01")).expect("Anna's");
    for told in ["安娜", "牡丹", "花瓣", "T-1", "11月20日", "工价 ¥1.10", "挣 ¥"] {
        assert!(slip.contains(told), "{told} in {slip}");
    }
    let told = page.attribute("[data-share]", "value");
    assert!(told.contains("W01 安娜：") && told.contains("W02 贝塔：") && !told.contains('¥'), "{told}");
    // It is found again in the order's history, and says when it is undone.
    let order = desk.open(&format!("/orders/{}", v.order)).await;
    let again = order.link("#past a[href^='/issued/']");
    let event = again.rsplit('/').next().expect("an id").to_owned();
    let undo = desk.open(&format!("/correct/{event}")).await;
    desk.send(&undo, "/api/correct", &[("reason", "派错了")]).await;
    assert!(desk.open(&again).await.text().contains("单子作废"));
}
