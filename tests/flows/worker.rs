//! A worker on her phone: what she has to make, handing in, counts, her record book, her pay.

use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, code, name, new_id, noon, note};
use crate::support::worker::{PIN, worker_of};
use chrono::Duration;
use ledger::model;
use ledger::model::{Actor, AnswerDispute, Correct, Count, Declare, Review, SaveStyle, Step, Verdict};
use ledger::values::ids::EventId;
use ledger::values::minutes::Centiminutes;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// How many events the village's books hold.
async fn events(v: &Village<'_>) -> u64 {
    v.store.audit(v.workshop).await.expect("an audit").events
}

async fn review_of(v: &Village<'_>, count: EventId) -> Option<Review> {
    let mut writing = v.store.write(v.workshop, noon()).await.expect("open books");
    writing.read_all().await.expect("read");
    writing.books().reviews_of(count, v.anna).next_back().cloned()
}

#[tokio::test]
async fn three_numbers_and_what_to_make_by_when() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, issue, 10, 6, 0)).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let page = anna.open("/me").await;
    let text = page.text();
    for told in
        ["还要做 50 件", "本月挣的 ¥11.00", "还欠我的 ¥11.00", "牡丹 花瓣", "要做 44 件", "要返工 6 件", "还有 18 天"]
    {
        assert!(text.contains(told), "{told} in {text}");
    }
    assert!(text.contains("¥1.10 一件 · 做完挣 ¥55.00"), "{text}");
    assert_eq!(page.link("a.button.next"), format!("/me/hand-in/{issue}"));
    app.clock.pass(Duration::days(20));
    let text = anna.open("/me").await.text();
    assert!(text.contains("晚了 2 天"), "{text}");
}

#[tokio::test]
async fn money_is_shown_for_a_while_after_the_pin() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    v.done(v.count_of(v.anna, issue, 10, 0, 0)).await;
    v.done(model::Deduct { worker: v.anna, fen: Fen(300), reason: note("丢了剪刀") }).await;
    let anna = worker_of(&app, &v, v.anna).await;
    app.clock.pass(Duration::minutes(31));
    for path in ["/me", "/me/book"] {
        let page = anna.open(path).await;
        assert!(!page.html.contains('¥') && !page.html.contains("剪刀"), "{path}: {}", page.text());
        assert_eq!(page.link("a[href^='/me/pin']"), format!("/me/pin?then={}", path.replace('/', "%2F")));
    }
    let page = anna.open("/me/pay").await;
    assert_eq!(page.path, "/me/pin?then=%2Fme%2Fpay");
    let page = anna.send(&page, "/api/open_pay", &[("pin", PIN)]).await;
    assert_eq!(page.path, "/me/pay");
    assert!(page.text().contains("还欠我的 ¥8.00"), "{}", page.text());
    assert!(anna.open("/me/book").await.text().contains("丢了剪刀"));
}

#[tokio::test]
async fn she_hands_in_and_a_double_tap_is_one_event() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let form = anna.open(&format!("/me/hand-in/{issue}")).await;
    assert_eq!(form.attribute("input[name=pieces]", "value"), "", "what she made is hers to say");
    let before = events(&v).await;
    for _ in 0..2 {
        let page = anna.send(&form, "/api/declare", &[("pieces", "40")]).await;
        assert_eq!(page.path, "/me?done=declared");
        assert!(page.text().contains("报上去了"), "{}", page.text());
    }
    assert_eq!(events(&v).await, before + 1);
    let home = snapshot_of(v.store, v.workshop).await.of_worker(v.anna).home_page().await.expect("her page");
    assert_eq!(home.waiting.iter().map(|waiting| waiting.pieces).collect::<Vec<_>>(), [Pieces(40)]);
    let again = anna.open(&format!("/me/hand-in/{issue}")).await;
    assert!(again.text().contains("20"), "{}", again.text());
    let offered = again.form("/api/declare", Some(&issue.to_string())).get("pieces").cloned().unwrap_or_default();
    assert_eq!(offered, "", "once some is on its way, a tap must not say that she brings the rest too");
    anna.send(&again, "/api/declare", &[("pieces", "２０")]).await;
    let done = anna.open(&format!("/me/hand-in/{issue}")).await;
    assert_eq!(done.count("form[action='/api/declare']"), 0);
    assert!(done.text().contains("手里的都报过了"), "{}", done.text());
}

#[tokio::test]
async fn what_cannot_be_handed_in_comes_back_as_typed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let form = anna.open(&format!("/me/hand-in/{issue}")).await;
    let before = events(&v).await;
    for (typed, says) in [
        ("61", "在手只有 60 件，不够 61 件"),
        ("0", "数都是 0"),
        ("-1", "这里要填数字"),
        ("2.5", "这里要填整数"),
        ("四十", "这里要填数字"),
        ("99999999999999999999", "这个数太大了"),
        ("", "这里要填"),
        ("<script>", "这里要填数字"),
    ] {
        let page = anna.send(&form, "/api/declare", &[("pieces", typed)]).await;
        assert!(page.path.starts_with(&format!("/me/hand-in/{issue}")), "{typed}: {}", page.path);
        assert!(page.text().contains(says), "{typed}: {}", page.text());
        assert_eq!(page.attribute("input[name=pieces]", "value"), typed);
        assert!(!page.html.contains("<script>"), "{}", page.html);
    }
    assert_eq!(events(&v).await, before);
}

