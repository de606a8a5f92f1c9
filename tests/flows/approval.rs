//! A second coordinator approves, over HTTP, as two of them without script do it.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::village::Village;
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::worker_of;
use ledger::values::ids::{EventId, IssueId, StepNo};
use ledger::values::money::Fen;

const PAY: &str = "/api/pay";
const SET: &str = "/api/set_approval";
const APPROVE: &str = "/api/approve";

/// Anna has made forty petals at ¥1.10.
async fn earned(v: &Village<'_>) -> EventId {
    let issue = v.on("2026-11-01", v.issue_of(1, v.anna, 40)).await;
    let issue = IssueId(issue.entities[0].number());
    v.on("2026-11-01", v.count_of(v.anna, issue, 40, 0, 0)).await.id
}

/// Two coordinators of a workshop that asks for a second one.
async fn two_desks(app: &App, v: &Village<'_>) -> [Visitor; 2] {
    let desks = [coordinator_of(app, v.workshop).await, coordinator_of(app, v.workshop).await];
    let settings = desks[0].open("/settings").await;
    let on = desks[0].send(&settings, SET, &[]).await;
    assert!(on.text().contains("都要另一位带头人同意才算数"), "{}", on.text());
    desks
}

async fn owed(v: &Village<'_>) -> Fen {
    snapshot_of(v.store, v.workshop).await.of_worker(v.anna).owed_to().await.expect("a sum")
}

/// The page of the one thing that waits, as it is found on Today.
async fn waiting(desk: &Visitor) -> Page {
    let today = desk.open("/today").await;
    desk.open(&today.link("a[href^='/approvals/']")).await
}

async fn asks_to_pay(desk: &Visitor, v: &Village<'_>, amount: &str) -> Page {
    let page = desk.open(&format!("/workers/{}", v.anna)).await;
    desk.send(&page, PAY, &[("amount", amount)]).await
}

#[tokio::test]
async fn a_payment_is_asked_for_by_one_and_approved_by_the_other() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let [one, other] = two_desks(&app, &v).await;
    let receipt = asks_to_pay(&one, &v, "20.00").await;
    assert!(receipt.text().contains("等另一位带头人同意才算数"), "{}", receipt.text());
    assert!(receipt.text().contains("她的钱等着复核"), "{}", receipt.text());
    assert_eq!(owed(&v).await, Fen(4400), "nothing moved");
    // She who asked sees that it waits, and cannot approve it herself.
    let own = waiting(&one).await;
    assert!(own.text().contains("这是您提的") && own.count("form[action='/api/approve']") == 0, "{}", own.text());
    let theirs = waiting(&other).await;
    let mut form = theirs.form(APPROVE, None);
    let hers = one.post(&own.path, APPROVE, &form).await;
    assert!(hers.text().contains("这是您自己提的"), "{}", hers.text());
    assert_eq!(owed(&v).await, Fen(4400));
    // The worker sees nothing of it, and on the pay page nobody asks for it twice.
    let anna = worker_of(&app, &v, v.anna).await;
    let hers = anna.open("/me/pay").await.text();
    assert!(!hers.contains("20.00") && hers.contains("44.00"), "{hers}");
    let pay = other.open("/pay?all=true").await;
    assert!(pay.text().contains("等着复核的钱"), "{}", pay.text());
    assert_eq!(pay.count(&format!("input[name='chosen[{}]'][checked]", v.anna)), 0, "{}", pay.text());
    let again = asks_to_pay(&other, &v, "5.00").await;
    assert!(again.text().contains("同样的事已经提过"), "{}", again.text());
    // The other sees what will happen, and approves.
    let text = theirs.text();
    assert!(text.contains("发工钱") && text.contains("安娜 ¥20.00") && text.contains("同意以后，账上这样记"), "{text}");
    form.insert("event".to_owned(), crate::support::village::new_id().to_string());
    let done = other.post(&theirs.path, APPROVE, &form).await;
    assert!(done.text().contains("同意了，记上了"), "{}", done.text());
    assert_eq!(owed(&v).await, Fen(2400));
    let journal = one.open("/journal").await.text();
    assert!(journal.contains("另一位同意了") && journal.contains("提请复核"), "{journal}");
    let hers = anna.open("/me/book").await.text();
    assert!(hers.contains("20.00"), "it stands in her book: {hers}");
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn a_rate_holds_once_the_other_has_approved_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let [one, other] = two_desks(&app, &v).await;
    let page = one.open(&format!("/styles/{}", v.style)).await;
    let rate = [("step", "1"), ("rate", "1.50"), ("from", "2026-11-02")];
    let receipt = one.send(&page, "/api/set_rate", &rate).await;
    assert!(receipt.text().contains("等着复核的工价"), "{}", receipt.text());
    let rates = async || {
        snapshot_of(v.store, v.workshop)
            .await
            .styles()
            .styles_listed(Some(v.style))
            .await
            .expect("a look")
            .rates_of(v.style, StepNo(1))
            .len()
    };
    assert_eq!(rates().await, 1);
    let page = waiting(&other).await;
    let done = other.send(&page, APPROVE, &[]).await;
    assert!(done.path.ends_with("done=approved"), "{}", done.text());
    assert_eq!(rates().await, 2);
    // A new style's rates wait as well.
    let page = one.open("/styles/new").await;
    let typed = [
        ("code", "XN-1"),
        ("name", "向日葵"),
        ("steps[0][name]", "花盘"),
        ("steps[0][minutes]", "5"),
        ("steps[0][rate]", "0.90"),
    ];
    let saved = one.send(&page, "/api/save_style", &typed).await;
    let text = saved.text();
    assert!(text.contains("等另一位带头人同意才算数") && text.contains("向日葵"), "{text}");
    assert_eq!(snapshot_of(v.store, v.workshop).await.to_approve().await.expect("a look").proposals.len(), 1);
}

