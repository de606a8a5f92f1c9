//! A workshop's own voice: recorded by the coordinator, heard by her workshop's people, and by nobody else.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::firm::clerk_of;
use crate::support::photo::FLOWER;
use crate::support::sound::{silence, tone};
use crate::support::village::{Village, name, noon};
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::worker_of;
use futures_util::future::join_all;
use ledger::parse::limit::{CLIP_SECONDS, SOUND_BYTES};
use reqwest::{Method, Response};

const SET: &str = "/api/set_voice_clip";
const SEVEN: &str = "/voice/zh-CN/n7";

async fn keep(desk: &Visitor, page: &Page, bytes: Vec<u8>) -> Page {
    let key =
        page.path.split('?').next().and_then(|path| path.strip_prefix("/voice/")).expect("a clip's page").to_owned();
    desk.upload(page, SET, &key, "file", ("recording.wav", bytes)).await
}

async fn ask(visitor: &Visitor, path: &str) -> Response {
    visitor.ask(Method::GET, path).send().await.expect("an answer")
}

fn head(answer: &Response, name: &str) -> String {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// The addresses of all that a page says.
fn heard(page: &Page) -> Vec<String> {
    page.attributes("a.hear[data-hear]", "href")
}

#[tokio::test]
async fn a_clip_is_recorded_heard_by_her_women_recorded_again_and_taken_back() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 7).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let anna = worker_of(&app, &v, v.anna).await;
    assert!(heard(&anna.open("/me").await).iter().all(|path| path.starts_with("/spoken/zh-CN/")));
    let page = desk.open(SEVEN).await;
    assert!(page.text().contains("自带的"), "{}", page.text());
    let kept = keep(&desk, &page, tone(60)).await;
    assert!(kept.text().contains("录音换上了") && kept.text().contains("自己录的"), "{}", kept.text());
    // Where a seven is said, it is hers; what has none stays as it was shipped.
    let page = anna.open("/me").await;
    let (own, shipped): (Vec<_>, Vec<_>) = heard(&page).into_iter().partition(|path| path.starts_with("/spoken/own/"));
    assert!(
        own.iter().all(|path| path.contains("n7")) && shipped.iter().all(|path| !path.contains("n7")),
        "{own:?} {shipped:?}"
    );
    let path = own.first().expect("she has seven to make").clone();
    let answer = ask(&anna, &path).await;
    assert_eq!((answer.status().as_u16(), head(&answer, "content-type")), (200, "audio/mpeg".to_owned()));
    assert_eq!(head(&answer, "cache-control"), "private, max-age=31536000, immutable");
    let sound = answer.bytes().await.expect("bytes");
    let shipped = path.replace("/own/", "/").split('?').next().expect("a path").to_owned();
    assert_ne!(sound, ask(&anna, &shipped).await.bytes().await.expect("bytes"));
    assert!(sound.chunks(72).all(|frame| frame.len() == 72 && frame[..2] == [0xff, 0xf3]), "frames of one kind");
    let part = anna.ask(Method::GET, &path).header("range", "bytes=0-1").send().await.expect("an answer");
    assert_eq!((part.status().as_u16(), part.bytes().await.expect("bytes")), (206, sound.slice(..2)));
    // Another recording has another address; under the former one, nothing is kept.
    let again = keep(&desk, &desk.open(SEVEN).await, tone(90)).await;
    assert!(again.text().contains("录音换上了"), "{}", again.text());
    let now = heard(&anna.open("/me").await);
    assert!(!now.contains(&path), "{path}");
    assert_eq!(head(&ask(&anna, &path).await, "cache-control"), "private, no-cache");
    let list = desk.open("/voice").await;
    assert!(list.texts("li#n7").join("").contains("自己录的") && list.texts("li#n8").join("").contains("自带的"));
    let back = desk.send(&desk.open(SEVEN).await, "/api/take_voice_clip_back", &[]).await;
    assert!(back.text().contains("换回自带的声音了"), "{}", back.text());
    assert!(heard(&anna.open("/me").await).iter().all(|path| path.starts_with("/spoken/zh-CN/")));
    let journal = desk.open("/journal").await;
    assert!(journal.text().contains("“七”（中文）") && journal.text().contains("换回自带的声音"), "{}", journal.text());
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn what_is_no_clip_is_refused_beside_its_form_and_changes_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let before = snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head");
    let too_long = tone(CLIP_SECONDS * 100 + 50);
    for (bytes, says) in [
        (Vec::new(), "空的"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "不是录音"),
        (tone(100)[..8_000].to_vec(), "不是录音"),
        (FLOWER.to_vec(), "不是录音"),
        (silence(200), "听不到声音"),
        (too_long, "最多 8 秒"),
        (vec![0x55; SOUND_BYTES + 1], "超过 6 兆"),
        (vec![0x55; SOUND_BYTES + 1_000_000], "超过 6 兆"),
    ] {
        let refused = keep(&desk, &desk.open(SEVEN).await, bytes).await;
        assert!(refused.text().contains(says), "{says}: {} at {}", refused.text(), refused.path);
    }
    let after = snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head");
    assert_eq!(before, after);
    for gone in ["/voice/zh-CN/n99", "/voice/fr/n7", "/voice/en/both", "/voice/zh-CN/pause"] {
        assert_eq!(ask(&desk, gone).await.status(), 404, "{gone}");
    }
}

