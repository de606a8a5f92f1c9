//! Somebody's slips, to be read again.

use crate::markup::{IntoMarkup, Markup};
use leptos::prelude::*;

use super::{Panel, Row, Rows};
use crate::addresses::Address;
use crate::words;
use ledger::model::Slip;
use ledger::values::day::Day;

/// What came since the last one, and what was settled, each to be opened; with their addresses.
pub fn slips(title: String, so_far: Address, settled: impl Fn(Day) -> Address, slips: &[Slip]) -> Markup {
    let rows = slips.iter().map(|slip| {
        let note = t!("slip-owed-then", money = slip.owed());
        let title = t!("slip-period", from = words::short_day(slip.from), until = words::short_day(slip.until));
        view! { <Row href=settled(slip.until) title=title note=note>""</Row> }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <Panel title>
            <Rows>
                <Row href=so_far title=t!("slip-so-far-go")>""</Row>
                {rows}
            </Rows>
        </Panel>
    }
    .into_markup()
}
