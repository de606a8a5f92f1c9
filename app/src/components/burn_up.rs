//! How an order fills, day by day, against the day it is due.

use crate::markup::{IntoMarkup, Markup};
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

use super::{Fold, Head, Table};
use crate::words;
use std::collections::BTreeSet;

const WIDTH: i64 = 1_000;
const HEIGHT: i64 = 300;

/// A line of pieces handed in so far, day by day, against the straight line that would just be in time.
#[component]
pub fn BurnUp(
    /// The day with which it begins: pieces go from none to all.
    from: Day,
    due: Day,
    /// The pieces that are wanted.
    total: Pieces,
    /// Pieces handed in by the end of each day, in the order of the days.
    points: Vec<(Day, Pieces)>,
    /// Pieces delivered by the end of each day, likewise.
    delivered: Vec<(Day, Pieces)>,
) -> impl IntoView {
    let last_made = points.iter().map(|(day, _)| *day).max().unwrap_or(from);
    let last = delivered.iter().map(|(day, _)| *day).fold(last_made, Day::max);
    let done = points.last().map_or(Pieces::ZERO, |(_, pieces)| *pieces);
    // Pieces handed in after the due day widen the picture.
    let days = (due.max(last).0 - from.0).num_days().max(1);
    let across = |day: Day| (day.0 - from.0).num_days() * WIDTH / days;
    let down = |pieces: Pieces| HEIGHT - pieces.min(total).0 * HEIGHT / total.0.max(1);
    let corners: Vec<_> = points.iter().map(|(day, pieces)| format!("{},{}", across(*day), down(*pieces))).collect();
    let line = format!("0,{HEIGHT} {}", corners.join(" "));
    let area = format!("{line} {},{HEIGHT}", across(last_made));
    let due_at = across(due);
    // In steps: a delivery goes at once.
    let mut before = HEIGHT;
    let steps = delivered.iter().map(|(day, pieces)| {
        let (x, y) = (across(*day), down(*pieces));
        let step = format!("{x},{before} {x},{y}");
        before = y;
        step
    });
    let steps: Vec<_> = steps.collect();
    let sent = (!steps.is_empty())
        .then(|| view! { <polyline class="sent" points=format!("0,{HEIGHT} {} {WIDTH},{before}", steps.join(" "))/> });
    let table = table(&points, &delivered);
    view! {
        <figure class="burnup">
            <p>{t!("burn-up-done")} " " <b>{words::count(done)}</b> " / " {words::count(total)}</p>
            <svg
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                preserveAspectRatio="none"
                role="img"
                aria-label=t!("burn-up-label", day = last_made, done = done, total = total)
            >
                <path class="grid" d=format!("M0 0H{WIDTH}M0 {}H{WIDTH}M0 {HEIGHT}H{WIDTH}", HEIGHT / 2)/>
                <path class="due" d=format!("M{due_at} 0V{HEIGHT}")/>
                <path class="needed" d=format!("M0 {HEIGHT}L{due_at} 0")/>
                <polygon class="area" points=area/>
                <polyline class="done" points=line/>
                {sent}
            </svg>
            <figcaption>
                <span>{words::short_day(from)}</span>
                <span class="due">{t!("burn-up-due", day = due)}</span>
            </figcaption>
            {table}
        </figure>
    }
    .into_markup()
}

/// The same in numbers: every day on which either changed.
fn table(points: &[(Day, Pieces)], delivered: &[(Day, Pieces)]) -> Markup {
    let days: BTreeSet<Day> = points.iter().chain(delivered).map(|(day, _)| *day).collect();
    let by = |points: &[(Day, Pieces)], day: Day| {
        points.iter().take_while(|(on, _)| *on <= day).last().map_or(Pieces::ZERO, |(_, pieces)| *pieces)
    };
    let rows = days.into_iter().map(|day| {
        let [finished, sent] = [by(points, day), by(delivered, day)].map(words::count);
        view! { <tr><th scope="row">{words::short_day(day)}</th><td class="n">{finished}</td><td class="n">{sent}</td></tr> }
    });
    let rows: Vec<_> = rows.collect();
    let heads =
        vec![Head::words(t!("my-book-day")), Head::number(t!("burn-up-done")), Head::number(t!("burn-up-delivered"))];
    view! {
        <Fold title=t!("bars-table")>
            <Table caption=t!("order-pace") quiet=true heads><tbody>{rows}</tbody></Table>
        </Fold>
    }
    .into_markup()
}
