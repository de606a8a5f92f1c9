//! One more line of an order.

use crate::addresses;
use crate::components::{Field, Fold, Form, Hidden, Number, Panel, Pick, Select, Submit, Tone};
use crate::coordinator::orders::PACK;
use crate::coordinator::orders::open_order::LineTyped;
use crate::form_target::PostTarget;
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::model;
use ledger::rules::refusal::Refusal;
use ledger::values::ids::{OrderId, StyleId};
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "add_line")]
pub async fn add_line(event: String, order: String, line: LineTyped) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    let line = line.parsed(|part| format!("line[{part}]"))?;
    asking.perform(&event, None, model::AddLine { order: id, line }).await.map_err(about)?;
    go(addresses::order(id), Done::OrderChanged)
}

fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::Twice { .. }, .. } => problem.at("line[style]"),
        Problem::Refused { refusal: Refusal::Nothing, .. } => problem.at("line[pieces]"),
        _ => problem,
    }
}

#[component]
pub(super) fn AddLineForm(order: OrderId, styles: Vec<(StyleId, String, String)>) -> impl IntoView {
    let styles: Vec<_> =
        styles.into_iter().map(|(id, code, name)| Pick::new(id, t!("style-named", name = name, code = code))).collect();
    view! {
        <Panel title=t!("order-add-line")>
            <Fold title=t!("order-add-line-open") action=AddLine::target()>
                <Form action=AddLine::target()>
                    <Hidden name="order" value=order/>
                    <Select name="line[style]" label=t!("order-style") options=styles/>
                    <Field name="line[variant]" label=t!("order-variant") hint=t!("order-variant-hint") max=30 optional=true/>
                    <Number name="line[pieces]" label=t!("order-pieces") unit=t!("unit-pieces")/>
                    <Number name="line[price]" label=t!("order-price") money=true/>
                    <Number name="line[pack]" label=t!("order-pack") value=PACK/>
                    <Submit tone=Tone::Plain>{t!("order-add-line-do")}</Submit>
                </Form>
            </Fold>
        </Panel>
    }
}
