//! A simple drawn face, by which somebody finds herself among a few: its colours and hair follow from who she is.

use crate::markup::IntoMarkup;
use ledger::values::ids::WorkerId;
use leptos::prelude::*;

/// Behind the face, and its dress: light and dark of one colour, far enough from one another to be told apart.
const COLOURS: [(&str, &str); 8] = [
    ("#f3c9c2", "#a83226"),
    ("#c7dcc9", "#2f6b4a"),
    ("#cbd9ec", "#2d5690"),
    ("#f1dca6", "#8a6410"),
    ("#dccbe8", "#6a3d8f"),
    ("#bfe0e0", "#1f6a70"),
    ("#ecd0b8", "#85451c"),
    ("#d9d9d4", "#4c4c46"),
];

/// Hair in a square of 48, in front of the face.
const HAIR: [&str; 4] = [
    // Short, with a parting.
    "M12 22a12 12 0 0 1 24 0c-5 0-9-3-11-7-2 4-7 7-13 7z",
    // Long, to the shoulders.
    "M10 38V20a14 14 0 0 1 28 0v18h-4V21c-6 0-12-2-15-6-1 3-3 5-5 6v17z",
    // A bun on top.
    "M24 1a5 5 0 0 1 4 8c5 2 8 7 8 13-6-1-10-3-12-6-2 3-6 5-12 6 0-6 3-11 8-13a5 5 0 0 1 4-8z",
    // Two plaits.
    "M11 22a13 13 0 0 1 26 0c0 5 3 8 3 14h-5c0-6-1-9-1-14-4 0-8-2-10-6-2 4-6 6-10 6 0 5-1 8-1 14H8c0-6 3-9 3-14z",
];

/// Her face; decoration only, for her name stands beside it.
#[component]
pub fn Portrait(worker: WorkerId) -> impl IntoView {
    let of = usize::try_from(worker.0).unwrap_or_default();
    let (light, dark) = COLOURS[of % COLOURS.len()];
    let hair = HAIR[(of / COLOURS.len() + of) % HAIR.len()];
    view! {
        <svg class="portrait" viewBox="0 0 48 48" aria-hidden="true">
            <circle cx="24" cy="24" r="24" fill=light/>
            <path d="M8 42a16 10 0 0 1 32 0a24 24 0 0 1-32 0z" fill=dark/>
            <circle cx="24" cy="23" r="11" fill="#f6dcc0"/>
            <path d=hair fill="#2b211c"/>
            <path d="M19 27q5 4 10 0M20 23v1M28 23v1" fill="none" stroke="#2b211c" stroke-width="2" stroke-linecap="round"/>
        </svg>
    }
    .into_markup()
}

/// Somebody to choose in [`super::Rows`]: her face, and her whole name.
#[component]
pub fn PersonRow(
    #[prop(into)] href: String,
    worker: WorkerId,
    #[prop(into)] name: String,
    /// Of which workshop.
    #[prop(into)]
    note: String,
) -> impl IntoView {
    view! {
        <li>
            <a class="open" href=href>
                <Portrait worker/>
                <span class="what"><b>{name}</b><small>{note}</small></span>
            </a>
        </li>
    }
    .into_markup()
}
