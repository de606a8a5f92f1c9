//! The cookies and languages that a browser sends.
#![no_main]

use app::language::Language;
use app::request::{ClientCookies, Site, SiteCookie, cookie_of};
use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let site = Site { address: "https://flowers.example".to_owned() };
    let mut headers = HeaderMap::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(line) = HeaderValue::from_bytes(line) {
            headers.append(COOKIE, line);
        }
    }
    // Whatever came as a secret can be looked for.
    let hash = ClientCookies::of(&headers, &site).session.map(|secret| secret.hash());
    assert!(hash.is_none_or(|hash| hash.as_str().len() == 64));
    if let Some(tag) = cookie_of(&headers, &site, SiteCookie::Language) {
        let _ = Language::from_tag(&tag);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = Language::from_accept(text);
    }
});
