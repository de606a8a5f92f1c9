//! Nothing here yet.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

/// Stands where a list would be: says that there is nothing, and what to do first.
#[component]
pub fn Empty(
    /// What is missing.
    #[prop(into)]
    title: String,
    /// The next step, often a [`Go`](super::Go).
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div class="empty"><p><b>{title}</b></p>{children.map(Children::call)}</div> }.into_markup()
}
