//! A delivery in a list, and how far it is.

use crate::addresses;
use crate::components::{Row, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::model::DeliveryState;
use ledger::store::reads::delivery::DeliveryRow;
use leptos::prelude::*;

/// One delivery, in any list of them.
pub fn row(row: DeliveryRow) -> Markup {
    let title = t!("delivery-of", n = row.id.to_string(), code = &row.code);
    let note = format!("{}\u{a0}· {}", row.firm, words::short_day(row.day));
    let tag = tag(&row);
    view! {
        <Row href=addresses::delivery(row.id) title=title note=note value=words::count(row.pieces)>{tag}</Row>
    }
    .into_markup()
}

/// How far it is, or how many of it wait to be settled.
pub(super) fn tag(row: &DeliveryRow) -> Markup {
    if row.waiting.any() {
        let waiting = t!("delivery-waiting", n = row.waiting);
        return view! { <Tag tone=Tone::Bad>{waiting}</Tag> }.into_markup();
    }
    state_tag(row.state)
}

/// How far a delivery is.
pub fn state_tag(state: DeliveryState) -> Markup {
    match state {
        DeliveryState::Sent => view! { <Tag tone=Tone::Warn>{t!("delivery-sent")}</Tag> }.into_markup(),
        DeliveryState::Answered => view! { <Tag tone=Tone::Good>{t!("delivery-answered")}</Tag> }.into_markup(),
        DeliveryState::Void => view! { <Tag tone=Tone::Quiet>{t!("delivery-void")}</Tag> }.into_markup(),
    }
}
