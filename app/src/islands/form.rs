//! Forms and fields that the server made.

use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Event, EventTarget, HtmlFormElement, HtmlInputElement, NodeList};

/// The field of that name.
pub(super) fn named(form: &HtmlFormElement, name: &str) -> Option<HtmlInputElement> {
    form.elements().named_item(name)?.dyn_into().ok()
}

/// All that were found.
pub(super) fn all<T: JsCast>(found: Result<NodeList, JsValue>) -> Vec<T> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Calls `act` with each event of that kind.
pub(super) fn listen_to(target: &EventTarget, kind: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act);
    if target.add_event_listener_with_callback(kind, act.as_ref().unchecked_ref()).is_ok() {
        // It lives as long as the page.
        act.forget();
    }
}
