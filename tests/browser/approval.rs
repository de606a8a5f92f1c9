//! What waits for a second coordinator, on a phone and on a desk.

use super::pages::{demo, look, sight};
use super::{Phone, Script};
use crate::support::database::snapshot_of;
use crate::support::village::{day, new_id, note};
use app::language::Language;
use ledger::model::{Actor, Advance, Approvable, Correct, Pay, Propose, SetRate};
use ledger::store::reads::journal::Filter;
use ledger::store::{Ask, Store};
use ledger::values::ids::{EventId, StepNo, StyleId, UserId, WorkshopId};
use ledger::values::money::Fen;

const WORKSHOP: WorkshopId = WorkshopId(1);

/// Proposed by somebody else than who looks.
async fn proposed(store: &Store, app: &crate::support::app::App, asked: Approvable) -> EventId {
    let (id, actor) = (new_id(), Actor::Coordinator { user: UserId(99) });
    let ask = Ask { id, actor, day: None, command: Propose { asked, day: None }.into() };
    store.perform(WORKSHOP, app.now(), ask).await.expect("proposed").event.id
}

#[tokio::test]
async fn what_waits_fits_phone_and_desk() {
    let app = demo().await;
    let store = &app.database.store;
    let pay = snapshot_of(store, WORKSHOP).await.pay_page(day("2026-11-02")).await.expect("the pay page");
    let due = pay.rows.iter().filter(|row| row.owed > Fen::ZERO);
    let (mut ids, mut owed) = (Vec::new(), Vec::new());
    for row in due.take(5) {
        let wages = Pay { worker: row.id, fen: row.owed, note: note("微信"), seen: Some(row.owed), ahead: false };
        ids.push(proposed(store, &app, Approvable::Pay(wages)).await);
        owed.push(row.id);
    }
    let advance = Advance { worker: owed[0], fen: Fen(20_000), note: note("现金 · 孩子开学") };
    proposed(store, &app, Approvable::Advance(advance)).await;
    let counts = Filter { kind: Some("count"), ..Filter::default() };
    let counts = snapshot_of(store, WORKSHOP).await.journal_page(counts, None).await.expect("the journal").entries;
    let count = counts.iter().find(|told| told.may_be_undone()).expect("a count");
    let wrong = Correct { event: count.event.id, reason: note("点错了两枝，她当时就说了") };
    let correction = proposed(store, &app, Approvable::Correct(wrong)).await;
    let styles = snapshot_of(store, WORKSHOP).await.styles().styles_listed(None).await.expect("styles");
    let style: StyleId = styles.styles[0].id;
    let rate = SetRate { style, step: StepNo(1), from: day("2026-12-01"), rate: Fen(260) };
    let rate = proposed(store, &app, Approvable::SetRate(rate)).await;
    let desk = Phone::open(&app.address, Script::On, Language::En).await;
    desk.enter_demo("coordinator").await;
    let sights = [
        sight("approval-today", "/today"),
        sight("approvals", "/approvals?all=true"),
        sight("approval-pay", format!("/approvals/{}", ids[0])),
        sight("approval-correction", format!("/approvals/{correction}")),
        sight("approval-rate", format!("/approvals/{rate}")),
        sight("approval-on-pay", "/pay?all=true"),
        sight("approval-style", format!("/styles/{style}")),
        sight("approval-worker", format!("/workers/{}", owed[0])),
        sight("approval-settings", "/settings"),
        sight("approval-journal", "/journal"),
    ];
    look("coordinator", &desk, &sights).await;
    desk.close().await;
}
