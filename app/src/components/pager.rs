//! To older and newer rows of a long list.

use crate::addresses::Address;
use crate::markup::IntoMarkup;
use leptos::prelude::*;

/// Links by key, not by page number: a list that grows does not shift under the reader.
#[component]
pub fn Pager(
    /// The address of the older rows, if there are any.
    older: Option<Address>,
    /// The address of the newer rows, if there are any.
    newer: Option<Address>,
) -> impl IntoView {
    (older.is_some() || newer.is_some())
        .then(|| {
            view! {
                <nav class="pager" aria-label=t!("pager-label")>
                    {newer.map(|href| view! { <a class="button pale" rel="prev" href=href>{t!("pager-newer")}</a> })}
                    {older.map(|href| view! { <a class="button pale" rel="next" href=href>{t!("pager-older")}</a> })}
                </nav>
            }
        })
        .into_markup()
}
