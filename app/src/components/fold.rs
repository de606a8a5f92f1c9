//! A part that opens when it is wanted.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

use super::Draft;
use crate::form_target::FormTarget;

/// A heading that opens what is under it: for what is seldom done. It works without script.
#[component]
pub fn Fold(
    #[prop(into)] title: String,
    /// The target of a form in it: where that form was refused, the part stands open.
    #[prop(optional, into)]
    action: Option<FormTarget>,
    /// The key of that form, where it has one.
    #[prop(optional, into)]
    key: Option<String>,
    /// Whether it stands open at first.
    #[prop(optional)]
    open: bool,
    /// To be linked to: a browser opens it then.
    #[prop(optional, into)]
    id: Option<String>,
    children: Children,
) -> impl IntoView {
    let refused = action.is_some_and(|action| Draft::of_form(action.as_str(), key.as_deref()).is_some());
    view! {
        <details class="fold" open=open || refused>
            <summary>{title}</summary>
            <div class="stack" id=id>{children.call()}</div>
        </details>
    }
    .into_markup()
}
