//! Her two answers to what was written down of her, side by side.

use crate::addresses::Address;
use crate::components::{Go, Submit, Tone};
use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

/// A form that says that it is right, with [`Yes`] in it, and the way to where she says what is not.
#[component]
pub fn Answers(
    /// Where she says what is not right.
    wrong: Address,
    /// What it is about, where the page has several.
    #[prop(optional, into)]
    about: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="pair">
            {children.call()}
            <Go href=wrong tone=Tone::Plain about><span class="no" aria-hidden="true">"✗"</span>{t!("my-wrong")}</Go>
        </div>
    }
    .into_markup()
}

/// The button that says so.
#[component]
pub fn Yes(words: String) -> impl IntoView {
    view! { <Submit tone=Tone::Plain><span class="yes" aria-hidden="true">"✓"</span>{words}</Submit> }
}
