//! How near an order's day is, in a word and a colour.

use crate::components::{Tag, Tone};
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Days before the due day from which it is soon.
const SOON: i64 = 3;

/// The due day of an order of which so many pieces are still to be finished. Nothing is said of one that has time.
#[component]
pub(super) fn DueTag(due: Day, today: Day, left: Pieces) -> impl IntoView {
    let days = (due.0 - today.0).num_days();
    let (tone, words) = match days {
        _ if !left.any() => (Tone::Good, t!("due-finished")),
        ..0 => (Tone::Bad, t!("due-late", n = -days)),
        0 => (Tone::Next, t!("due-today")),
        1..=SOON => (Tone::Warn, t!("due-soon", n = days)),
        _ => return ().into_any(),
    };
    view! { <Tag tone>{words}</Tag> }.into_any()
}
