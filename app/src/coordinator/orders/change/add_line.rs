//! One more line of an order.

use crate::addresses;
use crate::components::{Field, Fold, Form, Hidden, Number, Panel, Pick, Select, Submit, Tone};
use crate::coordinator::orders::PACK;
use crate::form_target::PostTarget;
use crate::request::{Done, Problem, Why, as_coordinator, field, go};
use ledger::model;
use ledger::rules::refusal::Refusal;
use ledger::values::ids::{OrderId, StyleId};
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "add_line")]
pub async fn add_line(
    event: String,
    order: String,
    style: String,
    pieces: String,
    price: String,
    pack: String,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    if style.trim().is_empty() {
        return Err(Problem::field("style", Why::Missing));
    }
    let line = model::NewLine {
        style: field::id("style", &style)?,
        pieces: field::pieces("pieces", &pieces)?,
        price: field::yuan("price", &price)?,
        pack: field::pieces("pack", &pack)?,
        note: field::note("note", &note)?,
    };
    asking.perform(&event, None, model::AddLine { order: id, line }).await.map_err(about)?;
    go(addresses::order(id), Done::OrderChanged)
}

fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::Twice { .. }, .. } => problem.at("style"),
        Problem::Refused { refusal: Refusal::Nothing, .. } => problem.at("pieces"),
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
                    <Select name="style" label=t!("order-style") options=styles/>
                    <Number name="pieces" label=t!("order-pieces") unit=t!("unit-pieces")/>
                    <Number name="price" label=t!("order-price") money=true/>
                    <Number name="pack" label=t!("order-pack") value=PACK/>
                    <Field name="note" label=t!("order-note") optional=true/>
                    <Submit tone=Tone::Plain>{t!("order-add-line-do")}</Submit>
                </Form>
            </Fold>
        </Panel>
    }
}
