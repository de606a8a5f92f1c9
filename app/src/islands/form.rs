//! The form around an island, which the server made.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{Element, Event, HtmlFormElement, HtmlInputElement};

/// Calls `change` with what was typed into, each time that something is, and returns the form.
pub(super) fn listen(
    island: &Element,
    mut change: impl FnMut(&HtmlFormElement, &HtmlInputElement) + 'static,
) -> Option<HtmlFormElement> {
    let form: HtmlFormElement = island.closest("form").ok()??.dyn_into().ok()?;
    let own = form.clone();
    let typed = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            change(&own, &field);
        }
    });
    form.add_event_listener_with_callback("input", typed.as_ref().unchecked_ref()).ok()?;
    // It lives as long as the page.
    typed.forget();
    Some(form)
}

/// The field of that name.
pub(super) fn named(form: &HtmlFormElement, name: &str) -> Option<HtmlInputElement> {
    form.elements().named_item(name)?.dyn_into().ok()
}

/// What a field of a row counts; nothing where it is empty or no number.
pub(super) fn number(form: &HtmlFormElement, list: &str, row: i64, part: &str) -> i64 {
    named(form, &[list, "[", &row.to_string(), "][", part, "]"].concat())
        .and_then(|field| ledger::values::pieces::Pieces::parse(&field.value()).ok())
        .map_or(0, |pieces| pieces.0)
}
