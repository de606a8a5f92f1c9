//! Files on their way in.

use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::photo::{FLOWER, PIXEL};
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use futures_util::future::join_all;
use reqwest::Method;

const STYLES: &str = "款号,品名,工序,工序名,工价(元),标准分钟,生效日期\nNEW-1,新款,S1,整花,1.00,5,2026-11-01\n";

async fn upload(desk: &Visitor, bytes: Vec<u8>) -> Page {
    let page = desk.open("/import").await;
    desk.upload(&page, "/api/upload_file", "styles", "file", ("styles.csv", bytes)).await
}

#[tokio::test]
async fn a_file_that_is_too_large_is_told_so() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    for megabytes in [5, 6, 24] {
        let page = upload(&desk, vec![b'x'; megabytes * 1024 * 1024 + 1]).await;
        assert!(page.text().contains("文件超过 5 兆"), "{megabytes} MB: {} {}", page.status, page.text());
    }
}

#[tokio::test]
async fn several_import_at_once_and_each_file_is_in_its_books_once() {
    let app = App::start().await;
    let mut desks = Vec::new();
    for n in 0..4 {
        let v = Village::settle(&app.database.store).await;
        let desk = app.coordinator(v.workshop, &format!("1380000000{n}")).await;
        desks.push((v.workshop, desk));
    }
    let previews = join_all(desks.iter().map(|(_, desk)| upload(desk, STYLES.into()))).await;
    // Each sends it three times at once, and looks about meanwhile.
    join_all(desks.iter().zip(&previews).flat_map(|((_, desk), preview)| {
        (0..3).map(async move |_| {
            let (done, page) = tokio::join!(desk.send(preview, "/api/import_file", &[]), desk.open("/today"));
            assert!(done.status == 200 && !done.path.contains("draft="), "{}: {}", done.path, done.text());
            assert_eq!(page.status, 200, "{}", page.text());
        })
    }))
    .await;
    for (workshop, desk) in &desks {
        let page = desk.open("/styles").await;
        assert_eq!(page.text().matches("NEW-1").count(), 1, "{}", page.text());
        assert_eq!(app.database.store.audit(*workshop).await.expect("an audit").findings, []);
    }
}

#[tokio::test]
async fn a_file_that_is_called_otherwise_is_not_taken() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let page = desk.open("/import").await;
    for (name, said) in
        [("工人.docx", "这里要表格文件"), ("工人.jpg", "这里要表格文件"), ("order.PDF", "这里要表格文件")]
    {
        let refused = desk.upload(&page, "/api/upload_file", "workers", "file", (name, b"x".to_vec())).await;
        assert!(refused.text().contains(said), "{name}: {}", refused.text());
    }
    let taken = desk.upload(&page, "/api/upload_file", "workers", "file", ("工人", b"x".to_vec())).await;
    assert!(taken.path.starts_with("/import/"), "what has no ending is read: {}", taken.path);
    let picture = desk.upload(&page, "/api/upload_file", "orders", "file", ("单子", b"%PDF-1.7".to_vec())).await;
    assert!(picture.path.starts_with("/orders/new?original="), "what it is decides: {}", picture.text());
}

/// A workbook of one sheet of texts.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write_string(row, column, *text).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

async fn look(desk: &Visitor, kind: &str, name: &str, bytes: Vec<u8>) -> Page {
    let page = desk.open("/import").await;
    desk.upload(&page, "/api/upload_file", kind, "file", (name, bytes)).await
}

