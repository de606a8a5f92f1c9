//! Choosing: from a list, among large buttons, yes or no.

use crate::markup::{IntoMarkup, Markup};
use leptos::prelude::*;

use super::Typed;
use super::field::{Control, framed};

/// One thing to choose: what is sent, its label, and perhaps a second line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub value: String,
    pub words: String,
    pub note: Option<String>,
}

impl Pick {
    pub fn new(value: impl ToString, words: impl Into<String>) -> Pick {
        Pick { value: value.to_string(), words: words.into(), note: None }
    }

    pub fn note(self, note: impl Into<String>) -> Pick {
        Pick { note: Some(note.into()), ..self }
    }
}

/// One of many, from a list that opens.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    options: Vec<Pick>,
    /// The value chosen at first. Without one the list asks to choose.
    #[prop(optional, into)]
    value: Typed,
    /// Whether nothing may be chosen.
    #[prop(optional)]
    optional: bool,
    /// Whether it may be left empty in some cases, which its label names.
    #[prop(optional)]
    conditional: bool,
    /// Whether only a screen reader hears the label.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let control = Control::new(&name, value, hint.is_some());
    let unchosen = !options.iter().any(|option| option.value == control.value);
    let options: Vec<_> = options
        .into_iter()
        .map(|Pick { value, words, note }| {
            let chosen = value == control.value;
            let words = note.map_or(words.clone(), |note| format!("{words}\u{a0}· {note}"));
            view! { <option value=value selected=chosen>{words}</option> }
        })
        .collect();
    let blank = (unchosen || optional || conditional)
        .then(|| view! { <option value="" selected=unchosen>{t!("choose-one")}</option> });
    let inner = view! {
        <select
            id=control.id.clone()
            name=name
            required=!(optional || conditional)
            autofocus=control.wrong.is_some()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by.clone()
        >
            {blank}
            {options}
        </select>
    };
    framed(&control, label, hint, optional, bare, inner.into_markup())
}

/// One of a few, as large buttons side by side.
#[component]
pub fn Choice(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    options: Vec<Pick>,
    #[prop(optional, into)] value: Typed,
) -> impl IntoView {
    let control = Control::new(&name, value, hint.is_some());
    let id = control.id.clone();
    let picks: Vec<_> = options
        .into_iter()
        .enumerate()
        .map(|(place, Pick { value, words, note })| {
            let chosen = value == control.value;
            // A way in for the link of the refusal and for the cursor: the first button carries the field's own id.
            let pick_id = if place == 0 { id.clone() } else { format!("{id}-{place}") };
            view! {
                <label class="pick">
                    <input
                        type="radio"
                        id=pick_id
                        name=name.clone()
                        value=value
                        checked=chosen
                        required
                        autofocus=place == 0 && control.wrong.is_some()
                    />
                    <span>
                        {words}
                        {note.map(|note| view! { <small>{note}</small> })}
                    </span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset
            class=if control.wrong.is_some() { "field wrong" } else { "field" }
            aria-describedby=control.described_by.clone()
        >
            <legend>{label}</legend>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            <div class="picks">{picks}</div>
            {control.wrong.clone().map(|wrong| view! { <p class="error" id=format!("{id}-wrong")>{wrong}</p> })}
        </fieldset>
    }
    .into_markup()
}

/// Yes or no. Ticked it sends `value`, which is `true` by default; unticked it sends nothing.
#[component]
pub fn Check(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] checked: bool,
    #[prop(default = "true".to_owned(), into)] value: String,
    /// Whether only a screen reader hears the label.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let scope = super::form::FormScope::here();
    let ticked = scope.ticked(&name, &value).unwrap_or(checked);
    // Several may share a name: only one that was refused by name is to be found by it.
    let wrong = scope.draft.as_ref().and_then(|draft| draft.wrong(&name)).map(str::to_owned);
    let id = wrong.is_some().then(|| super::form::field_id(&scope.id, &name));
    view! {
        <label class="check">
            <input type="checkbox" name=name value=value checked=ticked id=id autofocus=wrong.is_some()/>
            <span class=bare.then_some("sr")>{label}</span>
        </label>
        {wrong.map(|wrong| view! { <p class="error">{wrong}</p> })}
    }
    .into_markup()
}

/// A box among others of that name, by which a row of a list is chosen; only a screen reader hears of what.
pub fn tick(name: &'static str, value: String, what: &str) -> Markup {
    let label = t!("list-tick", what = what);
    view! { <Check name label value bare=true/> }.into_markup()
}
