//! Every script that is no island.

use super::{PlainScript, device};
use std::sync::LazyLock;

/// Keeps what is typed on the device until it is recorded, sends no form twice, and plays what is to be heard: a second script would cost a
/// phone a second request.
pub static PAGE_SCRIPT: LazyLock<PlainScript> = LazyLock::new(|| {
    PlainScript::new("/page.js", concat!(include_str!("forms.js"), "{\n", include_str!("hear.js"), "}\n"))
});

/// Says that something new was recorded.
pub static NEWS_SCRIPT: LazyLock<PlainScript> = LazyLock::new(|| PlainScript::new("/news.js", include_str!("news.js")));

/// Draws what waits to be sent off from what is to be counted.
pub static AWAY_SCRIPT: LazyLock<PlainScript> = LazyLock::new(|| PlainScript::new("/away.js", include_str!("away.js")));

/// Sets a number by buttons.
pub static AMOUNT_SCRIPT: LazyLock<PlainScript> =
    LazyLock::new(|| PlainScript::new("/amount.js", include_str!("amount.js")));

/// Prints a sheet and hands on what it says.
pub static SHEET_SCRIPT: LazyLock<PlainScript> =
    LazyLock::new(|| PlainScript::new("/sheet.js", include_str!("sheet.js")));

/// Records a sound into the file field beside it.
pub static RECORDER_SCRIPT: LazyLock<PlainScript> =
    LazyLock::new(|| PlainScript::new("/recorder.js", include_str!("recorder.js")));

/// Asks the browser for a passkey. What it calls has no types yet that are kept.
pub static PASSKEY_SCRIPT: LazyLock<PlainScript> =
    LazyLock::new(|| PlainScript::new("/passkey.js", include_str!("passkey.js")));

/// All of them.
pub fn plain_scripts() -> impl Iterator<Item = &'static PlainScript> {
    let own: [&PlainScript; 7] =
        [&PAGE_SCRIPT, &NEWS_SCRIPT, &AWAY_SCRIPT, &AMOUNT_SCRIPT, &RECORDER_SCRIPT, &SHEET_SCRIPT, &PASSKEY_SCRIPT];
    own.into_iter().chain(device::scripts())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_goes_over_several_lines() {
        for PlainScript { path, text, .. } in plain_scripts() {
            assert!(text.lines().all(|line| line.matches('`').count() % 2 == 0), "{path}");
            assert!(!text.contains("/*"), "{path}");
            assert!(!text.contains("speechSynthesis"), "{path}: a phone may have no voice");
        }
    }
}
