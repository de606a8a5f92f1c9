//! Choosing the days that a page is of.

use super::{Day as DayField, Form, Submit, Tone};
use ledger::day::Day;
use leptos::prelude::*;

/// From one day through another; sent with GET, so that it can be linked to. Not printed.
#[component]
pub fn DaysAsked(
    /// The page itself.
    #[prop(into)]
    action: String,
    from: Day,
    until: Day,
) -> impl IntoView {
    view! {
        <div class="noprint">
            <Form action get=true inline=true>
                <DayField name="from" label=t!("days-from") value=from/>
                <DayField name="until" label=t!("days-until") value=until/>
                <Submit tone=Tone::Plain>{t!("settle-show")}</Submit>
            </Form>
        </div>
    }
    .into_any()
}
