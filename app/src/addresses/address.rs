//! An address of ours, and how its query is written.

use leptos::prelude::IntoAttributeValue;
use std::fmt::{self, Display};

/// What the addresses of server functions begin with; no page is below it.
pub const API: &str = "/api/";

/// The address of a page: a path, perhaps a query, perhaps a place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    page: String,
    place: Option<String>,
}

impl Address {
    pub(super) fn of(path: impl Into<String>) -> Self {
        Self { page: path.into(), place: None }
    }

    /// An address of ours out of a form or query: a path and perhaps a query. Anything that could lead elsewhere is not taken.
    #[must_use]
    pub fn local(text: &str) -> Option<Self> {
        let is_path = text.starts_with('/') && !text.starts_with("//") && !text.starts_with(API);
        let is_plain = text.chars().all(|c| !c.is_control() && !c.is_whitespace() && c != '\\');
        (is_path && is_plain && text.len() <= 2_000).then(|| Self::of(text))
    }

    /// The same with a value in its query.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Display) -> Self {
        self.page.push(if self.page.contains('?') { '&' } else { '?' });
        self.page.extend(form_urlencoded::byte_serialize(name.as_bytes()));
        self.page.push('=');
        self.page.extend(form_urlencoded::byte_serialize(value.to_string().as_bytes()));
        self
    }

    /// The same with a value in its query, where there is one.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The same with the page that is wanted after it, where there is one.
    #[must_use]
    pub fn then(self, page: &str) -> Self {
        self.with_some("then", Some(page).filter(|page| !page.is_empty()))
    }

    /// A place on the page, by its `id`.
    #[must_use]
    pub fn at(self, place: &str) -> Self {
        Self { place: Some(place.to_owned()), ..self }
    }

    /// Path and query.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.page
    }

    /// Whether it is that page or one below it.
    #[must_use]
    pub fn is_within(&self, above: &Self) -> bool {
        let path = self.page.split('?').next().unwrap_or_default();
        path.strip_prefix(above.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.page)?;
        self.place.as_ref().map_or(Ok(()), |place| write!(f, "#{place}"))
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.to_string()
    }
}

impl IntoAttributeValue for Address {
    type Output = String;

    fn into_attribute_value(self) -> String {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_written_as_it_can_be_read() {
        let page = Address::of("/orders").with("find", "花 & b").with_some("before", None::<i64>).at("home");
        assert_eq!(page.to_string(), "/orders?find=%E8%8A%B1+%26+b#home");
        assert_eq!(page.with("pool[0]", "12/1").as_str(), "/orders?find=%E8%8A%B1+%26+b&pool%5B0%5D=12%2F1");
    }

    #[test]
    fn a_page_is_within_those_above_it() {
        let within = |page: &str, above: &str| Address::of(page).is_within(&Address::of(above));
        assert!(within("/orders/42?draft=7", "/orders") && within("/orders", "/orders"));
        assert!(!within("/ordersmith", "/orders"));
    }

    #[test]
    fn only_our_own_pages_are_local() {
        for ours in ["/", "/orders/42?draft=7", "/me/pin?then=/me"] {
            assert_eq!(Address::local(ours).as_ref().map(Address::as_str), Some(ours));
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
            assert_eq!(Address::local(elsewhere), None, "{elsewhere:?}");
        }
    }
}