#[tokio::test]
async fn a_correction_waits_and_is_declined_with_a_word() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let count = earned(&v).await;
    let [one, other] = two_desks(&app, &v).await;
    let page = one.open(&format!("/correct/{count}")).await;
    assert!(page.text().contains("安娜的工钱少 ¥44.00"), "what it would do: {}", page.text());
    let receipt = one.send(&page, "/api/correct", &[("reason", "数错了")]).await;
    assert!(receipt.path.ends_with("done=proposed"), "{}", receipt.text());
    let again = one.open(&format!("/correct/{count}")).await;
    assert!(again.text().contains("这一笔的冲正等着复核"), "{}", again.text());
    let page = waiting(&other).await;
    let text = page.text();
    assert!(text.contains("安娜") && text.contains("¥44.00") && text.contains("数错了"), "{text}");
    let without = other.send(&page, "/api/decline", &[]).await;
    assert!(without.text().contains("请写上原因"), "{}", without.text());
    let declined = other.send(&without, "/api/decline", &[("reason", "我数过，没错")]).await;
    assert!(declined.text().contains("没有同意") && declined.text().contains("我数过，没错"), "{}", declined.text());
    assert_eq!(owed(&v).await, Fen(4400));
    // Asked for again, by a recount, and approved.
    let page = one.open(&format!("/count/wrong/{count}")).await;
    let receipt = one.send(&page, "/api/recount", &[]).await;
    assert!(receipt.path.ends_with("done=proposed"), "{}", receipt.text());
    let page = one.open(&format!("/count/wrong/{count}")).await;
    let form = page.count("form[action='/api/recount']");
    assert!(form == 0 && page.text().contains("这一笔的冲正等着复核"), "{}", page.text());
    let page = waiting(&other).await;
    other.send(&page, APPROVE, &[]).await;
    assert_eq!(owed(&v).await, Fen::ZERO);
    let entry = one.open(&format!("/correct/{count}")).await;
    assert!(entry.text().contains("已经冲正"), "{}", entry.text());
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn two_who_approve_at_once_do_it_once() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let [one, other] = two_desks(&app, &v).await;
    let third = coordinator_of(&app, v.workshop).await;
    asks_to_pay(&one, &v, "20.00").await;
    let (theirs, thirds) = (waiting(&other).await, waiting(&third).await);
    let (a, b) = tokio::join!(other.send(&theirs, APPROVE, &[]), third.send(&thirds, APPROVE, &[]));
    let done = [&a, &b].into_iter().filter(|page| page.path.ends_with("done=approved")).count();
    assert_eq!(done, 1, "{}\n{}", a.text(), b.text());
    assert_eq!(owed(&v).await, Fen(2400));
    // The same form again is the same answer; from another tab it is over.
    let late = if a.path.ends_with("done=approved") { &b } else { &a };
    assert!(late.text().contains("这件事已经有人答过"), "{}", late.text());
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn what_changed_since_is_said_and_the_proposal_can_be_withdrawn() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let [one, other] = two_desks(&app, &v).await;
    asks_to_pay(&one, &v, "20.00").await;
    let seen = waiting(&other).await;
    earned(&v).await;
    let late = other.send(&seen, APPROVE, &[]).await;
    assert!(late.text().contains("填的时候该付她 ¥44.00，现在是 ¥88.00"), "{}", late.text());
    assert!(waiting(&other).await.text().contains("现在不能照这样记"), "and the page says so before");
    assert_eq!(owed(&v).await, Fen(8800));
    let own = waiting(&one).await;
    let gone = one.send(&own, "/api/withdraw", &[]).await;
    assert!(gone.text().contains("收回了"), "{}", gone.text());
    let late = other.send(&seen, "/api/decline", &[("reason", "不对")]).await;
    assert!(late.text().contains("这件事已经有人答过，或者收回了"), "{}", late.text());
    let again = asks_to_pay(&one, &v, "20.00").await;
    assert!(again.path.ends_with("done=proposed"), "{}", again.text());
}

