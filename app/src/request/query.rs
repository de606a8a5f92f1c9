//! What the address of a page says. Every query is read here.

use super::Problem;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::borrow::Cow;
use std::str::FromStr;

/// A part of the page's address, such as the id in `/orders/:id`.
///
/// # Errors
/// [`Problem::NotFound`] when it is not of its kind.
pub fn param<T: FromStr>(name: &str) -> Result<T, Problem> {
    use_params_map()
        .with_untracked(|params| params.get(name))
        .and_then(|text| text.parse().ok())
        .ok_or(Problem::NotFound)
}

/// A part of the page's query, such as `7` in `?before=7`; `None` where it is absent or not of its kind.
#[must_use]
pub fn query<T: FromStr>(name: &str) -> Option<T> {
    use_query_map().with_untracked(|query| query.get(name)).and_then(|text| text.parse().ok())
}

/// All parts of that name in the page's query, such as 3 and 5 in `?orders=3&orders=5`: at most so many, those that are of their kind.
#[must_use]
pub fn query_all<T: FromStr>(name: &str, most: usize) -> Vec<T> {
    let texts = use_query_map().with_untracked(|query| query.get_all(name)).unwrap_or_default();
    texts.iter().take(most).filter_map(|text| text.parse().ok()).collect()
}

/// A value of a query that is no page's own: of a request before its page is made.
#[must_use]
pub fn value<'q>(query: &'q str, name: &str) -> Option<Cow<'q, str>> {
    form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value)
}

/// A query without those parts; the others stay as they are written.
#[must_use]
pub fn without(query: &str, names: &[&str]) -> String {
    let name = |pair: &&str| form_urlencoded::parse(pair.as_bytes()).next().map(|(name, _)| name.into_owned());
    let is_kept = |pair: &&str| name(pair).is_some_and(|name| !names.contains(&name.as_str()));
    query.split('&').filter(is_kept).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_and_shortened() {
        assert_eq!(value("a=1&draft=x7&b", "draft").as_deref(), Some("x7"));
        assert_eq!(value("adraft=1&b", "draft"), None);
        assert_eq!(without("a=1&done=saved&draft=7&b", &["done", "draft"]), "a=1&b");
        assert_eq!(without("done=saved", &["done"]), "");
    }
}
