//! Writes come from our own pages only: another site cannot make a person's browser act for it.

use crate::context::RequestContext;
use crate::drafts::Pages;
use crate::state::AppState;
use app::request::Problem;
use app::security_log::SecurityEvent;
use axum::extract::{Request, State};
use axum::http::header::{HOST, HeaderName, ORIGIN, REFERER};
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::Next;
use axum::response::Response;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses every request that may change something unless it comes from one of our pages. The answer is a page in the language of
/// the request; no session is looked up for it.
pub(crate) async fn check(State((state, pages)): State<(AppState, Pages)>, request: Request, next: Next) -> Response {
    let harmless = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if harmless || is_ours(request.headers()) {
        return next.run(request).await;
    }
    SecurityEvent::OtherSite.log();
    pages.problem(RequestContext::of(&state, request.headers(), request.uri()), Problem::OtherSite).await
}

/// A browser says which site a request comes from, in one way or another; one that says nothing is refused.
fn is_ours(headers: &HeaderMap) -> bool {
    match headers.get(SEC_FETCH_SITE) {
        Some(site) if site == "same-origin" => true,
        // The person herself, it is said, not a page. A page elsewhere that got a browser to say so is given away by its origin.
        Some(site) if site == "none" => !headers.contains_key(ORIGIN) || comes_from_our_host(headers),
        Some(_) => false,
        None => comes_from_our_host(headers),
    }
}

/// Whether the origin, or else the page before, is on the host that was asked.
fn comes_from_our_host(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST).and_then(|host| host.to_str().ok()) else { return false };
    let source = headers.get(ORIGIN).or_else(|| headers.get(REFERER)).and_then(|source| source.to_str().ok());
    let source = source.and_then(|source| source.parse::<Uri>().ok());
    source.and_then(|source| source.authority().map(|own| own.as_str().eq_ignore_ascii_case(host))).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().expect("a header"));
        }
        is_ours(&headers)
    }

    #[test]
    fn the_browser_s_own_word_decides() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[("sec-fetch-site", "none"), ("host", "a.example"), ("origin", "http://a.example")]));
        assert!(!ours(&[("sec-fetch-site", "none"), ("host", "a.example"), ("origin", "http://b.example")]));
        assert!(!ours(&[("sec-fetch-site", "none"), ("host", "a.example"), ("origin", "null")]));
        assert!(!ours(&[("sec-fetch-site", "cross-site"), ("host", "a.example"), ("origin", "http://a.example")]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
    }

    #[test]
    fn an_older_browser_is_known_by_origin_or_referer() {
        assert!(ours(&[("host", "a.example:3000"), ("origin", "http://a.example:3000")]));
        assert!(ours(&[("host", "a.example"), ("referer", "https://A.example/orders/4?x=1")]));
        assert!(!ours(&[("host", "a.example"), ("origin", "http://a.example.evil.example")]));
        assert!(!ours(&[("host", "a.example"), ("origin", "null")]));
        assert!(!ours(&[("host", "a.example"), ("origin", "http://b.example"), ("referer", "http://a.example/")]));
    }

    #[test]
    fn who_says_nothing_is_refused() {
        assert!(!ours(&[("host", "a.example")]));
        assert!(!ours(&[]));
    }
}
