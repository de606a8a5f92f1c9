//! Where one can go: a bar at the bottom of a phone, at the side of a desk.

use crate::addresses::{self, Address};
use crate::markup::IntoMarkup;
use leptos::prelude::*;

use super::{Badge, Face, Row, Rows};
use crate::words;

/// One place to go. A phone's bar has room for five: the others stand on the page More.
struct Place {
    page: Address,
    words: String,
    icon: &'static str,
    on_phone: bool,
}

fn places(face: Face) -> Vec<Place> {
    let place = |page, words, icon| Place { page, words, icon, on_phone: true };
    let desk = |page, words, icon| Place { page, words, icon, on_phone: false };
    match face {
        Face::Stranger => Vec::new(),
        Face::Coordinator => vec![
            place(addresses::today(), t!("nav-today"), SUN),
            place(addresses::orders(), t!("nav-orders"), PAPER),
            place(addresses::count(), t!("nav-count"), ABACUS),
            place(addresses::workers(), t!("nav-workers"), PEOPLE),
            desk(addresses::deliveries(), t!("nav-deliveries"), BOX),
            desk(addresses::pay(), t!("nav-pay"), COIN),
            place(addresses::more(), t!("nav-more"), LINES),
        ],
        Face::Helper => vec![
            place(addresses::count(), t!("nav-count"), ABACUS),
            place(addresses::orders(), t!("nav-orders"), PAPER),
            place(addresses::journal(), t!("nav-own-entries"), LINES),
        ],
        Face::Worker => vec![
            place(addresses::me(), t!("nav-work"), PETALS),
            place(addresses::my_book(), t!("nav-book"), BOOK),
            place(addresses::my_pay(), t!("nav-pay"), COIN),
        ],
        Face::Firm => vec![
            place(addresses::window(), t!("nav-orders"), PAPER),
            place(addresses::window_deliveries(), t!("nav-received"), BOX),
            place(addresses::window_statement(), t!("nav-statement"), COIN),
        ],
    }
}

/// The pages that the coordinator finds under More.
fn under_more() -> [Address; 8] {
    [
        addresses::search(),
        addresses::calendar(),
        addresses::firms(),
        addresses::styles(),
        addresses::imports(),
        addresses::cards(),
        addresses::journal(),
        addresses::settings(),
    ]
}

/// More are not counted out on the bar.
const MOST: usize = 99;

/// The main navigation of the person who looks, with the present place marked.
#[component]
pub(super) fn Nav(face: Face, path: String) -> impl IntoView {
    let places = places(face);
    let present = present(&places, &path);
    let new = Badge::number();
    let links: Vec<_> = places
        .into_iter()
        .enumerate()
        .map(|(nth, place)| {
            // What is new stands on the first page.
            let badge = (nth == 0 && new > 0).then(|| {
                view! { <b class="badge">{if new > MOST { format!("{MOST}+") } else { words::count(new) }}<span class="sr">{t!("news-unseen")}</span></b> }
            });
            let current = (present.as_ref() == Some(&place.page)).then_some("page");
            view! {
                <li class=(!place.on_phone).then_some("desk")>
                    <a href=place.page aria-current=current>
                        <svg viewBox="0 0 24 24" aria-hidden="true"><path d=place.icon/></svg>
                        {place.words}
                        {badge}
                    </a>
                </li>
            }
        })
        .collect();
    (!links.is_empty())
        .then(|| view! { <nav class="nav" aria-label=t!("nav-label")><ul>{links}</ul></nav> })
        .into_markup()
}

/// The place that the path belongs to: the longest that it begins with.
fn present(places: &[Place], path: &str) -> Option<Address> {
    let here = Address::local(path)?;
    let above = places.iter().map(|place| &place.page).filter(|page| here.is_within(page));
    let found = above.max_by_key(|page| page.as_str().len()).cloned();
    found.or_else(|| under_more().iter().any(|page| here.is_within(page)).then(addresses::more))
}

/// What the page More lists: everything that the bar of a phone has no room for.
#[component]
pub fn MorePlaces() -> impl IntoView {
    view! {
        <Rows>
            <Row href=addresses::deliveries() title=t!("nav-deliveries")/>
            <Row href=addresses::pay() title=t!("nav-pay")/>
            <Row href=addresses::calendar() title=t!("calendar-title")/>
            <Row href=addresses::firms() title=t!("nav-firms")/>
            <Row href=addresses::styles() title=t!("nav-styles")/>
            <Row href=addresses::imports() title=t!("nav-import")/>
            <Row href=addresses::cards() title=t!("nav-cards")/>
            <Row href=addresses::journal() title=t!("nav-journal")/>
            <Row href=addresses::settings() title=t!("nav-settings")/>
        </Rows>
    }
}

// Lines in a square of 24, drawn with one stroke width.
const SUN: &str = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M19 5l-1.5 1.5M6.5 17.5 5 19";
const PAPER: &str = "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7";
const ABACUS: &str = "M3 4h18v16H3zM3 10h18M8 4v16M12 4v16M16 4v16M7 7h2M11 7h2M15 7h2M7 14h2M11 16h2M15 14h2";
const PEOPLE: &str = "M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.5.5 4 2.5 4 5.5";
const BOX: &str = "M3 8l9-5 9 5v9l-9 5-9-5zM3 8l9 5 9-5M12 13v9";
const COIN: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9 9h6v6H9z";
const LINES: &str = "M4 7h16M4 12h16M4 17h16";
const PETALS: &str = "M9.3 8.3A3.5 3.5 0 1 1 14.7 8.3A3.5 3.5 0 1 1 16.4 13.4A3.5 3.5 0 1 1 12 16.6A3.5 3.5 0 1 1 7.6 13.4A3.5 3.5 0 1 1 9.3 8.3zM12 10.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6z";
const BOOK: &str = "M5 3h14v18H5zM9 3v18M12 8h4M12 12h4";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_below_its_place() {
        let found = |face, path| Owner::new().with(|| present(&places(face), path).map(String::from));
        assert_eq!(found(Face::Coordinator, "/orders/42/split?draft=7").as_deref(), Some("/orders"));
        assert_eq!(found(Face::Coordinator, "/styles").as_deref(), Some("/more"));
        assert_eq!(found(Face::Coordinator, "/ordersmith"), None);
        assert_eq!(found(Face::Worker, "/me/book").as_deref(), Some("/me/book"));
        assert_eq!(found(Face::Worker, "/me/issues/3").as_deref(), Some("/me"));
        assert_eq!(found(Face::Stranger, "/me"), None);
    }
}