#[tokio::test]
async fn it_takes_two_to_turn_it_on_and_two_to_turn_it_off() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let one = coordinator_of(&app, v.workshop).await;
    let alone = one.open("/settings").await;
    assert!(alone.text().contains("现在只有一位带头人能登录") && alone.count(&format!("form[action='{SET}']")) == 0);
    let event = crate::support::village::new_id().to_string();
    let typed = [("event".to_owned(), event), ("on".to_owned(), "true".to_owned())].into();
    let refused = one.post("/settings", SET, &typed).await;
    assert!(!snapshot_of(v.store, v.workshop).await.approval().await.expect("a look").on, "{}", refused.text());
    let [one, other] = two_desks(&app, &v).await;
    let settings = one.open("/settings").await;
    let asked = one.send(&settings, SET, &[]).await;
    assert!(asked.path.ends_with("done=proposed"), "{}", asked.text());
    assert!(
        snapshot_of(v.store, v.workshop).await.approval().await.expect("a look").on,
        "one alone does not turn it off"
    );
    let page = waiting(&other).await;
    other.send(&page, APPROVE, &[]).await;
    assert!(!snapshot_of(v.store, v.workshop).await.approval().await.expect("a look").on);
    earned(&v).await;
    let paid = asks_to_pay(&one, &v, "20.00").await;
    assert!(paid.path.contains("done=paid&fen="), "{}", paid.text());
    assert_eq!(owed(&v).await, Fen(2400));
}

