//! What a coordinator's day begins with.

mod begin;
mod dispute;
mod firms;
mod list;
mod orders;
mod todo;

use crate::addresses;
use crate::components::{Empty, Figure, Figures, Fold, Go, Page, Row, Tone, load};
use crate::coordinator::approvals;
use crate::coordinator::orders::order_row;
use crate::coordinator::split::{self, PoolOf, address};
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use crate::words;
use begin::Begin;
use dispute::Disputes;
use firms::{came_back, unanswered};
use ledger::forecast::Outlook;
use ledger::store::reads::order::OrderRow;
use ledger::store::reads::pool::Pool;
use ledger::store::reads::today::{Declared, InRework, TodayView};
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use list::List;
use orders::{danger_rows, ready_rows};
use todo::todos;

/// Rework is long when it was sent back so many days ago.
const LONG: i64 = 5;

/// `/today`
#[component]
pub(super) fn TodayPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let mut books = asking.read().await?;
        let today = books.today(asking.today).await?;
        let outlook = books.orders().outlook(asking.today).await?;
        let waiting = books.to_approve().await?;
        let (own, others) =
            [true, false].map(|own| approvals::rows(&waiting, |waits| (waits.by == asking.actor) == own)).into();
        Ok(shown(today, &outlook, (own, others), asking.today))
    })
}

/// `own` waits for another coordinator, `for_her` for her.
fn shown(today: TodayView, outlook: &Outlook, (own, for_her): (Vec<Markup>, Vec<Markup>), day: Day) -> Markup {
    let todos = todos(&today, outlook, for_her.len(), day);
    let TodayView {
        orders,
        pools,
        declared,
        disputes,
        unanswered: sent,
        came_back: back,
        redo,
        at_home,
        owed,
        has,
        ..
    } = today;
    let begun = has.styles && has.workers && has.orders;
    let waiting: Pieces = declared.iter().map(|declared| declared.pieces).sum();
    let (ready, in_danger) = (ready_rows(&orders), danger_rows(&orders, outlook, day));
    let long: Vec<_> = redo.into_iter().filter(|redo| days(redo, day) >= LONG).collect();
    let moving = under_way(orders, outlook, day);
    let quiet = todos.is_none() && long.is_empty();
    view! {
        <Page title=t!("nav-today") lead=words::day(day) wide=true>
            {begun.then(|| view! { <Standing waiting at_home owed/> })}
            {(!begun || !has.issues).then(|| view! { <Begin has/> })}
            {todos}
            <Disputes disputes/>
            {(begun && quiet).then(|| view! { <Empty title=t!("today-quiet")><p>{t!("today-quiet-how")}</p></Empty> })}
            {begun.then(|| view! {
                <div class="row">
                    <Go href=addresses::new_order()>{t!("order-new")}</Go>
                    <Go href=addresses::orders()>{t!("nav-orders")}</Go>
                    <Go href=addresses::calendar()>{t!("calendar-title")}</Go>
                </div>
            })}
            <Fold title=t!("today-all")>
                <div class="two">
                    <div class="stack">
                        <List title=t!("today-declared") tone=Tone::Next rows=declared.into_iter().map(declared_row).collect()/>
                        <List title=t!("approval-today") tone=Tone::Next with_all=several(for_her.len()) rows=for_her/>
                        <List title=t!("today-came-back") rows=came_back(back)/>
                        <List title=t!("today-danger") rows=in_danger/>
                        <List title=t!("today-pools") with_all=together(&pools) rows=pools.into_iter().map(pool_row).collect()/>
                        <List title=t!("today-long-redo") rows=long.into_iter().map(|redo| redo_row(&redo, day)).collect()/>
                    </div>
                    <div class="stack">
                        <List title=t!("orders-open") rows=moving/>
                        <List title=t!("today-ready") rows=ready/>
                        <List title=t!("approval-today-own") rows=own/>
                        <List title=t!("today-unanswered") rows=unanswered(sent)/>
                    </div>
                </div>
            </Fold>
        </Page>
    }
    .into_markup()
}

/// How things stand, in three numbers.
#[component]
fn Standing(waiting: Pieces, at_home: Pieces, owed: ledger::values::money::Fen) -> impl IntoView {
    view! {
        <Figures>
            <Figure
                value=words::count(waiting)
                label=t!("today-waiting")
                unit=t!("unit-of", n = waiting)
                tone=if waiting.any() { Tone::Next } else { Tone::Plain }
                href=addresses::count()
            />
            <Figure value=words::count(at_home) label=t!("today-at-home") unit=t!("unit-of", n = at_home)/>
            <Figure value=words::money(owed) label=t!("today-owed") href=addresses::pay()/>
        </Figures>
    }
}

fn under_way(orders: Vec<OrderRow>, outlook: &Outlook, today: Day) -> Vec<Markup> {
    let moving = orders.into_iter().filter(|order| order.left().any());
    moving.map(|order| order_row(order, outlook, today, true)).collect()
}

/// The way to approve several at once, where there are several.
fn several(waiting: usize) -> Option<Markup> {
    let go =
        || view! { <div class="row"><Go href=addresses::approvals()>{t!("approval-many-go")}</Go></div> }.into_markup();
    (waiting > 1).then(go)
}

fn declared_row(declared: Declared) -> Markup {
    view! {
        <Row
            href=addresses::count().with("worker", declared.who.id)
            title=t!("worker-named", number = &declared.who.number, name = &declared.who.name)
            note=t!("today-since", day = declared.since)
            value=words::count(declared.pieces)
            tone=Tone::Next
        />
    }
    .into_markup()
}

/// The way to split all pools together, where there are several.
fn together(pools: &[Pool]) -> Option<Markup> {
    let all: Vec<_> = pools.iter().map(|pool| PoolOf { line: pool.line, step: pool.step }).collect();
    split::together(&all)
}

fn pool_row(pool: Pool) -> Markup {
    view! {
        <Row
            href=address(&[PoolOf { line: pool.line, step: pool.step }])
            title=t!("style-step", style = &pool.style_name, step = &pool.step_name)
            note=t!("today-pool", code = &pool.order_code, due = pool.due)
            nostrip:photo=pool.photo
            value=words::count(pool.pieces)
        />
    }
    .into_markup()
}

fn redo_row(redo: &InRework, day: Day) -> Markup {
    view! {
        <Row
            href=addresses::count().with("worker", redo.who.id)
            title=t!("worker-named", number = &redo.who.number, name = &redo.who.name)
            note=t!("today-redo", style = &redo.style_name, code = &redo.order_code, n = days(redo, day))
            value=words::count(redo.pieces)
            tone=Tone::Warn
        />
    }
    .into_markup()
}

fn days(redo: &InRework, today: Day) -> i64 {
    (today.0 - redo.since.0).num_days()
}
