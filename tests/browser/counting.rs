//! What a hand does by mistake at the counting table.

use super::Script;
use super::split::desk_of;
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day};
use app::language::Language;
use ledger::values::ids::{IssueId, WorkerId};
use ledger::values::pieces::Pieces;

/// The Enter key (WebDriver, 17.4.2).
const ENTER: char = '\u{E007}';

#[tokio::test]
async fn enter_in_one_of_several_numbers_records_nothing() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 40).await;
    for (script, number) in [(Script::On, "13900000011"), (Script::Off, "13900000012")] {
        let desk = desk_of(&app, v.workshop, script, Language::ZhCn, number).await;
        desk.go(&format!("/count?worker={}", v.anna)).await;
        let field = format!("[name='rows[{issue}][accepted]']");
        desk.fill(&field, &format!("30{ENTER}")).await;
        assert_eq!(desk.value(&field).await, "30", "the page is still there, with what was typed");
        let read = snapshot_of(v.store, v.workshop)
            .await
            .orders()
            .order_page(v.order, day("2026-11-02"))
            .await
            .expect("a read")
            .expect("an order");
        assert_eq!(read.at().hand, Pieces(40), "nothing is counted yet");
        desk.close().await;
    }
}

/// Five women with twenty pieces each.
async fn five(v: &Village<'_>) -> Vec<(WorkerId, IssueId)> {
    let mut women = vec![v.anna, v.berta];
    for (number, called) in [("W03", "桃花"), ("W04", "杏花"), ("W05", "李花")] {
        women.push(v.hire(number, called).await);
    }
    let mut issued = Vec::new();
    for woman in women {
        issued.push((woman, v.issue(1, woman, 20).await));
    }
    issued
}

/// What each of them has left, fresh and in rework.
async fn left(v: &Village<'_>, women: &[(WorkerId, IssueId)]) -> Vec<(i64, i64)> {
    let mut left = Vec::new();
    for (woman, _) in women {
        let table = snapshot_of(v.store, v.workshop).await.of_worker(*woman).her_table().await;
        let issues = table.expect("a read").expect("a worker").issues;
        left.push((issues.iter().map(|issue| issue.hand.0).sum(), issues.iter().map(|issue| issue.redo.0).sum()));
    }
    left
}

/// Keys for five women with one number each.
const MOST_KEYS: usize = 40;

#[tokio::test]
async fn five_women_are_counted_by_few_keys_on_one_page() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let women = five(&v).await;
    for (language, number, counted) in
        [(Language::ZhCn, "13900000021", "合格"), (Language::En, "13900000022", "accepted")]
    {
        let desk = desk_of(&app, v.workshop, Script::On, language, number).await;
        desk.screen(1280, 800).await;
        desk.go("/count").await;
        desk.has("main[data-live]").await;
        desk.client().execute("window.loadedOnce = true", vec![]).await.expect("it is marked");
        let mut keys = 0;
        for (place, _) in women.iter().enumerate() {
            let (who, count) = (format!("{}{ENTER}", place + 1), format!("10{ENTER}{ENTER}{ENTER}"));
            desk.keys(&who).await;
            desk.head(&format!("W0{}", place + 1)).await;
            desk.keys(&count).await;
            desk.says(&format!("{counted} 10")).await;
            desk.head(if language == Language::ZhCn { "点货" } else { "Count" }).await;
            keys += who.chars().count() + count.chars().count();
        }
        assert!(keys <= MOST_KEYS, "{keys} keys");
        let marked = desk.client().execute("return window.loadedOnce === true", vec![]).await.expect("an answer");
        assert_eq!(marked, serde_json::Value::Bool(true), "another page was loaded");
        desk.close().await;
    }
    assert_eq!(left(&v, &women).await, [(0, 0); 5]);
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn five_women_are_counted_by_two_taps_each_on_a_phone() {
    for (language, title) in [(Language::ZhCn, "点货"), (Language::En, "Count")] {
        five_by_taps(language, title).await;
    }
}

