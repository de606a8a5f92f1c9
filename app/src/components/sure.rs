//! A question back, where something is lawful and mostly a slip.

use leptos::prelude::*;

use super::form::FormScope;
use super::{Check, DraftAnswer};
use crate::request::SURE;

/// The box to tick that yes, it is meant so. It is there only once a question came back.
#[component]
pub fn Sure(
    /// Its name, where the form's own is taken.
    #[prop(default = SURE.to_owned(), into)]
    name: String,
) -> impl IntoView {
    let draft = FormScope::here().draft;
    let needed = draft.is_some_and(|draft| draft.answer == DraftAnswer::Asked || draft.typed(&name).is_some());
    needed.then(|| view! { <Check name label=t!("sure")/> })
}