#[tokio::test]
async fn on_pay_day_all_that_waits_is_approved_at_once_or_none_of_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let [one, other] = two_desks(&app, &v).await;
    asks_to_pay(&one, &v, "20.00").await;
    let page = one.open(&format!("/workers/{}", v.berta)).await;
    one.send(&page, "/api/advance", &[("amount", "7.00")]).await;
    let hers = one.open("/approvals").await;
    assert_eq!(hers.count("form[action='/api/approve_many']"), 0, "not her own: {}", hers.text());
    let both = other.open("/approvals?all=true").await;
    assert!(both.text().contains("¥27.00"), "the sum of what waits: {}", both.text());
    let untouched = other.open("/approvals").await;
    let none = other.send(&untouched, "/api/approve_many", &[]).await;
    assert!(none.path.contains("draft="), "{}", none.text());
    // The payment no longer fits: neither is done, and the page says beside which it is.
    earned(&v).await;
    let refused = other.send(&both, "/api/approve_many", &[]).await;
    assert!(
        refused.texts("p.error").iter().any(|why| why.contains("该付她 ¥44.00")),
        "{:?} {}",
        refused.texts(".notice, .error"),
        refused.path
    );
    assert_eq!(snapshot_of(v.store, v.workshop).await.of_worker(v.berta).owed_to().await.expect("a sum"), Fen::ZERO);
    let stale = waiting_of(&one, "20.00").await;
    one.send(&stale, "/api/withdraw", &[]).await;
    asks_to_pay(&one, &v, "30.00").await;
    let both = other.open("/approvals?all=true").await;
    let done = other.send(&both, "/api/approve_many", &[]).await;
    assert!(done.path.ends_with("done=approved") && done.text().contains("眼下没有等着复核的"), "{}", done.text());
    assert_eq!(
        (owed(&v).await, snapshot_of(v.store, v.workshop).await.of_worker(v.berta).owed_to().await.expect("a sum")),
        (Fen(5800), Fen(-700))
    );
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
}

#[tokio::test]
async fn a_repairs_rate_is_asked_about_and_waits_where_it_is_not_the_rule() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let delivery = v.send(10, "").await;
    let line = v.line;
    let [confirmed, refused, short] = [6, 4, 0].map(ledger::values::pieces::Pieces);
    let said =
        ledger::model::LineAnswer {
            line, confirmed, refused, short, reason: crate::support::village::note("花瓣松")
        };
    v.done(ledger::model::Answer { delivery, lines: vec![said] }).await;
    let [one, other] = two_desks(&app, &v).await;
    let path = format!("/deliveries/{delivery}");
    let page = one.open(&path).await;
    let key = page.attribute("form[action='/api/reissue'] [name=form]", "value");
    let form = |page: &Page, rate: &str, sure: bool| {
        let mut form = page.form("/api/reissue", Some(&key));
        form.extend([("worker".to_owned(), v.anna.to_string()), ("pieces".to_owned(), "1".to_owned())]);
        form.insert("rate".to_owned(), rate.to_owned());
        form.extend(sure.then(|| ("sure".to_owned(), "true".to_owned())));
        form
    };
    let asked = one.post(&path, "/api/reissue", &form(&page, "99", false)).await;
    assert!(asked.text().contains("现在的工价是 ¥1.90"), "{}", asked.text());
    let waits = one.post(&path, "/api/reissue", &form(&asked, "99", true)).await;
    assert!(waits.path.ends_with("done=proposed"), "{}", waits.text());
    let shown = waiting(&other).await;
    assert!(shown.text().contains("¥99.00"), "{}", shown.text());
    other.send(&shown, APPROVE, &[]).await;
    let journal = other.open("/journal").await.text();
    assert!(journal.contains("每件 ¥99.00"), "{journal}");
    let page = one.open(&path).await;
    let by_rule = one.post(&path, "/api/reissue", &form(&page, "1.90", false)).await;
    assert!(by_rule.path.ends_with("done=fixed"), "{}", by_rule.text());
}

