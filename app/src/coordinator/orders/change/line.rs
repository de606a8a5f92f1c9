//! A line of an order: more pieces, fewer, another price.

use super::at;
use super::cancel::CancelPieces;
use crate::addresses;
use crate::components::{Fact, Facts, Field, Fold, Form, Hidden, Number, Panel, Submit, Tone};
use crate::form_target::PostTarget;
use crate::request::{Done, Problem, as_coordinator, field, go};
use crate::words;
use ledger::model;
use ledger::store::reads::order::LineView;
use ledger::values::ids::OrderId;
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "add_pieces")]
pub async fn add_pieces(event: String, order: String, line: String, pieces: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    let ask = model::AddPieces { line: field::id("line", &line)?, pieces: field::pieces("pieces", &pieces)? };
    asking.perform(&event, None, ask).await.map_err(at("pieces"))?;
    go(addresses::order(id), Done::OrderChanged)
}

#[server(prefix = "/api", endpoint = "change_price")]
pub async fn change_price(
    event: String,
    order: String,
    line: String,
    /// In fen, as the page showed it.
    was: String,
    price: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    let was = field::id("was", &was).map(ledger::values::money::Fen)?;
    let ask = model::ChangePrice { line: field::id("line", &line)?, was, price: field::yuan("price", &price)? };
    asking.perform(&event, None, ask).await.map_err(at("price"))?;
    go(addresses::order(id), Done::OrderChanged)
}

#[component]
pub(super) fn LineForms(order: OrderId, line: LineView) -> impl IntoView {
    let (id, key) = (line.id, line.id.to_string());
    let free = line.cancellable();
    let has_free = free.any();
    let keys = (key.clone(), key.clone(), key.clone(), key.clone(), key.clone());
    let fewer = has_free.then(|| {
        view! {
            <Fold title=t!("order-fewer") action=CancelPieces::target() key=keys.0>
                <p class="quiet">{t!("order-fewer-hint")}</p>
                <Form action=CancelPieces::target() key=keys.1>
                    <Hidden name="order" value=order/>
                    <Hidden name="lines[0][line]" value=id/>
                    <Number name="lines[0][pieces]" label=t!("order-fewer-label") hint=t!("order-fewer-most", n = free) unit=t!("unit-pieces")/>
                    <Field name="note" label=t!("pay-remark") optional=true/>
                    <Submit tone=Tone::Plain>{t!("order-fewer-do")}</Submit>
                </Form>
            </Fold>
        }
    });
    let to_confirm = line.at.confirmed < line.ordered;
    let (price, price_key) = (line.price, key.clone());
    let pricing = to_confirm.then(|| {
        view! {
            <Fold title=t!("order-reprice") action=ChangePrice::target() key=keys.2>
                <Form action=ChangePrice::target() key=price_key>
                    <Hidden name="order" value=order/>
                    <Hidden name="line" value=id/>
                    <Hidden name="was" value=price.0/>
                    <Number name="price" label=t!("order-price") hint=t!("order-reprice-hint") value=price money=true/>
                    <Submit tone=Tone::Plain>{t!("order-change-do")}</Submit>
                </Form>
            </Fold>
        }
    });
    view! {
        <Panel title=t!("style-named", name = &line.style_name, code = &line.style_code)>
            <Facts>
                <Fact label=t!("order-ordered")>{t!("n-pieces", n = line.ordered)}</Fact>
                <Fact label=t!("order-price")>{words::money(line.price)}</Fact>
                <Fact label=t!("order-free")>{t!("n-pieces", n = free)}</Fact>
            </Facts>
            <div>
                <Fold title=t!("order-extra") action=AddPieces::target() key=keys.3>
                    <Form action=AddPieces::target() key=keys.4>
                        <Hidden name="order" value=order/>
                        <Hidden name="line" value=id/>
                        <Number name="pieces" label=t!("order-extra-label") unit=t!("unit-pieces")/>
                        <Submit tone=Tone::Plain>{t!("order-extra-do")}</Submit>
                    </Form>
                </Fold>
                {fewer}
                {pricing}
            </div>
        </Panel>
    }
}
