//! What the workshop sent, newest first.

use crate::addresses;
use crate::components::{Empty, Page, Pager, Row, Rows, Tag, Tone, load};
use crate::markup::IntoMarkup;
use crate::request::{as_firm, query};
use crate::words;
use ledger::model::DeliveryState;
use ledger::store::reads::window::DeliveryHead;
use ledger::values::ids::DeliveryId;
use leptos::prelude::*;

/// Deliveries on a page.
const DELIVERIES: usize = 20;

#[component]
pub fn DeliveriesPage() -> impl IntoView {
    load(async {
        let (asking, firm) = as_firm()?;
        let before: Option<DeliveryId> = query("before");
        let (heads, more) = asking.read().await?.of_firm(firm).firm_deliveries(before, DELIVERIES).await?;
        let older = heads.last().filter(|_| more).map(|head| addresses::window_deliveries().with("before", head.id));
        let empty = heads.is_empty().then(|| {
            view! { <Empty title=t!("window-none-deliveries")><p>{t!("window-none-deliveries-next")}</p></Empty> }
        });
        let rows: Vec<_> = heads.into_iter().map(|head| view! { <DeliveryRow head/> }).collect();
        Ok(view! {
            <Page title=t!("window-deliveries")>
                {empty}
                <Rows>{rows}</Rows>
                <Pager older newer=before.map(|_| addresses::window_deliveries())/>
            </Page>
        }
        .into_markup())
    })
}

/// One delivery in a list: vermilion where it waits for an answer.
#[component]
pub fn DeliveryRow(head: DeliveryHead) -> impl IntoView {
    let note =
        format!("{}\u{a0}· {}", t!("window-order", code = &head.order_code), t!("window-sent-on", day = head.day));
    let (tone, state) = state(head.state);
    let answered = (head.state == DeliveryState::Answered && head.confirmed != head.sent).then(|| {
        let parts = [
            (t!("window-line-confirmed"), head.confirmed),
            (t!("window-line-refused"), head.refused),
            (t!("window-line-short"), head.short),
        ];
        let parts: Vec<_> = parts
            .into_iter()
            .filter(|(_, pieces)| pieces.any())
            .map(|(words, pieces)| format!("{words} {}", words::count(pieces)))
            .collect();
        view! { <small>{parts.join("\u{a0}· ")}</small> }
    });
    view! {
        <Row
            href=addresses::window_delivery(head.id)
            title=t!("window-delivery", id = head.id.to_string())
            note
            value=words::count(head.sent)
        >
            <Tag tone>{state}</Tag>
            {answered}
        </Row>
    }
    .into_markup()
}

/// How a delivery stands, in a word.
pub fn state(state: DeliveryState) -> (Tone, String) {
    match state {
        DeliveryState::Sent => (Tone::Next, t!("window-state-sent")),
        DeliveryState::Answered => (Tone::Good, t!("window-state-answered")),
        DeliveryState::Void => (Tone::Quiet, t!("window-state-void")),
    }
}
