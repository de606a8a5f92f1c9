//! A picture of amounts side by side, with the table behind it.

use super::{Cell, Fold, Head, Table};
use crate::markup::IntoMarkup;
use leptos::prelude::*;

const WIDTH: i64 = 1_000;
const HEIGHT: i64 = 240;
/// Of a bar's place, what stays empty, in hundredths.
const GAP: i64 = 25;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of: a month, a week.
    pub label: String,
    /// How high it is, by whatever unit all have; none where it is below.
    pub height: i64,
    /// The same in words, and whatever else the table says of it.
    pub cells: Vec<String>,
}

/// Bars with a scale, drawn here and now: they are there without script, on paper, and as a table for who cannot see them.
#[component]
pub fn Bars(
    /// What they show.
    #[prop(into)]
    title: String,
    /// The columns of the table: of the labels first, then of the cells.
    heads: Vec<String>,
    bars: Vec<Bar>,
) -> impl IntoView {
    let top = bars.iter().map(|bar| bar.height).max().unwrap_or(0).max(1);
    let count = i64::try_from(bars.len()).unwrap_or(1).max(1);
    let (place, empty) = (WIDTH / count, WIDTH * GAP / (count * 100));
    let drawn: Vec<_> = (0..)
        .zip(&bars)
        .map(|(at, bar)| {
            let height = i64::try_from(i128::from(bar.height.max(0)) * i128::from(HEIGHT) / i128::from(top)).unwrap_or(0);
            let (x, width) = (at * place + empty / 2, place - empty);
            view! {
                <rect x=x.to_string() y=(HEIGHT - height).to_string() width=width.to_string() height=height.to_string()/>
            }
        })
        .collect();
    let [first, last] = [bars.first(), bars.last()].map(|bar| bar.map(|bar| bar.label.clone()));
    let highest = bars.iter().max_by_key(|bar| bar.height);
    let scale = highest.and_then(|bar| bar.cells.first().cloned()).unwrap_or_default();
    let highest = highest.map(|bar| format!("{}: {scale}", bar.label)).unwrap_or_default();
    let rows: Vec<_> = bars
        .into_iter()
        .map(|Bar { label, cells, .. }| {
            let cells = cells.into_iter().zip(heads.iter().skip(1).cloned());
            let cells: Vec<_> =
                cells.map(|(cell, head)| view! { <Cell label=head number=true>{cell}</Cell> }).collect();
            view! { <tr><th scope="row">{label}</th>{cells}</tr> }
        })
        .collect();
    let columns = heads.into_iter().enumerate();
    let columns = columns.map(|(at, head)| if at == 0 { Head::words(head) } else { Head::number(head) }).collect();
    let label = t!("bars-label", title = &title, highest = highest);
    view! {
        <figure class="bars">
            // The upper line; the one in the middle is the half of it, the lowest is nothing.
            <p class="scale" aria-hidden="true">{scale}</p>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" role="img" aria-label=label>
                <path class="grid" d=format!("M0 0H{WIDTH}M0 {}H{WIDTH}M0 {HEIGHT}H{WIDTH}", HEIGHT / 2)/>
                {drawn}
            </svg>
            <figcaption><span>{first}</span> <span>{last}</span></figcaption>
            <Fold title=t!("bars-table")>
                <Table caption=title quiet=true stack=true heads=columns><tbody>{rows}</tbody></Table>
            </Fold>
        </figure>
    }
    .into_markup()
}
