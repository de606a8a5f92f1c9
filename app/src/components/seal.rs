//! The seal: a flower of five petals in vermilion, the mark of the house.

use leptos::prelude::*;

/// The flower in a square of 32: five petals around an open middle.
const FLOWER: &str = "M12.7 11.5A4.4 4.4 0 1 1 19.3 11.5A4.4 4.4 0 1 1 21.3 17.7A4.4 4.4 0 1 1 16 21.6A4.4 4.4 0 1 1 10.7 17.7A4.4 4.4 0 1 1 12.7 11.5zM16 14a2 2 0 1 0 0 4a2 2 0 1 0 0-4z";

/// The mark before the name; decoration only.
#[component]
pub fn Seal() -> impl IntoView {
    view! {
        <svg class="seal" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="5"/>
            <path d=FLOWER/>
        </svg>
    }
}
