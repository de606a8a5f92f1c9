//! A spoken word with a dispute: said by a worker, heard by her and her workshop's coordinators, and by nobody else.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::firm::clerk_of;
use crate::support::sound::{silence, tone};
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::worker_of;
use ledger::parse::limit::{RECORDING_BYTES, SPOKEN_SECONDS};
use ledger::values::ids::EventId;
use reqwest::{Method, Response};

const SAY: &str = "/api/say_dispute";

async fn say(her: &Visitor, page: &Page, entry: EventId, bytes: Vec<u8>) -> Page {
    her.upload(page, SAY, &entry.to_string(), "file", ("recording.wav", bytes)).await
}

async fn ask(visitor: &Visitor, path: &str) -> Response {
    visitor.ask(Method::GET, path).send().await.expect("an answer")
}

/// A count that she has called not right.
async fn disputed(v: &Village<'_>, her: &Visitor) -> EventId {
    let issue = v.issue(1, v.anna, 40).await;
    let count = v.done(v.count_of(v.anna, issue, 38, 0, 0)).await.id;
    let page = her.open(&format!("/me/count/{count}")).await;
    assert_eq!(page.count(&format!("form[action^='{SAY}']")), 0, "nothing is disputed yet");
    let page = her.send(&page, "/api/dispute_count", &[("accepted", "40"), ("why", "few")]).await;
    assert_eq!(page.count(&format!("form[action^='{SAY}']")), 1, "{}", page.text());
    count
}

#[tokio::test]
async fn she_says_it_the_coordinator_hears_it_and_both_keep_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (desk, anna) = (coordinator_of(&app, v.workshop).await, worker_of(&app, &v, v.anna).await);
    let count = disputed(&v, &anna).await;
    let path = format!("/me/count/{count}");
    let said = say(&anna, &anna.open(&path).await, count, tone(300)).await;
    assert!(said.path.starts_with(&path) && said.text().contains("带头人听得到"), "{}", said.text());
    let address = said.link("a.hear[href^='/recordings/']");
    let sound = ask(&anna, &address).await;
    assert_eq!(sound.headers()["content-type"], "audio/mpeg");
    assert!(sound.headers()["cache-control"].to_str().is_ok_and(|kept| kept.starts_with("private")));
    let sound = sound.bytes().await.expect("bytes");
    assert!(sound.len() > 3_000 && sound.len() <= RECORDING_BYTES, "{} bytes", sound.len());
    // Where she answers, and where she corrects.
    let page = desk.open("/today").await;
    assert!(page.text().contains("她说是 40 件"), "{}", page.text());
    for page in [page, desk.open(&format!("/correct/{count}")).await, desk.open(&format!("/count/wrong/{count}")).await]
    {
        assert_eq!(page.link("a.hear[href^='/recordings/']"), address, "{}", page.path);
    }
    assert_eq!(ask(&desk, &address).await.bytes().await.expect("bytes"), sound);
    // Once it is answered, both can still hear it.
    let key = format!("{count}-{}", v.anna);
    desk.send_keyed(&desk.open("/today").await, "/api/answer_dispute", Some(&key), &[("answer", "重数了，是四十朵")])
        .await;
    let page = anna.open(&path).await;
    assert_eq!(page.link("a.hear[href^='/recordings/']"), address);
    assert_eq!(page.texts("p").iter().filter(|line| line.contains("40 件")).count(), 1, "told once: {}", page.text());
    assert_eq!(page.count(&format!("form[action^='{SAY}']")), 0, "it was answered");
    assert_eq!(ask(&desk, &address).await.status(), 200);
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn nobody_else_hears_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (anna, berta) = (worker_of(&app, &v, v.anna).await, worker_of(&app, &v, v.berta).await);
    let count = disputed(&v, &anna).await;
    let said = say(&anna, &anna.open(&format!("/me/count/{count}")).await, count, tone(100)).await;
    let address = said.link("a.hear[href^='/recordings/']");
    let clerk = clerk_of(&app, &v, v.firm).await;
    for other in [&berta, &clerk, &Visitor::new(&app.address)] {
        assert_eq!(ask(other, &address).await.status(), 404);
    }
    // A clip of the voice is no spoken word, and is not had by its hash alone.
    let clip = v.record("zh-CN/n7").await;
    for path in [format!("/recordings/{clip}"), "/recordings/ab".to_owned(), format!("/recordings/{}", "0".repeat(64))]
    {
        assert_eq!(ask(&anna, &path).await.status(), 404, "{path}");
    }
    // Another's entry is not there to be spoken of, nor is one that she does not dispute.
    let page = anna.open(&format!("/me/count/{count}")).await;
    let refused = say(&berta, &page, count, tone(100)).await;
    assert!(!refused.text().contains("带头人听得到"), "{}", refused.text());
}

#[tokio::test]
async fn what_is_no_spoken_word_is_refused_and_the_dispute_stays() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let count = disputed(&v, &anna).await;
    let before = snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head");
    for (bytes, says) in [
        (Vec::new(), "空的"),
        (b"no sound".to_vec(), "不是录音"),
        (silence(300), "听不到声音"),
        (tone(SPOKEN_SECONDS * 100 + 50), "最多 30 秒"),
    ] {
        let refused = say(&anna, &anna.open(&format!("/me/count/{count}")).await, count, bytes).await;
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
        assert!(refused.text().contains("40 件"), "the dispute is there: {}", refused.text());
    }
    let after = snapshot_of(&app.database.store, v.workshop).await.head().await.expect("a head");
    assert_eq!(before, after);
}