#[tokio::test]
async fn styles_workers_and_the_notebook_come_as_workbooks_too() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let styles: &[&[&str]] = &[
        &["我们村的款式"],
        &[],
        &["款号", "品名", "工序", "工序名", "工价(元)", "标准分钟", "生效日期"],
        &["NEW-1", "新款", "S1", "整花", "1.00", "5", "2026-11-01"],
    ];
    let workers: &[&[&str]] =
        &[&["工号", "姓名", "每天可做分钟", "休息日", "会做"], &["W09", "丁香", "240", "日", "NEW-1/S1"]];
    let notebook: &[&[&str]] = &[
        &["日期", "工号", "订单号", "款号", "工序", "事项", "数量", "金额(元)", "备注"],
        &["2026-11-02", "W01", "T-1", "MD-1", "S1", "领活", "10", "", "早上"],
        &["2026-11-02", "W01", "T-1", "MD-1", "S1", "交活", "12", "", ""],
    ];
    for (kind, rows, told) in [("styles", styles, "款式"), ("workers", workers, "工人")] {
        let preview = look(&desk, kind, "a.xlsx", workbook(rows)).await;
        assert!(preview.text().contains(told), "{kind}: {}", preview.text());
        let done = desk.send(&preview, "/api/import_file", &[]).await;
        assert!(done.path.ends_with("done=imported"), "{kind}: {}", done.text());
    }
    assert!(desk.open("/workers").await.text().contains("丁香"));
    let faulty = look(&desk, "notebook", "账.xlsx", workbook(notebook)).await;
    assert!(faulty.text().contains("第 3 行"), "{}", faulty.text());
    let fine = look(&desk, "notebook", "账.xlsx", workbook(&notebook[..2])).await;
    let done = desk.send(&fine, "/api/import_file", &[]).await;
    assert!(done.path.ends_with("done=imported"), "{}", done.text());
}

#[tokio::test]
async fn what_a_firm_calls_otherwise_is_named_once_and_known_the_next_time() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let sheet = |number: &str| {
        let number = format!("订单号：{number}");
        workbook(&[
            &["测试贸易有限公司 生产订单"],
            &[&number, "下单日期：2026-11-2", "交期：2026-11-25"],
            &["花号", "要多少", "什么色", "多少钱"],
            &["MD-1", "120枝", "红", "¥6.80/枝"],
            &["MD-1", "80枝", "白", "¥6.80/枝"],
        ])
    };
    let first = look(&desk, "orders", "order.xlsx", sheet("HR-31")).await;
    for told in ["哪一列是什么？", "花号", "下面写的是：MD-1 · MD-1", "什么色"] {
        assert!(first.text().contains(told), "{told}: {}", first.text());
    }
    let name = |no: usize| format!("columns[{no}][field]");
    let said: Vec<(String, &str)> =
        ["style", "pieces", "variant", "price"].into_iter().enumerate().map(|(no, field)| (name(no), field)).collect();
    let fields: Vec<_> = said.iter().map(|(name, field)| (name.as_str(), *field)).collect();
    let twice = desk.send(&first, "/api/name_columns", &[fields[0], fields[1], ("columns[2][field]", "style")]).await;
    assert!(twice.text().contains("两列不能是同一样"), "{}", twice.text());
    let read = desk.send(&first, "/api/name_columns", &fields).await;
    for told in ["HR-31 · 测试贸易有限公司", "11月25日", "红", "120", "¥6.80"] {
        assert!(read.text().contains(told), "{told}: {}", read.text());
    }
    let done = desk.send(&read, "/api/import_file", &[]).await;
    assert!(done.path.ends_with("done=imported"), "{}", done.text());
    let next = look(&desk, "orders", "order.xlsx", sheet("HR-32")).await;
    assert!(
        !next.text().contains("哪一列是什么？") && next.text().contains("HR-32 · 测试贸易有限公司"),
        "{}",
        next.text()
    );
    let done = desk.send(&next, "/api/import_file", &[]).await;
    assert!(done.path.ends_with("done=imported"), "{}", done.text());
    let orders = desk.open("/orders").await.text();
    assert!(orders.contains("牡丹 红") && orders.contains("HR-31") && orders.contains("HR-32"), "{orders}");
}

