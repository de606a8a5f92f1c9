//! Finding things by their names, and lists as one asks for them.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::village::{Village, name, noon};
use crate::support::visitor::Page;

/// The names in the first table of a page, as they stand.
fn names(page: &Page) -> Vec<String> {
    page.texts(".listing tbody th a")
}

#[tokio::test]
async fn everything_with_a_name_is_found_by_number_name_or_sound() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let guo = v.hire("W31", "郭淑贤").await;
    let (order, _) = v.open("HR-77", "2026-11-01", "2026-11-20", 100).await;
    let desk = coordinator_of(&app, v.workshop).await;
    // A number typed in full opens what has it.
    for (sought, page) in [("hr-77", format!("/orders/{order}")), ("W31", format!("/workers/{guo}"))] {
        assert_eq!(desk.open(&format!("/search?q={sought}")).await.path, page, "{sought}");
    }
    // Sounds, parts, and signs of full width.
    for (sought, told) in [
        ("guoshu", "郭淑贤"),
        ("gsx", "郭淑贤"),
        ("mudan", "牡丹"),
        ("HR", "HR-77"),
        ("ｈｒ", "HR-77"),
        ("牡", "HR-77"),
        ("ceshi", "测试贸易"),
    ] {
        let page = desk.open(&format!("/search?q={sought}")).await;
        assert!(
            names(&page).iter().any(|name| name == told) || page.text().contains(told),
            "{sought}: {}",
            page.text()
        );
        assert!(!page.text().contains("没有和"), "{sought}");
    }
    // Signs that a database reads as others, and what is not there.
    for sought in ["%25", "_", "'", "zzz", "%5C"] {
        let page = desk.open(&format!("/search?q={sought}")).await;
        assert!(page.text().contains("没有和"), "{sought}: {}", page.text());
    }
    let empty = desk.open("/search").await;
    assert!(names(&empty).is_empty() && empty.text().contains("拼音"), "{}", empty.text());
}

#[tokio::test]
async fn nothing_of_another_workshop_is_found() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.hire("W31", "郭淑贤").await;
    let other = app.database.store.make_workshop(&name("邻村"), false, noon()).await.expect("another");
    let neighbour = coordinator_of(&app, other).await;
    for sought in ["T-1", "W31", "guo", "牡丹", "ceshi"] {
        let page = neighbour.open(&format!("/search?q={sought}")).await;
        assert!(page.path.starts_with("/search") && page.text().contains("没有和"), "{sought}: {}", page.text());
    }
}

#[tokio::test]
async fn a_list_stands_in_the_order_and_of_the_kind_that_was_asked_for() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.open("A-9", "2026-11-01", "2026-11-30", 300).await;
    v.open("B-2", "2026-11-01", "2026-11-10", 50).await;
    v.issue(1, v.anna, 40).await;
    let desk = coordinator_of(&app, v.workshop).await;
    for (asked, told) in [
        ("", vec!["B-2", "T-1", "A-9"]),
        ("?sort=code", vec!["A-9", "B-2", "T-1"]),
        ("?sort=-ordered", vec!["A-9", "T-1", "B-2"]),
        ("?sort=nonsense&only=nonsense", vec!["B-2", "T-1", "A-9"]),
        ("?only=hand", vec!["T-1"]),
        ("?only=pool&sort=-due", vec!["A-9", "T-1", "B-2"]),
        ("?q=a-", vec!["A-9"]),
        ("?q=mudan&sort=left", vec!["B-2", "T-1", "A-9"]),
    ] {
        assert_eq!(names(&desk.open(&format!("/orders{asked}")).await), told, "{asked}");
    }
    assert!(desk.open("/orders?only=stock").await.text().contains("现在没有这样的"));
    // A kind says how many are left where it leads, with the words.
    for (list, told) in [("/orders", vec!["全部", "待派 3", "在手 1"]), ("/orders?q=a-", vec!["全部", "待派 1"])]
    {
        assert_eq!(desk.open(list).await.texts(".kinds a"), told, "{list}");
    }
    let page = desk.open("/orders?q=nothing").await;
    assert!(page.text().contains("没有和“nothing”对得上的") && !page.text().contains("还没有订单"), "{}", page.text());
    let workers = names(&desk.open("/workers?only=home").await);
    assert_eq!(workers.len(), 1, "{workers:?}");
    // The other way round, by the head of its column.
    let page = desk.open("/orders?sort=code").await;
    assert_eq!(names(&desk.open(&page.link("th[aria-sort=ascending] a")).await), ["T-1", "B-2", "A-9"]);
}

#[tokio::test]
async fn orders_that_are_ticked_are_split_together_and_cards_of_those_ticked_printed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (second, line) = v.open("T-2", "2026-11-01", "2026-11-20", 100).await;
    v.open("T-3", "2026-11-01", "2026-11-20", 100).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let list = desk.open("/orders").await;
    assert_eq!(list.attributes("[name=orders]", "value").len(), 3, "each has pieces to be split");
    let page = desk.open(&format!("/split?orders={}&orders={second}&orders=nonsense", v.order)).await;
    for pool in [format!("{}%2F1", v.line), format!("{line}%2F1")] {
        assert!(page.path.contains(&pool), "{}", page.path);
    }
    assert_eq!(page.path.matches("pool").count(), 2, "{}", page.path);
    desk.send(&desk.open("/cards").await, "/api/make_cards", &[]).await;
    let of_one = desk.open(&format!("/cards?worker={}", v.anna)).await;
    assert_eq!(of_one.texts("figure.qr figcaption").len(), 1, "{}", of_one.text());
}
