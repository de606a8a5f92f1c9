//! What was typed into a form that was refused.

use std::collections::BTreeMap;

use leptos::prelude::use_context;
use serde::{Deserialize, Serialize};

/// A refused form, kept for a while so that nothing typed is lost. The request that shows the page again provides it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The address that the form was sent to: `/api/issue`.
    pub action: String,
    /// Every field by its name, as it was typed. Never passwords or PINs.
    pub fields: BTreeMap<String, String>,
    /// Why it was refused, in the person's language, with what to do next.
    pub refusal: Option<String>,
    /// The name of the field that is wrong, where it is one.
    pub field: Option<String>,
    /// The event id to send again, where the first answer was lost rather than refused. Else a fresh id is used.
    pub event: Option<String>,
}

impl Draft {
    /// The request's draft, if it belongs to the form with that address and key.
    pub(super) fn of_form(action: &str, key: Option<&str>) -> Option<Draft> {
        let draft = use_context::<Draft>()?;
        let same_form = draft.action == action && draft.fields.get("form").map(String::as_str) == key;
        same_form.then_some(draft)
    }

    /// What was typed into a field. An unticked box and a field that was not there are both absent.
    pub fn typed(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// The refusal, if it is about that field.
    pub fn wrong(&self, name: &str) -> Option<&str> {
        (self.field.as_deref() == Some(name)).then_some(self.refusal.as_deref()).flatten()
    }
}
