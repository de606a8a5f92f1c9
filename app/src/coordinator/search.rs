//! One search over orders, workers, firms and styles.

use super::firms::Firms;
use super::orders::Orders;
use super::styles::StylesTable;
use super::workers::Workers;
use crate::addresses::{self, Address};
use crate::components::{Empty, Field, Form, Page, Panel, Submit, Tone, load, sought};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator, redirected};
use ledger::forecast::Outlook;
use ledger::store::reads::search::{Exactly, Found};
use ledger::values::day::Day;
use leptos::prelude::*;
use std::sync::Arc;

/// `/search?q=…`. A number typed in full opens what has it.
#[component]
pub(super) fn SearchPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let sought = sought("q");
        let mut books = asking.read().await?;
        let found = books.search(&sought, asking.today).await?;
        if let Some(exactly) = found.exactly(&sought) {
            return redirected(&page_of(exactly));
        }
        let outlook = books.orders().outlook(asking.today).await?;
        Ok(page(sought, found, outlook, asking.today))
    })
}

fn page_of(exactly: Exactly) -> Address {
    match exactly {
        Exactly::Order(order) => addresses::order(order),
        Exactly::Worker(worker) => addresses::worker(worker),
        Exactly::Style(style) => addresses::style(style),
    }
}

fn page(sought: String, found: Found, outlook: Arc<Outlook>, today: Day) -> Markup {
    let none = (found.is_empty() && !sought.is_empty()).then(|| {
        view! { <Empty title=t!("search-none", sought = &sought)><p>{t!("search-none-hint")}</p></Empty> }
    });
    let how = sought.is_empty().then(|| view! { <p class="quiet">{t!("search-how")}</p> });
    let Found { orders, more_orders, workers, firms, styles } = found;
    let more = more_orders.then(|| view! { <p class="quiet">{t!("search-more-orders", n = orders.len())}</p> });
    let orders = (!orders.is_empty()).then(|| {
        let caption = t!("nav-orders");
        view! { <Panel title=t!("nav-orders")><Orders caption rows=orders outlook today/>{more}</Panel> }
    });
    let workers =
        (!workers.is_empty()).then(|| view! { <Panel title=t!("nav-workers")><Workers rows=workers/></Panel> });
    let firms = (!firms.is_empty()).then(|| view! { <Panel title=t!("nav-firms")><Firms rows=firms/></Panel> });
    let styles = (!styles.styles.is_empty())
        .then(|| view! { <Panel title=t!("nav-styles")><StylesTable styles today/></Panel> });
    view! {
        <Page title=t!("search-title") wide=true>
            <Form action=addresses::search() get=true inline=true>
                <Field name="q" label=t!("search-label") kind="search" value=sought max=60 focus=true/>
                <Submit tone=Tone::Plain>{t!("list-find-do")}</Submit>
            </Form>
            {how}
            {none}
            {orders}
            {workers}
            {firms}
            {styles}
        </Page>
    }
    .into_markup()
}
