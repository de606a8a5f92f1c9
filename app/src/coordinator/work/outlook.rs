//! What is foreseen of an order, in words.

use crate::components::expected;
use crate::words;
use ledger::forecast::{Forecast, Unknown};

/// When it will be ready, or why nobody can tell.
pub(super) fn in_words(forecast: &Forecast) -> String {
    match forecast.when {
        Ok(when) => expected(when),
        Err(Unknown::Nobody { .. }) => t!("expect-nobody"),
        Err(Unknown::Stuck { .. }) => t!("expect-stuck"),
        Err(Unknown::TooFar) => t!("expect-too-far"),
    }
}

/// What would help an order that is late or may be.
pub(super) fn what_helps(forecast: &Forecast) -> Option<String> {
    let help = forecast.help?;
    let longer = help.minutes.map(|minutes| t!("expect-longer", minutes = words::minutes((minutes + 99) / 100 * 100)));
    let promise = help.promise.map(words::short_day).map(|day| match longer {
        Some(_) => t!("expect-or-promise", day = day),
        None => t!("expect-promise", day = day),
    });
    let said: Vec<_> = [longer, promise].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}
