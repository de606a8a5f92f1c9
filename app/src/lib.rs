//! What people see: pages by who uses them, the parts they share, and the words in both languages.
//!
//! Pages are plain HTML made on the server (`ssr`); only islands, and what they name, reach the browser (`hydrate`).

pub mod islands;
pub mod language;

#[cfg(feature = "ssr")]
#[macro_use]
pub mod words;
#[cfg(feature = "ssr")]
pub mod addresses;
#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
pub mod auth;
#[cfg(all(test, feature = "ssr"))]
mod checks;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod coordinator;
#[cfg(feature = "ssr")]
pub mod firm;
#[cfg(feature = "ssr")]
pub mod form_target;
#[cfg(feature = "ssr")]
pub mod hasher;
#[cfg(feature = "ssr")]
pub mod markup;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod security_log;
#[cfg(feature = "ssr")]
pub mod session;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod spoken;
pub mod text_size;
#[cfg(feature = "ssr")]
pub mod worker;

/// Wakes the islands of a page. The page's own script calls it once, when the browser is idle.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
