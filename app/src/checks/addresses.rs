//! Every page has an address that others can name, and every address has a page.

use crate::addresses::{AUTH, COORDINATOR, FILES, FIRM, WORKER};
use std::collections::BTreeSet;

/// How the addresses of lists to download end: files, not pages.
const ENDINGS: [&str; 2] = [".csv", ".xlsx"];

/// The same for every name of a part: `/orders/{}`.
fn nameless(path: &str) -> String {
    let part = |part: &str| if part.starts_with('{') { "{}".to_owned() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[test]
fn every_page_has_an_address_and_every_address_a_page() {
    let routes = leptos_axum::generate_route_list(crate::routes::App);
    let pages: BTreeSet<_> = routes.iter().map(|route| nameless(route.path())).collect();
    let named = [AUTH, COORDINATOR, WORKER, FIRM].concat();
    let named = named.into_iter().filter(|path| !ENDINGS.iter().any(|ending| path.ends_with(ending)));
    let named: BTreeSet<_> = named.map(nameless).collect();
    assert!(pages.len() > 30, "hardly any page was found: {pages:?}");
    assert_eq!(named, pages);
    assert!(FILES.iter().all(|file| !pages.contains(&nameless(file))));
}
