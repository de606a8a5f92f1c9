//! A worker's card, to print and cut out: whose it is, of which village, and in three pictures how she comes in.

use super::{Masthead, Qr};
use crate::addresses;
use crate::markup::IntoMarkup;
use crate::request::link;
use ledger::store::access::CardCode;
use ledger::values::phone::Phone;
use leptos::prelude::*;

/// One card in [`Cards`](super::Cards).
#[component]
pub fn WorkerCard(
    name: String,
    /// Her number, `W01`.
    number: String,
    code: CardCode,
    /// At which she calls the workshop.
    phone: Option<Phone>,
) -> impl IntoView {
    let workshop = Masthead::of_request().workshop;
    let steps = [(SCAN, t!("card-scan")), (KEYS, t!("card-pin")), (FLOWER, t!("card-see"))];
    let steps: Vec<_> = steps
        .into_iter()
        .map(|(icon, words)| {
            view! { <li><svg viewBox="0 0 24 24" aria-hidden="true"><path d=icon/></svg>{words}</li> }
        })
        .collect();
    let phone = phone.map(|phone| view! { <p>{t!("card-call", phone = phone.to_string())}</p> });
    view! {
        <article class="card">
            <p>{workshop}</p>
            <h2>{name} " " <small>{number}</small></h2>
            <Qr text=link(&addresses::card_of(code.as_str())) shown=code.to_string()/>
            <ol>{steps}</ol>
            <p class="address">{t!("card-address", address = link(&addresses::card()))}</p>
            {phone}
        </article>
    }
    .into_markup()
}

// Lines in a square of 24, as the navigation has them.
const SCAN: &str = "M7 2h10v20H7zM11 19h2M9 6h6v6H9zM2 9h3M19 9h3";
const KEYS: &str = "M5 4h14v16H5zM8 8h2M14 8h2M8 12h2M14 12h2M8 16h2M14 16h2";
const FLOWER: &str = "M9.3 8.3A3.5 3.5 0 1 1 14.7 8.3A3.5 3.5 0 1 1 16.4 13.4A3.5 3.5 0 1 1 12 16.6A3.5 3.5 0 1 1 7.6 13.4A3.5 3.5 0 1 1 9.3 8.3z";
