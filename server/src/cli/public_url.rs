//! How people reach the server.

use axum::http::Uri;
use ledger::store::access::Secret;

/// Where links lead by default.
pub(super) const HERE: &str = "http://127.0.0.1:3000";

/// An address by which people reach a server: `https://HOST` or, where nothing between can listen, `http://HOST`. One that is not
/// understood would turn off what depends on it: secure cookies, and the check of the host.
pub(super) fn public_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let parsed: Uri =
        url.parse().map_err(|_| "this is no address; write it like https://flowers.example".to_owned())?;
    let is_plain = parsed.path().trim_end_matches('/').is_empty() && parsed.query().is_none();
    match (parsed.scheme_str(), parsed.authority()) {
        (Some("https" | "http"), Some(host)) if is_plain && !host.as_str().contains('@') => Ok(url.to_owned()),
        _ => Err("write it like https://flowers.example: http or https, a host, and nothing after it".to_owned()),
    }
}

/// The whole address of the page where an account is made, or a password chosen, by a link.
pub(super) fn set_up(public_url: &str, secret: &Secret) -> String {
    format!("{public_url}/set-up/{}", secret.reveal())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_address_is_one_that_is_understood() {
        for good in ["https://flowers.example", "https://flowers.example:8443/", "http://192.168.1.20:3000"] {
            assert_eq!(public_url(good).as_deref(), Ok(good.trim_end_matches('/')));
        }
        for bad in [
            "flowers.example",
            "https://",
            "ftp://flowers.example",
            "https://flowers.example/books",
            "https://a@b.example",
            "花",
        ] {
            assert!(public_url(bad).is_err(), "{bad}");
        }
    }
}
