//! The counting table, without script.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day, new_id, note};
use crate::support::visitor::Page;
use ledger::model::{Actor, Correct, Declare, ReviewEntry, Verdict};
use ledger::values::ids::{EventId, IssueId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

const COUNT: &str = "/api/count";

/// Where one is once a count is recorded.
const COUNTED: &str = "/count?counted=";

fn row(issue: IssueId, part: &str) -> String {
    format!("rows[{issue}][{part}]")
}

fn typed(page: &Page, issue: IssueId, part: &str) -> String {
    page.form(COUNT, None).get(&row(issue, part)).cloned().unwrap_or_default()
}

async fn declare(v: &Village<'_>, issue: IssueId, pieces: i64) {
    let hers = Actor::Worker { worker: v.anna };
    v.ask_as(new_id(), hers, Declare { issue, pieces: Pieces(pieces) }).await.expect("declared");
}

/// What Anna holds: fresh and in rework, issue by issue.
async fn held(v: &Village<'_>) -> Vec<(i64, i64)> {
    let table =
        snapshot_of(v.store, v.workshop).await.of_worker(v.anna).her_table().await.expect("a read").expect("a worker");
    table.issues.iter().map(|issue| (issue.hand.0, issue.redo.0)).collect()
}

#[tokio::test]
async fn two_taps_count_what_was_declared() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    v.issue(1, v.berta, 10).await;
    let hers = v.issue(1, v.anna, 40).await;
    declare(&v, hers, 25).await;
    let page = desk.open("/today").await;
    assert!(page.text().contains("W01 安娜"), "{}", page.text());
    let page = desk.open("/count").await;
    assert!(page.text().contains("说交 25 件"), "{}", page.text());
    let page = desk.open(&page.link("a[href^='/count?worker=']")).await;
    assert_eq!(typed(&page, hers, "accepted"), "25", "who brings work comes first, and her number stands there");
    let page = desk.send(&page, COUNT, &[]).await;
    assert!(page.path.starts_with(COUNTED), "{}", page.text());
    assert!(page.text().contains("挣 ¥27.50"), "{}", page.text());
    assert!(!page.text().contains("说交 25 件"), "it waits no more: {}", page.text());
    assert_eq!(held(&v).await, [(15, 0)]);
}

#[tokio::test]
async fn everything_she_brings_is_one_count() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let first = v.issue(1, v.anna, 40).await;
    v.done(v.count_of(v.anna, first, 30, 4, 0)).await;
    let second = v.issue(2, v.anna, 20).await;
    let page = desk.open(&format!("/count?worker={}", v.anna)).await;
    let fields = [
        (row(first, "accepted"), "5"),
        (row(first, "rework"), "1"),
        (row(first, "redo_accepted"), "3"),
        (row(first, "redo_scrapped"), "1"),
        (row(second, "accepted"), "12"),
    ];
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    fields.push(("reason", "花瓣松"));
    fields.push(("words", "三片"));
    let page = desk.send(&page, COUNT, &fields).await;
    assert!(page.path.starts_with(COUNTED), "{}", page.text());
    let [count, _] = snapshot_of(v.store, v.workshop)
        .await
        .counts()
        .last_counts(2, None)
        .await
        .expect("counts")
        .try_into()
        .expect("two");
    assert_eq!((count.accepted, count.rework, count.scrapped), (Pieces(20), Pieces(1), Pieces(1)));
    assert_eq!((count.earned, count.note.as_str()), (Fen(8 * 110 + 12 * 190), "花瓣松：三片"));
    assert_eq!(held(&v).await, [(0, 1), (8, 0)], "four of the oldest are still to be counted as they were");
}

#[tokio::test]
async fn what_cannot_be_meant_is_said_and_nothing_is_lost() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let address = format!("/count?worker={}", v.anna);
    for (part, value, said) in [
        ("accepted", "41", "只有 40 件"),
        ("accepted", "-1", "数字"),
        ("accepted", "1.5", "整数"),
        ("accepted", "十", "数字"),
        ("rework", "99999999999999999999", "太大"),
        ("accepted", "0", "数都是 0"),
        ("scrapped", "1", "请写上原因"),
    ] {
        let page = desk.open(&address).await;
        let name = row(hers, part);
        let page = desk.send(&page, COUNT, &[(name.as_str(), value), ("words", "")]).await;
        assert!(page.path.starts_with(&address), "{part}={value}: {}", page.path);
        assert!(page.text().contains(said), "{part}={value} should say {said}: {}", page.text());
        assert_eq!(typed(&page, hers, part), value, "{}", page.html);
    }
    assert_eq!(held(&v).await, [(40, 0)]);
}

