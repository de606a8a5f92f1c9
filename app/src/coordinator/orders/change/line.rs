//! A line of an order: more pieces, fewer, another price.

use super::at;
use super::cancel::CancelPieces;
use crate::addresses;
use crate::components::{Fact, Facts, Field, Fold, Form, Hidden, Number, Panel, Photo, Submit, Tone};
use crate::form_target::PostTarget;
use crate::request::{Done, Problem, as_coordinator, field, go};
use crate::words;
use ledger::journal::Event;
use ledger::model;
use ledger::model::Entity;
use ledger::store::reads::order::LineView;
use ledger::values::ids::OrderId;
use ledger::values::money::Fen;
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "add_pieces")]
pub async fn add_pieces(event: String, order: String, line: String, pieces: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: OrderId = field::id("order", &order)?;
    let ask = model::AddPieces { line: field::id("line", &line)?, pieces: field::pieces("pieces", &pieces)? };
    let event = asking.perform(&event, None, ask).await.map_err(at("pieces"))?;
    go(addresses::order(changed(&event).unwrap_or(id)), Done::OrderChanged)
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
    let was = Fen(field::id("was", &was)?);
    let ask = model::ChangePrice { line: field::id("line", &line)?, was, price: field::yuan("price", &price)? };
    let event = asking.perform(&event, None, ask).await.map_err(at("price"))?;
    go(addresses::order(changed(&event).unwrap_or(id)), Done::OrderChanged)
}

/// Which order an event changed: that of the line, whatever the form said beside it.
fn changed(event: &Event) -> Option<OrderId> {
    event.entities.iter().find_map(|entity| if let Entity::OrderChange(it) = entity { Some(it.order) } else { None })
}

#[component]
pub(super) fn LineForms(order: OrderId, line: LineView) -> impl IntoView {
    let id = line.id;
    let free = line.cancellable();
    let fewer = free.any().then(|| {
        view! {
            <Fold title=t!("order-fewer") action=CancelPieces::target() key=id.to_string()>
                <p class="quiet">{t!("order-fewer-hint")}</p>
                <Form action=CancelPieces::target() key=id.to_string()>
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
    let price = line.price;
    let pricing = to_confirm.then(|| {
        view! {
            <Fold title=t!("order-reprice") action=ChangePrice::target() key=id.to_string()>
                <Form action=ChangePrice::target() key=id.to_string()>
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
            <Photo picture=line.photo of=line.style_name.clone()/>
            <Facts>
                <Fact label=t!("order-ordered")>{t!("n-pieces", n = line.ordered)}</Fact>
                <Fact label=t!("order-price")>{words::money(line.price)}</Fact>
                <Fact label=t!("order-free")>{t!("n-pieces", n = free)}</Fact>
            </Facts>
            <div>
                <Fold title=t!("order-extra") action=AddPieces::target() key=id.to_string()>
                    <Form action=AddPieces::target() key=id.to_string()>
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
