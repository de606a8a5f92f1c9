//! What stands in a form, to come back to.

use crate::islands::form::all;
use web_sys::{HtmlFormElement, HtmlInputElement};

/// Each field with its text and whether it is ticked.
#[derive(Clone)]
pub(super) struct State(Vec<(HtmlInputElement, String, bool)>);

impl State {
    pub(super) fn of(form: &HtmlFormElement) -> Self {
        let fields = all::<HtmlInputElement>(form.query_selector_all("input"));
        Self(fields.into_iter().map(|field| (field.clone(), field.value(), field.checked())).collect())
    }

    pub(super) fn restore(&self) {
        for (field, text, ticked) in &self.0 {
            match field.type_().as_str() {
                "checkbox" | "radio" => field.set_checked(*ticked),
                _ => field.set_value(text),
            }
        }
    }
}
