//! Links: back, on, and those that look like buttons.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

use super::Tone;
use ledger::values::picture::PictureHash;

/// An address and the words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub href: String,
    pub words: String,
}

impl Link {
    pub fn to(href: impl Into<String>, words: impl Into<String>) -> Link {
        Link { href: href.into(), words: words.into() }
    }
}

/// A link that looks like a button: it leads to a page where something is done.
#[component]
pub fn Go(
    #[prop(into)] href: String,
    /// `Tone::Next` (the thing to do), `Tone::Quiet`, `Tone::Bad` (to a page that confirms a dangerous act).
    #[prop(default = Tone::Quiet)]
    tone: Tone,
    /// What it is about, where the page has several that say the same: heard, for it is seen around them.
    #[prop(optional_no_strip, into)]
    about: Option<String>,
    children: Children,
) -> impl IntoView {
    let about = about.map(|about| view! { <span class="sr">" · " {about}</span> });
    view! { <a class=format!("button {}", tone.class()) href=href>{children.call()}{about}</a> }.into_markup()
}

/// A list of things to open, each a large target: on Today, under More, a worker's issues.
#[component]
pub fn Rows(children: Children) -> impl IntoView {
    view! { <ul class="rows">{children.call()}</ul> }.into_markup()
}

/// One thing to open in [`Rows`].
#[component]
pub fn Row(
    #[prop(into)] href: String,
    #[prop(into)] title: String,
    /// A second, pale line.
    #[prop(optional, into)]
    note: Option<String>,
    /// A number at the right: pieces or money, already written.
    #[prop(optional, into)]
    value: Option<String>,
    /// A photo of it, before its title.
    #[prop(optional)]
    photo: Option<PictureHash>,
    /// What the number's colour says.
    #[prop(optional)]
    tone: Tone,
    /// By what it is found as somebody types.
    #[prop(optional, into)]
    keys: Option<String>,
    /// Further parts below the title, such as a `Tag` or a compact `Progress`.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <li data-keys=keys>
            <a class=format!("open {}", tone.class()) href=href>
                {photo.map(super::photo::photo_in_row)}
                <span class="what">
                    <b>{title}</b>
                    {note.map(|note| view! { <small>{note}</small> })}
                    {children.map(Children::call)}
                </span>
                {value.map(|value| view! { <span class="value">{value}</span> })}
            </a>
        </li>
    }
    .into_markup()
}
