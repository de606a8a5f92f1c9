//! The firm's orders and how far they are.

use super::progress::{Late, gone, parts};
use crate::addresses;
use crate::components::{Empty, Page, Pager, Progress, Row, Rows, expected, load};
use crate::markup::IntoMarkup;
use crate::request::{as_firm, query};
use crate::words;
use ledger::values::ids::OrderId;
use leptos::prelude::*;

/// Orders on a page.
const ORDERS: usize = 20;

#[component]
pub fn OrdersPage() -> impl IntoView {
    load(async {
        let (asking, firm) = as_firm()?;
        let before: Option<OrderId> = query("before");
        let mut books = asking.read().await?;
        let (orders, more) = books.of_firm(firm).firm_orders(before, ORDERS).await?;
        let older = orders.last().filter(|_| more).map(|order| addresses::window().with("before", order.id));
        let today = asking.today;
        let ready = books.of_firm(firm).ready_days(today).await?;
        let empty = orders.is_empty().then(|| {
            view! { <Empty title=t!("window-none-orders")><p>{t!("window-none-orders-next")}</p></Empty> }
        });
        let rows: Vec<_> = orders
            .into_iter()
            .map(|order| {
                let progress = order.made;
                let when = ready.get(&order.id).map(|when| t!("expect-ready", when = expected(*when)));
                let gone = gone(order.id, &order.code, progress.ordered);
                let title = order.id.unmarked(&order.code).to_owned();
                let value =
                    if gone.is_some() { String::new() } else { words::percent(progress.finished(), progress.ordered) };
                view! {
                    <Row href=addresses::window_order(order.id) title value>
                        {gone}
                        <small>{t!("window-due", day = order.due)} <Late due=order.due today progress/></small>
                        {when.map(|when| view! { <small>{when}</small> })}
                        <Progress parts=parts(progress) compact=true/>
                        <small>
                            {t!("window-ordered")} " " {words::count(progress.ordered)} "\u{a0}· "
                            {t!("window-finished")} " " {words::count(progress.finished())} "\u{a0}· "
                            {t!("window-confirmed")} " " {words::count(progress.confirmed)}
                        </small>
                    </Row>
                }
            })
            .collect();
        Ok(view! {
            <Page title=t!("window-orders")>
                {empty}
                <Rows>{rows}</Rows>
                <Pager older newer=before.map(|_| addresses::window())/>
            </Page>
        }
        .into_markup())
    })
}
