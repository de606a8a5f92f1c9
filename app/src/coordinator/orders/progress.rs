//! How far an order is: where its pieces are, how near its day is, and what is foreseen of it.

use crate::components::{Stage, Tag, Tone, expected};
use crate::markup::IntoMarkup;
use crate::words;
use ledger::forecast::{Forecast, Unknown};
use ledger::store::reads::order::Whereabouts;
use ledger::values::day::Day;
use ledger::values::minutes::Centiminutes;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Days before the due day from which it is soon.
const SOON: i64 = 3;

/// The due day of an order of which so many pieces are still to be finished. Empty for one that has time.
#[component]
pub(crate) fn DueTag(due: Day, today: Day, left: Pieces) -> impl IntoView {
    let days = (due.0 - today.0).num_days();
    let (tone, words) = match days {
        _ if !left.any() => (Tone::Good, t!("due-finished")),
        ..0 => (Tone::Bad, t!("due-late", n = -days)),
        0 => (Tone::Next, t!("due-today")),
        1..=SOON => (Tone::Warn, t!("due-soon", n = days)),
        _ => return ().into_markup(),
    };
    view! { <Tag tone>{words}</Tag> }.into_markup()
}

/// When it will be ready, or why nobody can tell.
pub(crate) fn in_words(forecast: &Forecast) -> String {
    match forecast.when {
        Ok(when) => expected(when),
        Err(Unknown::Nobody { .. }) => t!("expect-nobody"),
        Err(Unknown::Stuck { .. }) => t!("expect-stuck"),
        Err(Unknown::TooFar) => t!("expect-too-far"),
    }
}

/// The day by plan, where it is another than the one by what the village does: both, and why they differ.
pub(crate) fn by_plan(forecast: &Forecast) -> Option<String> {
    let (plan, when) = (forecast.by_plan.ok()?, forecast.when.ok()?);
    (plan != when.expected).then(|| t!("expect-by-plan", day = words::short_day(plan)))
}

/// What would help an order that is late or may be.
pub(crate) fn what_helps(forecast: &Forecast) -> Option<String> {
    let help = forecast.help?;
    let longer = help.minutes.map(|minutes| {
        let minutes = words::minutes(Centiminutes((minutes + 99) / 100 * 100));
        match help.hers {
            Some(_) => t!("expect-longer-hers", minutes = minutes),
            None => t!("expect-longer", minutes = minutes),
        }
    });
    let promise = help.promise.map(words::short_day).map(|day| match longer {
        None if help.hand_over.is_none() => t!("expect-promise", day = day),
        _ => t!("expect-or-promise", day = day),
    });
    let hand_over = help.hand_over.map(|_| match longer {
        Some(_) => t!("expect-or-hand-over"),
        None => t!("expect-hand-over"),
    });
    let advice: Vec<_> = [longer, hand_over, promise].into_iter().flatten().collect();
    (!advice.is_empty()).then(|| advice.join(" "))
}

/// The parts of a bar. What was given up is lost like what was spoiled.
pub(crate) fn parts(at: &Whereabouts) -> Vec<(Stage, Pieces)> {
    vec![
        (Stage::Confirmed, at.confirmed),
        (Stage::Delivered, at.delivered),
        (Stage::Stock, at.stock),
        (Stage::Made, at.made),
        (Stage::Hand, at.hand),
        (Stage::Redo, at.redo),
        (Stage::Pool, at.pool),
        (Stage::Refused, at.refused),
        (Stage::Missing, at.missing),
        (Stage::Scrapped, at.scrap + at.written_off),
    ]
}
