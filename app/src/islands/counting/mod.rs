//! The counting table without a page in between: one woman after another, by keys alone or by thumb.

#[cfg(feature = "hydrate")]
mod desk;
#[cfg(feature = "hydrate")]
mod keys;
#[cfg(feature = "hydrate")]
mod sums;

use leptos::prelude::*;

/// Looks after the page that it stands in, which does the same without it, a page at a time.
#[island]
pub fn Counting() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::components::ScriptsOfPage::want_islands();
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(main) = place.get().and_then(|island| island.closest("main").ok()?) {
            desk::begin(main);
        }
    });
    view! { <p hidden node_ref=place></p> }
}
