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
    let longer = help.minutes.map(|minutes| {
        let minutes = words::minutes((minutes + 99) / 100 * 100);
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
    let said: Vec<_> = [longer, hand_over, promise].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}
