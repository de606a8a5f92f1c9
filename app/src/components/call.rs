//! A number to be called.

use crate::markup::IntoMarkup;
use ledger::values::phone::Phone;
use leptos::prelude::*;

/// The number, which a phone calls when it is tapped.
#[component]
pub fn Call(
    phone: Phone,
    /// What stands there in place of the bare number.
    #[prop(optional, into)]
    words: Option<String>,
) -> impl IntoView {
    let href = format!("tel:{phone}");
    view! { <a href=href>{words.unwrap_or_else(|| phone.to_string())}</a> }.into_markup()
}
