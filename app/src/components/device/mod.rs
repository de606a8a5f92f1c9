//! What stays on a device that somebody said is her own: her pages as last seen, and what she entered until it is in the books.
//!
//! Two plain scripts do it (`device.js` in the page, `service_worker.js` beside it). Nothing of either is sent to, or kept on, a
//! device of which nobody said so.

mod this_phone;
mod words;

pub use this_phone::ThisPhone;
pub use words::{words_address, words_script};

/// Served at `/service-worker.js` as `text/javascript`: a browser asks for it again by itself, and it must stand above all pages.
pub const SERVICE_WORKER: &str = include_str!("service_worker.js");
