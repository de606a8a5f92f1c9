//! Paying and settling over HTTP, as a coordinator without script does it, and as a worker reads it.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, note};
use crate::support::worker::worker_of;
use ledger::model::Correct;
use ledger::store::reads::journal::Filter;
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;

const PAY: &str = "/api/pay";
const SETTLE: &str = "/api/settle";

/// Anna has made forty petals at ¥1.10 on 1 November.
async fn earned(v: &Village<'_>) {
    let issue = v.on("2026-11-01", v.issue_of(1, v.anna, 40)).await;
    let issue = ledger::values::ids::IssueId(issue.entities[0].number());
    v.on("2026-11-01", v.count_of(v.anna, issue, 40, 0, 0)).await;
}

async fn owed(v: &Village<'_>, worker: WorkerId) -> Fen {
    snapshot_of(v.store, v.workshop).await.of_worker(worker).owed_to().await.expect("a sum")
}

#[tokio::test]
async fn two_tabs_cannot_pay_the_same_twice() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let (one, other) = (desk.open(&format!("/workers/{}", v.anna)).await, desk.open("/pay").await);
    let paid = desk.send(&one, PAY, &[("amount", "20.00")]).await;
    assert!(paid.path.contains("done=paid"), "{}", paid.text());
    let chosen = [(format!("chosen[{}]", v.anna), "true"), (format!("amount[{}]", v.anna), "20.00")];
    let chosen: Vec<_> = chosen.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let again = desk.send(&other, "/api/pay_many", &chosen).await;
    assert!(again.text().contains("填的时候该付她 ¥44.00，现在是 ¥24.00"), "{}", again.text());
    assert_eq!(owed(&v, v.anna).await, Fen(2400), "nothing was paid twice");
    // The answer was lost, and the same form is sent once more: it is the same payment.
    let lost = desk.send(&one, PAY, &[("amount", "20.00")]).await;
    assert!(lost.path.contains("done=paid"), "{}", lost.text());
    assert_eq!(owed(&v, v.anna).await, Fen(2400));
}

#[tokio::test]
async fn more_than_is_owed_is_asked_for_and_is_then_an_advance() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/workers/{}", v.anna)).await;
    let page = desk.send(&page, PAY, &[("amount", "50.00")]).await;
    assert!(page.text().contains("请勾上“多出的算预支”"), "{}", page.text());
    assert_eq!(owed(&v, v.anna).await, Fen(4400));
    let page = desk.send(&page, PAY, &[("amount", "50.00"), ("owed[ahead]", "true")]).await;
    assert!(page.path.contains("done=paid"), "{}", page.text());
    assert_eq!(owed(&v, v.anna).await, Fen(-600));
    let journal = desk.open("/journal").await.text();
    assert!(journal.contains("¥44.00") && journal.contains("¥6.00"), "wages and an advance: {journal}");
}

#[tokio::test]
async fn after_an_advance_a_bonus_a_deduction_and_wages_the_page_says_how_much() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let desk = coordinator_of(&app, v.workshop).await;
    for (form, said) in [
        ("/api/advance", "已预支 ¥2.00"),
        ("/api/bonus", "已记奖金 ¥2.00"),
        ("/api/deduct", "已扣款 ¥2.00"),
        (PAY, "已发工钱 ¥2.00"),
    ] {
        let page = desk.open(&format!("/workers/{}", v.anna)).await;
        let done = desk.send(&page, form, &[("amount", "2.00"), ("reason", "丢了剪刀")]).await;
        assert!(done.text().contains(said), "{form}: {} {}", done.path, done.text());
        let forged = desk.open(&done.path.replace("fen=200", "fen=2.00")).await;
        assert!(!forged.text().contains(said) && forged.count(".flash, .notice") > 0, "{}", forged.text());
    }
}

