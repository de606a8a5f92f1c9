//! What happened to an order recently, with the way to correct it.

use crate::addresses;
use crate::components::{Fold, Head, Table, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words::events::Reader;
use crate::words::{self, events};
use ledger::journal::Flow;
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;
use ledger::store::reads::order::Past;
use ledger::values::ids::OrderId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How the order was changed, with the names of all in it.
type Changes = (Vec<JournalEntry>, Names);

/// The last events, the latest first.
#[component]
pub(super) fn History(order: OrderId, events: Vec<Past>, changes: Changes) -> impl IntoView {
    let rows = table(order, &events, &changes);
    view! { <Fold title=t!("past-title") id="past">{rows}</Fold> }
}

fn table(order: OrderId, events: &[Past], changes: &Changes) -> Markup {
    let rows: Vec<_> = events.iter().map(|event| row(order, event, changes)).collect();
    view! {
        <Table caption=t!("past-title") quiet=true heads=vec![Head::words(t!("past-what")), Head::act(t!("past-correct"))]>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_markup()
}

fn row(order: OrderId, event: &Past, changes: &Changes) -> Markup {
    let correctable = !event.corrects && !event.corrected;
    let link = correctable.then(|| {
        let href = addresses::correct(event.id).with("then", addresses::order(order));
        view! { <a href=href>{t!("past-correct")}</a> }
    });
    let issued = event.parts.iter().any(|part| part.flow == Flow::Issued) && !event.corrects;
    let slips = issued.then(|| view! { <a href=addresses::issued(event.id)>{t!("issued-go")}</a> " " });
    let corrected = event.corrected.then(|| view! { " " <Tag tone=Tone::Quiet>{t!("past-corrected")}</Tag> });
    let correction = event.corrects.then(|| view! { <Tag tone=Tone::Warn>{t!("past-correction")}</Tag> " " });
    let about = [words::short_day(event.day), names(event), words::note(&event.note)];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\u{a0}· ");
    let what = changed(event, changes).unwrap_or_else(|| summary(event));
    view! {
        <tr>
            <th scope="row">{correction} {what} {corrected} <small class="quiet">{about}</small></th>
            <td class="n">{slips} {link}</td>
        </tr>
    }
    .into_markup()
}

/// How it changed the order, if it did.
fn changed(event: &Past, (changes, names): &Changes) -> Option<String> {
    let entry = changes.iter().find(|entry| entry.event.id == event.id)?;
    Some(events::order_changes(entry, names, Reader::Coordinator).join("\u{a0}· "))
}

/// `合格 38 · 返工 2`
fn summary(event: &Past) -> String {
    let mut sums: BTreeMap<Flow, Pieces> = BTreeMap::new();
    for part in &event.parts {
        let sum = sums.entry(part.flow).or_default();
        *sum = *sum + part.pieces;
    }
    let parts: Vec<_> = sums.into_iter().map(|(flow, n)| t!("past-part", flow = events::flow(flow), n = n)).collect();
    parts.join("\u{a0}· ")
}

/// Whose homes they went to or came from; few by name.
fn names(event: &Past) -> String {
    const SHOWN: usize = 3;
    let mut names: Vec<&str> = Vec::new();
    for (_, name) in event.parts.iter().filter_map(|part| part.worker.as_ref()) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let shown = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(&t!("comma"));
    if names.len() > SHOWN { t!("past-names-more", names = shown, n = names.len()) } else { shown }
}
