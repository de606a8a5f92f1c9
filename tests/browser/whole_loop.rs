//! From a firm's workbook to a woman's pay, as the three people do it.

use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use app::language::Language;
use ledger::values::ids::WorkshopId;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::path::PathBuf;
use uuid::Uuid;

#[tokio::test]
async fn with_script_in_chinese() {
    from_workbook_to_pay(Script::On, Language::ZhCn).await;
}

#[tokio::test]
async fn without_script_in_chinese() {
    from_workbook_to_pay(Script::Off, Language::ZhCn).await;
}

#[tokio::test]
async fn with_script_in_english() {
    from_workbook_to_pay(Script::On, Language::En).await;
}

#[tokio::test]
async fn without_script_in_english() {
    from_workbook_to_pay(Script::Off, Language::En).await;
}

const STYLES: &str = "款号,品名,工序,工序名,工价(元),标准分钟,生效日期\nMG-01,玫瑰单枝,S1,整花,2.20,11,2026-09-01\n";
const WORKERS: &str = "工号,姓名,每天可做分钟,休息日,会做\nW01,甲姐,240,,MG-01/S1\nW02,乙姐,240,日,MG-01/S1\n";

async fn from_workbook_to_pay(script: Script, language: Language) {
    let app = App::start().await;
    let files = Files::written();
    let desk = Phone::open(&app.address, script, language).await;

    // The coordinator begins with an empty book.
    desk.make_workshop().await;
    for (kind, file) in [("styles", &files.styles), ("workers", &files.workers), ("orders", &files.orders)] {
        desk.look_at_file(kind, file).await;
        desk.send("/api/import_file").await;
        assert!(desk.path().await.ends_with("done=imported"), "{kind}: {}", desk.text().await);
    }

    // Sixty roses for two women: half and half, says the page. She makes it forty, and the other's share follows.
    desk.go("/orders").await;
    desk.follow("main a[href^='/orders/']:not([href='/orders/new'])").await;
    let order = desk.path().await;
    desk.follow("a[href^='/split?']").await;
    assert!(desk.fits().await, "the split page is wider than the phone");
    let [anna, berta] = [1, 2].map(|row| format!(".person:nth-child({row}) [name^='pieces']"));
    assert_eq!((desk.value(&anna).await, desk.value(&berta).await), ("30".to_owned(), "30".to_owned()));
    desk.fill(&anna, "40").await;
    match script {
        Script::On => desk.shows(&berta, "20").await,
        Script::Off => desk.press_button("button[formmethod=get].pale").await,
    }
    assert_eq!((desk.value(&anna).await, desk.value(&berta).await), ("40".to_owned(), "20".to_owned()));
    desk.send("/api/issue_split").await;
    assert!(desk.path().await.ends_with("done=issued"), "{}", desk.text().await);

    // One of them comes in with her card, sets a PIN, and says what she brings.
    desk.go("/cards").await;
    desk.send("/api/make_cards").await;
    let card = desk.text_of("figure.qr figcaption").await;
    let hers = Phone::open(&app.address, script, language).await;
    hers.go("/card").await;
    hers.fill("[name=code]", &card).await;
    hers.press_button("form[action='/card'] button.button").await;
    hers.fill("[name=pin]", "4826").await;
    hers.fill("[name=again]", "4826").await;
    hers.send("/api/choose_pin").await;
    hers.go("/me").await;
    assert!(hers.text_of("dl.figures").await.contains("40"), "forty to make: {}", hers.text().await);
    assert!(hers.fits().await, "her page is wider than the phone");
    hers.follow("a[href^='/me/hand-in/']").await;
    match script {
        Script::On => hers.press("[data-put='40']").await,
        Script::Off => hers.fill("[name=pieces]", "40").await,
    }
    hers.send("/api/declare").await;

    // The coordinator counts: 35 good, 4 to be done again, 1 spoiled; then the four come back good.
    let (anna, berta) = (count_page(&desk, "W01").await, count_page(&desk, "W02").await);
    desk.go(&anna).await;
    fill_count(&desk, &[("accepted", "35"), ("rework", "4"), ("scrapped", "1")]).await;
    desk.go(&anna).await;
    fill_count(&desk, &[("redo_accepted", "4")]).await;
    desk.go(&berta).await;
    fill_count(&desk, &[("accepted", "20")]).await;

    // She sees what was counted, and says that it is right.
    hers.go("/me").await;
    hers.send("/api/confirm_count").await;

    // The spoiled one is made again.
    desk.go(&order).await;
    desk.unfold("form[action='/api/replace']").await;
    desk.fill("form[action='/api/replace'] [name=pieces]", "1").await;
    desk.send("/api/replace").await;
    desk.follow("a[href^='/split?']").await;
    desk.send("/api/issue_split").await;
    let path = if desk.count_page_has_work(&anna).await { &anna } else { &berta };
    desk.go(path).await;
    fill_count(&desk, &[("accepted", "1")]).await;

    // Sixty go to the firm, which takes 55, refuses 3 and misses 2, by the link on the note.
    let note = deliver(&desk, &order).await;
    let clerk = Phone::open(&app.address, script, language).await;
    clerk.go(&note.link).await;
    assert!(clerk.fits().await, "the firm's page is wider than the phone");
    assert!(!clerk.text().await.contains("甲姐"), "the firm sees no names");
    let lines = "form:has([name=form][value=lines])";
    clerk.unfold("[name=form][value=lines]").await;
    clerk.fill(&format!("{lines} [name='lines[0][confirmed]']"), "55").await;
    clerk.fill(&format!("{lines} [name='lines[0][refused]']"), "3").await;
    clerk.fill(&format!("{lines} [name='lines[0][short]']"), "2").await;
    clerk.fill(&format!("{lines} [name='lines[0][reason]']"), "花瓣松").await;
    clerk.press_button(&format!("{lines} button.button")).await;

    // The three are repaired at half a yuan, the two were found; they go again and are all confirmed.
    desk.go(&note.page).await;
    desk.unfold("form[action='/api/reissue']").await;
    desk.fill("form[action='/api/reissue'] [name=pieces]", "3").await;
    desk.fill("form[action='/api/reissue'] [name=rate]", "0.50").await;
    desk.choose_first("form[action='/api/reissue'] [name=worker]").await;
    desk.send("/api/reissue").await;
    desk.go(&note.page).await;
    desk.unfold("form[action='/api/restock']").await;
    desk.send("/api/restock").await;
    let path = if desk.count_page_has_work(&anna).await { &anna } else { &berta };
    desk.go(path).await;
    fill_count(&desk, &[("accepted", "3")]).await;
    let second = deliver(&desk, &order).await;
    clerk.go(&second.link).await;
    let all = "form:has([name=form][value=all])";
    clerk.unfold("[name=form][value=all]").await;
    clerk.press_button(&format!("{all} button.button")).await;

    // Both women are paid in full; her page says so, and the books balance.
    for name in ["甲姐", "乙姐"] {
        desk.go("/workers").await;
        desk.follow_text("main a[href^='/workers/']", name).await;
        desk.send("/api/pay").await;
    }
    hers.go("/me/pay").await;
    let told = hers.text().await;
    assert!(told.contains("¥0.00"), "nothing is owed any more: {told}");
    let audit = app.database.store.audit(WorkshopId(1)).await.expect("an audit");
    assert_eq!(audit.findings, []);
    let totals = snapshot_of(&app.database.store, WorkshopId(1)).await.worker_totals().await.expect("totals");
    // 60 roses at 2.20, and three repaired at 0.50.
    assert_eq!(totals.iter().map(|worker| worker.earned_fen).sum::<i64>(), 60 * 220 + 3 * 50);
    assert_eq!(totals.iter().map(|worker| worker.paid_fen).sum::<i64>(), 60 * 220 + 3 * 50);
    assert!(totals.iter().all(|worker| worker.owed_fen == 0));
    for phone in [desk, hers, clerk] {
        phone.close().await;
    }
}

