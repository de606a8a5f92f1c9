//! A photo of a bad piece in a count: put by who counts, seen by her whose work it is, and by no other worker and no firm.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::firm::clerk_of;
use crate::support::people::set_up;
use crate::support::photo::{FLOWER, PIXEL};
use crate::support::village::{Village, note};
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::worker_of;
use ledger::model::{Correct, Pictured, Role};
use ledger::values::ids::EventId;
use reqwest::{Method, StatusCode};

const SET: &str = "/api/set_photo";
const FORM: &str = "form[action^='/api/set_photo']";

/// Where one is once a count is recorded.
const COUNTED: &str = "/count?counted=";

async fn send(who: &Visitor, page: &Page, count: EventId, bytes: &[u8]) -> Page {
    let key = Pictured::Count(count).to_string();
    who.upload(page, SET, &key, "file", ("IMG_2042.jpg", bytes.to_vec())).await
}

/// Where the large photo of the count is, on a page where it can be put.
fn large(page: &Page, count: EventId) -> Option<String> {
    page.attributes(&format!("#photo-{} a.photo", Pictured::Count(count)), "href").pop()
}

async fn sees(who: &Visitor, photo: &str) -> bool {
    let mut seen = Vec::new();
    for path in [photo.to_owned(), format!("{photo}/small")] {
        let status = who.ask(Method::GET, &path).send().await.expect("an answer").status();
        assert!(status == StatusCode::OK || status == StatusCode::NOT_FOUND, "{path}: {status}");
        seen.push(status.is_success());
    }
    assert_eq!(seen[0], seen[1]);
    seen[0]
}

/// A count of Anna's: seven good, three sent back; by the form of the counting table.
async fn count(v: &Village<'_>, who: &Visitor) -> (EventId, Page) {
    let issue = v.issue(1, v.anna, 10).await;
    let page = who.open(&format!("/count?worker={}", v.anna)).await;
    let field = |part: &str| format!("rows[{issue}][{part}]");
    let (accepted, rework) = (field("accepted"), field("rework"));
    let page = who.send(&page, "/api/count", &[(&accepted, "7"), (&rework, "3")]).await;
    let id = page.path.strip_prefix(COUNTED).expect("recorded").parse().expect("its event");
    (id, page)
}

async fn helper_of(app: &App, v: &Village<'_>) -> Visitor {
    let helper = app.stranger();
    let link = app.invitation(v.workshop, Role::Helper).await;
    set_up(&helper, &link, "13700000077").await;
    helper
}

