//! What forms have of script: what is typed stays on the device until it is recorded, and none is sent twice.

use crate::markup::IntoMarkup;
use crate::request::{Done, query, viewer};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Served at `/forms.js` as `text/javascript`. It is no island: it needs nothing else of the browser half.
pub const FORMS_SCRIPT: &str = include_str!("forms.js");

/// Whether some form of the page wants the script. The request provides it.
#[derive(Clone, Debug, Default)]
pub struct FormsOfPage(Arc<AtomicBool>);

impl FormsOfPage {
    /// Said by each form.
    pub(super) fn want_script() {
        if let Some(Self(wanted)) = use_context::<Self>() {
            wanted.store(true, Ordering::Relaxed);
        }
    }
}

/// The script, where a form of the page wants it. To be shown when all of them are made. Right after somebody signed out, it
/// takes away what is kept on the device.
#[component]
pub(super) fn FormsScript() -> impl IntoView {
    let wanted = use_context::<FormsOfPage>().is_some_and(|FormsOfPage(wanted)| wanted.load(Ordering::Relaxed));
    let forget = query::<String>("done").as_deref() == Some(Done::SignedOut.code());
    let person = viewer().map(|viewer| format!("{} {}", viewer.workshop.id, viewer.holder)).unwrap_or_default();
    (wanted || forget)
        .then(|| {
            view! {
                <script
                    type="module"
                    src="/forms.js"
                    nonce=use_nonce()
                    data-person=person
                    data-kept=t!("typed-kept")
                    data-unanswered=t!("typed-unanswered")
                    data-drop=t!("typed-drop")
                    data-forget=forget.then_some("")
                ></script>
            }
        })
        .into_markup()
}
