//! The counting table: sums as they are typed, and a word before more is counted than is there.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the island says, in the request's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CountWords {
    pub accepted: String,
    pub earned: String,
    pub over: String,
}

/// A row of the table: what there is to be counted, and what a piece earns in fen.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CountRow {
    pub issue: i64,
    pub hand: i64,
    pub redo: i64,
    pub rate: i64,
}

/// The sums below the table; it stands in the form. Without script it is not seen, for it could not follow.
#[island]
pub fn LiveCount(rows: Vec<CountRow>, words: CountWords) -> impl IntoView {
    // Accepted, earned in fen, and whether some row counts more than is there.
    let sums = RwSignal::new(None::<(i64, i64, bool)>);
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(island) = place.get() {
            live::follow(&island, rows.clone(), sums);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = rows;
    let CountWords { accepted, earned, over } = words;
    let is_over = move || sums.get().is_some_and(|(_, _, over)| over);
    view! {
        <p class="sum" class:over=is_over hidden=move || sums.get().is_none() node_ref=place role="status">
            {accepted} " " <b>{move || super::grouped(sums.get().unwrap_or_default().0)}</b> " · "
            {earned} " " <b>{move || money(sums.get().unwrap_or_default().1)}</b>
            <span hidden=move || !is_over()>" " {over}</span>
        </p>
    }
}

/// `¥1,234.50`
fn money(fen: i64) -> String {
    let cents = fen.unsigned_abs() % 100;
    let tens = if cents < 10 { ".0" } else { "." };
    ["¥", &super::grouped(fen / 100), tens, &cents.to_string()].concat()
}

#[cfg(feature = "hydrate")]
mod live {
    use super::CountRow;
    use crate::islands::form::{listen, number};
    use leptos::prelude::*;
    use leptos::web_sys::{Element, HtmlFormElement};

    pub(super) fn follow(island: &Element, rows: Vec<CountRow>, sums: RwSignal<Option<(i64, i64, bool)>>) {
        let first = rows.clone();
        let form = listen(island, move |form, _| sums.set(Some(sums_of(form, &rows))));
        if let Some(form) = form {
            sums.set(Some(sums_of(&form, &first)));
        }
    }

    fn sums_of(form: &HtmlFormElement, rows: &[CountRow]) -> (i64, i64, bool) {
        let mut sums = (0, 0, false);
        for row in rows {
            let of = |part: &str| number(form, "rows", row.issue, part);
            let accepted = of("accepted") + of("redo_accepted");
            sums.0 += accepted;
            sums.1 += accepted * row.rate;
            sums.2 |= of("accepted") + of("rework") + of("scrapped") > row.hand
                || of("redo_accepted") + of("redo_scrapped") > row.redo;
        }
        sums
    }
}