#[tokio::test]
async fn a_period_is_settled_read_by_her_and_closed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/pay/settle?until=2026-11-01").await;
    assert!(page.text().contains("¥44.00"), "{}", page.text());
    let review = desk.send(&page, SETTLE, &[]).await;
    assert!(review.text().contains("还没有结"), "{}", review.text());
    assert_eq!(review.texts("#review tbody tr"), ["安娜 ¥44.00"]);
    assert_eq!(review.count("#review + button"), 1);
    assert_eq!(
        snapshot_of(v.store, v.workshop).await.settlements().await.expect("a list"),
        [],
        "it is looked at first"
    );
    let list = desk.send(&review, SETTLE, &[]).await;
    assert!(list.path.starts_with("/settlements/") && list.path.ends_with("done=settled"), "{}", list.text());
    let head = snapshot_of(v.store, v.workshop).await.head().await.expect("a head").to_string();
    assert!(list.text().contains(&head), "the paper names where the books stood: {}", list.text());
    let whole = list.texts(".sheet .head-of").concat().replace("核对码：", "");
    assert_eq!(whole, head, "on the list that is printed");
    let (slip, sheets) =
        (format!("/workers/{}/slips/2026-11-01", v.anna), list.path.replace("?done=settled", "/slips"));
    for page in [desk.open(&slip).await, desk.open(&sheets).await] {
        let text = page.text();
        assert!(text.contains("40 × ¥1.10") && text.contains("¥44.00"), "{text}");
        let codes = page.texts(".head-of");
        let [code] = codes.as_slice() else { panic!("one check code: {codes:?}") };
        let short = code.strip_prefix("核对码：").expect("it says what it is");
        let digits = short.split_once(':').map_or(0, |(_, digits)| digits.len());
        assert!(digits == 8 && whole.starts_with(short), "{short} is the beginning of {whole}");
    }
    let csv = desk.open(&list.path.replace("?done=settled", "/list.csv")).await;
    assert!(csv.html.contains("W01,安娜,44.00,44.00,"), "{}", csv.html);
    // She reads the same; her neighbour has none.
    let (anna, berta) = (worker_of(&app, &v, v.anna).await, worker_of(&app, &v, v.berta).await);
    let hers = anna.open(&anna.open("/me/pay").await.link("a[href^='/me/slips/']")).await;
    assert!(hers.text().contains("40 × ¥1.10"), "{}", hers.text());
    assert_eq!(berta.open("/me/slips/2026-11-01").await.status, 404);
    // It is closed: neither settled again, nor entered late.
    let again = desk.send(&review, SETTLE, &[]).await;
    assert_eq!(again.path, list.path, "the same form is the same settlement");
    let again = desk.open("/pay/settle?until=2026-11-01").await;
    assert!(again.text().contains("没有要结的"), "{}", again.text());
    let worker = desk.open(&format!("/workers/{}", v.anna)).await;
    let late = desk.send(&worker, PAY, &[("amount", "1.00"), ("day", "2026-11-01")]).await;
    assert!(
        late.text().contains("已经结算到 2026-11-01") || late.text().contains("已经结算到 11月1日"),
        "{}",
        late.text()
    );
    assert_eq!(owed(&v, v.anna).await, Fen(4400));
}

#[tokio::test]
async fn who_disputes_a_count_cannot_be_ticked_and_the_others_can() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 40).await;
    let count = v.done(v.count_of(v.anna, issue, 30, 0, 0)).await.id;
    let verdict =
        ledger::model::Verdict::Wrong { accepted: ledger::values::pieces::Pieces(31), words: Default::default() };
    let actor = ledger::model::Actor::Worker { worker: v.anna };
    let review = ledger::model::ReviewEntry { event: count, verdict, new_card: false, spoken: None };
    v.ask_as(crate::support::village::new_id(), actor, review).await.expect("disputed");
    v.on("2026-11-01", ledger::model::Bonus { worker: v.anna, fen: Fen(100), note: Default::default() }).await;
    v.on("2026-11-01", ledger::model::Bonus { worker: v.berta, fen: Fen(100), note: Default::default() }).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/pay/settle?until=2026-11-01").await;
    let ticked = page.form(SETTLE, None);
    assert!(
        !ticked.contains_key(&format!("chosen[{}]", v.anna)) && page.text().contains("有账对不上"),
        "{}",
        page.text()
    );
    let forced = format!("chosen[{}]", v.anna);
    let refused = desk.send(&page, SETTLE, &[(forced.as_str(), "true")]).await;
    assert!(refused.text().contains("说有一笔账对不上"), "{}", refused.text());
    let review = desk.send(&page, SETTLE, &[]).await;
    // What changed since then is looked at again.
    v.on("2026-11-01", ledger::model::Bonus { worker: v.berta, fen: Fen(50), note: Default::default() }).await;
    let changed = desk.send(&review, SETTLE, &[]).await;
    assert_eq!(changed.texts("#review tbody tr"), ["贝塔 ¥1.50"]);
    assert!(desk.send(&changed, SETTLE, &[]).await.path.ends_with("done=settled"));
}

