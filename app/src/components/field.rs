//! Fields: a label, perhaps a hint, the control, and what is wrong beside it.

use crate::markup::{IntoMarkup, Markup};
use leptos::prelude::*;

use super::form::{FormScope, field_id};
use super::{Draft, Typed};

/// What a control needs from the form around it: its id, what describes it, what was typed into it.
pub(super) struct Control {
    pub id: String,
    pub value: String,
    /// `aria-describedby`
    pub described_by: Option<String>,
    /// What is wrong with it, in words.
    pub wrong: Option<String>,
}

impl Control {
    /// The control of that name in the form around, with the given value unless something else was typed.
    pub fn new(name: &str, given: Typed, has_hint: bool) -> Control {
        let scope = FormScope::here();
        let id = field_id(&scope.id, name);
        let typed = scope.typed(name).map(str::to_owned);
        let wrong = scope.draft.as_ref().and_then(|draft: &Draft| draft.wrong(name)).map(str::to_owned);
        let described_by = match (has_hint, wrong.is_some()) {
            (true, true) => Some(format!("{id}-hint {id}-wrong")),
            (true, false) => Some(format!("{id}-hint")),
            (false, true) => Some(format!("{id}-wrong")),
            (false, false) => None,
        };
        Control { id, value: typed.unwrap_or(given.0), described_by, wrong }
    }

    pub fn invalid(&self) -> Option<&'static str> {
        self.wrong.is_some().then_some("true")
    }
}

/// Label above, hint below it, the control, and below that what is wrong.
pub(super) fn framed(
    control: &Control,
    label: String,
    hint: Option<String>,
    optional: bool,
    bare: bool,
    inner: Markup,
) -> Markup {
    let id = control.id.clone();
    view! {
        <div class=if control.wrong.is_some() { "field wrong" } else { "field" }>
            <label for=id.clone() class=bare.then_some("sr")>
                {label}
                {optional.then(|| view! { <small>{t!("field-optional")}</small> })}
            </label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            {inner}
            {control.wrong.clone().map(|wrong| view! { <p class="error" id=format!("{id}-wrong") data-refused>{wrong}</p> })}
        </div>
    }
    .into_markup()
}

/// A line of text. Passwords and PINs are never filled in again.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// What stands in it at first: text, number, day, or an option of them.
    #[prop(optional, into)]
    value: Typed,
    /// HTML's `type`: `text`, `tel`, `password`, `search` …
    #[prop(default = "text")]
    kind: &'static str,
    /// Whether it may be left empty; its label then says so.
    #[prop(optional)]
    optional: bool,
    /// Whether it may be left empty in some cases, which its label names.
    #[prop(optional)]
    conditional: bool,
    /// HTML's `autocomplete`: `tel`, `current-password`, `one-time-code` …
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// HTML's `inputmode`, which keyboard a phone shows: `numeric`, `tel` …
    #[prop(optional)]
    keyboard: Option<&'static str>,
    /// The most characters it takes.
    #[prop(default = 200)]
    max: u16,
    /// Whether only a screen reader hears the label: in a table whose head says it.
    #[prop(optional)]
    bare: bool,
    /// Whether the page opens with the cursor in it.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let control = Control::new(&name, value, hint.is_some());
    let value = (kind != "password").then(|| control.value.clone());
    let inner = view! {
        <input
            type=kind
            id=control.id.clone()
            name=name
            value=value
            required=!(optional || conditional)
            maxlength=max.to_string()
            autocomplete=autocomplete
            inputmode=keyboard
            autofocus=focus || control.wrong.is_some()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by.clone()
        />
    };
    framed(&control, label, hint, optional, bare, inner.into_markup())
}

/// A whole number of pieces, minutes or days, or an amount of money: a phone shows its number pad. It stays text, so that
/// whatever is typed comes to the server and comes back.
#[component]
pub fn Number(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] value: Typed,
    /// Stands behind it: `t!("unit-pieces")`.
    #[prop(optional, into)]
    unit: Option<String>,
    /// An amount in yuan, with a point.
    #[prop(optional)]
    money: bool,
    /// Whether it may be left empty.
    #[prop(optional)]
    optional: bool,
    /// Whether only a screen reader hears the label: in a table whose head says it.
    #[prop(optional)]
    bare: bool,
    /// Large, for the counting table. Empty then plainly means none, and no label says that it may be.
    #[prop(optional)]
    big: bool,
    /// Whether the page opens with the cursor in it.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let control = Control::new(&name, value, hint.is_some());
    let before = money.then(|| view! { <span class="unit" aria-hidden="true">"¥"</span> });
    let behind = unit.map(|unit| view! { <span class="unit">{unit}</span> });
    let inner = view! {
        <span class=if big { "number big" } else { "number" }>
            {before}
            <input
                type="text"
                id=control.id.clone()
                name=name
                value=control.value.clone()
                required=!optional
                maxlength="20"
                autocomplete="off"
                inputmode=if money { "decimal" } else { "numeric" }
                autofocus=focus || control.wrong.is_some()
                aria-invalid=control.invalid()
                aria-describedby=control.described_by.clone()
            />
            {behind}
        </span>
    };
    framed(&control, label, hint, optional && !bare && !big, bare, inner.into_markup())
}

/// A day. The value is `2026-11-20`.
#[component]
pub fn Day(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] value: Typed,
    /// Whether it may be left empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let control = Control::new(&name, value, hint.is_some());
    let inner = view! {
        <input
            type="date"
            id=control.id.clone()
            name=name
            value=control.value.clone()
            required=!optional
            autofocus=control.wrong.is_some()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by.clone()
        />
    };
    framed(&control, label, hint, optional, false, inner.into_markup())
}

/// Several lines of text.
#[component]
pub fn Textarea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional, into)] value: Typed,
    /// Whether it may be left empty.
    #[prop(optional)]
    optional: bool,
    /// The most characters it takes.
    #[prop(default = 1_000)]
    max: u16,
) -> impl IntoView {
    let control = Control::new(&name, value, hint.is_some());
    let inner = view! {
        <textarea
            id=control.id.clone()
            name=name
            rows="3"
            required=!optional
            maxlength=max.to_string()
            autofocus=control.wrong.is_some()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by.clone()
        >
            {control.value.clone()}
        </textarea>
    };
    framed(&control, label, hint, optional, false, inner.into_markup())
}

/// A file; its form has `upload=true`. A browser never fills a file in again: the label says to choose it again.
#[component]
pub fn Upload(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// HTML's `accept`: `.xlsx` or `.csv`.
    accept: &'static str,
) -> impl IntoView {
    let control = Control::new(&name, Typed::default(), hint.is_some());
    let inner = view! {
        <input
            type="file"
            id=control.id.clone()
            name=name
            accept=accept
            required
            autofocus=control.wrong.is_some()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by.clone()
        />
    };
    framed(&control, label, hint, false, false, inner.into_markup())
}