#[tokio::test]
async fn the_villages_own_files_may_call_their_columns_otherwise_too() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let workers: &[&[&str]] = &[
        &["我们村的人", ""],
        &["牌号", "叫什么", "一天几分钟", "歇", "手艺"],
        &["W31", "丁香", "240", "日", "MD-1/S1"],
    ];
    let notebook = |pieces: &str| {
        format!("哪天,工号,订单号,款号,工序,干什么,几枝,金额,备注\n2026-11-02,W01,T-1,MD-1,S1,领活,{pieces},,\n")
            .into_bytes()
    };
    let named = |fields: &[&str]| -> Vec<(String, String)> {
        let named = fields.iter().enumerate().map(|(no, field)| (format!("columns[{no}][field]"), (*field).to_owned()));
        named.filter(|(_, field)| !field.is_empty()).collect()
    };
    for (kind, file, bytes, fields) in [
        (
            "workers",
            "a.xlsx",
            workbook(workers),
            named(&["worker", "worker-name", "minutes-a-day", "days-off", "skills"]),
        ),
        ("notebook", "b.csv", notebook("10"), named(&["day", "", "", "", "", "entry", "pieces"])),
    ] {
        let asked = look(&desk, kind, file, bytes).await;
        assert!(asked.text().contains("哪一列是什么？"), "{kind}: {}", asked.text());
        let stranger = desk.send(&asked, "/api/name_columns", &[("columns[0][field]", "price")]).await;
        assert!(stranger.text().contains("哪一列是什么？"), "{kind}: {}", stranger.text());
        let fields: Vec<_> = fields.iter().map(|(name, field)| (name.as_str(), field.as_str())).collect();
        let read = desk.send(&asked, "/api/name_columns", &fields).await;
        let done = desk.send(&read, "/api/import_file", &[]).await;
        assert!(done.path.ends_with("done=imported"), "{kind}: {}", done.text());
    }
    assert!(desk.open("/workers").await.text().contains("丁香"));
    // The next page of the notebook is read by itself; what was said of it can still be changed.
    let next = look(&desk, "notebook", "b.csv", notebook("20")).await;
    assert!(next.text().contains("这些列是什么（按上次说的）") && !next.text().contains("哪一列是什么？"));
    let otherwise = named(&["day", "", "", "", "", "entry", "note"]);
    let otherwise: Vec<_> = otherwise.iter().map(|(name, field)| (name.as_str(), field.as_str())).collect();
    let refused = desk.send(&next, "/api/name_columns", &otherwise).await;
    assert!(refused.text().contains("哪一列是什么？") && refused.text().contains("数量"), "{}", refused.text());
    let next = look(&desk, "notebook", "b.csv", notebook("20")).await;
    let done = desk.send(&next, "/api/import_file", &[]).await;
    assert!(done.path.ends_with("done=imported"), "{}", done.text());
    // What was said once can be taken back, and another column be that.
    let otherwise = |pieces: &str| {
        format!("哪天,工号,订单号,款号,工序,干什么,几枝,金额,真的几枝\n2026-11-02,W01,T-1,MD-1,S1,领活,甲,,{pieces}\n")
            .into_bytes()
    };
    let next = look(&desk, "notebook", "b.csv", otherwise("5")).await;
    let fields = [("columns[6][field]", ""), ("columns[8][field]", "pieces")];
    let read = desk.send(&next, "/api/name_columns", &fields).await;
    let done = desk.send(&read, "/api/import_file", &[]).await;
    assert!(done.path.ends_with("done=imported"), "{}", done.text());
    let next = look(&desk, "notebook", "b.csv", otherwise("6")).await;
    let done = desk.send(&next, "/api/import_file", &[]).await;
    assert!(done.path.ends_with("done=imported"), "{}", done.text());
}

/// An order of the village's style, with a picture beside its line and another in its title.
fn with_pictures() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows: [&[&str]; 4] = [
        &["测试贸易有限公司 生产订单"],
        &["订单号：HR-41", "下单日期：2026-11-2", "交期：2026-11-25"],
        &["款号", "数量", "单价", "图"],
        &["MD-1", "120", "6.80"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, *text).expect("a cell");
        }
    }
    for (row, bytes) in [(0, PIXEL), (3, FLOWER)] {
        let image = rust_xlsxwriter::Image::new_from_buffer(bytes).expect("an image");
        sheet.insert_image(row, 3, &image).expect("a place");
    }
    book.save_to_buffer().expect("a workbook")
}

