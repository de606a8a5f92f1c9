//! What keeps people out of a page, by the rules of WCAG 2.2 AA as axe-core reads them: nothing, on any page of the router's list, in
//! both languages, by day and by night, on a phone and on a desk.

use super::devtools::{ask, told};
use super::others::{OF_ALL, paths};
use super::pages::demo;
use super::{Light, Phone, Script};
use crate::flows::access::{Room, Scene, Who, rooms};
use app::language::Language;
use serde_json::json;

/// Where `scripts/setup test` puts axe-core.
fn axe() -> String {
    let program = std::env::current_exe().expect("a program");
    let target = program.ancestors().nth(3).expect("it lies in target/debug/deps");
    let place = target.join("tools/axe.js");
    std::fs::read_to_string(&place)
        .unwrap_or_else(|why| panic!("{why}: `scripts/setup test` brings {}", place.display()))
}

/// What axe finds with these rules: each with its rule, and the parts of the page.
async fn found(phone: &Phone, rules: &str) -> Vec<String> {
    let script = format!(
        "axe.run({{ runOnly: {rules}, resultTypes: ['violations'], preload: false }}).then(({{ violations }}) => violations.map(rule => \
         rule.id + ': ' + rule.nodes.slice(0, 4).map(node => node.html.slice(0, 160) + ' | ' + [...node.any, ...node.all, ...node.none] \
         .map(check => check.message.slice(0, 120)).join(', ')).join('\\n    ')))"
    );
    let found = told(phone.client(), &script).await.expect("axe runs on the page");
    serde_json::from_value(found).expect("texts")
}

/// Links that say the same and lead elsewhere, in parts of the page that say different things. A row tells what its link is about.
async fn alike(phone: &Phone) -> Vec<String> {
    const SCRIPT: &str = "(() => { axe.setup(); const places = new Map(), found = []; \
        for (const link of document.querySelectorAll('a[href]')) { \
          if (!link.checkVisibility() || link.closest('tr, li')) continue; \
          const name = axe.commons.text.accessibleText(link), around = link.closest('section')?.innerText; \
          const [href, text] = places.get(name) ?? [link.href, around]; \
          if (href !== link.href && text !== around) found.push('alike: ' + name + ' ' + link.outerHTML.slice(0, 120)); \
          places.set(name, [link.href, around]); \
        } axe.teardown(); return found; })()";
    serde_json::from_value(told(phone.client(), SCRIPT).await.expect("names of links")).expect("texts")
}

/// All that is in WCAG 2.2 AA, and what is well done besides.
const ALL: &str = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";
/// What colours can change.
const COLOURS: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

/// Pages of ours; not what is shown by the browser itself or heard, or kept as a file.
pub fn is_page(room: &Room) -> bool {
    !["/photos/", "/spoken/", "/recordings/"].iter().any(|part| room.path.contains(part))
        && ![".xlsx", ".csv", "/original"].iter().any(|end| room.path.ends_with(end))
}

async fn nothing_is_found(people: &[Who]) {
    let (scene, axe) = (Scene::set().await, axe());
    let mut wrong = Vec::new();
    for who in people {
        let phone = Phone::open(&scene.app.address, Script::On, Language::ZhCn).await;
        // Beside the page's own policy, which lets no such script in.
        ask(phone.client(), "Page.addScriptToEvaluateOnNewDocument", json!({ "source": axe })).await;
        for (name, value) in scene.cookies(*who) {
            phone.keep(name, value).await;
        }
        for language in Language::ALL {
            phone.keep("language", language.tag()).await;
            for room in rooms(&scene).into_iter().filter(|room| room.open_to.contains(who) && is_page(room)) {
                phone.go(&room.path).await;
                for (width, light, rules) in [
                    (360, Light::Day, ALL),
                    (360, Light::Night, COLOURS),
                    (1280, Light::Night, COLOURS),
                    (1280, Light::Day, ALL),
                ] {
                    phone.whole_page(width).await;
                    phone.light(light).await;
                    let of = format!("{who:?} at {}, {width} px, {light:?}, {}", room.path, language.tag());
                    let mut all = found(&phone, rules).await;
                    if rules == ALL {
                        all.extend(alike(&phone).await);
                    }
                    wrong.extend(all.into_iter().map(|what| format!("{of}: {what}")));
                }
            }
        }
        phone.close().await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn nothing_keeps_anybody_out_of_a_village_that_is_made_up() {
    let (app, axe) = (demo().await, axe());
    for (who, own) in OF_ALL {
        let phone = Phone::open(&app.address, Script::On, Language::En).await;
        ask(phone.client(), "Page.addScriptToEvaluateOnNewDocument", json!({ "source": axe })).await;
        phone.go("/").await;
        assert_eq!(found(&phone, ALL).await, Vec::<String>::new(), "the first page");
        phone.enter_demo(who).await;
        for path in paths(&phone, who, own).await {
            phone.go(&path).await;
            for width in [360, 1280] {
                phone.whole_page(width).await;
                assert_eq!(found(&phone, ALL).await, Vec::<String>::new(), "{path}, {width} px");
            }
        }
        phone.close().await;
    }
}

#[tokio::test]
async fn nothing_keeps_anybody_out_of_a_coordinators_pages() {
    nothing_is_found(&[Who::Coordinator]).await;
}

#[tokio::test]
async fn nothing_keeps_anybody_out_of_the_pages_of_all_others() {
    nothing_is_found(&[Who::Nobody, Who::Helper, Who::Anna, Who::Berta, Who::Firm]).await;
}
