//! A question back, where something is lawful and mostly a slip.

use leptos::prelude::*;

use super::Check;
use super::form::FormScope;

/// The name of the field.
pub const SURE: &str = "sure";

/// The box to tick that yes, it is meant so. It is there only once the form was asked about.
#[component]
pub fn Sure(
    /// Its name, where the form's own is taken.
    #[prop(default = SURE.to_owned(), into)]
    name: String,
) -> impl IntoView {
    let draft = FormScope::here().draft;
    let asked = draft.is_some_and(|draft| draft.asks || draft.typed(&name).is_some());
    asked.then(|| view! { <Check name label=t!("sure")/> })
}