#[tokio::test]
async fn many_who_record_at_once_do_not_lose_one_unseen() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(SEVEN).await;
    // More than there are connections, each with a form of their own, all made before any was sent.
    let pages = join_all((0..12).map(|_| desk.open(&page.path))).await;
    let answers = join_all(pages.iter().zip(40..).map(|(page, length)| keep(&desk, page, tone(length)))).await;
    let kept = answers.iter().filter(|page| page.text().contains("录音换上了")).count();
    let told = answers.iter().filter(|page| page.text().contains("有人换过这段录音")).count();
    assert_eq!((kept, told), (1, 11));
    // The same form twice is one recording.
    let page = desk.open("/voice/zh-CN/n8").await;
    for _ in 0..2 {
        assert!(keep(&desk, &page, tone(50)).await.text().contains("录音换上了"));
    }
}

#[tokio::test]
async fn another_workshop_hears_its_own_and_a_stranger_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.record("zh-CN/n7").await;
    let anna = worker_of(&app, &v, v.anna).await;
    let clerk = clerk_of(&app, &v, v.firm).await;
    let path = "/spoken/own/zh-CN/n7.mp3";
    let own = ask(&anna, path).await.bytes().await.expect("bytes");
    let shipped = ask(&anna, "/spoken/zh-CN/n7.mp3").await.bytes().await.expect("bytes");
    assert_ne!(own, shipped);
    for stranger in [&clerk, &Visitor::new(&app.address)] {
        assert_eq!(ask(stranger, path).await.status(), 404);
    }
    let next = app.database.store.make_workshop(&name("邻家花坊"), false, noon()).await.expect("a workshop");
    let next = coordinator_of(&app, next).await;
    assert_eq!(ask(&next, path).await.bytes().await.expect("bytes"), shipped);
    for bad in
        ["/spoken/own/zh-CN/n99.mp3", "/spoken/own/fr/n7.mp3", "/spoken/own/zh-CN/n7", "/spoken/own/zh-CN/%00.mp3"]
    {
        assert_eq!(ask(&anna, bad).await.status(), 404, "{bad}");
    }
}

#[tokio::test]
async fn the_microphone_is_asked_for_where_one_records_and_nowhere_else() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    for (path, may) in [(SEVEN, true), ("/voice", false), ("/today", false)] {
        let policy = head(&ask(&desk, path).await, "permissions-policy");
        assert_eq!(policy.contains("microphone=(self)"), may, "{path}: {policy}");
        assert!(policy.contains("camera=()"), "{path}: {policy}");
    }
}
