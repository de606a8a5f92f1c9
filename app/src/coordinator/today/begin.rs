//! What a new village does first.

use crate::addresses;
use crate::components::{Panel, Row, Rows, Tag, Tone};
use ledger::store::reads::today::Has;
use leptos::prelude::*;

/// The steps up to the first split, in their order; those done are ticked off, and the next is marked.
#[component]
pub(super) fn Begin(has: Has) -> impl IntoView {
    let steps = [
        (has.styles, addresses::styles(), t!("begin-styles"), t!("begin-styles-how")),
        (has.workers, addresses::workers(), t!("begin-workers"), t!("begin-workers-how")),
        (has.orders, addresses::new_order(), t!("begin-order"), t!("begin-order-how")),
        (has.issues, addresses::orders(), t!("begin-split"), t!("begin-split-how")),
    ];
    let next = steps.iter().position(|(done, ..)| !done);
    let rows: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(place, (done, href, title, note))| {
            let tag = if done {
                Some(view! { <Tag tone=Tone::Good>{t!("begin-done")}</Tag> })
            } else if next == Some(place) {
                Some(view! { <Tag tone=Tone::Next>{t!("begin-next")}</Tag> })
            } else {
                None
            };
            view! { <Row href title note>{tag}</Row> }
        })
        .collect();
    view! {
        <Panel title=t!("begin-title") tone=Tone::Next>
            <p>{t!("begin-lead")}</p>
            <Rows>{rows}</Rows>
            <p class="quiet">{t!("begin-import")} " " <a href=addresses::imports()>{t!("nav-import")}</a></p>
        </Panel>
    }
}
