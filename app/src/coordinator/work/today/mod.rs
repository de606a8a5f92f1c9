//! What a coordinator's day begins with.

mod begin;
mod dispute;

use super::orders::OrderRows;
use crate::components::{Empty, Figure, Figures, Go, Page, Panel, Row, Rows, Tag, Tone};
use crate::request::{as_coordinator, load};
use crate::words;
use begin::Begin;
use dispute::Disputes;
use ledger::day::Day;
use ledger::pieces::Pieces;
use ledger::store::reads::today::{InRework, Today};
use leptos::prelude::*;

/// Orders listed here; the others are under Orders.
const ORDERS: usize = 8;
/// Rework is long when it was sent back so many days ago.
const LONG: i64 = 5;

/// `/today`
#[component]
pub(super) fn TodayPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let today = asking.store.today(asking.workshop, asking.today).await?;
        Ok(shown(today, asking.today))
    })
}

fn shown(today: Today, day: Day) -> AnyView {
    let begun = today.has.styles && today.has.workers && today.has.orders;
    let long = today.redo.iter().filter(|redo| days(redo, day) >= LONG).cloned().collect::<Vec<_>>();
    let quiet = today.declared.is_empty()
        && today.disputes.is_empty()
        && today.came_back.is_empty()
        && today.pools.is_empty()
        && long.is_empty()
        && today.unanswered.is_empty();
    let all = today.orders.len();
    let mut orders = today.orders.clone();
    orders.truncate(ORDERS);
    view! {
        <Page title=t!("nav-today") lead=words::day(day) wide=true>
            {(!begun).then(|| view! { <Begin has=today.has/> })}
            {begun.then(|| view! { <Standing today=today.clone()/> })}
            <div class="two">
                <div class="stack">
                    <Declared today=today.clone()/>
                    <Disputes disputes=today.disputes.clone()/>
                    <Pools today=today.clone()/>
                    <FromFirms today=today.clone()/>
                    <LongRework redo=long day/>
                    {(begun && quiet).then(|| view! { <Empty title=t!("today-quiet")><p>{t!("today-quiet-how")}</p></Empty> })}
                </div>
                <div class="stack">
                    {(!orders.is_empty())
                        .then(|| {
                            view! {
                                <Panel title=t!("orders-open")>
                                    <OrderRows rows=orders today=day/>
                                    {(all > ORDERS).then(|| view! { <Go href="/orders">{t!("today-all-orders", n = all)}</Go> })}
                                </Panel>
                            }
                        })}
                </div>
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn Standing(today: Today) -> impl IntoView {
    let waiting: Pieces = today.declared.iter().map(|declared| declared.pieces).sum();
    view! {
        <Figures>
            <Figure
                value=words::count(waiting)
                label=t!("today-waiting")
                unit=t!("unit-pieces")
                tone=if waiting.any() { Tone::Next } else { Tone::Plain }
                href="/count"
            />
            <Figure value=words::count(today.at_home) label=t!("today-at-home") unit=t!("unit-pieces")/>
            <Figure value=words::money(today.owed) label=t!("today-owed") href="/pay"/>
        </Figures>
    }
}

/// Who said that she brings work.
#[component]
fn Declared(today: Today) -> impl IntoView {
    let rows: Vec<_> = today
        .declared
        .into_iter()
        .map(|declared| {
            view! {
                <Row
                    href=format!("/count?worker={}", declared.who.id)
                    title=t!("worker-named", number = &declared.who.number, name = &declared.who.name)
                    note=t!("today-since", day = declared.since)
                    value=words::count(declared.pieces)
                    tone=Tone::Next
                />
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <Panel title=t!("today-declared") tone=Tone::Next><Rows>{rows}</Rows></Panel> })
}

/// Pools that wait to be split.
#[component]
fn Pools(today: Today) -> impl IntoView {
    let rows: Vec<_> = today
        .pools
        .into_iter()
        .map(|pool| {
            view! {
                <Row
                    href=format!("/orders/{}/split/{}/{}", pool.order, pool.line, pool.step)
                    title=t!("style-step", style = &pool.style_name, step = &pool.step_name)
                    note=t!("today-pool", code = &pool.order_code, due = pool.due)
                    value=words::count(pool.pieces)
                />
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <Panel title=t!("today-pools")><Rows>{rows}</Rows></Panel> })
}

/// What firms sent back or missed, and what they have not answered.
#[component]
fn FromFirms(today: Today) -> impl IntoView {
    let back: Vec<_> = today
        .came_back
        .into_iter()
        .map(|back| {
            let parts = [(t!("place-refused"), back.refused), (t!("place-missing"), back.missing)];
            let parts = parts.into_iter().filter(|(_, n)| n.any()).map(|(flow, n)| t!("past-part", flow = flow, n = n));
            let parts = parts.collect::<Vec<_>>().join(" · ");
            view! {
                <Row
                    href=format!("/deliveries/{}", back.delivery)
                    title=t!("order-named", code = &back.order_code, firm = &back.firm)
                    note=parts
                    value=words::count(back.refused + back.missing)
                    tone=Tone::Bad
                >
                    <Tag tone=Tone::Bad>{t!("today-settle")}</Tag>
                </Row>
            }
        })
        .collect();
    let sent: Vec<_> = today
        .unanswered
        .into_iter()
        .map(|sent| {
            view! {
                <Row
                    href=format!("/deliveries/{}", sent.delivery)
                    title=t!("order-named", code = &sent.order_code, firm = &sent.firm)
                    note=t!("today-sent", day = sent.sent)
                    value=words::count(sent.pieces)
                />
            }
        })
        .collect();
    view! {
        {(!back.is_empty()).then(|| view! { <Panel title=t!("today-came-back")><Rows>{back}</Rows></Panel> })}
        {(!sent.is_empty()).then(|| view! { <Panel title=t!("today-unanswered")><Rows>{sent}</Rows></Panel> })}
    }
}

/// Pieces that were sent back to a worker long ago.
#[component]
fn LongRework(redo: Vec<InRework>, day: Day) -> impl IntoView {
    let rows: Vec<_> = redo
        .into_iter()
        .map(|redo| {
            view! {
                <Row
                    href=format!("/count?worker={}", redo.who.id)
                    title=t!("worker-named", number = &redo.who.number, name = &redo.who.name)
                    note=t!("today-redo", style = &redo.style_name, code = &redo.order_code, n = days(&redo, day))
                    value=words::count(redo.pieces)
                    tone=Tone::Warn
                />
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <Panel title=t!("today-long-redo")><Rows>{rows}</Rows></Panel> })
}

fn days(redo: &InRework, today: Day) -> i64 {
    (today.0 - redo.since.0).num_days()
}
