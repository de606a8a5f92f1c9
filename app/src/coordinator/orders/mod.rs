//! All orders: the open ones by due day, the done ones by age.

mod change;
mod issued;
mod new;
mod open_order;
mod order;
pub(super) mod progress;

pub(super) use change::ChangeOrderPage;
pub(super) use issued::IssuedPage;
pub(super) use new::NewOrderPage;
pub(super) use order::{OrderPage, TakeBackPage};

use crate::addresses;
use crate::components::{Empty, Go, Page, Pager, Panel, Progress, Row, Rows, Tag, Tone, expected, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator_or_helper, query};
use crate::words;
use ledger::forecast::Outlook;
use ledger::store::reads::order::OrderRow;
use ledger::values::day::Day;
use ledger::values::ids::OrderId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use progress::DueTag;
use std::sync::Arc;

/// Pieces in a pack by default.
const PACK: i64 = 10;

/// `/orders`, and `/orders?before=ID` for older ones that are done.
#[component]
pub(crate) fn OrdersPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator_or_helper()?;
        let before = query::<OrderId>("before");
        let mut books = asking.read().await?;
        let open = match before {
            None => books.orders().open_orders(asking.today).await?,
            Some(_) => Vec::new(),
        };
        let done = books.orders().done_orders(asking.today, before).await?;
        let outlook = match before {
            None => books.orders().outlook(asking.today).await?,
            Some(_) => Arc::new(Outlook::new()),
        };
        let none = open.is_empty() && done.rows.is_empty() && before.is_none();
        let (finished, moving): (Vec<_>, Vec<_>) = open.into_iter().partition(|order| !order.left().any());
        let older = done.older.map(|id| addresses::orders().with("before", id));
        let newer = before.map(|_| addresses::orders());
        let today = asking.today;
        // A helper opens none: orders are money.
        let opens = asking.sees_money();
        Ok(view! {
            <Page title=t!("nav-orders")>
                {opens.then(|| view! {
                    <div class="row">
                        <Go href=addresses::new_order() tone=Tone::Next>{t!("order-new")}</Go>
                        <Go href=addresses::imports()>{t!("order-import")}</Go>
                    </div>
                })}
                {none.then(|| view! { <Empty title=t!("orders-none")>{opens.then(|| view! { <p>{t!("orders-none-how")}</p> })}</Empty> })}
                {panel(t!("orders-open"), moving, &outlook, today, opens)}
                {panel(t!("orders-ready"), finished, &outlook, today, opens)}
                {panel(t!("orders-done"), done.rows, &outlook, today, opens)}
                <Pager older newer/>
            </Page>
        }
        .into_markup())
    })
}

/// An order to open: whose, of what, how far, how long; with what is to be settled with its firm, for who may.
pub(super) fn order_row(row: OrderRow, outlook: &Outlook, today: Day, settles: bool) -> Markup {
    let left = row.left();
    let when = outlook.get(&row.id).and_then(|forecast| forecast.when.ok()).filter(|_| left.any());
    let note = t!("order-row", styles = styles(&row.styles), due = row.due);
    let (back, lost) = (row.at.back(), row.at.lost(row.ordered));
    let value = match row.to_make() {
        Pieces::ZERO if back.any() => t!("order-back", n = back),
        Pieces::ZERO if !row.ordered.any() => String::new(),
        Pieces::ZERO => t!("order-all-finished"),
        to_make => t!("order-left", n = to_make),
    };
    let reasons = [
        (settles && back.any()).then(|| t!("order-back-open", n = back)),
        (lost.any() && row.ordered.any()).then(|| t!("order-lost-open", n = lost)),
    ];
    let reasons: Vec<_> = reasons.into_iter().flatten().map(|why| view! { <small>{why}</small> }).collect();
    // One that was struck out or cancelled wants nothing.
    let state = if row.ordered.any() {
        view! { <DueTag due=row.due today left/> }.into_markup()
    } else {
        let gone = words::gone(row.id, &row.code);
        view! { <Tag tone=Tone::Quiet>{gone}</Tag> }.into_markup()
    };
    view! {
        <Row
            href=addresses::order(row.id)
            nostrip:photo=row.photo
            title=t!("order-named", code = &row.code, firm = &row.firm)
            note
            value
            tone=if left.any() { Tone::Plain } else { Tone::Good }
        >
            {state}
            {when.map(|when| view! { <small>{t!("expect-ready", when = expected(when))}</small> })}
            {reasons}
            <Progress compact=true parts=progress::parts(&row.at)/>
        </Row>
    }
    .into_markup()
}

fn panel(title: String, rows: Vec<OrderRow>, outlook: &Outlook, today: Day, settles: bool) -> Option<Markup> {
    let rows: Vec<_> = rows.into_iter().map(|row| order_row(row, outlook, today, settles)).collect();
    (!rows.is_empty()).then(|| view! { <Panel title><Rows>{rows}</Rows></Panel> }.into_markup())
}

/// `牡丹大花、玫瑰单枝`, and how many more where there are many.
fn styles(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(&t!("comma"));
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => t!("order-styles-more", names = shown, n = more),
    }
}
