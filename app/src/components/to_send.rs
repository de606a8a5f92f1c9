//! A sentence that is ready to be sent to somebody.

use super::SHEET_SCRIPT;
use crate::markup::IntoMarkup;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// The sentence, with its link, and a button that copies it. Without script it is there to be selected.
#[component]
pub fn ToSend(
    /// What it says; with a name where that helps its reader, and never with money.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <div class="to-send noprint">
            <p>{text}</p>
            <button type="button" class="button plain" data-copy hidden data-copied=t!("send-copied") data-failed=t!("send-failed")>
                {t!("send-copy")}
            </button>
        </div>
        <script type="module" src=SHEET_SCRIPT.address.as_str() nonce=use_nonce()></script>
    }
    .into_markup()
}
