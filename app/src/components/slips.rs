//! Somebody's slips, to be read again.

use leptos::prelude::*;

use super::{Panel, Row, Rows};
use crate::words;
use ledger::model::Slip;

/// What came since the last one, and what was settled, each to be opened; `of` begins their addresses: `/me`, `/workers/5`.
pub fn slips(title: String, of: &str, slips: &[Slip]) -> AnyView {
    let rows = slips.iter().map(|slip| {
        let note = t!("slip-owed-then", money = slip.owed());
        let title = t!("slip-period", from = words::short_day(slip.from), until = words::short_day(slip.until));
        view! { <Row href=format!("{of}/slips/{}", slip.until) title=title note=note>""</Row> }
    });
    let rows: Vec<_> = rows.collect();
    let so_far = format!("{of}/slip");
    view! {
        <Panel title>
            <Rows>
                <Row href=so_far title=t!("slip-so-far-go")>""</Row>
                {rows}
            </Rows>
        </Panel>
    }
    .into_any()
}
