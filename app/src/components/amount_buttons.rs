//! Buttons that set a number: less, more, all, half.

use super::AMOUNT_SCRIPT;
use crate::markup::IntoMarkup;
use crate::words;
use ledger::values::pieces::Pieces;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// Beside the field `of` of the same form: one less, one more, all that there is, half of it (rounded down). Without script there are none, and
/// the number is typed.
#[component]
pub fn AmountButtons(
    /// The field's name.
    of: &'static str,
    most: Pieces,
) -> impl IntoView {
    let half = Pieces(most.0 / 2);
    let half = half.any().then(|| {
        view! { <button type="button" class="button plain" data-put=half.0>{t!("amount-half", n = words::count(half))}</button> }
    });
    view! {
        <div class="amounts" data-most=most.0 data-of=of hidden>
            <button type="button" class="button plain" data-add="-1" aria-label=t!("amount-less")>"−"</button>
            <button type="button" class="button plain" data-add="1" aria-label=t!("amount-more")>"+"</button>
            {half}
            <button type="button" class="button plain" data-put=most.0>{t!("amount-all", n = words::count(most))}</button>
        </div>
        <script type="module" src=AMOUNT_SCRIPT.address.as_str() nonce=use_nonce()></script>
    }
    .into_markup()
}
