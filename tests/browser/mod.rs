//! As people do: a real Chromium, the width of a cheap phone, once with script and once without, in both languages.

mod approval;
mod arrived;
mod away;
mod axe;
mod bad_piece;
mod bad_store;
mod counting;
mod device;
mod devtools;
mod hand_in;
mod heard;
mod install;
mod keyboard;
mod known_phone;
mod large;
mod orders;
mod others;
mod outbox;
mod pages;
mod paper;
mod pay_book;
mod phone;
mod recording;
mod second_step;
mod split;
mod to_send;
mod typed;
mod weak_network;
mod whole_loop;

pub use phone::{Light, Phone, Script};

use crate::support::app::App;
use app::language::Language;

#[tokio::test]
async fn the_first_page_reads_in_both_languages_with_script_and_without() {
    for (script, language, says) in [
        (Script::On, Language::ZhCn, "花工账"),
        (Script::Off, Language::ZhCn, "花工账"),
        (Script::On, Language::En, "Petalwork"),
        (Script::Off, Language::En, "Petalwork"),
    ] {
        let app = App::start().await;
        let phone = Phone::open(&app.address, script, language).await;
        let text = phone.text().await;
        assert!(text.contains(says), "{text}");
        assert!(phone.fits().await, "the first page is wider than the phone");
        phone.close().await;
    }
}