#[tokio::test]
async fn somebody_elses_issue_is_not_counted_for_her() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let theirs = v.issue(1, v.berta, 40).await;
    let page = desk.open(&format!("/count?worker={}", v.anna)).await;
    let (hand, accepted) = (row(hers, "hand"), row(hers, "accepted"));
    let forged = [(hand.as_str(), format!("{theirs}:40")), (accepted.as_str(), "1".to_owned())];
    let forged: Vec<(&str, &str)> = forged.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = desk.send(&page, COUNT, &forged).await;
    assert!(!page.path.contains("done="), "{}", page.path);
    assert_eq!(held(&v).await, [(40, 0)]);
}

#[tokio::test]
async fn a_double_tap_counts_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let page = desk.open(&format!("/count?worker={}", v.anna)).await;
    let name = row(hers, "accepted");
    let fields = [(name.as_str(), "10")];
    let (first, second) = tokio::join!(desk.send(&page, COUNT, &fields), desk.send(&page, COUNT, &fields));
    assert_eq!(first.path, second.path);
    assert!(first.path.starts_with(COUNTED), "{}", first.text());
    assert_eq!(held(&v).await, [(30, 0)]);
}

#[tokio::test]
async fn two_tabs_do_not_count_the_same_twice() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let address = format!("/count?worker={}", v.anna);
    let (one, other) = (desk.open(&address).await, desk.open(&address).await);
    let name = row(hers, "accepted");
    let fields = [(name.as_str(), "10")];
    assert!(desk.send(&one, COUNT, &fields).await.path.starts_with(COUNTED));
    let refused = desk.send(&other, COUNT, &fields).await;
    assert!(refused.text().contains("您打开页面时是 40 件，现在是 30 件"), "{}", refused.text());
    assert_eq!((typed(&refused, hers, "accepted"), held(&v).await), ("10".to_owned(), vec![(30, 0)]));
    // Anyone who looked, and means it, sends it again.
    assert!(desk.send(&refused, COUNT, &[]).await.path.starts_with(COUNTED));
    assert_eq!(held(&v).await, [(20, 0)]);
}

#[tokio::test]
async fn the_last_entry_is_corrected_at_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let page = desk.open(&format!("/count?worker={}", v.anna)).await;
    let (accepted, rework) = (row(hers, "accepted"), row(hers, "rework"));
    let page = desk.send(&page, COUNT, &[(accepted.as_str(), "36"), (rework.as_str(), "4")]).await;
    let page = desk.open(&page.link("a[href^='/count/wrong/']")).await;
    let wrong = page.path.clone();
    let refused = desk.send(&page, "/api/recount", &[("reason", " ")]).await;
    assert!(refused.text().contains("请写上原因"), "{}", refused.text());
    let page = desk.send(&refused, "/api/recount", &[("reason", "数错了")]).await;
    assert!(page.path.contains("again=") && page.path.ends_with("done=corrected"), "{}", page.path);
    assert_eq!((typed(&page, hers, "accepted"), typed(&page, hers, "rework")), ("36".to_owned(), "4".to_owned()));
    assert_eq!(held(&v).await, [(40, 0)], "the pieces are hers again");
    let again = page.path.clone();
    assert!(desk.open("/count").await.text().contains("已作废，要重新点"), "it is found there after an interruption");
    let way_back = desk.open(&wrong).await.link("a[href*='again=']");
    assert_eq!(typed(&desk.open(&way_back).await, hers, "accepted"), "36");
    let page = desk.send(&page, COUNT, &[(accepted.as_str(), "38"), (rework.as_str(), "2")]).await;
    assert!(page.path.starts_with(COUNTED), "{}", page.text());
    assert!(page.text().contains("已冲正"), "{}", page.text());
    assert_eq!(held(&v).await, [(0, 2)]);
    let page = desk.open(&wrong).await;
    assert!(page.text().contains("已经作废了"), "{}", page.text());
    assert!(!desk.open("/count").await.text().contains("要重新点"));
    let page = desk.open(&again).await;
    assert!(!page.text().contains("原来那笔作废了"), "{}", page.text());
    assert!(!page.html.contains("value=\"36\""), "{}", page.text());
}

