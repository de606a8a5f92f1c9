//! A dangerous act, looked at once more.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

use super::{Draft, Form, Submit, Tone};
use crate::form_target::FormTarget;

/// The content of a page that asks before an act that cannot simply be undone: it says what will happen, in numbers, then
/// offers to do it or to go back. It works without script, for it is a page of its own.
#[component]
pub fn Confirm(
    /// The server function.
    #[prop(into)]
    action: FormTarget,
    /// Tells it from other forms on the page with the same address.
    #[prop(optional, into)]
    key: Option<String>,
    /// The words on the button, naming the act: "Pay ¥1,234.50", never "OK".
    #[prop(into)]
    act: String,
    /// `Tone::Bad` by default; `Tone::Next` for an act that is only large.
    #[prop(default = Tone::Bad)]
    tone: Tone,
    /// Where "No, go back" leads.
    #[prop(into)]
    back: String,
    /// What will happen, and the hidden fields.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="panel confirm">
            <h2>{t!("confirm-heading")}</h2>
            <Form action nostrip:key=key>
                {children.call()}
                <div class="row">
                    <Submit tone>{act}</Submit>
                    <a class="button pale" href=back>{t!("confirm-back")}</a>
                </div>
            </Form>
        </section>
    }
    .into_markup()
}

/// The same, opened by a heading on a page that has other things to do: for what is seldom done. Where it was refused, it stands open.
#[component]
pub fn FoldedConfirm(
    /// The heading.
    #[prop(into)]
    title: String,
    /// The server function.
    #[prop(into)]
    action: FormTarget,
    /// Tells it from other forms on the page with the same address.
    #[prop(optional, into)]
    key: Option<String>,
    /// The words on the button, naming the act.
    #[prop(into)]
    act: String,
    /// Where "No, go back" leads.
    #[prop(into)]
    back: String,
    /// What will happen, and the hidden fields.
    children: Children,
) -> impl IntoView {
    let refused = Draft::of_form(action.as_str(), key.as_deref()).is_some();
    view! {
        <details class="panel" open=refused>
            <summary>{title}</summary>
            <Confirm action nostrip:key=key act back>{children.call()}</Confirm>
        </details>
    }
    .into_markup()
}
