//! What is foreseen of an order, in words.

use crate::components::expected;
use crate::words;
use ledger::forecast::{Forecast, Standing, Unknown};

/// When it will be ready, or why nobody can tell.
pub(super) fn in_words(forecast: &Forecast) -> String {
    match forecast.when {
        Ok(when) => expected(when),
        Err(Unknown::Nobody { .. }) => t!("expect-nobody"),
        Err(Unknown::Stuck { .. }) => t!("expect-stuck"),
        Err(Unknown::TooFar) => t!("expect-too-far"),
    }
}

/// What would help an order that is late or may be: nothing for others.
pub(super) fn what_helps(forecast: &Forecast) -> String {
    if matches!(forecast.standing, Standing::Ready | Standing::InTime) {
        return String::new();
    }
    let Some(help) = forecast.help else { return String::new() };
    let longer = help.minutes.map(|minutes| t!("expect-longer", minutes = words::minutes((minutes + 99) / 100 * 100)));
    let promise = help.promise.map(words::short_day).map(|day| match longer {
        Some(_) => t!("expect-or-promise", day = day),
        None => t!("expect-promise", day = day),
    });
    [longer, promise].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
