//! What she hears: the sounds of her pages, and who gets them.

use crate::support::app::App;
use crate::support::village::{Village, note};
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::worker_of;
use app::language::Language;
use app::spoken::MOST;
use chrono::Duration;
use ledger::model::{AnswerDispute, Deduct, Pay};
use ledger::values::money::Fen;
use reqwest::{Method, Response};

const HEAR: &str = "a.hear[data-hear]";

/// What the loudspeakers of a page say.
fn heard(page: &Page) -> Vec<String> {
    page.attributes(HEAR, "aria-label").into_iter().map(|label| label.replace("听：", "")).collect()
}

async fn ask(path: &str, home: &Visitor, range: Option<&str>) -> Response {
    let asked = home.ask(Method::GET, path).header("accept-encoding", "gzip, br");
    let asked = range.into_iter().fold(asked, |asked, range| asked.header("range", range));
    asked.send().await.expect("an answer")
}

fn head(answer: &Response, name: &str) -> String {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_sound_is_one_mp3_and_its_parts_are_had_alone() {
    let app = App::start().await;
    let stranger = Visitor::new(&app.address);
    for language in Language::ALL {
        let path = format!("/spoken/{}/make-n10-pause-nothing-pieces.mp3", language.tag());
        let whole = ask(&path, &stranger, None).await;
        assert_eq!(whole.status(), 200);
        assert_eq!(
            (head(&whole, "content-type"), head(&whole, "content-encoding")),
            ("audio/mpeg".to_owned(), String::new())
        );
        assert_eq!(
            (head(&whole, "accept-ranges"), head(&whole, "x-content-type-options")),
            ("bytes".into(), "nosniff".into())
        );
        assert!(!head(&whole, "cache-control").contains("immutable"), "without its version it may change");
        let whole = whole.bytes().await.expect("bytes");
        // One frame after another, all of one length.
        assert!(whole.len() > 2_000 && whole.chunks(72).all(|frame| frame.len() == 72 && frame[..2] == [0xff, 0xf3]));
        let first = ask(&path, &stranger, Some("bytes=0-1")).await;
        assert_eq!(first.status(), 206);
        assert_eq!(head(&first, "content-range"), format!("bytes 0-1/{}", whole.len()));
        assert_eq!(first.bytes().await.expect("bytes"), whole[..2]);
        let rest = ask(&path, &stranger, Some("bytes=2-")).await;
        assert_eq!((rest.status().as_u16(), head(&rest, "content-encoding")), (206, String::new()));
        assert_eq!(rest.bytes().await.expect("bytes"), whole[2..]);
        let beyond = ask(&path, &stranger, Some("bytes=999999-")).await;
        assert_eq!(
            (beyond.status().as_u16(), head(&beyond, "content-range")),
            (416, format!("bytes */{}", whole.len()))
        );
    }
}

#[tokio::test]
async fn what_is_no_sound_of_ours_is_not_there() {
    let app = App::start().await;
    let stranger = Visitor::new(&app.address);
    let many = |n: usize| format!("/spoken/en/{}.mp3", vec!["n7"; n].join("-"));
    assert_eq!(ask(&many(MOST), &stranger, None).await.status(), 200);
    let long = format!("/spoken/en/{}.mp3", "n7".repeat(20_000));
    for path in [
        many(MOST + 1).as_str(),
        &long,
        "/spoken/en/.mp3",
        "/spoken/en/n7",
        "/spoken/en/n7-nobody.mp3",
        "/spoken/en/both.mp3",
        "/spoken/fr/n7.mp3",
        "/spoken/en/..%2Fn7.mp3",
        "/spoken/en/%00.mp3",
    ] {
        let status = ask(path, &stranger, None).await.status().as_u16();
        assert!([404, 414].contains(&status), "{status} at {}", &path[..path.len().min(80)]);
    }
}

#[tokio::test]
async fn every_number_of_her_pages_is_heard_and_money_only_where_it_is_shown() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let her = worker_of(&app, &v, v.anna).await;
    assert_eq!(heard(&her.open("/me").await), ["手里没有活了，有了新活，带头人会告诉您，本月挣的零块，还欠您零块"]);
    let issue = v.issue(1, v.anna, 60).await;
    let mut count = v.count_of(v.anna, issue, 12, 2, 0);
    count.reason = note("花瓣松");
    let counted = v.done(count).await.id;
    let lost = v.done(Deduct { worker: v.anna, fen: Fen(305), reason: note("丢了剪刀") }).await.id;

    let page = her.open("/me").await;
    assert_eq!(
        heard(&page),
        [
            "十一月二号，扣款三块零五分，还写了字，请人念给您听",
            "十一月二号点的，合格十二件，返工两件，原因，花瓣松",
            "十一月二号，领了六十件，一件一块一毛",
            "还要做四十八件，本月挣的十三块两毛，还欠您十块一毛五分",
            "还要做四十六件，要返工两件，还有十八天，十一月二十号要交，一件一块一毛，做完挣五十二块八毛",
        ]
    );
    assert_eq!(page.count("script[src^='/page.js']"), 1, "once a page");
    for href in page.attributes(HEAR, "href") {
        let answer = ask(&href, &her, None).await;
        assert_eq!((answer.status().as_u16(), head(&answer, "content-type")), (200, "audio/mpeg".to_owned()), "{href}");
        assert!(head(&answer, "cache-control").contains("immutable"), "{href}");
    }
    assert!(her.ask(Method::GET, "/page.js").send().await.expect("an answer").status().is_success());

    let page = her.open(&format!("/me/count/{counted}")).await;
    assert_eq!(heard(&page), ["十一月二号点的，合格十二件，返工两件，原因，花瓣松，这次挣的十三块两毛"]);
    her.send(&page, "/api/dispute_count", &[("accepted", "14"), ("why", "few")]).await;
    v.done(AnswerDispute { event: counted, worker: None, answer: note("数错了") }).await;
    let page = her.open(&format!("/me/count/{counted}")).await;
    assert_eq!(heard(&page)[1], "十一月二号，您说是十四件，数少了，带头人回话，数错了");

    let page = her.open(&format!("/me/entry/{lost}")).await;
    assert_eq!(heard(&page), ["十一月二号，扣款三块零五分，还写了字，请人念给您听"]);
    let page = her.open(&format!("/me/hand-in/{issue}")).await;
    assert_eq!(heard(&page), ["这回交几件，还没报的有四十八件，还有十八天，十一月二十号要交"]);
    let page = her.open("/me/pay").await;
    assert_eq!(heard(&page)[0], "还欠您十块一毛五分");
    assert_eq!(heard(&page)[1], "上回结下来零块，本月挣的十三块两毛，扣款三块零五分，还欠您十块一毛五分");
    assert!(heard(&page).contains(&"还没有领过钱".to_owned()));
    let paid = v.done(Pay { worker: v.anna, fen: Fen(1_500), ahead: true, note: note("现金"), seen: None }).await.id;
    let pay = heard(&her.open("/me/pay").await);
    let told = "十一月二号领到的工钱十五块，预支四块八毛五分，现金".to_owned();
    assert!(pay.contains(&told), "{pay:?}");
    let page = her.open(&format!("/me/entry/{paid}")).await;
    assert_eq!(heard(&page).len(), 1);
    let slip = heard(&her.open("/me/slip").await);
    assert!(slip.len() == 1 && slip[0].ends_with("您拿到的比挣的多四块八毛五分，多的以后从工钱里扣"), "{slip:?}");
    assert!(heard(&her.open("/me/book").await)[0].starts_with("本月合计，合格十二件，返工两件，挣的"));

    // Her pay is closed again: no loudspeaker says any of it.
    app.clock.pass(Duration::minutes(31));
    for path in
        ["/me".to_owned(), "/me/book".to_owned(), format!("/me/count/{counted}"), format!("/me/hand-in/{issue}")]
    {
        let page = her.open(&path).await;
        assert!(!heard(&page).is_empty(), "{path}");
        for label in heard(&page) {
            assert!(!["块", "毛", "分", "挣", "欠"].iter().any(|money| label.contains(money)), "{path}: {label}");
        }
        let hrefs = page.attributes(HEAR, "href").join(" ");
        assert!(!["yuan", "mao", "fen", "owed", "earned"].iter().any(|money| hrefs.contains(money)), "{path}: {hrefs}");
    }
}