#[tokio::test]
async fn who_helps_shows_her_what_was_wrong_and_nobody_else_sees_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (desk, helper) = (coordinator_of(&app, v.workshop).await, helper_of(&app, &v).await);
    let (count, page) = count(&v, &helper).await;
    assert_eq!((page.count(FORM), page.count(&format!("details[open] {FORM}"))), (1, 0), "no longer than a line");
    let shown = send(&helper, &page, count, PIXEL).await;
    assert!(shown.path.starts_with(COUNTED) && shown.text().contains("照片放好了"), "{}", shown.text());
    assert!(shown.text().contains("合格 7") && !shown.html.contains('¥'), "{}", shown.text());
    let photo = large(&shown, count).expect("a photo");
    let (anna, berta) = (worker_of(&app, &v, v.anna).await, worker_of(&app, &v, v.berta).await);
    let clerk = clerk_of(&app, &v, v.firm).await;
    for (who, may) in [(&desk, true), (&helper, true), (&anna, true), (&berta, false), (&clerk, false)] {
        assert_eq!(sees(who, &photo).await, may);
    }
    assert!(!sees(&app.stranger(), &photo).await);
    // Beside the verdict, on her first page and on the count's; once she said that it is right, the row tells of it.
    let link = format!("a.photo[href='{photo}']");
    let home = anna.open("/me").await;
    assert!(home.count(&link) == 1 && home.text().contains("没做好的是这样"), "{}", home.text());
    assert_eq!(anna.open(&format!("/me/count/{count}")).await.count(&link), 1);
    let home = anna.send(&home, "/api/confirm_count", &[]).await;
    assert!(home.text().contains("有照片"), "{}", home.text());
    // The coordinator sees it wherever the count is.
    for path in [format!("/count/wrong/{count}"), format!("/correct/{count}"), "/journal".to_owned()] {
        assert!(desk.open(&path).await.count(&link) > 0, "{path}");
    }
    // Later, who helps finds the count again among her last.
    let again = helper.open(&helper.open("/count").await.link(&format!("a.open[href^='{COUNTED}']"))).await;
    let key = Pictured::Count(count).to_string();
    let removed = helper.send_keyed(&again, "/api/remove_photo", Some(&key), &[]).await;
    assert!(removed.path.starts_with(COUNTED) && removed.text().contains("照片拿掉了"), "{}", removed.text());
    assert_eq!(large(&removed, count), None);
    assert!(!sees(&anna, &photo).await);
    let own = helper.open("/journal").await;
    assert!(own.text().contains("没做好的一件") && own.text().contains("拿掉了"), "{}", own.text());
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn on_its_own_page_a_coordinator_replaces_it_and_takes_that_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let (count, noticed) = count(&v, &desk).await;
    let path = format!("/count/wrong/{count}");
    let page = desk.open(&path).await;
    let shown = send(&desk, &page, count, PIXEL).await;
    assert!(shown.path.starts_with(&path) && shown.text().contains("照片放好了"), "{}", shown.text());
    let first = large(&shown, count).expect("a photo");
    // Somebody who has the page from before does not lose it for her.
    let stale = send(&desk, &noticed, count, FLOWER).await;
    assert!(stale.path.starts_with(COUNTED) && stale.text().contains("有人换过这张照片"), "{}", stale.text());
    let replaced = send(&desk, &shown, count, FLOWER).await;
    assert_ne!(large(&replaced, count), Some(first.clone()));
    // The journal tells whose count it is of; undone, the first one is back.
    let journal = desk.open("/journal").await;
    assert!(journal.text().contains("放照片 安娜") && journal.text().contains("没做好的一件"), "{}", journal.text());
    let entry = desk.open(&journal.link("a[href^='/correct/']")).await;
    let back = desk.send(&entry, "/api/correct", &[("reason", "拿错了")]).await;
    assert!(back.path.contains("done=corrected"), "{}", back.text());
    let page = desk.open(&path).await;
    assert_eq!(large(&page, count), Some(first));
    let key = Pictured::Count(count).to_string();
    let removed = desk.send_keyed(&page, "/api/remove_photo", Some(&key), &[]).await;
    assert!(removed.path.starts_with(&path) && removed.text().contains("照片拿掉了"), "{}", removed.text());
}

#[tokio::test]
async fn a_count_that_was_undone_is_no_verdict_any_more() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let (count, page) = count(&v, &desk).await;
    let shown = send(&desk, &page, count, PIXEL).await;
    let photo = large(&shown, count).expect("a photo");
    let anna = worker_of(&app, &v, v.anna).await;
    let hers = format!("/me/count/{count}");
    assert!(anna.open(&hers).await.html.contains(&photo) && sees(&anna, &photo).await);
    v.done(Correct { event: count, reason: note("数错了") }).await;
    assert!(!anna.open(&hers).await.html.contains(&photo) && !sees(&anna, &photo).await);
    assert!(sees(&desk, &photo).await, "the past stays");
    let late = send(&desk, &shown, count, FLOWER).await;
    assert!(late.text().contains("已经冲正过了"), "{}", late.text());
    assert_eq!(desk.open(&format!("/count/wrong/{count}")).await.count(FORM), 0);
}

#[tokio::test]
async fn where_all_were_good_there_is_nothing_to_show() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let issue = v.issue(1, v.anna, 10).await;
    let count = v.done(v.count_of(v.anna, issue, 10, 0, 0)).await.id;
    for path in [format!("{COUNTED}{count}"), format!("/count/wrong/{count}")] {
        let page = desk.open(&path).await;
        assert_eq!((page.status, page.count(FORM)), (StatusCode::OK, 0), "{path}");
    }
}
