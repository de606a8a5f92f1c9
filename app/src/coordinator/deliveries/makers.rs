//! Who may have finished what a firm refused.

use crate::addresses;
use crate::components::{Fold, Head, Table};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::delivery::DeliveryLine;
use ledger::store::reads::origin::Maker;
use leptos::prelude::*;

/// Behind the refused line: an assumption that is named as one, and no reason to take anything from anybody's pay.
pub fn fold(line: &DeliveryLine, makers: Vec<Maker>) -> Option<Markup> {
    if makers.is_empty() {
        return None;
    }
    let rows = makers.into_iter().map(|maker| {
        let who = match maker.who {
            Some(who) => {
                let href = addresses::worker(who.id).at("book");
                view! { <a href=href>{t!("worker-named", number = &who.number, name = &who.name)}</a> }.into_markup()
            }
            None => t!("makers-unknown").into_markup(),
        };
        let issues = maker.issues.iter().map(|(_, day, pieces)| {
            t!("makers-issue", day = words::short_day(*day), n = *pieces)
        });
        let issues = issues.collect::<Vec<_>>().join("\u{a0}· ");
        view! { <tr><th scope="row">{who} " " <small class="quiet">{issues}</small></th><td class="n">{words::count(maker.pieces)}</td></tr> }
    });
    let rows: Vec<_> = rows.collect();
    let title = t!("makers-title", style = &line.style_name);
    let heads = vec![Head::words(t!("thing-worker")), Head::number(t!("unit-pieces"))];
    Some(
        view! {
            <Fold title=title.clone()>
                <p class="quiet">{t!("makers-how")}</p>
                <Table caption=title quiet=true heads><tbody>{rows}</tbody></Table>
            </Fold>
        }
        .into_markup(),
    )
}
