//! Ways to go on: only to pages of ours.

use super::Problem;
use crate::addresses::Address;
use crate::markup::{IntoMarkup, Markup};
use axum::http::HeaderValue;

/// Sends the browser on to a page of ours; letters that an address cannot hold are written as it can.
pub fn redirect(page: &Address) {
    let safe: String = page
        .to_string()
        .bytes()
        .map(|byte| match byte {
            0x21..=0x7e => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect();
    debug_assert!(HeaderValue::from_str(&safe).is_ok());
    leptos_axum::redirect(&safe);
}

/// A page that is somewhere else.
///
/// # Errors
/// None; it ends a page.
pub fn redirected(page: &Address) -> Result<Markup, Problem> {
    redirect(page);
    Ok(().into_markup())
}
