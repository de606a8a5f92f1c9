//! Orders: entered by hand, given out, taken back, replaced.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, name, noon};
use crate::support::visitor::{Page, Visitor};
use ledger::values::minutes::Minutes;
use ledger::values::pieces::Pieces;

const OPEN: &str = "/api/open_order";

/// An order of forty peonies, as it is typed.
fn forty(v: &Village<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("firm[known]", v.firm.to_string()),
        ("code", "HR-7".to_owned()),
        ("placed", "2026-11-02".to_owned()),
        ("due", "2026-11-30".to_owned()),
        ("lines[0][style]", v.style.to_string()),
        ("lines[0][pieces]", "40".to_owned()),
        ("lines[0][price]", "6.80".to_owned()),
    ]
}

async fn enter(desk: &Visitor, page: &Page, fields: &[(&'static str, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    desk.send(page, OPEN, &fields).await
}

/// The same with one field otherwise.
fn but(fields: &[(&'static str, String)], name: &'static str, value: &str) -> Vec<(&'static str, String)> {
    let mut fields: Vec<_> = fields.iter().filter(|(own, _)| *own != name).cloned().collect();
    fields.push((name, value.to_owned()));
    fields
}

/// The same order of a firm that is not in the list.
fn of_new_firm(v: &Village<'_>, name: &str) -> Vec<(&'static str, String)> {
    but(&but(&forty(v), "firm[known]", ""), "firm[new]", name)
}

async fn orders(v: &Village<'_>) -> usize {
    snapshot_of(v.store, v.workshop).await.orders().open_orders(day("2026-11-02")).await.expect("orders").len()
}

#[tokio::test]
async fn an_order_is_entered_by_hand() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/orders/new").await;
    let page = enter(&desk, &page, &forty(&v)).await;
    assert!(page.path.starts_with("/orders/") && page.path.ends_with("done=opened"), "{}", page.path);
    let text = page.text();
    for told in ["HR-7", "测试贸易", "40 件", "¥6.80", "11月30日", "派花瓣 40 件"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(desk.open("/orders").await.text().contains("HR-7 测试贸易"));
}

#[tokio::test]
async fn two_firms_may_use_one_number_but_one_firm_may_not_twice() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let new = desk.open("/orders/new").await;
    enter(&desk, &new, &but(&forty(&v), "code", "T-1")).await;
    assert_eq!(orders(&v).await, 1, "the firm has a T-1 already");
    let new = desk.open("/orders/new").await;
    let page = enter(&desk, &new, &but(&of_new_firm(&v, "另一家"), "code", "T-1")).await;
    assert!(page.path.ends_with("done=opened"), "{}", page.text());
    assert!(page.text().contains("另一家"));
    assert_eq!(orders(&v).await, 2);
    // The firm that was new a moment ago is known by its name.
    let new = desk.open("/orders/new").await;
    let page = enter(&desk, &new, &of_new_firm(&v, "另一家")).await;
    assert!(page.path.ends_with("done=opened"), "{}", page.text());
    let (firms, _) = snapshot_of(v.store, v.workshop).await.orders().order_choices().await.expect("firms");
    assert_eq!(firms.len(), 2);
}

#[tokio::test]
async fn what_cannot_be_meant_is_said_and_nothing_is_lost() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let whole = of_new_firm(&v, "新来的公司");
    for (field, value, said) in [
        ("lines[0][pieces]", "0", "数都是 0"),
        ("lines[0][pieces]", "-3", "数字"),
        ("lines[0][pieces]", "2.5", "整数"),
        ("lines[0][pieces]", "四十", "数字"),
        ("lines[0][pieces]", "1000001", "太大"),
        ("lines[0][pieces]", "999999999999999999999999", "太大"),
        ("lines[0][pieces]", "", "要填"),
        ("lines[0][price]", "1.234", "两位"),
        ("lines[0][price]", "-1", "数字"),
        ("lines[0][pack]", "0", "比 0 大"),
        ("lines[0][style]", "", "要填"),
        ("lines[0][style]", "777", "找不到"),
        ("due", "2026-02-30", "没有这一天"),
        ("due", "2026-11-01", "交期"),
        ("code", "", "要填"),
        ("code", "a\u{202e}b", "怪字符"),
        ("firm[new]", "", "要填"),
    ] {
        let new = desk.open("/orders/new").await;
        let fields = but(&but(&whole, "firm[known]", ""), field, value);
        let page = enter(&desk, &new, &fields).await;
        assert!(page.path.starts_with("/orders/new"), "{field}={value}: {}", page.path);
        assert!(page.text().contains(said), "{field}={value} should say {said}: {}", page.text());
        let kept = page.form(OPEN, None);
        // A list keeps only what is in it.
        for (name, typed) in fields.iter().filter(|(_, typed)| typed != "777") {
            assert_eq!(kept.get(*name), Some(typed), "{field}={value} lost {name}");
        }
        assert_eq!(orders(&v).await, 1, "{field}={value}");
    }
    let (firms, _) = snapshot_of(v.store, v.workshop).await.orders().order_choices().await.expect("firms");
    assert_eq!(firms.len(), 1, "no firm stays behind from an order that was refused");
}

#[tokio::test]
async fn a_double_tap_is_one_order_and_one_firm() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let new = desk.open("/orders/new").await;
    let fields = of_new_firm(&v, "新来的公司");
    let first = enter(&desk, &new, &fields).await;
    let second = enter(&desk, &new, &fields).await;
    assert_eq!((first.path, orders(&v).await), (second.path, 2));
}

#[tokio::test]
async fn names_are_words_and_never_markup() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let new = desk.open("/orders/new").await;
    let (firm, code) = ("<script>alert(1)</script>", "</title><img src=x>\"><b>");
    let page = enter(&desk, &new, &but(&of_new_firm(&v, firm), "code", code)).await;
    assert!(page.path.ends_with("done=opened"), "{}", page.text());
    for (path, names) in [(page.path.as_str(), code), ("/orders", code), ("/today", code), ("/orders/new", firm)] {
        let page = desk.open(path).await;
        assert!(!page.html.contains(firm) && !page.html.contains("<img src=x>"), "{path}");
        assert!(page.text().contains(names), "{path} names it: {}", page.text());
    }
}

