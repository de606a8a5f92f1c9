//! A button that asks the browser for a passkey.

use super::{PASSKEY_SCRIPT, Tone};
use crate::form_target::FormTarget;
use crate::markup::{Children, IntoMarkup};
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// In a form: a button that sends it with the answer of a passkey as `credential`. Where a browser has no script or no passkeys, it says
/// what else will do.
#[component]
pub fn PasskeyScript(
    /// The server function that says what the passkey must answer.
    #[prop(into)]
    begin: FormTarget,
    /// The words on the button.
    #[prop(into)]
    act: String,
    /// What to do where there is no script, or no passkeys.
    #[prop(into)]
    otherwise: String,
    /// `Tone::Next` where it is the thing to do.
    #[prop(default = Tone::Quiet)]
    tone: Tone,
    /// Fields that are only of use with it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <input type="hidden" name="credential"/>
        <p data-no-passkey>{otherwise}</p>
        <div class="stack" data-passkeys hidden>
            {children.map(|children| children.call())}
            <button type="submit" class=format!("button {}", tone.class()) data-passkey=begin.as_str().to_owned()>{act}</button>
        </div>
        <script type="module" src=PASSKEY_SCRIPT.address.as_str() nonce=use_nonce()></script>
    }
    .into_markup()
}
