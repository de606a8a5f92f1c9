//! Choosing the days that a page is of, and taking it home as a workbook.

use super::{Day as DayField, Form, Submit, Tone};
use crate::addresses::Address;
use crate::markup::IntoMarkup;
use ledger::values::day::Day;
use leptos::prelude::*;

/// From one day through another; sent with GET, so that it can be linked to. Not printed.
#[component]
pub fn DaysForm(
    /// The page itself.
    action: Address,
    from: Day,
    until: Day,
    /// The address of the same as a workbook, and its words.
    workbook: Address,
    #[prop(into)] words: String,
) -> impl IntoView {
    let workbook = workbook.with("from", from).with("until", until);
    view! {
        <div class="noprint stack">
            <Form action get=true inline=true>
                <DayField name="from" label=t!("days-from") value=from/>
                <DayField name="until" label=t!("days-until") value=until/>
                <Submit tone=Tone::Plain>{t!("settle-show")}</Submit>
            </Form>
            <div class="row"><a class="button pale" href=workbook download=true>{words}</a></div>
        </div>
    }
    .into_markup()
}
