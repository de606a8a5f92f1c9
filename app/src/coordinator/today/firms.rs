//! What firms sent back or missed, and what they have not answered.

use crate::addresses;
use crate::components::{Row, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::today::{CameBack, Unanswered};
use leptos::prelude::*;

/// Deliveries of which something is to be settled.
pub(super) fn came_back(all: Vec<CameBack>) -> Vec<Markup> {
    let row = |back: CameBack| {
        let parts = [(t!("place-refused"), back.refused), (t!("place-missing"), back.missing)];
        let parts = parts.into_iter().filter(|(_, n)| n.any()).map(|(flow, n)| t!("past-part", flow = flow, n = n));
        let parts = parts.collect::<Vec<_>>().join("\u{a0}· ");
        view! {
            <Row
                href=addresses::delivery(back.delivery)
                title=t!("order-named", code = &back.order_code, firm = &back.firm)
                note=parts
                value=words::count(back.refused + back.missing)
                tone=Tone::Bad
            >
                <Tag tone=Tone::Bad>{t!("today-settle")}</Tag>
            </Row>
        }
        .into_markup()
    };
    all.into_iter().map(row).collect()
}

/// Deliveries that the firm has not answered.
pub(super) fn unanswered(all: Vec<Unanswered>) -> Vec<Markup> {
    let row = |sent: Unanswered| {
        view! {
            <Row
                href=addresses::delivery(sent.delivery)
                title=t!("order-named", code = &sent.order_code, firm = &sent.firm)
                note=t!("today-sent", day = sent.sent)
                value=words::count(sent.pieces)
            />
        }
        .into_markup()
    };
    all.into_iter().map(row).collect()
}
