//! After a firm's refusal: whose hands it may have come from.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, note};
use ledger::model::{Answer, Deliver, LineAnswer};
use ledger::values::ids::DeliveryId;
use ledger::values::pieces::Pieces;

#[tokio::test]
async fn what_was_refused_is_traced_to_those_who_may_have_made_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    // Fifty petals, and of them thirty flowers by Anna first, of two issues, then twenty by Berta.
    let petals = v.issue(1, v.anna, 50).await;
    v.done(v.count_of(v.anna, petals, 50, 0, 0)).await;
    for (worker, pieces) in [(v.anna, 20), (v.anna, 10), (v.berta, 20)] {
        let flowers = v.issue(2, worker, pieces).await;
        v.done(v.count_of(worker, flowers, pieces, 0, 0)).await;
    }
    let event = v.done(Deliver { order: v.order, lines: vec![(v.line, Pieces(40))], note: note("") }).await;
    let delivery = DeliveryId(event.entities[0].number());
    let said = LineAnswer {
        line: v.line,
        confirmed: Pieces(35),
        refused: Pieces(5),
        short: Pieces(0),
        reason: note("花瓣松"),
    };
    v.done(Answer { delivery, lines: vec![said] }).await;
    let makers = snapshot_of(v.store, v.workshop).await.orders().makers_of(v.line, delivery).await.expect("a look");
    let told: Vec<_> = makers.iter().map(|one| (one.who.as_ref().map(|who| who.id), one.pieces)).collect();
    assert_eq!(
        told,
        [(Some(v.anna), Pieces(30)), (Some(v.berta), Pieces(10))],
        "what was finished first was sent first"
    );
    assert_eq!(makers[0].issues.iter().map(|issue| issue.2).collect::<Vec<_>>(), [Pieces(20), Pieces(10)]);
    let desk = coordinator_of(&app, v.workshop).await;
    let text = desk.open(&format!("/deliveries/{delivery}")).await.text();
    assert!(text.contains("可能是谁做的") && text.contains("安娜") && text.contains("贝塔"), "{text}");
    let clerk = app.clerk(v.workshop, v.firm).await;
    let text = clerk.open(&format!("/firm/deliveries/{delivery}")).await.text();
    assert!(!text.contains("安娜") && !text.contains("可能是谁做的"), "the firm reads no names: {text}");
}
