//! An order from the firm's own file to its end: its columns named once, then changed as the firm asks, which the firm sees.

use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use app::language::Language;
use ledger::values::day::Day;
use ledger::values::ids::{FirmId, OrderId, WorkshopId};

#[tokio::test]
async fn with_script_in_chinese() {
    an_order_lives(Script::On, Language::ZhCn).await;
}

#[tokio::test]
async fn without_script_in_english() {
    an_order_lives(Script::Off, Language::En).await;
}

/// A firm's XLS whose columns nobody knows, and the next one of that firm.
const FILES: [&str; 2] = ["named.xls", "named-again.xls"];

const STYLES: &str = "款号,品名,工序,工序名,工价(元),标准分钟,生效日期\n\
    MG-01,玫瑰单枝,S1,整花,2.20,11,2026-09-01\nKNX-2,康乃馨,S1,整花,1.10,6,2026-09-01\n";

async fn an_order_lives(script: Script, language: Language) {
    let app = App::start().await;
    let desk = Phone::open(&app.address, script, language).await;
    desk.make_workshop().await;
    let styles = std::env::temp_dir().join(format!("petalwork-{}.csv", uuid::Uuid::new_v4()));
    std::fs::write(&styles, STYLES).expect("written");
    desk.look_at_file("styles", &styles.display().to_string()).await;
    std::fs::remove_file(&styles).expect("it was there");
    desk.send("/api/import_file").await;

    // Her firm calls its columns as nobody does: she says it once.
    let data = |file: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data").join(file);
        path.canonicalize().expect("a file").display().to_string()
    };
    desk.look_at_file("orders", &data(FILES[0])).await;
    assert!(desk.fits().await, "the columns are wider than the phone");
    for (no, field) in ["style", "variant", "pieces", "price"].into_iter().enumerate() {
        desk.choose(&format!("[name='columns[{no}][field]']"), field).await;
    }
    desk.send("/api/name_columns").await;
    assert!(desk.text().await.contains("1,040"), "the lines are shown: {}", desk.text().await);
    assert!(desk.fits().await, "the lines are wider than the phone");
    assert_eq!(desk.value("[name='pictures[0]']").await, "MG-01 -", "the picture is of the only style");
    desk.send("/api/import_file").await;
    desk.go("/styles").await;
    assert_eq!(
        desk.count(".listing .photo img").await,
        1,
        "the picture is the style's photo now: {}",
        desk.text().await
    );
    desk.look_at_file("orders", &data(FILES[1])).await;
    // It is known now, and what was said is folded away.
    assert_eq!(desk.count("[name='columns[0][field]']").await, 1, "{}", desk.text().await);
    assert_eq!(desk.count("details:not([open]) [name='columns[0][field]']").await, 1, "{}", desk.text().await);
    desk.send("/api/import_file").await;
    assert!(desk.path().await.ends_with("done=imported"), "{}", desk.text().await);

    // The firm wants it later, more of the red, fewer of the white, another flower beside them, and pays better.
    let workshop = WorkshopId(1);
    let today: Day = "2026-11-02".parse().expect("a day");
    let mut books = snapshot_of(&app.database.store, workshop).await;
    let orders = books.orders().open_orders(today).await.expect("orders");
    let id = orders.iter().find(|order| order.code == "HR-1").expect("the first one").id;
    drop(books);
    let change = format!("/orders/{id}/change");
    desk.go(&change).await;
    assert!(desk.fits().await, "the changes are wider than the phone");
    desk.fill("form[action='/api/change_order'] [name=due]", "2026-12-05").await;
    desk.send("/api/change_order").await;
    for (action, field, value) in [
        ("/api/add_pieces", "pieces", "40"),
        ("/api/change_price", "price", "3.80"),
        ("/api/cancel_pieces", "lines[0][pieces]", "30"),
    ] {
        desk.go(&change).await;
        let field = format!("form[action='{action}'] [name='{field}']");
        desk.unfold(&field).await;
        desk.fill(&field, value).await;
        desk.send(action).await;
        assert!(desk.path().await.ends_with("done=order-changed"), "{action}: {}", desk.text().await);
    }
    desk.go(&change).await;
    desk.unfold("form[action='/api/add_line'] [name='line[pieces]']").await;
    desk.choose_first("form[action='/api/add_line'] [name='line[style]']").await;
    for (field, value) in [("variant", "粉"), ("pieces", "25"), ("price", "2.40")] {
        desk.fill(&format!("form[action='/api/add_line'] [name='line[{field}]']"), value).await;
    }
    desk.send("/api/add_line").await;
    assert_eq!(ordered(&app, id, today).await, [70, 1040, 25]);

    // Its sample card, as it lay in the parcel.
    desk.go(&format!("/orders/{id}")).await;
    let card = format!("#photo-order-{id}");
    desk.unfold(&card).await;
    desk.attach(&format!("{card} [name=file]"), &data("flower.jpg")).await;
    desk.press_button(&format!("{card} form[action^='/api/set_photo'] button.button")).await;
    assert_eq!(desk.count(&format!("{card} .photo img")).await, 1, "{}", desk.text().await);
    assert!(desk.fits().await, "the photo is wider than the phone");

    // It thinks better of the rest.
    desk.go(&change).await;
    desk.unfold("[name=form][value=rest]").await;
    desk.press_button("form:has([name=form][value=rest]) button.button").await;
    assert_eq!(ordered(&app, id, today).await, [0, 0, 0]);

    // The firm sees all of it.
    let link = app.firm_link(workshop, firm_of(&app, id, today).await).await;
    let clerk = Phone::open(&app.address, script, language).await;
    clerk.go(&link).await;
    clerk.send("/api/enter_firm").await;
    clerk.go(&format!("/firm/orders/{id}")).await;
    let seen = clerk.text().await;
    for told in ["40", "¥3.80", "30", "粉", "2.40"] {
        assert!(seen.contains(told), "{told}: {seen}");
    }
    assert!(clerk.count(".photo img").await >= 2, "the sample card, and the style: {seen}");
    assert!(clerk.fits().await, "the firm's page is wider than the phone");
    let audit = app.database.store.audit(workshop).await.expect("an audit");
    assert_eq!(audit.findings, []);
    for phone in [desk, clerk] {
        phone.close().await;
    }
}

/// How many pieces each line is of.
async fn ordered(app: &App, order: OrderId, today: Day) -> Vec<i64> {
    let mut books = snapshot_of(&app.database.store, WorkshopId(1)).await;
    let page = books.orders().order_page(order, today).await.expect("a read").expect("the order");
    page.lines.iter().map(|line| line.ordered.0).collect()
}

async fn firm_of(app: &App, order: OrderId, today: Day) -> FirmId {
    let mut books = snapshot_of(&app.database.store, WorkshopId(1)).await;
    books.orders().order_page(order, today).await.expect("a read").expect("the order").firm
}