/// The address of the counting table for a worker.
async fn count_page(desk: &Phone, number: &str) -> String {
    desk.go("/count").await;
    desk.follow_text("main a[href^='/count?worker=']", number).await;
    desk.path().await
}

async fn fill_count(desk: &Phone, numbers: &[(&str, &str)]) {
    for part in ["accepted", "rework", "scrapped", "redo_accepted", "redo_scrapped"] {
        let wanted = numbers.iter().find(|(name, _)| *name == part).map_or("", |(_, value)| *value);
        let field = format!("[name^='rows'][name$='[{part}]']");
        if desk.count(&field).await > 0 {
            desk.fill(&field, wanted).await;
        }
    }
    if numbers.iter().any(|(name, _)| name.ends_with("rework") || name.ends_with("scrapped")) {
        desk.unfold("[name=reason]").await;
        desk.choose_first("form[action='/api/count'] [name=reason]").await;
    }
    desk.send("/api/count").await;
    assert!(desk.path().await.starts_with("/count?counted="), "{}", desk.text().await);
}

struct Delivered {
    /// The coordinator's page.
    page: String,
    /// The firm's link, which needs no account.
    link: String,
}

async fn deliver(desk: &Phone, order: &str) -> Delivered {
    let id = order.trim_start_matches("/orders/");
    desk.go(&format!("/deliveries/new?order={id}")).await;
    desk.send("/api/deliver").await;
    let page = desk.path().await.split('?').next().unwrap_or_default().to_owned();
    let text = desk.text().await;
    let start = text.find("/d/").unwrap_or_else(|| panic!("the note has a link: {text}"));
    let link = text[start..].split_whitespace().next().unwrap_or_default().to_owned();
    Delivered { page, link }
}