#[tokio::test]
async fn she_says_that_a_count_is_right_or_is_not() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let declare = Declare { issue, pieces: Pieces(40) };
    let declared = v.ask_as(new_id(), Actor::Worker { worker: v.anna }, declare).await.expect("declared").event.id;
    let counted = v
        .done(Count { declared: Some(declared), reason: note("边毛了"), ..v.count_of(v.anna, issue, 30, 8, 2) })
        .await
        .id;
    let anna = worker_of(&app, &v, v.anna).await;

    let home = anna.open("/me").await;
    assert!(home.text().contains("合格 30 件 返工 8 件 报废 2 件"), "{}", home.text());
    let page = anna.send(&home, "/api/confirm_count", &[]).await;
    assert_eq!(page.path, "/me?done=reviewed");
    assert!(page.text().contains("您说对"), "{}", page.text());
    assert_eq!(review_of(&v, counted).await.map(|review| review.verdict), Some(Verdict::Right));

    // She looks again, and changes her mind.
    let count = anna.open(&format!("/me/count/{counted}")).await;
    assert!(count.text().contains("您报的 40 件") && count.text().contains("边毛了"), "{}", count.text());
    let page = anna.send(&count, "/api/dispute_count", &[("accepted", "32"), ("why", "other"), ("words", "")]).await;
    assert!(page.text().contains("这里要填"), "{}", page.text());
    assert_eq!(page.attribute("input[name=accepted]", "value"), "32");
    let same = anna.send(&page, "/api/dispute_count", &[("accepted", "30"), ("why", "few")]).await;
    assert!(same.text().contains("账上记的就是这个数"), "{}", same.text());
    let page = anna.send(&page, "/api/dispute_count", &[("why", "rework"), ("words", "有两朵是好的")]).await;
    assert!(page.text().contains("您说是 32 件：好的当成返工了 · 有两朵是好的"), "{}", page.text());
    assert!(page.text().contains("等带头人回话"), "{}", page.text());

    v.done(AnswerDispute { event: counted, worker: None, answer: note("看过了，是三十") }).await;
    assert!(anna.open("/me").await.text().contains("带头人回话了"));
    let page = anna.open(&format!("/me/count/{counted}")).await;
    assert!(page.text().contains("带头人回话：看过了，是三十"), "{}", page.text());
    // She may say more, also from the page that she left open before; all of it stays to be read.
    let far = anna.send(&page, "/api/dispute_count", &[("accepted", "99999"), ("why", "few")]).await;
    assert!(far.text().contains("账上记的是 30 件，这个是它的五倍以上"), "{}", far.text());
    assert_eq!(review_of(&v, counted).await.map(|review| review.turn), Some(2), "it was only asked about");
    let again = anna.send(&count, "/api/dispute_count", &[("accepted", "33"), ("why", "few")]).await;
    let text = again.text();
    for told in ["有两朵是好的", "看过了，是三十", "您说是 33 件：数少了", "等带头人回话"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    // Where it is corrected, in her book on paper and on her slip it can be read too.
    let desk = crate::support::coordinator::coordinator_of(&app, v.workshop).await;
    let paths = [
        format!("/correct/{counted}"),
        format!("/count/wrong/{counted}"),
        format!("/workers/{}", v.anna),
        format!("/workers/{}/book", v.anna),
        format!("/workers/{}/slip", v.anna),
    ];
    for path in paths {
        let text = desk.open(&path).await.text();
        for told in ["她说是 32 件：好的当成返工了", "已答复：看过了，是三十", "她说是 33 件：数少了"]
        {
            assert!(text.contains(told), "{path} {told}: {text}");
        }
    }
}

#[tokio::test]
async fn what_is_another_workers_is_not_there() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let counted = v.done(v.count_of(v.anna, issue, 10, 0, 0)).await.id;
    let other = Village::settle(&app.database.store).await;
    let hers = v.issue(1, v.berta, 5).await;
    let berta = worker_of(&app, &v, v.berta).await;
    let stranger = worker_of(&app, &other, other.anna).await;
    let form = berta.open(&format!("/me/hand-in/{hers}")).await;
    let before = (events(&v).await, events(&other).await);
    for visitor in [&berta, &stranger] {
        for path in [format!("/me/hand-in/{issue}"), format!("/me/count/{counted}")] {
            assert_eq!(visitor.open(&path).await.status, 404, "{path}");
        }
        for path in ["/me/hand-in/0", "/me/hand-in/x", "/me/count/x", "/me/count/00000000-0000-0000-0000-000000000000"]
        {
            assert_eq!(visitor.open(path).await.status, 404, "{path}");
        }
        let fields = [("issue", issue.to_string()), ("pieces", "5".to_owned()), ("event", new_id().to_string())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = visitor.send(&form, "/api/declare", &fields).await;
        assert!(page.text().contains("找不到这个领活单"), "{}", page.text());
        let confirm = [("event", new_id().to_string()), ("count", counted.to_string())];
        let page = visitor.post("/me", "/api/confirm_count", &confirm.map(|(n, v)| (n.to_owned(), v)).into()).await;
        assert!(!page.path.contains("done="), "{}", page.path);
    }
    assert_eq!((events(&v).await, events(&other).await), before);
    assert_eq!(review_of(&v, counted).await, None);
}

