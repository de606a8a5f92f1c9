//! What a piece of each step takes a worker, as far as her hand-ins tell.

use crate::markup::IntoMarkup;
use ledger::store::reads::pace::PaceRow;
use leptos::prelude::*;

use super::{Head, Table};
use crate::words;

/// Each step with the standard time, hers, and what that rests on.
#[component]
pub fn PaceTable(rows: Vec<PaceRow>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let from = row.learned.from_pieces;
            let rests_on = if from.any() { t!("pace-from", n = from) } else { t!("pace-from-none") };
            view! {
                <tr>
                    <th scope="row">
                        {t!("style-step", style = &row.style_name, step = &row.step_name)}
                        <small class="quiet">{rests_on}</small>
                    </th>
                    <td class="n">{words::minutes(row.learned.pace)}</td>
                    <td class="n">{words::minutes(row.standard)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <Table
            caption=t!("pace-title")
            quiet=true
            heads=vec![Head::words(t!("thing-step")), Head::number(t!("pace-hers")), Head::number(t!("pace-standard"))]
        >
            <tbody>{rows}</tbody>
        </Table>
        <p class="quiet">{t!("pace-how")}</p>
    }
    .into_markup()
}
