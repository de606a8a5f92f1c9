//! Every page by the keys alone: what has the focus is seen, and the focus goes on to the end.

use super::devtools::{ask, told};
use super::others::{OF_ALL, paths};
use super::pages::demo;
use super::{Phone, Script};
use app::language::Language;
use serde_json::{Value, json};

/// What has the focus: its name, and whether it is seen. A field for a day has four parts, each with the browser's own mark.
const HERE: &str = "(() => { const here = document.activeElement; \
    if (!here || here === document.body) return null; \
    const shown = here.matches('.pick input') ? here.nextElementSibling : here.matches('.jobs > input') ? here.parentElement.querySelector('.tabs') : here, style = getComputedStyle(shown); \
    const box = shown.getBoundingClientRect(); \
    const at = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1)); \
    const top = shown.contains(at) || here.contains(at) || (at && at.contains(shown)) || box.height > innerHeight; \
    window.been = window.been || new Set(); const same = window.last === here, again = window.been.has(here); window.last = here; window.been.add(here); \
    return { name: here.outerHTML.slice(0, 120), ringed: here.type === 'date' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, top, again: again && !same }; })()";

/// Puts the focus before everything.
const BEGIN: &str = "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')";

async fn tab(phone: &Phone) {
    for kind in ["keyDown", "keyUp"] {
        let key = json!({ "type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        ask(phone.client(), "Input.dispatchKeyEvent", key).await;
    }
}

#[tokio::test]
async fn each_part_of_a_page_is_reached_and_seen_by_the_tabulator() {
    const MOST: usize = 400;
    let app = demo().await;
    for (who, own) in OF_ALL {
        let phone = Phone::open(&app.address, Script::On, Language::En).await;
        phone.enter_demo(who).await;
        for path in paths(&phone, who, own).await {
            phone.go(&path).await;
            // Some begin in a field.
            told(phone.client(), BEGIN).await;
            let mut reached = 0;
            loop {
                tab(&phone).await;
                let here = told(phone.client(), HERE).await.expect("a page");
                if here == Value::Null || here["again"] == json!(true) {
                    break;
                }
                reached += 1;
                assert!(here["ringed"] == json!(true) && here["top"] == json!(true), "{path}: {here}");
                assert!(reached < MOST, "{path} has no end: {here}");
            }
            let rest = told(phone.client(), REST).await.expect("a page");
            assert_eq!(rest, json!([]), "{path}: never reached");
        }
        phone.close().await;
    }
}

/// What could have the focus and never had it. Of several to choose one from, one has it.
const REST: &str = "[...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden], [type=radio])')] \
    .filter(part => part.checkVisibility({ visibilityProperty: true }) && !part.disabled && part.tabIndex >= 0 && !window.been.has(part)) \
    .map(part => part.outerHTML.slice(0, 120))";

#[tokio::test]
async fn the_first_key_leads_past_the_menu() {
    let app = demo().await;
    let phone = Phone::open(&app.address, Script::Off, Language::En).await;
    phone.enter_demo("coordinator").await;
    phone.go("/today").await;
    tab(&phone).await;
    assert_eq!(told(phone.client(), "document.activeElement.className").await, Some(json!("skip")));
    phone.press("a.skip").await;
    assert_eq!(told(phone.client(), "location.hash").await, Some(json!("#main")));
    phone.close().await;
}
