//! The large view, for who sees or taps badly.

use super::axe::is_page;
use super::{Phone, Script};
use crate::flows::access::{Scene, Who, rooms};
use app::language::Language;

/// In px, as rules for apps for the elderly ask.
const LEAST_TEXT: f64 = 18.0;
const LEAST_TARGET: u32 = 60;

/// Her name stands whole on top: two who share a phone see whose page it is.
const NAME_IS_WHOLE: &str = "const name = document.querySelector('.who b'); \
     const { left, right, width } = name.getBoundingClientRect(); \
     return width >= name.scrollWidth && left >= 0 && right <= innerWidth && name.textContent.length > 0";

#[tokio::test]
async fn all_her_pages_are_large_where_she_chose_it() {
    let scene = Scene::set().await;
    let mut wrong = Vec::new();
    for who in [Who::Nobody, Who::Anna] {
        let phone = Phone::open(&scene.app.address, Script::On, Language::ZhCn).await;
        for (name, value) in scene.cookies(who) {
            phone.keep(name, value).await;
        }
        phone.go(if who == Who::Anna { "/me" } else { "/card" }).await;
        phone.press_button("form[action='/api/text_size'] button").await;
        for language in Language::ALL {
            phone.keep("language", language.tag()).await;
            for room in rooms(&scene).into_iter().filter(|room| room.open_to.contains(&who) && is_page(room)) {
                phone.go(&room.path).await;
                for (width, text) in [(360, 100), (360, 200), (320, 100)] {
                    phone.screen(width, 740).await;
                    phone.text_size(text).await;
                    let of = format!("{who:?} at {}, {width} px, {text} %, {}", room.path, language.tag());
                    if !phone.fits().await {
                        wrong.push(format!("{of} is wider than the screen"));
                    }
                    let (cut, small) = (phone.cut_off().await, phone.small_targets(LEAST_TARGET).await);
                    let px = |size: &String| size.trim_end_matches("px").parse::<f64>().expect("a size in px");
                    let fine: Vec<_> =
                        phone.sizes().await.into_iter().filter(|size| px(size) < LEAST_TEXT - 0.01).collect();
                    if !cut.is_empty() || !fine.is_empty() || !small.is_empty() {
                        wrong.push(format!("{of}: {cut:?} {fine:?} {small:?}"));
                    }
                    if who == Who::Anna && !phone.is_true(NAME_IS_WHOLE).await {
                        wrong.push(format!("{of}: her name is cut"));
                    }
                }
                phone.text_size(100).await;
            }
        }
        // The same button leads back.
        phone.go(if who == Who::Anna { "/me" } else { "/card" }).await;
        phone.press_button("form[action='/api/text_size'] button").await;
        assert!(phone.is_true("return !document.documentElement.classList.contains('large')").await);
        phone.close().await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
