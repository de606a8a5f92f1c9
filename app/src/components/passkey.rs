//! A button that asks the browser for a passkey.

use crate::markup::IntoMarkup;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// What the button needs, served at `/passkey.js` as `text/javascript`. It is no island: what it calls has no types yet that are
/// kept, and it is a hundredth of them in bytes.
pub const PASSKEY_SCRIPT: &str = include_str!("passkey.js");

/// In a form: a button that sends it with the answer of a passkey as `credential`. Where a browser has no script or no passkeys, it says
/// that.
#[component]
pub fn PasskeyScript(
    /// The server function that says what the passkey must answer.
    begin: &'static str,
    /// The words on the button.
    #[prop(into)]
    act: String,
) -> impl IntoView {
    view! {
        <input type="hidden" name="credential"/>
        <p data-no-passkey>{t!("second-step-no-passkey")}</p>
        <button type="submit" class="button next" hidden data-passkey=begin>{act}</button>
        <script type="module" src="/passkey.js" nonce=use_nonce()></script>
    }
    .into_markup()
}
