//! Where the pieces are, as a bar.

use crate::markup::IntoMarkup;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

use crate::words;

/// Where a piece can be, from done to not begun: the order of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Confirmed,
    Delivered,
    Stock,
    /// Through some step, and waiting for the next.
    Made,
    /// Not finished, as far as a firm need know.
    Making,
    Hand,
    Redo,
    Pool,
    Refused,
    Missing,
    Scrapped,
}

impl Stage {
    /// Its name in the request's language.
    pub fn words(self) -> String {
        match self {
            Stage::Confirmed => t!("place-confirmed"),
            Stage::Delivered => t!("place-delivered"),
            Stage::Stock => t!("place-stock"),
            Stage::Made => t!("place-made"),
            Stage::Making => t!("window-making"),
            Stage::Hand => t!("place-hand"),
            Stage::Redo => t!("place-redo"),
            Stage::Pool => t!("place-pool"),
            Stage::Refused => t!("place-refused"),
            Stage::Missing => t!("place-missing"),
            Stage::Scrapped => t!("place-scrapped"),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Stage::Confirmed => "confirmed",
            Stage::Delivered => "delivered",
            Stage::Stock => "stock",
            Stage::Made => "made",
            Stage::Making => "making",
            Stage::Hand => "hand",
            Stage::Redo => "redo",
            Stage::Pool => "pool",
            Stage::Refused => "refused",
            Stage::Missing => "missing",
            Stage::Scrapped => "scrapped",
        }
    }
}

/// The bar is this many units wide, whatever it counts.
const WIDTH: i64 = 1_000;

/// A bar of where the pieces are, with the same in words and numbers. Parts without pieces are left out.
#[component]
pub fn Progress(
    /// Pieces by stage, in any order.
    parts: Vec<(Stage, Pieces)>,
    /// The bar alone, in a list; a screen reader still hears the numbers.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let mut parts: Vec<_> = parts.into_iter().filter(|(_, pieces)| *pieces > Pieces::ZERO).collect();
    parts.sort();
    let total: Pieces = parts.iter().map(|(_, pieces)| *pieces).sum();
    let names: Vec<_> = parts.iter().map(|(stage, n)| t!("progress-part", place = stage.words(), n = *n)).collect();
    let label = t!("progress-of", total = total, parts = names.join("\u{a0}· "));
    let mut before = Pieces::ZERO;
    let bars: Vec<_> = parts
        .iter()
        .map(|(stage, pieces)| {
            let (start, end) = (scaled(before, total), scaled(before + *pieces, total));
            before = before + *pieces;
            view! { <rect class=stage.class() x=start.to_string() width=(end - start).to_string() height="10"/> }
        })
        .collect();
    let legend = (!compact).then(|| {
        let entries: Vec<_> = parts
            .iter()
            .map(|(stage, pieces)| {
                view! {
                    <li>
                        <svg viewBox="0 0 1 1" aria-hidden="true"><rect class=stage.class() width="1" height="1"/></svg>
                        {stage.words()}
                        <b>{words::count(*pieces)}</b>
                    </li>
                }
            })
            .collect();
        view! { <ul>{entries}</ul> }
    });
    view! {
        <div class="progress">
            <svg class="bar" viewBox=format!("0 0 {WIDTH} 10") preserveAspectRatio="none" role="img" aria-label=label>
                {bars}
            </svg>
            {legend}
        </div>
    }
    .into_markup()
}

fn scaled(pieces: Pieces, total: Pieces) -> i64 {
    let place = (i128::from(pieces.0) * i128::from(WIDTH)).checked_div(i128::from(total.0)).unwrap_or(0);
    i64::try_from(place).unwrap_or(WIDTH)
}