#[tokio::test]
async fn what_stands_is_not_entered_again() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let stands = v.done(v.count_of(v.anna, hers, 10, 0, 0)).await.id;
    let undone = v.done(v.count_of(v.anna, hers, 8, 0, 0)).await.id;
    v.done(Correct { event: undone, reason: note("数错了") }).await;
    let again = async |count: EventId| {
        let page = desk.open(&format!("/count?worker={}&again={count}", v.anna)).await;
        (typed(&page, hers, "accepted"), page.count(".notice.warn"))
    };
    assert_eq!(again(stands).await, (String::new(), 0));
    assert_eq!(again(undone).await, ("8".to_owned(), 1));
    v.done(v.count_of(v.anna, hers, 9, 0, 0)).await;
    assert_eq!(again(undone).await, (String::new(), 0), "it was entered again");
}

#[tokio::test]
async fn a_worker_is_found_by_number_or_name() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    v.issue(1, v.anna, 40).await;
    // Her number, as it is written or by its digits, opens her table at once.
    for exact in ["w02", "2", "%EF%BC%97&find=02"] {
        let page = desk.open(&format!("/count?find={exact}")).await;
        let opened = page.path == format!("/count?worker={}", v.berta);
        assert_eq!(opened, !exact.contains('%'), "{exact}: {}", page.path);
    }
    for part in ["W0", "beita", "BT", "bei"] {
        let page = desk.open(&format!("/count?find={part}")).await;
        assert!(page.text().contains("W02 贝塔"), "{part}: {}", page.text());
        assert_eq!(page.text().contains("W01 安娜"), part == "W0", "{part}: {}", page.text());
    }
    let page = desk.open("/count?find=%E5%AE%89").await;
    assert!(page.text().contains("W01 安娜"), "{}", page.text());
    let page = desk.open("/count?find=%3Cb%3E").await;
    assert!(page.text().contains("没有“<b>”这个人"), "{}", page.text());
    let page = desk.open(&format!("/count?worker={}", v.berta)).await;
    assert!(page.text().contains("她手里没有活"), "{}", page.text());
}

#[tokio::test]
async fn what_she_has_of_one_kind_is_one_row_and_drawn_from_the_oldest() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let (first, second, other) =
        (v.issue(1, v.anna, 10).await, v.issue(1, v.anna, 20).await, v.issue(1, v.anna, 30).await);
    let address = format!("/count?worker={}", v.anna);
    let page = desk.open(&address).await;
    assert_eq!(page.count(".count-row"), 1, "{}", page.text());
    assert!(page.text().contains("手里 60 件") && page.text().contains("从最早领的扣起（3 笔）"), "{}", page.text());
    let (accepted, rework) = (row(first, "accepted"), row(first, "rework"));
    let done = desk.send(&page, COUNT, &[(accepted.as_str(), "25"), (rework.as_str(), "2")]).await;
    assert!(done.path.starts_with(COUNTED), "{}", done.text());
    assert!(done.text().contains("合格 25 · 返工 2 · 挣 ¥27.50"), "{}", done.text());
    assert_eq!(held(&v).await, [(3, 2), (30, 0)], "ten of the first, seventeen of the second");
    // Issue by issue, where it is said so; not where the sums contradict it.
    let page = desk.open(&address).await;
    let (of_second, of_other) = (format!("parts[{second}][accepted]"), format!("parts[{other}][accepted]"));
    let accepted = row(second, "accepted");
    let said = [(accepted.as_str(), "9"), (of_second.as_str(), "1"), (of_other.as_str(), "4")];
    let refused = desk.send(&page, COUNT, &said).await;
    assert!(refused.text().contains("加起来不是这个数"), "{}", refused.text());
    let done = desk.send(&refused, COUNT, &[(accepted.as_str(), "5")]).await;
    assert!(done.path.starts_with(COUNTED), "{}", done.text());
    assert_eq!(held(&v).await, [(2, 2), (26, 0)]);
    // What she says she brings of one is of that one; the rest is again of the oldest.
    declare(&v, other, 6).await;
    let page = desk.open(&address).await;
    assert_eq!(typed(&page, second, "accepted"), "6");
    desk.send(&page, COUNT, &[(accepted.as_str(), "7")]).await;
    assert_eq!(held(&v).await, [(1, 2), (20, 0)]);
    // More than she has of it altogether.
    let page = desk.open(&address).await;
    let refused = desk.send(&page, COUNT, &[(accepted.as_str(), "22")]).await;
    assert!(refused.text().contains("只有 21 件"), "{}", refused.text());
    assert_eq!(held(&v).await, [(1, 2), (20, 0)]);
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn what_was_just_counted_is_undone_by_one_button() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let page = desk.open(&format!("/count?worker={}", v.anna)).await;
    let accepted = row(hers, "accepted");
    let done = desk.send(&page, COUNT, &[(accepted.as_str(), "30")]).await;
    assert!(done.text().contains("W01 安娜") && done.text().contains("挣 ¥33.00"), "{}", done.text());
    let back = desk.send_keyed(&done, "/api/recount", Some("just"), &[]).await;
    assert_eq!((typed(&back, hers, "accepted").as_str(), held(&v).await), ("30", vec![(40, 0)]));
    // The same address again, and one that names nothing, say nothing.
    for gone in [done.path, "/count?counted=0".to_owned(), format!("{COUNTED}{}", uuid::Uuid::new_v4())] {
        assert_eq!(desk.open(&gone).await.count(".counted"), 0, "{gone}");
    }
}

