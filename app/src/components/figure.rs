//! Big numbers.

use crate::markup::{Children, IntoMarkup, Markup};
use leptos::prelude::*;

use super::Tone;

/// Big numbers side by side, ruled like the columns of a ledger.
#[component]
pub fn Figures(children: Children) -> impl IntoView {
    view! { <dl class="figures">{children.call()}</dl> }.into_markup()
}

/// What became of pieces, as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Accepted,
    /// To be made again.
    Rework,
    Scrapped,
}

impl Mark {
    fn picture(self) -> Markup {
        let lines = match self {
            Self::Accepted => "M4 13l5 5L20 6",
            Self::Rework => "M19 12a7 7 0 1 1-3-5.7M16 2v5h5",
            Self::Scrapped => "M5 5l14 14M19 5L5 19",
        };
        view! { <svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d=lines/></svg> }.into_markup()
    }
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
    /// A picture before it says the same to who does not read.
    #[prop(optional)]
    mark: Option<Mark>,
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
        // A number alone does not say where it leads.
        Some(href) => view! { <a href=href>{number}<span class="sr">" " {label.clone()}</span></a> }.into_markup(),
        None => number.into_markup(),
    };
    view! {
        <div class=format!("figure {}", tone.class())>
            <dt>{mark.map(Mark::picture)}{label}</dt>
            <dd>{number} {unit}</dd>
            {note.map(|note| view! { <dd class="note">{note}</dd> })}
        </div>
    }
    .into_markup()
}
