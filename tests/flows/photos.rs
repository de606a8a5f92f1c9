//! Photos: taken by the coordinator, seen by whoever may see the thing, and by nobody else.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::firm::{clerk_of, note_of};
use crate::support::photo::{FLOWER, PIXEL};
use crate::support::village::{Village, note};
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::worker_of;
use futures_util::future::join_all;
use ledger::model::{Answer, LineAnswer, Pictured};
use ledger::parse::limit::{PHOTO_BYTES, PICTURE_BYTES, SMALL_PICTURE_BYTES};
use ledger::values::ids::StepNo;
use ledger::values::pieces::Pieces;
use reqwest::Method;

const SET: &str = "/api/set_photo";

async fn send(desk: &Visitor, page: &Page, of: Pictured, bytes: &[u8]) -> Page {
    desk.upload(page, SET, &of.to_string(), "file", ("IMG_2041.jpg", bytes.to_vec())).await
}

/// The bytes at an address, if they are a picture.
async fn picture(visitor: &Visitor, path: &str) -> Option<Vec<u8>> {
    let answer = visitor.ask(Method::GET, path).send().await.expect("an answer");
    let head =
        |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if !answer.status().is_success() {
        assert_eq!(answer.status(), 404, "{path}");
        return None;
    }
    assert_eq!(head("content-type"), "image/jpeg");
    assert_eq!(head("x-content-type-options"), "nosniff");
    assert!(head("cache-control").starts_with("private") && head("cache-control").contains("immutable"));
    Some(answer.bytes().await.expect("bytes").to_vec())
}

#[tokio::test]
async fn a_photo_is_sent_shown_replaced_removed_and_put_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    for (of, path) in [
        (Pictured::Style(v.style), format!("/styles/{}", v.style)),
        (Pictured::Step(v.style, StepNo(2)), format!("/styles/{}", v.style)),
        (Pictured::Order(v.order), format!("/orders/{}", v.order)),
    ] {
        let page = desk.open(&path).await;
        let before = page.count(".photo img");
        let old = desk.open(&path).await;
        let shown = send(&desk, &page, of, FLOWER).await;
        assert!(shown.path.starts_with(&path) && shown.text().contains("照片放好了"), "{}", shown.text());
        assert!(shown.count(".photo img") > before);
        let small = shown.attributes(&format!("#photo-{of} .photo img"), "src").remove(0);
        let large = shown.attributes(&format!("#photo-{of} a.photo"), "href").remove(0);
        let small = picture(&desk, &small).await.expect("a picture");
        let large = picture(&desk, &large).await.expect("a picture");
        assert!(small.len() <= SMALL_PICTURE_BYTES && large.len() <= PICTURE_BYTES && small.len() < large.len());
        for bytes in [&small, &large] {
            assert!(!bytes.windows(4).any(|word| word == b"Exif" || word == b"Tele"), "who took it where");
        }
        let stale = send(&desk, &old, of, FLOWER).await;
        assert!(stale.text().contains("有人换过这张照片"), "{}", stale.text());
        assert_eq!(
            stale.count(&format!("#photo-{of} .error, #photo-{of} [role=alert], #photo-{of} .notice")),
            1,
            "beside its form"
        );
        let key = of.to_string();
        let removed = desk.send_keyed(&shown, "/api/remove_photo", Some(&key), &[]).await;
        assert!(removed.text().contains("照片拿掉了"), "{}", removed.text());
        assert_eq!(removed.count(&format!("#photo-{of} img")), 0);
        let journal = desk.open("/journal").await;
        assert!(journal.text().contains("放照片") && journal.text().contains("拿掉了"), "{}", journal.text());
        let entry = journal.attributes("a[href^='/correct/']", "href").remove(0);
        let back = desk.send(&desk.open(&entry).await, "/api/correct", &[("reason", "拿错了")]).await;
        assert!(back.path.contains("done=corrected"), "{}", back.text());
        assert_eq!(desk.open(&path).await.count(&format!("#photo-{of} img")), 1);
    }
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn what_is_no_photo_is_refused_beside_its_form_and_changes_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let before = snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head");
    let path = format!("/styles/{}", v.style);
    let of = Pictured::Step(v.style, StepNo(1));
    for (bytes, says) in [
        (Vec::new(), "空的"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "不是照片"),
        (FLOWER[..200].to_vec(), "不是照片"),
        (b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), "不是照片"),
        (vec![0xff; PHOTO_BYTES + 1], "超过 12 兆"),
        (vec![0xff; PHOTO_BYTES + 1_000_000], "超过 12 兆"),
    ] {
        let page = desk.open(&path).await;
        let refused = send(&desk, &page, of, &bytes).await;
        let said = refused.texts(&format!("#photo-{of}")).join(" ");
        assert!(said.contains(says), "{says}: {said} at {}", refused.path);
        let other = refused.texts(&format!("#photo-{}", Pictured::Style(v.style))).join(" ");
        assert!(!other.contains(says), "beside another form: {other}");
    }
    let after = snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head");
    assert_eq!(before, after);
}

#[tokio::test]
async fn two_who_send_one_at_once_do_not_lose_either_unseen() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/styles/{}", v.style)).await;
    let of = Pictured::Style(v.style);
    let answers = join_all((0..6).map(|_| async {
        // Each with a form of their own.
        let page = desk.open(&page.path).await;
        (page.count(&format!("#photo-{of} img")), send(&desk, &page, of, FLOWER).await)
    }))
    .await;
    let done = answers.iter().filter(|(had, answer)| *had == 0 && answer.text().contains("照片放好了")).count();
    assert_eq!(done, 1, "one was first");
    // The same form twice is one photo.
    let page = desk.open(&format!("/orders/{}", v.order)).await;
    let card = Pictured::Order(v.order);
    for _ in 0..2 {
        assert!(send(&desk, &page, card, FLOWER).await.text().contains("照片放好了"));
    }
}

