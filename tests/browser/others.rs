//! For everyone: at four times the size, with the colours of the system, without a mouse.

use super::devtools::{ask, told};
use super::pages::demo;
use super::{Phone, Script};
use app::language::Language;
use serde_json::json;

/// The main pages of each, in the demo's village.
pub(super) const OF_ALL: [(&str, &[&str]); 3] = [
    ("coordinator", &["/today", "/orders", "/count", "/workers", "/pay", "/more"]),
    ("worker", &["/me", "/me/book", "/me/pay"]),
    ("firm", &["/firm", "/firm/deliveries", "/firm/statement"]),
];

/// Pages of someone's whose addresses only links tell.
async fn more_of(phone: &Phone, who: &str) -> Vec<String> {
    let links: &[(&str, &str)] = match who {
        "coordinator" => &[
            ("/orders", "main tbody a[href^='/orders/']"),
            ("/today", "main a[href^='/split?']"),
            ("/count", "main a[href^='/count?worker=']"),
            ("/deliveries", "main a[href^='/deliveries/']:not([href^='/deliveries/new'])"),
        ],
        "worker" => &[("/me", "main a[href^='/me/hand-in/']")],
        _ => &[("/firm", "main a[href^='/firm/orders/']"), ("/firm/deliveries", "main a[href^='/firm/deliveries/']")],
    };
    let mut found = Vec::new();
    for (page, link) in links {
        found.push(phone.found(page, link).await);
    }
    found
}

/// All of somebody's.
pub(super) async fn paths(phone: &Phone, who: &str, own: &[&str]) -> Vec<String> {
    let mut paths: Vec<_> = own.iter().map(|path| (*path).to_owned()).collect();
    paths.extend(more_of(phone, who).await);
    paths
}

#[tokio::test]
async fn at_four_times_the_size_nothing_stands_over_what_is_read() {
    // A desk of 1,280 × 1,024 points at 400 %.
    const COVERING: &str = "[...document.querySelectorAll('body *')].filter(part => { \
        const { position, left, bottom, top } = getComputedStyle(part), { width, height } = part.getBoundingClientRect(); \
        return ['fixed', 'sticky'].includes(position) && [top, bottom].some(edge => edge !== 'auto') && width > 100 && height > 24; \
        }).map(part => part.outerHTML.slice(0, 80))";
    let app = demo().await;
    for (who, own) in OF_ALL {
        let phone = Phone::open(&app.address, Script::On, Language::En).await;
        phone.enter_demo(who).await;
        for path in paths(&phone, who, own).await {
            phone.go(&path).await;
            phone.screen(320, 256).await;
            assert!(phone.fits().await, "{path} is to be pushed sideways");
            let covering = told(phone.client(), COVERING).await.expect("parts");
            assert_eq!(covering, json!([]), "{path}");
        }
        phone.close().await;
    }
}

#[tokio::test]
async fn with_the_colours_of_the_system_all_that_is_drawn_and_chosen_is_seen() {
    // What is drawn with the colour of the ground is not seen, as is meant of what is not made; what is chosen has an edge.
    const UNSEEN: &str = "(() => { const ground = getComputedStyle(document.body).backgroundColor; \
        const drawn = [...document.querySelectorAll('main svg :is(rect, path, polyline)')].filter(part => !part.closest('.qr, .pool, .making, .free, .area')); \
        const unseen = drawn.filter(part => { const { fill, stroke } = getComputedStyle(part); \
          return [fill, stroke].every(colour => colour === 'none' || colour === ground); }); \
        const chosen = [...document.querySelectorAll('[aria-current], [aria-pressed=true]'), \
          ...[...document.querySelectorAll('.pick :checked')].map(box => box.nextElementSibling)].filter(part => part.checkVisibility()); \
        const plain = chosen.filter(part => getComputedStyle(part).outlineStyle !== 'solid'); \
        return [...unseen, ...plain].map(part => part.outerHTML.slice(0, 120)); })()";
    let app = demo().await;
    let colours = |scheme: &str| json!({ "features": [{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme }] });
    for (who, own) in OF_ALL {
        let phone = Phone::open(&app.address, Script::On, Language::En).await;
        phone.enter_demo(who).await;
        for path in paths(&phone, who, own).await {
            phone.go(&path).await;
            for scheme in ["light", "dark"] {
                ask(phone.client(), "Emulation.setEmulatedMedia", colours(scheme)).await;
                let unseen = told(phone.client(), UNSEEN).await.expect("parts");
                assert_eq!(unseen, json!([]), "{path}, {scheme}");
            }
        }
        phone.close().await;
    }
}

#[tokio::test]
async fn nothing_moves_by_itself() {
    const MOVING: &str = "[...document.querySelectorAll('*')].filter(part => { const style = getComputedStyle(part); \
        return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior !== 'auto'; }).length";
    let app = demo().await;
    for (who, own) in OF_ALL {
        let phone = Phone::open(&app.address, Script::On, Language::En).await;
        phone.enter_demo(who).await;
        for path in own {
            phone.go(path).await;
            assert_eq!(told(phone.client(), MOVING).await, Some(json!(0)), "{path}");
        }
        phone.close().await;
    }
}
