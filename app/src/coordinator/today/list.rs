//! A list of things that wait: the first few in sight, the others folded away.

use crate::components::{Fold, Panel, Rows, Tone};
use crate::markup::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Rows that are in sight.
const SHOWN: usize = 6;

/// A panel of rows, nothing where there are none.
#[component]
pub(super) fn List(
    #[prop(into)] title: String,
    rows: Vec<Markup>,
    #[prop(optional)] tone: Tone,
    /// What can be done with all of them.
    #[prop(default = None)]
    with_all: Option<Markup>,
) -> impl IntoView {
    if rows.is_empty() {
        return ().into_markup();
    }
    let mut shown = rows;
    // One row more takes no more room than the word that there is one.
    let others = if shown.len() > SHOWN + 1 { shown.split_off(SHOWN) } else { Vec::new() };
    let more = t!("today-more", n = others.len());
    view! {
        <Panel title tone>
            <Rows>{shown}</Rows>
            {with_all}
            {(!others.is_empty()).then(|| view! { <Fold title=more><Rows>{others}</Rows></Fold> })}
        </Panel>
    }
    .into_markup()
}