#[tokio::test]
async fn a_picture_in_a_workbook_becomes_the_photo_of_its_style() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let preview = look(&desk, "orders", "order.xlsx", with_pictures()).await;
    assert_eq!(preview.count("img[src^='data:image/jpeg;base64,']"), 2, "{}", preview.text());
    assert!(!preview.text().contains("没导入的列"), "the column of pictures is not missed: {}", preview.text());
    let form = preview.form("/api/import_file", None);
    let places: Vec<_> = ["pictures[0]", "pictures[1]"].map(|name| form[name].clone()).into();
    assert!(places.contains(&String::new()) && places.contains(&"MD-1 -".to_owned()), "{places:?}");
    let twice = [("pictures[0]", "MD-1 -"), ("pictures[1]", "MD-1 -")];
    let refused = desk.send(&preview, "/api/import_file", &twice).await;
    assert!(
        refused.text().contains("这一款前面已经选了另一张照片") && !desk.open("/orders").await.text().contains("HR-41")
    );
    let done = desk.send(&preview, "/api/import_file", &[]).await;
    assert!(done.path.ends_with("done=imported"), "{}", done.text());
    let style = desk.open(&format!("/styles/{}", v.style)).await;
    assert!(style.count(".photo img") > 0, "{}", style.text());
    // Once more: nothing is new, and nothing is put twice.
    let head = snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head");
    desk.send(&preview, "/api/import_file", &[]).await;
    assert_eq!(snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head"), head);
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn an_order_that_comes_as_a_photo_is_typed_off_beside_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let beside = look(&desk, "orders", "单子.jpg", FLOWER.to_vec()).await;
    assert!(beside.path.starts_with("/orders/new?original="), "{}", beside.text());
    assert_eq!(beside.count(".original img[src^='data:image/jpeg;base64,']"), 1);
    let style = v.style.to_string();
    let firm = v.firm.to_string();
    let fields = [
        ("firm[known]", firm.as_str()),
        ("code", ""),
        ("placed", "2026-11-02"),
        ("due", "2026-11-30"),
        ("lines[0][style]", &style),
        ("lines[0][pieces]", "60"),
        ("lines[0][price]", "6.80"),
    ];
    let refused = desk.send(&beside, "/api/open_order", &fields).await;
    assert_eq!(refused.count(".original img"), 1, "the photo stays beside what was typed: {}", refused.text());
    let fields = fields.map(|(name, value)| (name, if name == "code" { "HR-51" } else { value }));
    let opened = desk.send(&refused, "/api/open_order", &fields).await;
    assert!(opened.path.ends_with("done=opened"), "{}", opened.text());
    assert!(opened.count("a.photo img") > 0, "its sample card: {}", opened.text());
    // What is no photo is told so, and of what no photo may be sent too.
    for (kind, name, bytes, says) in [
        ("orders", "a.jpg", b"no photo".to_vec(), "读不了"),
        ("workers", "a.pdf", PDF.to_vec(), "这里要表格文件"),
        ("orders", "a.heic", b"no photo".to_vec(), "读不了"),
        ("workers", "a.jpg", FLOWER.to_vec(), "这里要表格文件"),
    ] {
        let refused = look(&desk, kind, name, bytes).await;
        assert!(refused.path.contains("draft=") && refused.text().contains(says), "{name}: {}", refused.text());
    }
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

/// How a PDF begins.
const PDF: &[u8] = b"%PDF-1.7\n%%EOF\n";

#[tokio::test]
async fn an_order_that_comes_as_a_pdf_is_typed_off_beside_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let beside = look(&desk, "orders", "单子.pdf", PDF.to_vec()).await;
    let shown = beside.attributes(".original iframe", "src");
    assert_eq!(beside.attributes(".original a", "href").len(), 1, "{}", beside.text());
    assert_eq!(beside.count("[name='photo[keep]']"), 0, "it is no sample card");
    let response = desk.ask(Method::GET, &shown[0]).send().await.expect("an answer");
    let said = |name: &str| response.headers()[name].to_str().expect("a text").to_owned();
    assert_eq!(said("content-type"), "application/pdf");
    assert_eq!(said("x-content-type-options"), "nosniff");
    assert!(said("content-security-policy").contains("frame-ancestors 'self'"));
    assert_eq!(response.bytes().await.expect("the file"), PDF);
    // Nothing else that was sent is given back.
    let table = look(&desk, "styles", "a.csv", b"a\n".to_vec()).await;
    let response = desk.ask(Method::GET, &format!("{}/original", table.path)).send().await.expect("an answer");
    assert_eq!(response.status(), 404);
}

