//! How far pieces are, and by when they are due.

use crate::components::{Stage, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::window::Progress;
use ledger::values::day::Day;
use ledger::values::ids::OrderId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// The parts of the bar.
pub fn parts(progress: Progress) -> Vec<(Stage, Pieces)> {
    vec![
        (Stage::Confirmed, progress.confirmed),
        (Stage::Delivered, progress.delivered),
        (Stage::Stock, progress.stock),
        (Stage::Making, progress.unfinished()),
        (Stage::Refused, progress.refused),
        (Stage::Missing, progress.missing),
    ]
}

/// How late it is, in words and red; nothing where all was sent, or there is time.
#[component]
pub fn Late(due: Day, today: Day, progress: Progress) -> impl IntoView {
    let open = progress.unfinished().any() || progress.stock.any();
    let late = (today.0 - due.0).num_days();
    (open && late > 0).then(|| view! { " " <Tag tone=Tone::Bad>{t!("window-late", n = late)}</Tag> }).into_markup()
}

/// What became of an order of which nothing is wanted any more.
pub fn gone(order: OrderId, code: &str, ordered: Pieces) -> Option<Markup> {
    let words = words::gone(order, code);
    (!ordered.any()).then(|| view! { <Tag tone=Tone::Quiet>{words}</Tag> }.into_markup())
}
