//! The firm's number of an order, its due day and its note.

use crate::addresses;
use crate::components::{Day, Field, Form, Hidden, Submit, Tone};
use crate::form_target::PostTarget;
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::model;
use ledger::rules::refusal::Refusal;
use ledger::store::reads::order::OrderPage as Order;
use ledger::values::ids::OrderId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The head of an order as it is typed, or as the page showed it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HeadTyped {
    code: String,
    due: String,
    note: String,
}

#[server(prefix = "/api", endpoint = "change_order")]
pub async fn change_order(
    event: String,
    order: String,
    was: HeadTyped,
    code: String,
    due: String,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    let was = model::OrderHead {
        code: field::code("was[code]", &was.code)?,
        due: field::day("was[due]", &was.due)?,
        note: field::note("was[note]", &was.note)?,
    };
    let head = model::OrderHead {
        code: field::code("code", &code)?,
        due: field::day("due", &due)?,
        note: field::note("note", &note)?,
    };
    asking.perform(&event, None, model::ChangeOrder { order: id, was, head }).await.map_err(about)?;
    go(addresses::order(id), Done::OrderChanged)
}

fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::Exists { .. }, .. } => problem.at("code"),
        Problem::Refused { refusal: Refusal::DueFirst { .. }, .. } => problem.at("due"),
        _ => problem,
    }
}

#[component]
pub(super) fn HeadForm(order: Order) -> impl IntoView {
    view! {
        <Form action=ChangeOrder::target()>
            <Hidden name="order" value=order.id/>
            <Hidden name="was[code]" value=order.code.clone()/>
            <Hidden name="was[due]" value=order.due/>
            <Hidden name="was[note]" value=order.note.clone()/>
            <Field name="code" label=t!("order-code") value=order.code max=40/>
            <Day name="due" label=t!("order-due") value=order.due/>
            <Field name="note" label=t!("order-note") value=order.note optional=true/>
            <Submit tone=Tone::Plain>{t!("order-change-do")}</Submit>
        </Form>
    }
}
