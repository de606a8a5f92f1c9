//! Changing an order after it was placed, as its firm asks.

mod add_line;
mod cancel;
mod head;
mod line;

use crate::addresses;
use crate::components::{Empty, Link, Page, Panel, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, param};
use add_line::AddLineForm;
use cancel::CancelRest;
use head::HeadForm;
use ledger::store::reads::order::{OrderChoices, OrderPage as Order};
use ledger::values::ids::OrderId;
use leptos::prelude::*;
use line::LineForms;

/// `/orders/:order/change`
#[component]
pub(crate) fn ChangeOrderPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let id: OrderId = param("order")?;
        let mut books = asking.read().await?;
        let order = books.orders().order_page(id, asking.today).await?.ok_or(Problem::NotFound)?;
        let choices = books.orders().order_choices().await?;
        Ok(page(order, choices))
    })
}

fn page(order: Order, (_, styles): OrderChoices) -> Markup {
    let title = t!("order-change-title", code = &order.code);
    let back = Link::to(addresses::order(order.id), order.code.clone());
    if order.id.is_struck(&order.code) {
        return view! { <Page title back><Empty title=t!("refusal-order-struck")></Empty></Page> }.into_markup();
    }
    let lines: Vec<_> =
        order.lines.iter().map(|line| view! { <LineForms order=order.id line=line.clone()/> }).collect();
    let (id, lead, head) = (order.id, order.firm_name.clone(), order.clone());
    view! {
        <Page title lead back>
            <p class="quiet">{t!("order-change-lead")}</p>
            <Panel title=t!("order-change-head")><HeadForm order=head/></Panel>
            {lines}
            <AddLineForm order=id styles/>
            <CancelRest order/>
        </Page>
    }
    .into_markup()
}

/// The refusal beside the field that it is about.
fn at(name: &'static str) -> impl Fn(Problem) -> Problem {
    move |problem| if matches!(problem, Problem::Refused { .. }) { problem.at(name) } else { problem }
}
