//! What the workshop decided for everybody, as she reads it: what repair pays, and what orders leave the coordinator.

use crate::components::{Cell, Head, Panel, Table};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::model::Terms;
use ledger::store::reads::terms::OrderShare;
use leptos::prelude::*;

/// The terms; the shares of her latest orders are there where the workshop shows them.
pub fn panel(terms: Option<Terms>, shares: Vec<OrderShare>) -> Markup {
    let repair = words::repair(terms.as_ref().map(|terms| terms.repair).unwrap_or_default());
    let rows: Vec<_> = shares
        .into_iter()
        .map(|OrderShare { code, share, .. }| {
            view! {
                <tr>
                    <th scope="row">{code}</th>
                    <Cell label=t!("order-share-fees") number=true>{words::money(share.fees)}</Cell>
                    <Cell label=t!("order-share-wages") number=true>{words::money(share.wages)}</Cell>
                    <Cell label=t!("order-share-left") number=true>{words::money(share.left())}</Cell>
                </tr>
            }
        })
        .collect();
    let heads = vec![
        Head::words(t!("thing-order")),
        Head::number(t!("order-share-fees")),
        Head::number(t!("order-share-wages")),
        Head::number(t!("order-share-left")),
    ];
    let table = (!rows.is_empty()).then(|| {
        view! {
            <Table caption=t!("my-terms-shares") heads stack=true><tbody>{rows}</tbody></Table>
            <p class="quiet">{t!("order-share-how")}</p>
        }
    });
    view! { <Panel title=t!("my-terms") id="terms"><p>{repair}</p>{table}</Panel> }.into_markup()
}