#[tokio::test]
async fn a_day_that_is_not_over_or_none_and_nobody_are_said() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/pay/settle?until=2026-11-02").await;
    assert!(page.text().contains("今天还没过完"), "{}", page.text());
    let page = desk.open("/pay/settle?until=2026-11-01").await;
    for (until, said) in
        [("2026-11-02", "还没过完"), ("2027-01-01", "还没过完"), ("2026-02-30", "没有这一天"), ("", "填")]
    {
        let refused = desk.send(&page, SETTLE, &[("until", until)]).await;
        assert!(refused.text().contains(said), "{until}: {}", refused.text());
    }
    let mut nobody = page.form(SETTLE, None);
    nobody.retain(|name, _| !name.starts_with("chosen"));
    let refused = desk.post("/pay/settle", SETTLE, &nobody).await;
    assert!(refused.text().contains("至少") || refused.text().contains("勾"), "{}", refused.text());
    assert_eq!(snapshot_of(v.store, v.workshop).await.settlements().await.expect("a list"), []);
}

#[tokio::test]
async fn she_says_that_she_has_it_or_that_it_is_not_right_and_both_stay_to_be_read() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let note = |text: &str| crate::support::village::note(text);
    let paid = v
        .done(ledger::model::Pay { worker: v.anna, fen: Fen(4000), note: note("现金"), seen: None, ahead: false })
        .await
        .id;
    let taken = v.done(ledger::model::Deduct { worker: v.anna, fen: Fen(300), reason: note("丢了剪刀") }).await.id;
    let (anna, berta) = (worker_of(&app, &v, v.anna).await, worker_of(&app, &v, v.berta).await);
    for event in [paid, taken] {
        assert_eq!(berta.open(&format!("/me/entry/{event}")).await.status, 404, "another's row is not there");
    }
    let pay = anna.open("/me/pay").await;
    let page = anna.open(&pay.link(&format!("a[href='/me/entry/{paid}']"))).await;
    let page = anna.send(&page, "/api/confirm_entry", &[]).await;
    assert!(page.text().contains("您说对"), "{}", page.text());
    assert!(anna.open("/me/pay").await.text().contains("已收到"));
    let page = anna.open(&format!("/me/entry/{taken}")).await;
    for (amount, why, said) in [
        ("三块", "number", "数字"),
        ("3.00", "number", "账上记的就是"),
        ("500", "number", "五倍以上"),
        ("1.00", "", "这里要填"),
        ("1.00", "other", "这里要填"),
    ] {
        let refused = anna.send(&page, "/api/dispute_entry", &[("amount", amount), ("why", why)]).await;
        assert!(refused.text().contains(said), "{amount} {why}: {}", refused.text());
    }
    let typed = [("amount", "1.00"), ("why", "not-told"), ("words", "剪刀还在")];
    let page = anna.send(&page, "/api/dispute_entry", &typed).await;
    assert!(page.text().contains("您说是 ¥1.00：没跟我说过 · 剪刀还在"), "{}", page.text());
    let desk = coordinator_of(&app, v.workshop).await;
    let today = desk.open("/today").await;
    assert!(today.text().contains("扣款：记了 ¥3.00，她说是 ¥1.00"), "{}", today.text());
    // It is undone, and she is answered: all of it stays in her book.
    let undo = desk.open(&today.link("a[href^='/correct/']")).await;
    let undone = desk.send(&undo, "/api/correct", &[("reason", "剪刀找到了")]).await;
    assert!(undone.path.starts_with("/today"), "{} {}", undone.path, undone.text());
    let key = format!("{taken}-{}", v.anna);
    let today = desk.open("/today").await;
    let answered = desk.send_keyed(&today, "/api/answer_dispute", Some(&key), &[("answer", "对不起，已冲正")]).await;
    assert!(answered.path.ends_with("done=answered"), "{}", answered.text());
    let page = anna.open(&format!("/me/entry/{taken}")).await;
    let text = page.text();
    assert!(text.contains("剪刀还在") && text.contains("带头人回话：对不起，已冲正"), "{text}");
    assert_eq!(owed(&v, v.anna).await, Fen(400), "and she is owed the three yuan again");
}

