//! What a phone's bar has no room for.

use crate::components::{MorePlaces, Page};
use crate::request::{as_coordinator, load};
use leptos::prelude::*;

/// `/more`
#[component]
pub fn MorePage() -> impl IntoView {
    load(async {
        as_coordinator()?;
        Ok(view! { <Page title=t!("nav-more")><MorePlaces/></Page> }.into_any())
    })
}
