//! Anyone who may not see or do a thing is refused at every address that the server has, by the server's own list: a page or a
//! form that is missing here fails the test.

mod acts;
mod many;
mod pages;
mod scene;

pub use pages::{Room, rooms};
pub use scene::{Scene, Who};

use crate::support::dump::dump;
use acts::acts;
use std::collections::BTreeSet;

fn named<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    paths.map(str::to_owned).collect()
}

#[tokio::test]
async fn every_page_shows_itself_to_those_it_is_for_and_to_nobody_else() {
    let scene = Scene::set().await;
    let rooms = rooms(&scene);
    let listed = named(rooms.iter().map(|room| room.route));
    assert_eq!(listed, server::pages().into_iter().collect(), "every page needs its line in access/pages.rs");
    let before = dump(&scene.app.database).await;
    for room in &rooms {
        for who in Who::ALL {
            let answer = scene.look(who, &room.path).await;
            let is_open = room.open_to.contains(&who);
            if is_open {
                assert_eq!(answer.status, 200, "{who:?} at {}: {}", room.path, answer.body);
            } else {
                assert!(answer.is_refused(), "{who:?} at {}: {} {:?}", room.path, answer.status, answer.location);
            }
            if !room.tells_its_holder {
                for word in scene.hidden_from(who) {
                    assert!(!answer.body.contains(word), "{who:?} reads {word} at {}", room.path);
                }
            }
        }
    }
    assert_eq!(dump(&scene.app.database).await, before, "looking changed something");
}

/// Pages that name a style and show no photo of it: sheets for the printer, and choices out of a list.
const WITHOUT_PHOTO: [&str; 10] = [
    // Sheets for the printer, where there is ink for what is written; a delivery that waits for its answer shows its note.
    "/deliveries/{id}",
    "/firm/statement",
    "/me/book/paper",
    "/me/slip",
    "/workers/{id}/book",
    "/workers/{id}/slip",
    // Choices out of a list, which no browser shows with pictures.
    "/orders/new",
    "/styles/new",
    "/workers/new",
    "/workers/{id}/edit",
];

#[tokio::test]
async fn every_page_that_names_a_style_shows_its_photo() {
    let scene = Scene::set().await;
    let mut without = BTreeSet::new();
    for room in rooms(&scene) {
        for who in
            room.open_to.iter().filter(|who| !matches!(who, Who::NextCoordinator | Who::NextWorker | Who::NextFirm))
        {
            let body = scene.look(*who, &room.path).await.body;
            if body.contains("牡丹") && !body.contains("/photos/") {
                without.insert(room.route);
            }
        }
    }
    assert_eq!(without, WITHOUT_PHOTO.into());
}

#[tokio::test]
async fn only_pages_with_an_island_are_sent_the_browser_half() {
    let scene = Scene::set().await;
    for room in rooms(&scene) {
        for who in room.open_to {
            let body = scene.look(*who, &room.path).await.body;
            let (island, half) = (body.contains("<leptos-island"), body.contains("petalwork_bg.wasm"));
            assert_eq!(half, island, "{who:?} at {}", room.path);
        }
    }
}

#[tokio::test]
async fn only_pages_with_a_sheet_of_paper_are_sent_its_styles() {
    let scene = Scene::set().await;
    let mut papers = 0;
    for room in rooms(&scene) {
        for who in room.open_to {
            let body = scene.look(*who, &room.path).await.body;
            let is_paper = ["sheet", "cards", "slips"].iter().any(|class| body.contains(&format!("class=\"{class}")));
            let is_sent = body.contains("/paper.css\"");
            assert_eq!(is_sent, is_paper, "{who:?} at {}", room.path);
            papers += usize::from(is_paper);
        }
    }
    assert!(papers > 5, "{papers}");
}

#[tokio::test]
async fn phones_are_sent_every_style_that_their_pages_use() {
    let scene = Scene::set().await;
    let sheets = async |who, page: &str| {
        let mut sheets = String::new();
        for link in page.split("<link ").filter(|link| link.contains("rel=\"stylesheet\"")) {
            let (_, address) = link.split_once("href=\"").expect("an address");
            sheets += &scene.look(who, address.split('"').next().expect("its end")).await.body;
        }
        sheets
    };
    let sheets_of = async |who, path: &str| sheets(who, &scene.look(who, path).await.body).await;
    let (all, small) = (sheets_of(Who::Coordinator, "/today").await, sheets_of(Who::Anna, "/me").await);
    assert!(small.len() < all.len(), "the styles are built by `cargo xtask browser`");
    let styles = |sheet: &str, class: &str| {
        sheet.match_indices(&format!(".{class}")).any(|(at, found)| {
            !sheet[at + found.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '-' || next == '_')
        })
    };
    for room in rooms(&scene) {
        for who in room.open_to.iter().filter(|who| matches!(who, Who::Anna | Who::Berta | Who::Nobody)) {
            let body = scene.look(*who, &room.path).await.body;
            for classes in body.split("class=\"").skip(1) {
                for class in classes.split('"').next().unwrap_or_default().split_whitespace() {
                    assert!(styles(&small, class) || !styles(&all, class), "{class} for {who:?} at {}", room.path);
                }
            }
        }
    }
}

#[tokio::test]
async fn every_form_is_done_for_those_who_may_and_changes_nothing_for_others() {
    let scene = Scene::set().await;
    let acts = acts(&scene);
    let listed = named(acts.iter().map(|act| act.path).chain(acts::OPEN.iter().map(|(path, _)| *path)));
    assert_eq!(listed, server::server_functions().into_iter().collect(), "every form needs its line in access/acts.rs");
    let mut before = dump(&scene.app.database).await;
    for act in &acts {
        for who in Who::ALL.into_iter().filter(|who| !act.may.contains(who)) {
            let answer = scene.send(who, act.path, &act.fields).await;
            assert!(answer.is_refused(), "{who:?} sends {}: {} {:?}", act.path, answer.status, answer.location);
            for word in scene.hidden_from(who) {
                assert!(!answer.body.contains(word), "{who:?} reads {word} in the answer of {}", act.path);
            }
            assert_eq!(dump(&scene.app.database).await, before, "{who:?} changed something by {}", act.path);
        }
        for who in act.may {
            let answer = scene.send(*who, act.path, &act.fields_of(*who)).await;
            let location = answer.location.clone().unwrap_or_default();
            assert!(answer.status == 303 && !location.contains("draft="), "{who:?} sends {}: {answer:?}", act.path);
            let after = dump(&scene.app.database).await;
            assert_ne!(after, before, "{who:?} did nothing by {}", act.path);
            before = after;
        }
    }
    let audit = scene.app.database.store.audit(scene.workshop).await.expect("an audit");
    assert_eq!(audit.findings, []);
}
