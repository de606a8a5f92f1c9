//! Buttons to print a page and to hand on what it says.

use super::SHEET_SCRIPT;
use crate::markup::IntoMarkup;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// Print, and share: with another program where the browser can, copied where it cannot. Without script there are none: a
/// browser prints by its own menu.
#[component]
pub fn SheetTools(
    /// What is shared; without it, what the sheets of the page say.
    #[prop(optional, into)]
    text: String,
) -> impl IntoView {
    view! {
        <div class="row noprint" data-sheet hidden>
            <button type="button" class="button plain" data-print>{t!("print")}</button>
            <button type="button" class="button plain" data-share value=text data-copied=t!("sheet-copied") data-failed=t!("sheet-not-shared")>
                {t!("sheet-share")}
            </button>
            // Where the page is one paper: for a group in which pictures are handed on.
            <button type="button" class="button plain" data-picture data-failed=t!("sheet-no-picture")>{t!("sheet-picture")}</button>
        </div>
        <script type="module" src=SHEET_SCRIPT.address.as_str() nonce=use_nonce()></script>
    }
    .into_markup()
}
