//! A form whose page is made again as it is filled in: what follows from it is shown at once, and calculated in one place only.

#[cfg(feature = "hydrate")]
mod answer;
#[cfg(feature = "hydrate")]
mod live;
#[cfg(feature = "hydrate")]
mod state;

use leptos::prelude::*;

/// Asks for the page again, with the form as it stands, each time that something is changed; it stands in that form.
///
/// Fields and all elements with an `id` that are marked `data-live` become what the answer has in their place; not the text
/// that the cursor is in. A button with `data-step` adds so much to the number beside it. The page does the same without script, by buttons
/// that send the form there with GET.
#[island]
pub fn LiveForm(
    /// Where the page is made.
    address: String,
    /// Said while no answer comes.
    cut_off: String,
    /// On the button that takes back the last change.
    undo: String,
) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::components::ScriptsOfPage::want_islands();
    let is_cut_off = RwSignal::new(false);
    let can_undo = RwSignal::new(false);
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(island) = place.get() {
            live::follow(&island, address.clone(), is_cut_off, can_undo);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = address;
    view! {
        <p class="left" role="status" hidden=move || !is_cut_off.get() node_ref=place>{cut_off}</p>
        <button type="button" class="button" data-undo hidden=move || !can_undo.get()>{undo}</button>
    }
}
