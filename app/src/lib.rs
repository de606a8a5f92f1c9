//! What people see: pages, islands, and the server functions beside them.

/// Wakes the islands of a page. The page's own script calls it once, when the browser is idle.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