/// What the coordinator imports.
struct Files {
    folder: PathBuf,
    styles: String,
    workers: String,
    orders: String,
}

impl Files {
    fn written() -> Self {
        let folder = std::env::temp_dir().join(format!("petalwork-{}", Uuid::new_v4()));
        std::fs::create_dir(&folder).expect("a folder");
        let path = |name: &str| folder.join(name).display().to_string();
        let (styles, workers, orders) = (path("styles.csv"), path("workers.csv"), path("orders.xlsx"));
        std::fs::write(&styles, STYLES).expect("written");
        std::fs::write(&workers, WORKERS).expect("written");
        order_book().save(&orders).expect("written");
        Self { folder, styles, workers, orders }
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A workbook as a firm sends it.
fn order_book() -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let day = |text: &str| ExcelDateTime::parse_from_str(text).expect("a day");
    sheet.merge_range(0, 0, 0, 6, "试验花饰有限公司  生产订单", &Format::new()).expect("a title");
    sheet.write(1, 0, "订单号：T-2026-1").expect("a cell");
    sheet.write(1, 3, "下单日期").expect("a cell");
    sheet.write_with_format(1, 4, day("2026-11-01"), &date).expect("a cell");
    sheet.write(1, 5, "交期").expect("a cell");
    sheet.write_with_format(1, 6, day("2026-11-20"), &date).expect("a cell");
    for (column, head) in (0..).zip(["序号", "款号", "品名", "数量（枝）", "单价(元)", "包装数", "备注"])
    {
        sheet.write(3, column, head).expect("a cell");
    }
    sheet.write(4, 0, 1).expect("a cell");
    sheet.write(4, 1, " MG-01 ").expect("a cell");
    sheet.write(4, 2, "玫瑰单枝").expect("a cell");
    sheet.write(4, 3, "６０").expect("a cell");
    sheet.write(4, 4, 3.6).expect("a cell");
    sheet.write(4, 5, 10).expect("a cell");
    sheet.write(5, 2, "合计").expect("a cell");
    sheet.write(5, 3, 60).expect("a cell");
    book
}
