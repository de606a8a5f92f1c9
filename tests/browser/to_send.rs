//! A sentence that is ready to be sent: copied with a tap, and without script there to be selected.

use super::pages::demo;
use super::{Phone, Script};
use app::language::Language;

#[tokio::test]
async fn what_a_worker_is_sent_is_copied_or_selected() {
    let app = demo().await;
    for script in [Script::On, Script::Off] {
        let phone = Phone::open(&app.address, script, Language::En).await;
        phone.enter_demo("coordinator").await;
        let worker = phone.found("/workers", "main a[href^='/workers/']:not([href='/workers/new'])").await;
        phone.go(&format!("{worker}/card")).await;
        if phone.count(".to-send").await == 0 {
            phone.send("/api/make_cards").await;
            phone.go(&format!("{worker}/card")).await;
        }
        let sentence = phone.text_of(".to-send p").await;
        assert!(sentence.contains(&format!("{}/card/", app.address)), "{sentence}");
        assert!(!sentence.contains('¥'), "{sentence}");
        if script == Script::On {
            phone.press("[data-copy]").await;
            phone.says("Copied").await;
        } else {
            assert_eq!(phone.text_of("[data-copy]").await, "", "a button that does nothing is not shown");
        }
        phone.close().await;
    }
}
