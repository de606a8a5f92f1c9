//! A small word for how something stands.

use leptos::prelude::*;

use super::Tone;

/// A state in one or two words: due soon, confirmed, rework.
#[component]
pub fn Tag(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    view! { <span class=format!("tag {}", tone.class())>{children()}</span> }.into_any()
}
