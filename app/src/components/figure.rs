//! Big numbers.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

use super::Tone;

/// Big numbers side by side, ruled like the columns of a ledger.
#[component]
pub fn Figures(children: Children) -> impl IntoView {
    view! { <dl class="figures">{children.call()}</dl> }.into_markup()
}

/// Letters of `¥99`: up to that, the fen matter like the yuan.
const SMALL_MONEY: usize = "¥99".len();

/// One big number with what it counts. Stands in [`Figures`].
#[component]
pub fn Figure(
    /// Already written: `words::count(n)`, `words::money(fen)`.
    #[prop(into)]
    value: String,
    /// What it counts.
    #[prop(into)]
    label: String,
    /// Stands small behind the number.
    #[prop(optional, into)]
    unit: Option<String>,
    /// One pale line below.
    #[prop(optional, into)]
    note: Option<String>,
    #[prop(optional)] tone: Tone,
    /// Where it leads.
    #[prop(optional, into)]
    href: Option<String>,
) -> impl IntoView {
    // The fen stand smaller than the yuan, where those are many.
    let (whole, rest) = match value.split_once('.') {
        Some((whole, rest)) if whole.len() > SMALL_MONEY => {
            (whole.to_owned(), Some(view! { <small>{format!(".{rest}")}</small> }))
        }
        _ => (value, None),
    };
    let number = view! { {whole} {rest} };
    let unit = unit.map(|unit| view! { <small class="unit">{unit}</small> });
    let number = match href {
        Some(href) => view! { <a href=href>{number}</a> }.into_markup(),
        None => number.into_markup(),
    };
    view! {
        <div class=format!("figure {}", tone.class())>
            <dt>{label}</dt>
            <dd>{number} {unit}</dd>
            {note.map(|note| view! { <dd class="note">{note}</dd> })}
        </div>
    }
    .into_markup()
}
