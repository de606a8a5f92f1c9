//! From key to key: who is meant, and what comes after a number.

use crate::islands::form::all;
use ledger::values::sought::{Fit, Keys};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What Enter does in a field.
pub(super) enum After {
    Field(Element),
    Record(HtmlElement),
    Nothing,
}

/// What comes after a number of the form: the next that stands open, after the last the button that records.
pub(super) fn after(form: &Element, field: &HtmlInputElement) -> After {
    let numbers = all::<HtmlInputElement>(form.query_selector_all(".count-row > .three input"));
    let Some(place) = numbers.iter().position(|number| number == field) else { return After::Nothing };
    if let Some(next) = numbers.get(place + 1) {
        return After::Field(next.clone().into());
    }
    let button = form.query_selector("button.button").ok().flatten();
    button.and_then(|button| button.dyn_into().ok()).map_or(After::Nothing, After::Record)
}

/// Puts the cursor into a field, with what stands there marked, so that a number takes its place.
pub(super) fn stand_in(field: &Element) {
    if let Some(field) = field.dyn_ref::<HtmlElement>() {
        drop(field.focus());
    }
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
}

/// Shows only those who answer to what was typed.
pub(super) fn narrow(main: &Element, typed: &str) {
    for row in rows(main) {
        row.set_hidden(fit(&row, typed).is_none());
    }
}

/// The table of her who is meant: whose number it is, or who alone answers to it.
pub(super) fn meant(main: &Element, typed: &str) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    let fitting: Vec<_> = rows(main).into_iter().filter_map(|row| Some((fit(&row, typed)?, row))).collect();
    let exact = fitting.iter().find(|(fit, _)| *fit == Fit::Exact);
    let only = fitting.first().filter(|_| fitting.len() == 1);
    let (_, row) = exact.or(only)?;
    row.query_selector("a").ok().flatten()?.get_attribute("href")
}

fn rows(main: &Element) -> Vec<HtmlElement> {
    all(main.query_selector_all("li[data-keys]"))
}

fn fit(row: &HtmlElement, typed: &str) -> Option<Fit> {
    Keys::read(&row.get_attribute("data-keys")?).fit(typed)
}
