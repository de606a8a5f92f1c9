//! What follows the hand where there is script: comfort only, every page works without. All that is here reaches the
//! browser, so it is small: texts come from the server, and nothing is named that the browser does not need.

mod count;
#[cfg(feature = "hydrate")]
mod form;
mod live_form;

pub use count::{CountRow, CountWords, LiveCount};
pub use live_form::LiveForm;

/// `1,040`
fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut written = String::from(if n < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}
