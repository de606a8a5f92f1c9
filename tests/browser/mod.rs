//! As people do: a real Chromium, the width of a cheap phone, once with script and once without, in both languages.

mod phone;

pub use phone::{Phone, Script};

use crate::support::app::App;
use app::language::Language;

#[tokio::test]
async fn the_first_page_reads_without_script() {
    for script in [Script::On, Script::Off] {
        let app = App::start().await;
        let phone = Phone::open(&app.address, script, Language::ZhCn).await;
        assert_eq!(phone.path().await, "/");
        assert!(phone.fits().await);
        phone.close().await;
    }
}
