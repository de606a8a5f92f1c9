//! All orders: the open ones by due day, the done ones by age.

use super::Orders;
use crate::addresses;
use crate::components::{Empty, Form, Go, Kind, ListAsked, Page, Pager, Panel, Submit, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator_or_helper, query};
use ledger::forecast::Outlook;
use ledger::store::reads::order::{OrderRow, Orders as DoneOrders};
use ledger::values::day::Day;
use ledger::values::ids::OrderId;
use leptos::prelude::*;
use std::sync::Arc;

/// Orders that are found at once.
const FOUND: usize = 60;

/// `/orders`, `/orders?before=ID` for older ones that are done, and what [`ListAsked`] reads.
#[component]
pub(crate) fn OrdersPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator_or_helper()?;
        let asked = ListAsked::of(addresses::orders(), "due");
        let before = query::<OrderId>("before").filter(|_| asked.is_whole());
        let mut books = asking.read().await?;
        // Words find among all, open or done.
        let rows = match (asked.sought.as_str(), before) {
            ("", None) => books.orders().open_orders(asking.today).await?,
            ("", Some(_)) => Vec::new(),
            (words, _) => books.orders().orders_found(words, FOUND).await?,
        };
        let done = if asked.is_whole() {
            books.orders().done_orders(asking.today, before).await?
        } else {
            DoneOrders::default()
        };
        let outlook = match before {
            None => books.orders().outlook(asking.today).await?,
            Some(_) => Arc::new(Outlook::new()),
        };
        // A helper splits none: only the coordinator does.
        let list = List { asked, outlook, today: asking.today, splits: asking.sees_money() };
        Ok(list.page(rows, done, before))
    })
}

struct List {
    asked: ListAsked,
    outlook: Arc<Outlook>,
    today: Day,
    splits: bool,
}

impl List {
    fn page(self, rows: Vec<OrderRow>, done: DoneOrders, before: Option<OrderId>) -> Markup {
        let none = rows.is_empty() && done.rows.is_empty() && before.is_none() && self.asked.is_whole();
        let older = done.older.map(|id| addresses::orders().with("before", id));
        let newer = before.map(|_| addresses::orders());
        let tools = (!none).then(|| self.asked.tools(t!("orders-find"), &rows, &kinds()));
        let lists = if self.asked.sought.is_empty() { self.by_state(rows, done.rows) } else { self.found(rows) };
        view! {
            <Page title=t!("nav-orders") wide=true>
                {self.splits.then(|| view! {
                    <div class="row">
                        <Go href=addresses::new_order() tone=Tone::Next>{t!("order-new")}</Go>
                        <Go href=addresses::imports()>{t!("order-import")}</Go>
                    </div>
                })}
                {none.then(|| view! { <Empty title=t!("orders-none")>{self.splits.then(|| view! { <p>{t!("orders-none-how")}</p> })}</Empty> })}
                {tools}
                {lists}
                <Pager older newer/>
            </Page>
        }
        .into_markup()
    }

    /// Those that answer to the words, whether open or done.
    fn found(&self, mut rows: Vec<OrderRow>) -> Markup {
        self.asked.retain(&mut rows, &kinds());
        if rows.is_empty() { self.asked.nothing() } else { self.panel(t!("orders-found"), rows, true, false) }
    }

    fn by_state(&self, mut open: Vec<OrderRow>, done: Vec<OrderRow>) -> Markup {
        self.asked.retain(&mut open, &kinds());
        if open.is_empty() && !self.asked.is_whole() {
            return self.asked.nothing();
        }
        let (finished, moving): (Vec<_>, Vec<_>) = open.into_iter().partition(|order| !order.left().any());
        let several = moving.iter().filter(|order| order.at.to_split().any()).count() > 1;
        let some =
            |title, rows: Vec<_>, sorted, ticks| (!rows.is_empty()).then(|| self.panel(title, rows, sorted, ticks));
        let moving = some(t!("orders-open"), moving, true, several && self.splits);
        let finished = some(t!("orders-ready"), finished, true, false);
        // A page of them by age: put in another order it would be a part of one.
        let done = some(t!("orders-done"), done, false, false);
        view! { {moving} {finished} {done} }.into_markup()
    }

    fn panel(&self, title: String, rows: Vec<OrderRow>, sorted: bool, ticks: bool) -> Markup {
        let (outlook, today, caption) = (Arc::clone(&self.outlook), self.today, title.clone());
        let asked = sorted.then(|| self.asked.clone());
        if !ticks {
            return view! { <Panel title><Orders caption rows outlook today asked/></Panel> }.into_markup();
        }
        view! {
            <Panel title>
                <Form action=addresses::split() get=true>
                    <Orders caption rows outlook today asked ticks=true/>
                    <div class="row several"><Submit tone=Tone::Plain>{t!("orders-split-chosen")}</Submit></div>
                </Form>
            </Panel>
        }
        .into_markup()
    }
}

fn kinds() -> [Kind<OrderRow>; 4] {
    [
        Kind { key: "pool", words: t!("place-pool"), is: |order| order.at.to_split().any() },
        Kind { key: "hand", words: t!("place-hand"), is: |order| order.at.at_home().any() },
        Kind { key: "stock", words: t!("orders-to-send"), is: |order| order.at.stock.any() },
        Kind { key: "back", words: t!("orders-came-back"), is: |order| order.at.back().any() },
    ]
}
