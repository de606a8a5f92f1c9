//! Where a form is sent: to a server function, or, where it only asks for a page, to that page.

use crate::addresses::Address;
use leptos::server_fn::ServerFn;

/// Where a form is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormTarget(String);

impl FormTarget {
    /// As the browser has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FormTarget {
    /// The same with that in its query.
    #[must_use]
    pub fn telling(&self, values: &[(&str, &str)]) -> String {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
        if query.is_empty() { self.0.clone() } else { format!("{}?{query}", self.0) }
    }
}

#[cfg(test)]
impl FormTarget {
    /// A server function that there need not be.
    pub fn of_endpoint(name: &str) -> Self {
        Self([crate::addresses::API, name].concat())
    }
}

impl From<Address> for FormTarget {
    fn from(page: Address) -> Self {
        Self(page.into())
    }
}

impl From<FormTarget> for String {
    fn from(target: FormTarget) -> Self {
        target.0
    }
}

/// What a form can be posted to: every server function, by its own type.
pub trait PostTarget {
    /// Its address.
    fn target() -> FormTarget;
}

impl<F: ServerFn> PostTarget for F {
    fn target() -> FormTarget {
        FormTarget(F::PATH.to_owned())
    }
}