async fn five_by_taps(language: Language, title: &str) {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let women = five(&v).await;
    let desk = desk_of(&app, v.workshop, Script::On, language, "13900000031").await;
    desk.go("/count").await;
    desk.has("main[data-live]").await;
    desk.client().execute("window.loadedOnce = true", vec![]).await.expect("it is marked");
    for (place, (woman, issue)) in women.iter().enumerate() {
        desk.press(&format!("a[href='/count?worker={woman}']")).await;
        desk.head(&format!("W0{}", place + 1)).await;
        desk.shows(&format!("[name='rows[{issue}][accepted]']:focus"), "").await;
        desk.keys("15").await;
        desk.says("¥16.50").await;
        desk.press("form[action='/api/count'] button.button").await;
        desk.head(title).await;
        assert!(desk.fits().await, "{} is wider than the phone", desk.path().await);
    }
    let marked = desk.client().execute("return window.loadedOnce === true", vec![]).await.expect("an answer");
    assert_eq!(marked, serde_json::Value::Bool(true), "another page was loaded");
    assert_eq!(left(&v, &women).await, [(5, 0); 5]);
    // The last one was wrong: one tap brings her table back with the number, Back leads where she was.
    desk.press("form[action='/api/recount'] button.button").await;
    desk.head("W05").await;
    let (_, issue) = women[4];
    desk.shows(&format!("[name='rows[{issue}][accepted]']"), "15").await;
    assert_eq!(left(&v, &women).await[4], (20, 0));
    desk.client().back().await.expect("a page before");
    desk.head(title).await;
    desk.close().await;
}

#[tokio::test]
async fn what_goes_back_asks_why_and_what_is_too_much_is_said_as_it_is_typed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (first, second) = (v.issue(1, v.anna, 10).await, v.issue(1, v.anna, 20).await);
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000041").await;
    desk.go(&format!("/count?worker={}", v.anna)).await;
    desk.fill(&format!("[name='rows[{first}][accepted]']"), "31").await;
    desk.says("有一行比她手里的多").await;
    desk.unfold(&format!("[name='parts[{second}][accepted]']")).await;
    desk.fill(&format!("[name='parts[{second}][accepted]']"), "7").await;
    desk.shows(&format!("[name='rows[{first}][accepted]']"), "7").await;
    assert_eq!(desk.count("details:not([open]) [name=reason]").await, 1);
    desk.fill(&format!("[name='parts[{second}][scrapped]']"), "1").await;
    desk.says("原因").await;
    assert_eq!(desk.count("details[open] [name=reason]").await, 1);
    // Refused in place, with what was typed and why; then recorded.
    desk.send("/api/count").await;
    desk.says("请写上原因").await;
    desk.shows(&format!("[name='parts[{second}][accepted]']"), "7").await;
    desk.choose_first("[name=reason]").await;
    desk.send("/api/count").await;
    desk.says("撤销").await;
    assert_eq!(left(&v, &[(v.anna, first)]).await, [(22, 0)]);
    desk.close().await;
}

#[tokio::test]
async fn what_is_typed_stays_where_she_is_signed_out_and_a_number_that_cannot_be_read_is_said() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let hers = v.issue(1, v.anna, 10).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000051").await;
    desk.go(&format!("/count?worker={}", v.anna)).await;
    let field = format!("[name='rows[{hers}][accepted]']");
    for unreadable in ["99999999999", "五"] {
        desk.fill(&field, unreadable).await;
        desk.says("有个数看不懂").await;
    }
    desk.fill(&field, "7").await;
    desk.says("¥7.70").await;
    desk.client().delete_all_cookies().await.expect("she is signed out");
    desk.press("form[action='/api/count'] button.button").await;
    desk.says("您已经退出登录，没有记下").await;
    assert_eq!(desk.value(&field).await, "7");
    assert_eq!(left(&v, &[(v.anna, hers)]).await, [(10, 0)]);
    desk.close().await;
}
