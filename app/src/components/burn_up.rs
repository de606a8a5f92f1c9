//! How an order fills, day by day, against the day it is due.

use ledger::day::Day;
use ledger::pieces::Pieces;
use leptos::prelude::*;

use crate::words;

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
) -> impl IntoView {
    let last = points.iter().map(|(day, _)| *day).max().unwrap_or(from);
    let done = points.last().map_or(Pieces::ZERO, |(_, pieces)| *pieces);
    // Pieces handed in after the due day widen the picture.
    let days = (due.max(last).0 - from.0).num_days().max(1);
    let across = |day: Day| (day.0 - from.0).num_days() * WIDTH / days;
    let down = |pieces: Pieces| HEIGHT - pieces.min(total).0 * HEIGHT / total.0.max(1);
    let corners: Vec<_> = points.iter().map(|(day, pieces)| format!("{},{}", across(*day), down(*pieces))).collect();
    let line = format!("0,{HEIGHT} {}", corners.join(" "));
    let area = format!("{line} {},{HEIGHT}", across(last));
    let due_at = across(due);
    view! {
        <figure class="burnup">
            <p>{t!("burn-up-done")} " " <b>{words::count(done)}</b> " / " {words::count(total)}</p>
            <svg
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                preserveAspectRatio="none"
                role="img"
                aria-label=t!("burn-up-label", day = last, done = done, total = total)
            >
                <path class="grid" d=format!("M0 0H{WIDTH}M0 {}H{WIDTH}M0 {HEIGHT}H{WIDTH}", HEIGHT / 2)/>
                <path class="due" d=format!("M{due_at} 0V{HEIGHT}")/>
                <path class="needed" d=format!("M0 {HEIGHT}L{due_at} 0")/>
                <polygon class="area" points=area/>
                <polyline class="done" points=line/>
            </svg>
            <figcaption>
                <span>{words::short_day(from)}</span>
                <span class="due">{t!("burn-up-due", day = due)}</span>
            </figcaption>
        </figure>
    }
    .into_any()
}
