//! Ways to go on: only to pages of ours.

use super::Problem;
use axum::http::HeaderValue;
use leptos::prelude::{AnyView, IntoAny};

/// An address of ours out of a form or query: a path and perhaps a query. Anything that could lead elsewhere is none.
#[must_use]
pub fn local(address: &str) -> Option<&str> {
    let is_path = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/api/");
    let is_plain = address.chars().all(|c| !c.is_control() && !c.is_whitespace() && c != '\\');
    (is_path && is_plain && address.len() <= 2_000).then_some(address)
}

/// Sends the browser on to a page of ours; letters that an address cannot hold are written as it can.
pub fn redirect(path: &str) {
    let safe: String = path
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
pub fn redirected(path: &str) -> Result<AnyView, Problem> {
    redirect(path);
    Ok(().into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_local() {
        for ours in ["/", "/orders/42?draft=7", "/me/pin?then=/me"] {
            assert_eq!(local(ours), Some(ours));
        }
        for elsewhere in [
            "",
            "orders",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "/a\r\nb",
            "/api/x",
        ] {
            assert_eq!(local(elsewhere), None, "{elsewhere:?}");
        }
    }
}