#[tokio::test]
async fn a_rate_below_the_minimum_wage_says_so_and_names_the_rate_that_would_do() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/settings").await;
    for (amount, source, said) in [
        ("", "通告", "这里要填"),
        ("0", "通告", "0"),
        ("20.00", "", "哪里公布"),
        ("99999", "通告", "一般在 ¥5.00 到 ¥100.00 之间"),
        ("二十", "通告", "数字"),
    ] {
        let fields = [("amount", amount), ("from", "2026-11-01"), ("source", source)];
        let refused = desk.send(&page, "/api/set_minimum_wage", &fields).await;
        assert!(refused.text().contains(said), "{amount} {source}: {}", refused.text());
    }
    let fields = [("amount", "20.00"), ("from", "2026-11-01"), ("source", "人社厅通告 3 号")];
    let saved = desk.send(&page, "/api/set_minimum_wage", &fields).await;
    assert!(saved.path.contains("done=saved") && saved.text().contains("人社厅通告 3 号"), "{}", saved.text());
    // Six minutes a piece: ten an hour. ¥1.10 is ¥11.00 an hour; ¥20.00 × 1.2 ÷ 10 would do.
    let style = desk.open(&format!("/styles/{}", v.style)).await;
    let text = style.text();
    assert!(text.contains("花瓣：¥1.10 一件，多数人挣不到；要 ¥2.40 一件才够"), "{text}");
    assert!(text.contains("¥11.00") && text.contains("人社厅通告 3 号"), "{text}");
    // A better rate that begins later does not hide what today's gives.
    let later = [("step", "1"), ("rate", "2.50"), ("from", "2026-12-01"), ("sure", "true")];
    let style = desk.send(&style, "/api/set_rate", &later).await;
    let text = style.text();
    assert!(text.contains("花瓣：¥1.10 一件，多数人挣不到") && text.contains("¥25.00"), "{text}");
    let warned = style.texts("td .tag.warn");
    assert_eq!(warned.iter().filter(|fen| *fen == "¥11.00").count(), 2, "typical and slow: {warned:?}");
    assert!(!warned.contains(&"¥25.00".to_owned()), "{warned:?}");
    let fields = [("step", "1"), ("rate", "2.40"), ("from", "2026-11-03")];
    let style = desk.send(&style, "/api/set_rate", &fields).await;
    let text = desk.open(&format!("/styles/{}", v.style)).await.text();
    assert!(!text.contains("花瓣：¥2.40"), "it would do: {} {text}", style.path);
}

