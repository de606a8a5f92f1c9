//! What is new stands first on her page, until she says a word to it or has seen it all.

use crate::support::app::App;
use crate::support::village::{Village, new_id, note};
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::{PIN, worker_of};
use chrono::Duration;
use ledger::model::{Actor, AnswerDispute, Correct, Pay, ReviewEntry, Verdict};
use ledger::values::ids::{EventId, Seq};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// The number beside the heading, and that on the bar: the same on each page of hers.
async fn badge(her: &Visitor) -> String {
    let home = her.open("/me").await;
    let number = |page: &Page| page.texts(".nav .badge").first().map(|text| text.replace(" 条新消息", ""));
    let number = [number(&home), number(&her.open("/me/book").await), number(&her.open("/me/pay").await)];
    assert!(number.windows(2).all(|two| two[0] == two[1]), "{number:?}");
    assert_eq!(home.texts("h2 .badge").first(), number[0].as_ref(), "beside the heading too");
    number[0].clone().unwrap_or_default()
}

async fn paid(v: &Village<'_>, fen: i64) -> EventId {
    v.done(Pay { worker: v.anna, fen: Fen(fen), ahead: true, note: note("现金"), seen: None }).await.id
}

#[tokio::test]
async fn what_she_says_a_word_to_is_new_no_longer() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.issue(1, v.berta, 20).await;
    let counted = v.done(v.count_of(v.anna, issue, 30, 8, 2)).await.id;
    let got = paid(&v, 1_000).await;
    let anna = worker_of(&app, &v, v.anna).await;
    assert_eq!(badge(&anna).await, "3", "what she was given, what was counted, what was paid");

    let home = anna.open("/me").await;
    let text = home.text();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(place("新消息") < place("¥10.00") && place("¥10.00") < place("还要做"), "{text}");
    let home = anna.send_keyed(&home, "/api/confirm_entry", Some(&got.to_string()), &[]).await;
    assert_eq!(home.path, "/me?done=reviewed", "back to where she said it");
    assert_eq!(badge(&anna).await, "2");
    let home = anna.send_keyed(&home, "/api/confirm_count", Some(&counted.to_string()), &[]).await;
    assert!(!home.text().contains("没做好") && home.text().contains("领活 60 件"), "{}", home.text());
    let given = home.form("/api/confirm_entry", None)["entry"].clone();
    anna.send_keyed(&home, "/api/confirm_entry", Some(&given), &[]).await;
    assert_eq!(badge(&anna).await, "");
    assert!(!anna.open("/me").await.text().contains("新消息"));

    // She is answered, which stays new until she says something of it.
    let wrong = Verdict::Wrong { accepted: Pieces(32), words: note("数少了") };
    let review = ReviewEntry { event: counted, verdict: wrong, new_card: false, spoken: None };
    v.ask_as(new_id(), Actor::Worker { worker: v.anna }, review).await.expect("said");
    assert_eq!(badge(&anna).await, "", "her own word is no news");
    v.done(AnswerDispute { event: counted, worker: None, answer: note("三十，没错") }).await;
    assert_eq!(badge(&anna).await, "1");
    let home = anna.open("/me").await;
    assert!(
        home.text().contains("您说是 32 件：数少了") && home.text().contains("带头人回话：三十，没错"),
        "{}",
        home.text()
    );
    assert_eq!(home.count("form[action='/api/seen_news']"), 0, "an answer is not put away unread");
    anna.send_keyed(&home, "/api/confirm_count", Some(&counted.to_string()), &[]).await;
    assert_eq!(badge(&anna).await, "");
}

#[tokio::test]
async fn what_was_corrected_is_new_as_its_correction() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let got = paid(&v, 1_000).await;
    assert_eq!(badge(&anna).await, "1");
    v.done(Correct { event: got, reason: note("给错人了") }).await;
    assert_eq!(badge(&anna).await, "1");
    let home = anna.open("/me").await.text();
    assert!(home.contains("−¥10") && home.contains("原来的数倒回去"), "{home}");
}

#[tokio::test]
async fn seen_is_what_was_shown_and_nothing_later() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let anna = worker_of(&app, &v, v.anna).await;
    paid(&v, 1_000).await;
    let left_open = anna.open("/me").await;
    v.done(v.count_of(v.anna, issue, 12, 0, 0)).await;
    let home = anna.send(&left_open, "/api/seen_news", &[]).await;
    assert!(home.path == "/me" && badge(&anna).await == "1", "what came after her page was made: {}", home.text());
    // A form from nowhere says no more than there is.
    for until in ["9223372036854775807", "-5"] {
        anna.send(&home, "/api/seen_news", &[("until", until)]).await;
    }
    assert_eq!(badge(&anna).await, "");
    let bad = anna.send(&home, "/api/seen_news", &[("until", "viel")]).await;
    assert!(bad.text().contains("没有这一个"), "{}", bad.text());
    paid(&v, 500).await;
    assert_eq!(badge(&anna).await, "1", "what came then is new");

    // Where money is not shown it is not seen either, whatever came after it.
    app.clock.pass(Duration::hours(1));
    assert_eq!(badge(&anna).await, "");
    v.done(v.count_of(v.anna, issue, 3, 0, 0)).await;
    let home = anna.open("/me").await;
    assert!(!home.text().contains('¥') && home.texts("h2 .badge") == ["1"], "{}", home.text());
    anna.send(&home, "/api/seen_news", &[]).await;
    let pin = anna.open("/me/pin?then=/me").await;
    anna.send(&pin, "/api/open_pay", &[("pin", PIN)]).await;
    assert_eq!(badge(&anna).await, "1");
    let home = anna.open("/me").await.text();
    assert!(home.contains("¥3.20") && home.contains("¥1.80"), "what was owed and what was ahead: {home}");
    // It is hers alone.
    assert_eq!(badge(&worker_of(&app, &v, v.berta).await).await, "");
}

#[tokio::test]
async fn a_month_of_news_is_short_and_nothing_of_it_is_lost() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    for _ in 0..20 {
        v.done(v.count_of(v.anna, issue, 1, 0, 0)).await;
    }
    let anna = worker_of(&app, &v, v.anna).await;
    assert_eq!(badge(&anna).await, "21");
    let home = anna.open("/me").await;
    assert_eq!(home.count("form[action='/api/confirm_count']"), 4);
    assert_eq!(home.count("details form[action='/api/confirm_count']"), 2, "two stand open");
    assert!(home.text().contains("还有 19 条") && home.text().contains("更早的 17 条在记工本里"), "{}", home.text());
    // Who never said that she has seen anything is not met by a month at once.
    let number = async || anna.open("/me").await.texts("h2 .badge");
    app.clock.pass(Duration::days(8));
    assert!(number().await.is_empty());
    app.database.store.news_seen().up_to(v.workshop, v.anna, Seq(0), false).await.expect("seen");
    assert_eq!(number().await, ["21"]);
    app.clock.pass(Duration::days(24));
    assert!(number().await.is_empty(), "what is older than a month stands in her book");
    // How far she has seen is put forward only.
    let seen = app.database.store.news_seen();
    for seq in [9, 4] {
        seen.up_to(v.workshop, v.anna, Seq(seq), false).await.expect("seen");
    }
}
