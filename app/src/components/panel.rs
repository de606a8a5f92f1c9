//! A part of a page with a heading of its own.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

use super::Tone;

/// A sheet on the page: an `h2`, ruled like a ledger, and what belongs under it.
#[component]
pub fn Panel(
    #[prop(optional, into)] title: Option<String>,
    /// `Tone::Next` marks the panel with the thing to do.
    #[prop(optional)]
    tone: Tone,
    /// To be linked to.
    #[prop(optional, into)]
    id: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <section class=format!("panel {}", tone.class()) id=id>
            {title.map(|title| view! { <h2>{title}</h2> })}
            {children.call()}
        </section>
    }
    .into_markup()
}

/// Names and values below each other: due day, price, firm. Its children are [`Fact`]s.
#[component]
pub fn Facts(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children.call()}</dl> }.into_markup()
}

/// One name with its value in [`Facts`].
#[component]
pub fn Fact(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! { <div><dt>{label}</dt><dd>{children.call()}</dd></div> }.into_markup()
}
