//! Replacing 补做 what was lost.

use crate::addresses;
use crate::components::{Form, Hidden, Number, Submit, Tone};
use crate::form_target::PostTarget;
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::model;
use ledger::values::ids::{LineId, OrderId};
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "replace")]
pub async fn replace(event: String, order: String, line: String, pieces: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    let ask = model::Replace { line: field::id("line", &line)?, pieces: field::pieces("pieces", &pieces)? };
    asking.perform(&event, None, ask).await?;
    go(addresses::order(id), Done::Replaced)
}

/// Offers to replace as many as were lost and not replaced yet.
#[component]
pub(super) fn ReplaceForm(order: OrderId, line: LineId, replaceable: Pieces, replaced: Pieces) -> impl IntoView {
    view! {
        <Form action=Replace::target() key=line.to_string() inline=true>
            <Hidden name="order" value=order/>
            <Hidden name="line" value=line/>
            <Number
                name="pieces"
                label=t!("replace-label")
                hint=t!("replace-hint", lost = replaceable + replaced, replaced = replaced)
                value=replaceable
                unit=t!("unit-pieces")
            />
            <Submit tone=Tone::Plain>{t!("replace-do")}</Submit>
        </Form>
    }
}
