//! That something new was recorded while a page is open.

use super::NEWS_SCRIPT;
use crate::markup::IntoMarkup;
use crate::request::viewer;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// The script that asks for it, where somebody is signed in.
#[component]
pub(super) fn NewsScript() -> impl IntoView {
    let since = viewer().map(|viewer| viewer.newest.0);
    since
        .map(|since| {
            view! {
                <script
                    type="module"
                    src=NEWS_SCRIPT.address.as_str()
                    nonce=use_nonce()
                    data-since=since
                    data-words=t!("news-arrived")
                ></script>
            }
        })
        .into_markup()
}