#[tokio::test]
async fn what_is_mostly_a_slip_is_asked_about_and_done_when_it_is_meant() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let owes = owed(&v, v.anna).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open(&format!("/workers/{}", v.anna)).await;
    assert_eq!(page.count("[name=sure]"), 0, "nobody is asked before");
    for (form, field, typed, said) in [
        ("/api/deduct", "amount", "9999", "扣的比这还多"),
        ("/api/bonus", "amount", "2350", "一次超过"),
        ("/api/advance", "amount", "15000", "一次超过"),
    ] {
        let asked = desk.send(&page, form, &[(field, typed), ("reason", "丢了一箱花")]).await;
        assert!(asked.path.contains("draft=") && asked.text().contains(said), "{form}: {}", asked.text());
        assert_eq!(owed(&v, v.anna).await, owes, "{form}");
    }
    // So is an advance beside the wages, on her page and on pay day, where it says whose it is.
    let ahead = [("amount", "9999"), ("owed[ahead]", "true")];
    let asked = desk.send(&page, PAY, &ahead).await;
    assert!(asked.text().contains("一次超过"), "{}", asked.text());
    let list = desk.open("/pay").await;
    let hers = format!("amount[{}]", v.anna);
    let chosen = format!("chosen[{}]", v.anna);
    let many = [(chosen.as_str(), "true"), (hers.as_str(), "9999"), ("owed[ahead]", "true")];
    let asked_many = desk.send(&list, "/api/pay_many", &many).await;
    let beside = asked_many.texts("td .error");
    assert!(beside.len() == 1 && beside[0].contains("一次超过"), "{}", asked_many.text());
    assert_eq!(owed(&v, v.anna).await, owes);
    let done = desk.send(&asked, PAY, &[("owed[sure]", "true")]).await;
    assert!(done.path.contains("done=paid"), "{}", done.text());
    assert_eq!(owed(&v, v.anna).await, owes - Fen(999_900));
    let undone =
        snapshot_of(v.store, v.workshop).await.journal_page(Filter::default(), None).await.expect("a look").entries[0]
            .event
            .id;
    v.done(Correct { event: undone, reason: note("没给") }).await;
    assert_eq!(owed(&v, v.anna).await, owes, "wages and advance are undone together");
    let asked = desk.send(&page, "/api/deduct", &[("amount", "9999"), ("reason", "丢了一箱花")]).await;
    let done = desk.send(&asked, "/api/deduct", &[("sure", "true")]).await;
    assert!(done.path.contains("done="), "{}", done.text());
    assert_eq!(owed(&v, v.anna).await, owes - Fen(999_900));
    // Asked again because the answer was lost, it is not asked about: it is done.
    v.done(ledger::model::Bonus { worker: v.anna, fen: Fen(1_009_900), note: note("补回") }).await;
    let page = desk.open(&format!("/workers/{}", v.anna)).await;
    let left = owed(&v, v.anna).await;
    let taken = [("amount", ((left.0 / 2 + 100) / 100).to_string()), ("reason", "丢了一箱花".to_owned())];
    let taken: Vec<(&str, &str)> = taken.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (first, again) = (desk.send(&page, "/api/deduct", &taken).await, desk.send(&page, "/api/deduct", &taken).await);
    assert!(first.path.contains("done=") && again.path.contains("done="), "{}", again.text());
    let page = desk.open(&format!("/styles/{}", v.style)).await;
    let asked = desk.send(&page, "/api/set_rate", &[("step", "1"), ("rate", "110"), ("from", "2026-11-05")]).await;
    assert!(asked.text().contains("现在的工价是 ¥1.10"), "{}", asked.text());
    let done = desk.send(&asked, "/api/set_rate", &[("rate", "1.20")]).await;
    assert!(done.path.contains("done="), "{}", done.text());
}

#[tokio::test]
async fn paying_several_shows_who_gets_how_much_before_it_is_done() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    earned(&v).await;
    let issue = v.issue(1, v.berta, 10).await;
    v.on("2026-11-01", v.count_of(v.berta, issue, 10, 0, 0)).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let page = desk.open("/pay?all=true").await;
    assert_eq!(page.count("#review"), 0);
    let berta = format!("amount[{}]", v.berta);
    let review = desk.send(&page, "/api/pay_many", &[(berta.as_str(), "5"), ("way", "微信")]).await;
    let said = review.text();
    assert!(said.contains("还没有发") && said.contains("2 人，共 ¥49.00，微信"), "{said}");
    assert_eq!(review.texts("#review tbody tr"), ["安娜 ¥44.00", "贝塔 ¥5.00"]);
    assert_eq!(owed(&v, v.anna).await, Fen(4400), "nothing is paid yet");
    // The button follows what is looked at, and the fields are folded away below it.
    assert_eq!(review.count("#review + button"), 1);
    assert!(review.count("details:not([open]) [name^=amount]") >= 2 && !said.contains("没有记上"), "{said}");
    // What is changed now is looked at again; what was looked at is paid, once.
    let changed = desk.send(&review, "/api/pay_many", &[(berta.as_str(), "6")]).await;
    assert!(changed.text().contains("共 ¥50.00"), "{}", changed.text());
    assert_eq!(owed(&v, v.berta).await, Fen(1100));
    for _ in 0..2 {
        let paid = desk.send(&changed, "/api/pay_many", &[]).await;
        assert!(paid.path.contains("done=paid") && paid.text().contains("¥50.00"), "{}", paid.text());
    }
    assert_eq!((owed(&v, v.anna).await, owed(&v, v.berta).await), (Fen(0), Fen(500)));
}
