//! Looking for anything by its name, from every page of the coordinator's.

use crate::addresses;
use crate::markup::IntoMarkup;
use crate::request::query;
use leptos::prelude::*;

/// The longest words that are looked for.
const SOUGHT: usize = 60;

/// What is looked for, as it was typed, without signs that nobody sees; never longer than any name.
#[must_use]
pub fn sought(field: &str) -> String {
    let typed: String = query(field).unwrap_or_default();
    typed.trim().chars().filter(|letter| !letter.is_control()).take(SOUGHT).collect()
}

/// At the top of a desk, and of the page More on a phone.
#[component]
pub fn SearchBox() -> impl IntoView {
    view! {
        <form class="search" role="search" method="get" action=addresses::search()>
            <input type="search" name="q" maxlength=SOUGHT.to_string() aria-label=t!("search-label") placeholder=t!("search-hint")/>
            <button class="button plain">{t!("list-find-do")}</button>
        </form>
    }
    .into_markup()
}