#[tokio::test]
async fn a_dispute_is_seen_today_and_answered() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    let count = v.done(v.count_of(v.anna, hers, 38, 0, 0)).await.id;
    let verdict = Verdict::Wrong { accepted: Pieces(40), words: note("少数了两朵") };
    v.ask_as(
        new_id(),
        Actor::Worker { worker: v.anna },
        ReviewEntry { event: count, verdict, new_card: false, spoken: None },
    )
    .await
    .expect("disputed");
    let page = desk.open("/today").await;
    assert!(
        page.text().contains("记了合格 38 件，她说是 40 件") && page.text().contains("少数了两朵"),
        "{}",
        page.text()
    );
    let key = format!("{count}-{}", v.anna);
    let page = desk.send_keyed(&page, "/api/answer_dispute", Some(&key), &[("answer", "")]).await;
    assert!(page.text().contains("请给她回句话"), "{}", page.text());
    let page = desk.send_keyed(&page, "/api/answer_dispute", Some(&key), &[("answer", "重数了，是四十朵")]).await;
    assert_eq!(page.path, "/today?done=answered");
    assert!(!page.text().contains("少数了两朵"), "{}", page.text());
    let today = snapshot_of(v.store, v.workshop).await.today(day("2026-11-02")).await.expect("a day");
    assert_eq!(today.disputes, []);
}

#[tokio::test]
async fn what_she_declares_is_filled_in_once_and_never_among_the_rework_unseen() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = v.issue(1, v.anna, 40).await;
    v.done(v.count_of(v.anna, hers, 0, 5, 0)).await;
    declare(&v, hers, 36).await;
    let page = desk.open(&format!("/count?worker={}", v.anna)).await;
    assert_eq!((typed(&page, hers, "accepted").as_str(), typed(&page, hers, "redo_accepted").as_str()), ("35", ""));
    let fewer = row(hers, "accepted");
    desk.send(&page, COUNT, &[(&fewer, "20")]).await;
    assert_eq!(held(&v).await, [(15, 5)], "what she corrected is what was counted");
}

#[tokio::test]
async fn on_the_table_of_all_what_is_lacking_stands_open() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    v.issue(1, v.berta, 20).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let table = desk.open("/count/away").await;
    let hers = v.anna.to_string();
    let fields = [(row(issue, "accepted"), "5"), (row(issue, "scrapped"), "1")];
    let fields: Vec<_> = fields.iter().map(|(name, typed)| (name.as_str(), *typed)).collect();
    let refused = desk.send_keyed(&table, COUNT, Some(&hers), &fields).await;
    assert!(refused.path.starts_with("/count/away?draft="), "{}", refused.path);
    assert_eq!(refused.count("details[open] details[open] select[name=reason]"), 1, "hers, and nobody else's");
    assert_eq!(refused.count("details:not([open]) > summary"), 2, "Berta's, and her reason");
    let reason = [("reason", "花瓣松")];
    let counted = desk.send_keyed(&refused, COUNT, Some(&hers), &reason).await;
    assert_eq!(counted.path, "/count/away?done=counted");
    let home = snapshot_of(v.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("her page");
    assert_eq!(home.held[0].hand, Pieces(14));
}
