//! The main pages of the three people, as they look at the end of the demo's two months: on a phone and on a desk, in both
//! languages, by day and by night.
//!
//! `PETALWORK_PICTURES=FOLDER` keeps a picture of each; `make screenshots` does that for README.

use super::axe::is_page;
use super::{Light, Phone, Script};
use crate::flows::access::{Scene, Who, rooms};
use crate::support::app::App;
use app::language::Language;
use ledger::store::Store;
use std::path::PathBuf;

/// A page, and what its pictures are called.
pub(super) struct Sight {
    name: &'static str,
    path: String,
}

pub(super) fn sight(name: &'static str, path: impl Into<String>) -> Sight {
    Sight { name, path: path.into() }
}

/// What each page of ours has, and no page by which a browser says that it got none.
const OURS: &str = "main#main";

/// Lower than this is hard to tap, in px.
const FINGERTIP: u32 = 44;

#[tokio::test]
async fn nothing_is_cut_off_or_too_small_to_tap_on_any_page() {
    let scene = Scene::set().await;
    let mut wrong = Vec::new();
    for who in [Who::Nobody, Who::Coordinator, Who::Helper, Who::Anna, Who::Firm] {
        let phone = Phone::open(&scene.app.address, Script::On, Language::ZhCn).await;
        for (name, value) in scene.cookies(who) {
            phone.keep(name, value).await;
        }
        for language in Language::ALL {
            phone.keep("language", language.tag()).await;
            for room in rooms(&scene).into_iter().filter(|room| room.open_to.contains(&who) && is_page(room)) {
                phone.go(&room.path).await;
                // What a firm sent is shown by the browser itself.
                if !room.path.ends_with("/original") && phone.count(OURS).await != 1 {
                    wrong.push(format!("{who:?} at {}: no page of ours", room.path));
                }
                // Twice the size by what the browser is set to, and by the page alone.
                for (width, text, of_page) in
                    [(360, 100, 100), (320, 100, 100), (360, 200, 100), (1280, 100, 100), (360, 100, 200)]
                {
                    phone.screen(width, 740).await;
                    phone.text_size(text).await;
                    phone.page_text_size(of_page).await;
                    let of =
                        format!("{who:?} at {}, {width} px, {text} % × {of_page} %, {}", room.path, language.tag());
                    if !phone.fits().await {
                        wrong.push(format!("{of} is wider than the screen"));
                    }
                    let (cut, sizes, small) =
                        (phone.cut_off().await, phone.sizes().await, phone.small_targets(FINGERTIP).await);
                    if !cut.is_empty() || sizes.len() > 4 || !small.is_empty() {
                        wrong.push(format!("{of}: {cut:?} {sizes:?} {small:?}"));
                    }
                }
            }
        }
        phone.close().await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_coordinators_pages_fit_phone_and_desk() {
    let app = demo().await;
    let desk = Phone::open(&app.address, Script::On, Language::En).await;
    desk.enter_demo("coordinator").await;
    desk.go("/orders").await;
    desk.follow_text("main a", "HR-NEW").await;
    let waiting = desk.path().await;
    let together = desk.attribute("main a[href^='/split?']", "href").await;
    let split = desk.attribute("main section a[href^='/split?']", "href").await;
    let late = desk.found("/today", "main a[href^='/split?']:not(.button)").await;
    let order = desk.found(&late, "main a[href^='/orders/']").await;
    let delivery = desk.found("/deliveries", "main a[href^='/deliveries/']:not([href^='/deliveries/new'])").await;
    let worker = desk.found("/workers", "main a[href^='/workers/']:not([href='/workers/new'])").await;
    let table = desk.found("/count", "main a[href^='/count?worker=']").await;
    let sights = [
        sight("today", "/today"),
        sight("orders", "/orders"),
        sight("order", order),
        sight("new-order", "/orders/new"),
        sight("waiting-order", waiting),
        sight("settle", "/pay/settle"),
        sight("access", "/access"),
        sight("split", split),
        sight("split-together", together),
        sight("count", "/count"),
        sight("count-table", table),
        sight("workers", "/workers"),
        sight("worker-slip", format!("{worker}/slip")),
        sight("worker-book", format!("{worker}/book?from=2026-10-01&until=2026-10-31")),
        sight("worker-contact", format!("{worker}/contact")),
        sight("worker", worker),
        sight("deliveries", "/deliveries"),
        sight("delivery", delivery),
        sight("pay", "/pay"),
        sight("styles", "/styles"),
        sight("import", "/import"),
        sight("journal", "/journal"),
        sight("settings", "/settings"),
        sight("more", "/more"),
    ];
    look("coordinator", &desk, &sights).await;
    desk.close().await;
}

#[tokio::test]
async fn an_order_and_today_are_short() {
    let app = demo().await;
    let desk = Phone::open(&app.address, Script::On, Language::ZhCn).await;
    desk.enter_demo("coordinator").await;
    let mut orders = Vec::new();
    // Three styles; all in one pool; among 22 women.
    for code in ["HR-2026-104", "HR-NEW", "DL-96/26"] {
        desk.go("/orders").await;
        desk.follow_text("main a", code).await;
        orders.push(desk.path().await);
    }
    for language in Language::ALL {
        desk.speak(language).await;
        desk.go("/today").await;
        assert!(desk.count(".panel > .todos > li").await <= 7);
        assert!(desk.screens().await <= 2.0, "today: {} screens", desk.screens().await);
        // Twenty-two women, and sixteen orders.
        for (list, most) in [("/workers", 4.0), ("/orders", 6.5)] {
            desk.go(list).await;
            assert!(desk.screens().await <= most, "{list}: {} screens", desk.screens().await);
        }
        for order in &orders {
            desk.go(order).await;
            assert!(desk.screens().await <= 4.0, "{order}: {} screens", desk.screens().await);
        }
    }
    desk.close().await;
}

#[tokio::test]
async fn a_workers_pages_fit_phone_and_desk() {
    let app = demo().await;
    let hers = Phone::open(&app.address, Script::On, Language::En).await;
    hers.enter_demo("worker").await;
    let hand_in = hers.found("/me", "a[href^='/me/hand-in/']").await;
    let sights = [
        sight("work", "/me"),
        sight("slip", "/me/slip"),
        sight("book", "/me/book"),
        sight("wages", "/me/pay"),
        sight("hand-in", hand_in),
    ];
    look("worker", &hers, &sights).await;
    hers.close().await;
}

#[tokio::test]
async fn a_firms_pages_fit_phone_and_desk() {
    let app = demo().await;
    let desk = Phone::open(&app.address, Script::On, Language::En).await;
    desk.enter_demo("firm").await;
    let order = desk.found("/firm", "main a[href^='/firm/orders/']").await;
    let delivery = desk.found("/firm/deliveries", "main a[href^='/firm/deliveries/']").await;
    let sights = [
        sight("orders", "/firm"),
        sight("order", order),
        sight("deliveries", "/firm/deliveries"),
        sight("delivery", delivery),
        sight("statement", "/firm/statement"),
    ];
    look("firm", &desk, &sights).await;
    desk.close().await;
}

/// An app with the demo village in it.
pub(super) async fn demo() -> App {
    let app = App::start().await;
    let store: &Store = &app.database.store;
    server::demo::make(store, app.clock.as_ref()).await.expect("the demo");
    app
}

pub(super) async fn look(who: &str, phone: &Phone, sights: &[Sight]) {
    let folder = std::env::var_os("PETALWORK_PICTURES").map(PathBuf::from);
    for language in Language::ALL {
        phone.speak(language).await;
        for Sight { name, path } in sights {
            for (screen, width, height) in [("phone", 360, 740), ("desk", 1280, 800)] {
                // Only then: ChromeDriver makes every new page a phone's.
                phone.go(path).await;
                phone.screen(width, height).await;
                assert!(phone.fits().await, "{who}'s {name} is wider than a {screen} in {}", language.tag());
                let cut = phone.cut_off().await;
                assert!(cut.is_empty(), "{who}'s {name}, {screen}, {}: {cut:?}", language.tag());
                let sizes = phone.sizes().await;
                assert!(sizes.len() <= 4, "{who}'s {name}, {screen}: {sizes:?}");
                assert_eq!(phone.count(OURS).await, 1, "{who}'s {name} is a page of ours, and not the browser's own");
                assert_eq!(phone.count("h1").await, 1, "{who}'s {name} has one heading");
                let Some(folder) = &folder else { continue };
                for (light, called) in [(Light::Day, "day"), (Light::Night, "night")] {
                    phone.light(light).await;
                    let file = format!("{who}-{name}.{}.{screen}.{called}.png", language.tag());
                    let picture = phone.picture(width).await;
                    std::fs::create_dir_all(folder).expect("a folder");
                    std::fs::write(folder.join(file), picture).expect("a picture is kept");
                }
            }
        }
    }
}
