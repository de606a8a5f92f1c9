//! The demo's two months settled, paid, disputed and corrected, as the three people would do it.

use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use app::language::Language;
use ledger::values::ids::{WorkerId, WorkshopId};
use ledger::values::money::Fen;

#[tokio::test]
async fn two_months_are_settled_and_paid_with_script() {
    settled_and_paid(Script::On, Language::ZhCn).await;
}

#[tokio::test]
async fn two_months_are_settled_and_paid_without_script() {
    settled_and_paid(Script::Off, Language::En).await;
}

async fn settled_and_paid(script: Script, language: Language) {
    let app = App::start().await;
    let store = &app.database.store;
    server::demo::make(store, app.clock.as_ref()).await.expect("the demo");
    let desk = Phone::open(&app.address, script, language).await;
    desk.enter_demo("coordinator").await;
    for until in ["2026-09-30", "2026-10-31"] {
        desk.go(&format!("/pay/settle?until={until}")).await;
        assert!(desk.fits().await, "wider than the phone");
        desk.send("/api/settle").await;
        assert_eq!(desk.count("#review tbody tr").await, 22, "it is shown first: {}", desk.text().await);
        assert!(desk.fits().await, "the review is wider than the phone");
        desk.send("/api/settle").await;
        assert!(desk.path().await.ends_with("done=settled"), "{}", desk.text().await);
    }
    let settlement = desk.path().await.replace("?done=settled", "");
    let view = settlement.rsplit('/').next().expect("an id").parse().expect("an id");
    let mut snapshot = snapshot_of(store, WorkshopId(1)).await;
    let view = snapshot.settlement(view).await.expect("a look").expect("a settlement");
    assert_eq!(view.slips.len(), 22, "everybody");
    // Everybody is paid at once.
    desk.go("/pay").await;
    desk.follow("main a[href='/pay?all=true']").await;
    desk.send("/api/pay_many").await;
    assert_eq!(desk.count("#review tbody tr").await, 22, "it is shown first: {}", desk.text().await);
    assert!(desk.fits().await, "the review is wider than the phone");
    desk.send("/api/pay_many").await;
    assert!(desk.path().await.contains("done=paid"), "{}", desk.text().await);
    for (who, _, _) in &view.slips {
        assert_eq!(
            snapshot_of(store, WorkshopId(1)).await.of_worker(who.id).owed_to().await.expect("a sum"),
            Fen::ZERO,
            "{}",
            who.name
        );
    }

    // One of them reads her slip, and says that she has the money.
    let her = Phone::open(&app.address, script, language).await;
    her.enter_demo("worker").await;
    her.go("/me/pay").await;
    her.follow("main a[href='/me/slips/2026-10-31']").await;
    let read = her.text().await;
    let hers = view.slips.iter().find(|(who, _, _)| read.contains(&who.name)).expect("her slip");
    let owed = format!("{}", hers.1.owed());
    assert!(read.replace(',', "").contains(&owed), "{owed} on {read}");
    assert!(her.fits().await, "the slip is wider than the phone");
    her.go("/me/pay").await;
    her.follow("main a[href^='/me/entry/']").await;
    let payment = her.path().await;
    // She finds it is not what she got; the payment is reversed, she is answered, and paid what is right.
    her.fill("form[action='/api/dispute_entry'] [name=amount]", "1.00").await;
    her.press("form[action='/api/dispute_entry'] input[value=number]").await;
    her.send("/api/dispute_entry").await;
    assert!(her.path().await.starts_with(&payment), "{}", her.text().await);
    settled_with(&desk, hers.0.id).await;
    let owed = snapshot_of(store, WorkshopId(1)).await.of_worker(hers.0.id).owed_to().await.expect("a sum");
    assert_eq!(owed, hers.1.owed(), "the payment was reversed, and all of it is owed again");
    desk.go(&format!("/workers/{}", hers.0.id)).await;
    desk.send("/api/pay").await;
    assert!(desk.path().await.contains("done=paid"), "{}", desk.text().await);
    her.go(&payment).await;
    let said = her.text().await;
    assert!(said.contains("1.00") && said.contains("数错了"), "what she said and the answer stay: {said}");
    her.go("/me/pay").await;
    her.follow("main a[href^='/me/entry/']").await;
    her.send("/api/confirm_entry").await;
    assert_eq!(snapshot_of(store, WorkshopId(1)).await.of_worker(hers.0.id).owed_to().await.expect("a sum"), Fen::ZERO);
    // Nothing that was settled has changed by all this.
    for (who, slip, _) in &view.slips {
        let now = snapshot_of(store, WorkshopId(1))
            .await
            .of_worker(who.id)
            .slip_page(slip.until)
            .await
            .expect("a look")
            .expect("a slip");
        assert_eq!((now.from, now.until, now.carried), (slip.from, slip.until, slip.carried));
        assert_eq!((now.tally, now.settled), (slip.tally, Some(slip.settled)));
    }
    assert_eq!(store.audit_against(WorkshopId(1), Some(view.head)).await.expect("an audit").findings, []);
    her.close().await;
    desk.close().await;
}

/// Her dispute is on Today: what she disputes is undone, and she is answered.
async fn settled_with(desk: &Phone, worker: WorkerId) {
    desk.go("/today").await;
    desk.follow("#disputes a[href^='/correct/']").await;
    desk.fill("form[action='/api/correct'] [name=reason]", "付错了").await;
    desk.send("/api/correct").await;
    desk.go("/today").await;
    let form = format!("form[action='/api/answer_dispute']:has([name=worker][value='{worker}'])");
    desk.fill(&format!("{form} [name=answer]"), "对不起，数错了").await;
    desk.press_button(&format!("{form} button.button")).await;
    assert!(desk.path().await.ends_with("done=answered"), "{}", desk.text().await);
}