#[tokio::test]
async fn the_record_book_tells_everything_with_corrections_beside() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 60).await;
    let wrong = v.done(v.count_of(v.anna, issue, 50, 0, 0)).await;
    v.done(Correct { event: wrong.id, reason: note("数错了") }).await;
    v.done(Count { reason: note("开胶"), ..v.count_of(v.anna, issue, 40, 5, 3) }).await;
    v.done(model::Bonus { worker: v.anna, fen: Fen(500), note: note("全勤") }).await;
    v.done(model::Advance { worker: v.anna, fen: Fen(1000), note: note("看病") }).await;
    v.done(model::Pay { worker: v.anna, fen: Fen(2000), note: note("现金"), seen: None, ahead: false }).await;
    let anna = worker_of(&app, &v, v.anna).await;
    let book = anna.open("/me/book").await;
    let text = book.text();
    for told in [
        "2026年11月",
        "领活 牡丹 · 花瓣 60 ¥1.10 一件",
        "交活 牡丹 · 花瓣 11月2日 改正了：数错了 50 ¥55.00 ¥1.10 一件",
        "改正 牡丹 · 花瓣 数错了 改 11月2日 那一笔，原来的数倒回去。 −50 −¥55.00",
        "交活 牡丹 · 花瓣 开胶 40 返工 5 报废 3 ¥44.00",
        "奖金 全勤 ¥5.00",
        "预支（先拿的） 看病 −¥10.00",
        "发工钱 现金 −¥20.00",
        "本月合计 40 返工 5 报废 3 ¥49.00 领走的 ¥30.00",
    ] {
        assert!(text.contains(told), "{told} in {text}");
    }
    let count = anna.open(&book.link("td a[href^='/me/count/']")).await;
    assert_eq!(count.status, 200);
    let pay = anna.open("/me/pay").await.text();
    for told in [
        "上月结下来 ¥0.00",
        "本月挣的 ¥44.00",
        "奖金 ¥5.00",
        "预支（先拿的） −¥10.00",
        "领到的工钱 −¥20.00",
        "还欠我的 ¥19.00",
    ] {
        assert!(pay.contains(told), "{told} in {pay}");
    }
}

#[tokio::test]
async fn a_long_book_turns_pages() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    for pieces in 1..=35 {
        v.done(model::Advance { worker: v.anna, fen: Fen(pieces), note: note("") }).await;
    }
    let anna = worker_of(&app, &v, v.anna).await;
    let newest = anna.open("/me/book").await;
    assert_eq!(newest.count("tbody td"), 30 * 3);
    let oldest = anna.open(&newest.link("a[rel=next]")).await;
    assert_eq!((oldest.count("tbody td"), oldest.count("a[rel=next]")), (5 * 3, 0));
    assert_eq!(oldest.link("a[rel=prev]"), "/me/book");
    assert!(oldest.text().contains("−¥0.01") && !oldest.text().contains("−¥0.06"), "{}", oldest.text());
    // An address that somebody mistyped begins at the newest.
    assert_eq!(anna.open("/me/book?before=x'--").await.count("tbody td"), 30 * 3);
}

#[tokio::test]
async fn names_that_look_like_html_are_names() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let step = |number: &str| Step { code: code(number), name: name("<b>花</b>"), centiminutes: Centiminutes(600) };
    let (style, steps) = (Some(v.style), vec![step("S1"), step("S2")]);
    v.done(SaveStyle { style, code: code("MD-1"), name: name("<i>牡丹</i>"), steps }).await;
    let reason = note("<img src=x onerror=alert(1)>");
    let issue = v.issue(1, v.anna, 60).await;
    let counted = v.done(Count { reason, ..v.count_of(v.anna, issue, 1, 1, 0) }).await.id;
    let anna = worker_of(&app, &v, v.anna).await;
    for path in ["/me/book".to_owned(), format!("/me/count/{counted}")] {
        let page = anna.open(&path).await;
        for told in ["<img src=x", "<i>牡丹</i>", "<b>花</b>"] {
            assert!(page.text().contains(told), "{told}: {}", page.text());
        }
        assert_eq!(page.count("img, i"), 0, "{path}");
    }
}
