//! A notice: it went well, a warning, it did not work.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

use super::Tone;

/// A message with what to do next. Bad news is read out at once, the rest when there is time.
#[component]
pub fn Notice(
    /// `Tone::Good`, `Tone::Warn`, `Tone::Bad` or `Tone::Plain`.
    #[prop(optional)]
    tone: Tone,
    /// What is so, in one line.
    #[prop(into)]
    title: String,
    /// What to do next: words, links, a form.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    view! {
        <div class=format!("notice {}", tone.class()) role=role>
            <strong>{title}</strong>
            {children.map(|children| view! { <div>{children.call()}</div> })}
        </div>
    }
    .into_markup()
}
