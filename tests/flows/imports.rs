//! Files on their way in.

use crate::support::app::App;
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use futures_util::future::join_all;

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
    let refused = desk.upload(&page, "/api/upload_file", "workers", "file", ("工人.jpg", b"x".to_vec())).await;
    assert!(refused.text().contains("这里要 .csv 的文件"), "{}", refused.text());
    let taken = desk.upload(&page, "/api/upload_file", "workers", "file", ("工人", b"x".to_vec())).await;
    assert!(taken.path.starts_with("/import/"), "what has no ending is read: {}", taken.path);
}
