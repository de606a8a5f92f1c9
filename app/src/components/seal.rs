//! The seal: a flower of five petals in vermilion, the mark of the house.

use leptos::prelude::*;

/// The flower in a square of 32: five petals around an open middle.
pub(crate) const FLOWER: &str = "M16 16C10 11 12 4 16 4s6 7 0 12c3-7 10-7 11.400-3.700s-4.300 6.600-11.400 3.700c7 1 9.700 7.500 7 9.700s-8-1.700-7-9.700c0 8-4.600 11.800-7.100 9.700S9 17 16 16C9 19 3.300 16 4.600 12.300S13 9 16 16";

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