#[tokio::test]
async fn work_is_given_out_taken_back_and_replaced() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let order = format!("/orders/{}", v.order);
    let worker = v.anna.to_string();
    let page = desk.open(&order).await;
    let page = desk.send(&page, "/api/issue", &[("worker", &worker), ("pieces", "30")]).await;
    assert!(page.path.ends_with("done=issued"), "{}", page.text());
    let back = page.link("a[href*='/back/']");
    let page = desk.open(&back).await;
    let page = desk.send(&page, "/api/take_back", &[("pieces", "10"), ("note", "做不完")]).await;
    assert!(page.path.ends_with("done=taken-back"), "{}", page.text());
    let read = snapshot_of(v.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, day("2026-11-02"))
        .await
        .expect("a read")
        .expect("an order");
    assert_eq!((read.at().pool, read.at().hand), (Pieces(80), Pieces(20)));
    let hers = read.at_home[0].issue;
    v.done(v.count_of(v.anna, hers, 15, 0, 4)).await;
    let page = desk.open(&order).await;
    assert_eq!(page.form("/api/replace", Some(&v.line.to_string())).get("pieces"), Some(&"4".to_owned()));
    let refused = desk.send(&page, "/api/replace", &[("pieces", "5")]).await;
    assert!(refused.text().contains("最多只能补做 4 件"), "{}", refused.text());
    let page = desk.send(&refused, "/api/replace", &[("pieces", "4")]).await;
    assert!(page.path.ends_with("done=replaced"), "{}", page.text());
    assert_eq!(page.count("form[action='/api/replace']"), 0, "nothing is left to replace");
}

#[tokio::test]
async fn an_issue_that_cannot_be_is_said() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let order = format!("/orders/{}", v.order);
    let (anna, second) = (v.anna.to_string(), format!("{}/2", v.line));
    let unable = ledger::model::SaveWorker {
        worker: Some(v.berta),
        number: crate::support::village::code("W02"),
        name: name("贝塔"),
        minutes_a_day: Minutes(240),
        days_off: ledger::values::day::DaysOff::default(),
        skills: [].into(),
        active: true,
    };
    v.done(unable).await;
    let berta = v.berta.to_string();
    for (fields, said) in [
        (vec![("worker", anna.as_str()), ("pieces", "101")], "只有 100 件"),
        (vec![("worker", anna.as_str()), ("pieces", "0")], "数都是 0"),
        (vec![("worker", anna.as_str()), ("pieces", "x")], "数字"),
        (vec![("worker", berta.as_str()), ("pieces", "1")], "还不会这道工序"),
        (vec![("worker", "777"), ("pieces", "1")], "找不到这个工人"),
        (vec![("worker", ""), ("pieces", "1")], "没有这一个"),
        (vec![("worker", anna.as_str()), ("pieces", "1"), ("of", second.as_str())], "只有 0 件"),
        (vec![("worker", anna.as_str()), ("pieces", "1"), ("of", "777/1")], "找不到"),
        (vec![("worker", anna.as_str()), ("pieces", "1"), ("of", "x")], "没有这一个"),
    ] {
        let page = desk.open(&order).await;
        let page = desk.send(&page, "/api/issue", &fields).await;
        assert!(page.path.starts_with(&order), "{fields:?}: {}", page.path);
        assert!(page.text().contains(said), "{fields:?} should say {said}: {}", page.text());
        let pieces = fields.iter().find(|(name, _)| *name == "pieces").expect("pieces").1;
        assert_eq!(page.form("/api/issue", None).get("pieces").map(String::as_str), Some(pieces), "{fields:?}");
    }
    let read = snapshot_of(v.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, day("2026-11-02"))
        .await
        .expect("a read")
        .expect("an order");
    assert_eq!(read.at().pool, Pieces(100));
}

#[tokio::test]
async fn another_workshops_order_is_not_there() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let other = app.database.store.make_workshop(&name("邻村"), false, noon()).await.expect("a workshop");
    let neighbour = coordinator_of(&app, other).await;
    for path in [
        format!("/orders/{}", v.order),
        format!("/split?pool[0]={}/1", v.line),
        format!("/count?worker={}", v.anna),
        "/orders/1000000".to_owned(),
        "/orders/x".to_owned(),
    ] {
        assert_eq!(neighbour.open(&path).await.status, 404, "{path}");
    }
    assert!(neighbour.open("/orders").await.text().contains("还没有订单"));
    assert!(neighbour.open("/today").await.text().contains("新作坊"));
}

#[tokio::test]
async fn a_known_firm_and_a_new_one_are_not_guessed_between() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let new = desk.open("/orders/new").await;
    let page = enter(&desk, &new, &but(&forty(&v), "firm[new]", "另一家")).await;
    assert!(page.path.starts_with("/orders/new?draft="), "{}", page.path);
    assert!(page.text().contains("上面已经选了一家"), "{}", page.text());
    assert_eq!(orders(&v).await, 1, "nothing was opened");
}