#[tokio::test]
async fn she_cannot_let_in_a_second_self() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    // A link that she made before it was turned on is worth nothing after.
    let desk = coordinator_of(&app, v.workshop).await;
    let access = desk.open("/access").await;
    let early = link(&desk.send(&access, "/api/let_in", &[("name", "我自己"), ("role", "coordinator")]).await);
    let [one, other] = two_desks(&app, &v).await;
    assert!(app.stranger().open(&early).await.text().contains("链接用过了，或者过期了"), "it was open to her alone");
    let access = one.open("/access").await;
    let asked = one.send(&access, "/api/let_in", &[("name", "林带头人"), ("role", "coordinator")]).await;
    assert!(asked.path.ends_with("done=proposed"), "{}", asked.text());
    assert_eq!(asked.count("form[action='/api/invite_let_in']"), 1, "but for hers of before");
    let page = waiting(&other).await;
    assert!(page.text().contains("林带头人"), "{}", page.text());
    let access = other.send(&page, APPROVE, &[]).await;
    assert_eq!(access.path, "/access?done=approved", "the link is hers to hand over: {}", access.text());
    let key = access.attributes("form[action='/api/invite_let_in'] [name=form]", "value").remove(0);
    let invite = access.form("/api/invite_let_in", Some(&key));
    let access = one.open("/access").await;
    assert!(access.text().contains("林带头人可以进来"), "{}", access.text());
    assert_eq!(access.count("form[action='/api/invite_let_in']"), 1, "none for the one that she asked for");
    let hers = one.post("/access", "/api/invite_let_in", &invite).await;
    assert!(hers.text().contains("链接用过了，或者过期了"), "{}", hers.text());
    let first = link(&other.post("/access", "/api/invite_let_in", &invite).await);
    let second = link(&other.post("/access", "/api/invite_let_in", &invite).await);
    assert!(app.stranger().open(&first).await.text().contains("链接用过了，或者过期了"), "the later one counts");
    let newcomer = app.stranger();
    let asked = crate::support::people::set_up(&newcomer, &second, "13800000077").await;
    assert_eq!(asked.path, "/account/second-step?then=%2Ftoday", "two must agree here");
    let used = other.post("/access", "/api/invite_let_in", &invite).await;
    assert!(used.text().contains("链接用过了，或者过期了"), "one event lets in one: {}", used.text());
    // For a week she approves nothing that either of the two asks.
    for desk in [&one, &other] {
        let access = desk.open("/access").await;
        desk.send(&access, "/api/let_in", &[("name", "再来一位"), ("role", "coordinator")]).await;
        let page = waiting(&newcomer).await;
        assert!(page.text().contains("11月9日"), "{}", page.text());
        assert_eq!(page.count("form[action='/api/approve']"), 0, "it would be refused: {}", page.text());
        newcomer.send(&page, "/api/decline", &[("reason", "不认识")]).await;
    }
    let access = one.open("/access").await;
    one.send(&access, "/api/let_in", &[("name", "再来一位"), ("role", "coordinator")]).await;
    app.clock.pass(chrono::Duration::days(7));
    let page = waiting(&newcomer).await;
    assert_eq!(newcomer.send(&page, APPROVE, &[]).await.path, "/access?done=approved");
}

/// The address of the invitation that a page shows.
fn link(page: &Page) -> String {
    let text = page.text();
    let link = text.split_whitespace().find(|word| word.contains("/set-up/")).expect("a link");
    link[link.find("/set-up/").expect("a path")..].to_owned()
}

#[tokio::test]
async fn it_is_not_turned_off_while_something_waits() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let [one, _] = two_desks(&app, &v).await;
    asks_to_pay(&one, &v, "20.00").await;
    let settings = one.open("/settings").await;
    let refused = one.send(&settings, SET, &[]).await;
    assert!(refused.text().contains("还有别的事等着复核"), "{}", refused.text());
}

/// The page of what waits with that amount.
async fn waiting_of(desk: &Visitor, amount: &str) -> Page {
    let today = desk.open("/today").await;
    let rows = today.texts("a[href^='/approvals/']");
    let place = rows.iter().position(|row| row.contains(amount)).expect("it waits");
    let links = today.attributes("a[href^='/approvals/']", "href");
    desk.open(&links[place]).await
}