#[tokio::test]
async fn what_is_wrong_stands_below_its_row() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let workers = "工号,姓名,每天可做分钟,休息日,会做\nW21,丁香,240,日,MD-1/S1\nW22,海棠,很多,日,MD-1/S1\nW23,茉莉,240,日,MD-1/S1\n                   W24,石榴,240,日,MD-1/S1\nW25,月季,240,日,NO-9/S1\n";
    let faulty = look(&desk, "workers", "a.csv", workers.into()).await;
    let wrong = faulty.texts(".lines .wrong");
    assert_eq!(wrong.len(), 2, "{}", faulty.text());
    assert!(wrong[0].starts_with('3') && wrong[0].contains("海棠") && wrong[0].contains("很多”不是"), "{wrong:?}");
    assert!(wrong[1].starts_with('6') && wrong[1].contains("月季") && wrong[1].contains("NO-9"), "{wrong:?}");
    // With the rows around them, and no others.
    let rows = faulty.texts(".lines li").join(" ");
    assert!(rows.contains("丁香") && rows.contains("茉莉") && rows.contains("石榴"), "{rows}");
    let whole = look(&desk, "workers", "a.csv", "没有表头\n".into()).await;
    assert!(whole.count(".faults li") + whole.count(".lines .wrong") > 0, "{}", whole.text());
    let fine = look(&desk, "workers", "a.csv", workers.lines().take(2).collect::<Vec<_>>().join("\n").into()).await;
    assert!(fine.texts(".lines li").join(" ").contains("丁香"), "{}", fine.text());
    // Of a workbook's sheets, by their names.
    let orders: &[&[&str]] = &[
        &["测试贸易有限公司 生产订单"],
        &["订单号：HR-61", "下单日期：2026-11-2", "交期：2026-11-25"],
        &["款号", "数量", "单价"],
        &["MD-1", "多少", "6.80"],
    ];
    let faulty = look(&desk, "orders", "a.xlsx", workbook(orders)).await;
    let wrong = faulty.texts(".lines .wrong").join(" ");
    assert!(wrong.contains("MD-1") && wrong.contains("多少"), "{}", faulty.text());
    assert!(faulty.texts(".lines .sheet-name").join(" ").contains("Sheet1"), "{}", faulty.text());
}

#[tokio::test]
async fn a_file_whose_order_was_struck_out_opens_it_again() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    for time in 1..=3 {
        let preview = look(&desk, "orders", "order.xlsx", with_pictures()).await;
        let done = desk.send(&preview, "/api/import_file", &[]).await;
        assert!(done.path.ends_with("done=imported"), "time {time}: {}", done.text());
        let again = look(&desk, "orders", "order.xlsx", with_pictures()).await;
        assert!(again.text().contains("账上都有了"), "while it stands it is known: {}", again.text());
        let journal = desk.open("/journal?kind=open_order").await;
        let entry = journal.attributes("main a[href^='/correct/']", "href").remove(0);
        let struck = desk.send(&desk.open(&entry).await, "/api/correct", &[("reason", "下错了")]).await;
        assert!(struck.path.contains("done=corrected"), "{}", struck.text());
    }
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}
