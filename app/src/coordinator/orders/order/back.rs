//! Taking unmade pieces back 退活.

use crate::addresses;
use crate::components::{Fact, Facts, Field, Form, Hidden, Link, Number, Page, Panel, Photo, Submit, load};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go, param};
use crate::words;
use ledger::model;
use ledger::store::reads::order::{HomeIssue, LineView};
use ledger::values::ids::{IssueId, OrderId};
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "take_back")]
pub async fn take_back(
    event: String,
    order: String,
    issue: String,
    pieces: String,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let order: OrderId = field::id("order", &order)?;
    let parts = vec![(field::id("issue", &issue)?, field::pieces("pieces", &pieces)?)];
    asking.perform(&event, None, model::TakeBack { parts, note: field::note("note", &note)? }).await?;
    go(addresses::order(order), Done::TakenBack)
}

/// `/orders/:order/back/:issue`
#[component]
pub(crate) fn TakeBackPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let (id, issue) = (param::<OrderId>("order")?, param::<IssueId>("issue")?);
        let order = asking.read().await?.orders().order_page(id, asking.today).await?.ok_or(Problem::NotFound)?;
        let home = order.at_home.into_iter().find(|home| home.issue == issue).ok_or(Problem::NotFound)?;
        let line = order.lines.into_iter().find(|line| line.id == home.line).ok_or(Problem::NotFound)?;
        Ok(page(id, &order.code, home, &line))
    })
}

fn page(order: OrderId, code: &str, home: HomeIssue, line: &LineView) -> Markup {
    let step = line.steps.iter().find(|step| step.no == home.step).map(|step| step.name.clone()).unwrap_or_default();
    let (what, photo) = (t!("style-step", style = &line.style_name, step = step), line.photo);
    let seen = what.clone();
    view! {
        <Page title=t!("back-title", name = &home.who.name) lead=t!("back-lead") back=Link::to(addresses::order(order).at("home"), code)>
            <Panel>
                <Photo picture=photo of=seen/>
                <Facts>
                    <Fact label=t!("thing-style")>{what}</Fact>
                    <Fact label=t!("home-since")>{words::day(home.since)}</Fact>
                    <Fact label=t!("home-issued")>{t!("n-pieces", n = home.issued)}</Fact>
                    <Fact label=t!("place-hand")>{t!("n-pieces", n = home.hand)}</Fact>
                </Facts>
                <Form action=TakeBack::target()>
                    <Hidden name="order" value=order/>
                    <Hidden name="issue" value=home.issue/>
                    <Number name="pieces" label=t!("back-pieces") unit=t!("unit-pieces") value=home.hand focus=true/>
                    <Field name="note" label=t!("back-note") optional=true/>
                    <Submit>{t!("back-do")}</Submit>
                </Form>
            </Panel>
        </Page>
    }
    .into_markup()
}
