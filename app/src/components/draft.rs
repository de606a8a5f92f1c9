//! What was typed into a form that was refused.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::form_target::FormTarget;
use leptos::prelude::use_context;
use serde::{Deserialize, Serialize};

/// A refused form, kept for a while so that nothing typed is lost. The request that shows the page again provides it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The address that the form was sent to: `/api/issue`.
    pub action: String,
    /// Every field by its name, as it was typed; a name that came several times has a line for each. Never passwords or PINs.
    pub fields: BTreeMap<String, String>,
    /// Why it was refused, in the person's language, with what to do next.
    pub refusal: Option<String>,
    /// The name of the field that is wrong, where it is one.
    pub field: Option<String>,
    /// Why it came back.
    #[serde(default)]
    pub answer: DraftAnswer,
    /// The event id to send again, where the first answer was lost rather than refused. Else a fresh id is used.
    pub event: Option<String>,
}

/// Why a form came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftAnswer {
    /// Something is wrong in it.
    #[default]
    Refused,
    /// It is done once the box of [`super::Sure`] is ticked.
    Asked,
    /// Nothing is wrong: it is to be looked at once more, and sent again.
    Review,
}

/// Whether some form of the page shows the request's draft. Where none does, the page itself says why it was refused.
#[derive(Clone, Debug, Default)]
pub struct DraftShown(Arc<AtomicBool>);

impl DraftShown {
    /// The refusal that no form of the page has shown. To be read when all of them are rendered.
    pub(super) fn unsaid() -> Option<String> {
        let shown = use_context::<DraftShown>().is_some_and(|DraftShown(shown)| shown.load(Ordering::Relaxed));
        use_context::<Draft>().filter(|_| !shown)?.refusal
    }
}

impl Draft {
    /// The request's draft, if it belongs to the form with that address and key.
    pub(crate) fn of_form(action: &str, key: Option<&str>) -> Option<Draft> {
        let draft = use_context::<Draft>()?;
        let same_form = draft.action == action && draft.fields.get("form").map(String::as_str) == key;
        if !same_form {
            return None;
        }
        if let Some(DraftShown(shown)) = use_context::<DraftShown>() {
            shown.store(true, Ordering::Relaxed);
        }
        Some(draft)
    }

    /// The request's draft, if it was sent to that address, by whichever form.
    #[must_use]
    pub fn sent_to(target: &FormTarget) -> Option<Self> {
        use_context::<Self>().filter(|draft| draft.action == target.as_str())
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