#[tokio::test]
async fn a_photo_is_seen_by_whoever_may_see_the_thing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let style = v.picture(Pictured::Style(v.style)).await;
    v.issue(1, v.anna, 10).await;
    let sent = v.send(5, "").await;
    let desk = coordinator_of(&app, v.workshop).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let clerk = clerk_of(&app, &v, v.firm).await;
    let paper = note_of(&v, sent).await;
    let stranger = Visitor::new(&app.address);
    let path = format!("/photos/{style}");
    for size in ["", "/small"] {
        let path = format!("{path}{size}");
        assert!(picture(&desk, &path).await.is_some());
        assert!(picture(&anna, &path).await.is_some(), "she makes it");
        assert!(picture(&clerk, &path).await.is_some(), "it ordered it");
        assert!(picture(&stranger, &path).await.is_none());
        assert!(picture(&stranger, &format!("{paper}{path}")).await.is_some(), "who holds the note");
        assert!(picture(&stranger, &format!("/d/none{path}")).await.is_none());
    }
    for bad in ["/photos/ab", "/photos/../photos", "/photos/%00", "/photos/zz/small"] {
        assert!(picture(&desk, bad).await.is_none(), "{bad}");
    }
    // The sample card is between the firm and the workshop. It is another picture: the same would be seen as the style's.
    let card = {
        let page = desk.open(&format!("/orders/{}", v.order)).await;
        let shown = send(&desk, &page, Pictured::Order(v.order), PIXEL).await;
        shown.attributes(&format!("#photo-{} a.photo", Pictured::Order(v.order)), "href").remove(0)
    };
    assert!(picture(&desk, &card).await.is_some() && picture(&clerk, &card).await.is_some());
    assert!(picture(&anna, &card).await.is_none() && picture(&stranger, &format!("{paper}{card}")).await.is_none());
    let shown = clerk.open(&format!("/firm/orders/{}", v.order)).await;
    assert_eq!(shown.count(&format!("a.photo[href='{card}']")), 1);
}

#[tokio::test]
async fn every_page_on_which_work_is_of_a_style_shows_its_photo() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let hash = v.picture(Pictured::Style(v.style)).await;
    v.issue(1, v.anna, 10).await;
    let issue = v.issue(1, v.anna, 5).await;
    let sent = v.send(5, "").await;
    let answered = v.send(2, "").await;
    let none = Pieces::ZERO;
    let said = LineAnswer { line: v.line, confirmed: Pieces(2), refused: none, short: none, reason: note("") };
    v.done(Answer { delivery: answered, lines: vec![said] }).await;
    let (order, line, anna) = (v.order, v.line, v.anna);
    let last = v.issue(1, v.berta, 3).await;
    v.done(v.count_of(v.berta, last, 3, 0, 0)).await;
    let finished = v.issue(2, v.berta, 2).await;
    v.done(v.count_of(v.berta, finished, 2, 0, 0)).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let shows = |page: &Page, base: &str| {
        let small = page.count(&format!("img[src='{base}/photos/{hash}/small'][loading=lazy][width][height]"));
        assert!(small > 0, "{}: {}", page.path, page.text());
    };
    for path in [
        "/styles".to_owned(),
        format!("/styles/{}", v.style),
        format!("/orders/{order}"),
        format!("/split?pool[0]={line}/1"),
        format!("/count?worker={anna}"),
        format!("/deliveries/{answered}"),
        format!("/deliveries/new?order={order}"),
        format!("/orders/{order}/back/{issue}"),
        "/today".to_owned(),
    ] {
        shows(&desk.open(&path).await, "");
    }
    let her = worker_of(&app, &v, anna).await;
    for path in ["/me".to_owned(), format!("/me/hand-in/{issue}")] {
        let page = her.open(&path).await;
        shows(&page, "");
        assert_eq!(page.count("svg.flower"), 0, "{path}");
    }
    let clerk = clerk_of(&app, &v, v.firm).await;
    let paper = note_of(&v, sent).await;
    for path in
        [format!("/firm/orders/{order}"), format!("/firm/deliveries/{sent}"), format!("/firm/deliveries/{answered}")]
    {
        shows(&clerk.open(&path).await, "");
    }
    shows(&Visitor::new(&app.address).open(&paper).await, &paper);
    // A step's own photo goes before that of the whole.
    let page = desk.open(&format!("/styles/{}", v.style)).await;
    send(&desk, &page, Pictured::Step(v.style, StepNo(1)), PIXEL).await;
    let page = her.open("/me").await;
    let seen = page.attributes(".task img", "src");
    let of_whole = seen.iter().filter(|src| src.contains(&hash.to_string())).count();
    assert!(of_whole > 0 && of_whole < seen.len(), "both steps are at her home: {seen:?}");
}

#[tokio::test]
async fn a_page_with_photos_stays_small() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.picture(Pictured::Style(v.style)).await;
    v.issue(1, v.anna, 10).await;
    let her = worker_of(&app, &v, v.anna).await;
    let page = her.open("/me").await;
    let mut bytes = 0;
    for src in page.attributes("img", "src") {
        bytes += picture(&her, &src).await.expect("a picture").len();
    }
    assert!(bytes > 0 && bytes <= SMALL_PICTURE_BYTES, "{bytes} bytes of photos on a page with one task");
    assert!(page.html.len() < 14_336, "{} bytes before they are packed", page.html.len());
}
