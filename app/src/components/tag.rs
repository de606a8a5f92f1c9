//! A small word for how something stands.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

use super::Tone;

/// A state in one or two words: due soon, confirmed, rework.
#[component]
pub fn Tag(#[prop(optional)] tone: Tone, children: Children) -> impl IntoView {
    view! { <span class=format!("tag {}", tone.class())>{children.call()}</span> }.into_markup()
}
