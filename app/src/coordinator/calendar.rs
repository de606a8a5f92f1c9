//! The calendar: which orders are due on which day, until which day was settled, and until when the next settlement goes.

use crate::addresses;
use crate::components::{Empty, Go, Page, Panel, Row, Rows, Tone, expected, load};
use crate::coordinator::orders::progress::DueTag;
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use crate::words;
use chrono::{Datelike, Weekday};
use ledger::forecast::Outlook;
use ledger::store::reads::order::OrderRow;
use ledger::store::reads::settlement::SettlementRow;
use ledger::values::day::Day;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Months that are shown at most: from that of the oldest day that is still open.
const MONTHS: usize = 6;

/// What is on one day.
#[derive(Default)]
struct OnDay {
    due: Vec<OrderRow>,
    /// Until this day was settled.
    settled: Vec<SettlementRow>,
    /// Until this day the next settlement goes, if it is made for whole months.
    settles: bool,
}

/// `/calendar`
#[component]
pub(super) fn CalendarPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let mut books = asking.read().await?;
        let orders = books.orders().open_orders(asking.today).await?;
        let outlook = books.orders().outlook(asking.today).await?;
        let settlements = books.settlements().await?;
        Ok(page(days(orders, settlements, asking.today), &outlook, asking.today))
    })
}

/// What is open, and what was settled since the first of the oldest open month.
fn days(orders: Vec<OrderRow>, settlements: Vec<SettlementRow>, today: Day) -> BTreeMap<Day, OnDay> {
    let mut days = BTreeMap::<Day, OnDay>::new();
    for order in orders.into_iter().filter(|order| order.ordered.any() && order.left().any()) {
        days.entry(order.due).or_default().due.push(order);
    }
    let first = days.keys().next().copied().unwrap_or(today).min(today).month_start();
    for settlement in settlements.into_iter().filter(|settlement| settlement.until >= first) {
        days.entry(settlement.until).or_default().settled.push(settlement);
    }
    days.entry(today.month_end()).or_default().settles = true;
    days
}

fn page(days: BTreeMap<Day, OnDay>, outlook: &Outlook, today: Day) -> Markup {
    let none = !days.values().any(|day| !day.due.is_empty());
    let none = none.then(|| {
        view! { <Empty title=t!("calendar-none")><Go href=addresses::orders()>{t!("nav-orders")}</Go></Empty> }
    });
    let first = days.keys().next().copied().unwrap_or(today).min(today);
    let last = days.keys().next_back().copied().unwrap_or(today);
    let months = std::iter::successors(Some(first.month_start()), |month| Some(month.month_end().next()));
    let months: Vec<_> =
        months.take_while(|month| *month <= last).take(MONTHS).map(|month| grid(month, &days, today)).collect();
    let lists: Vec<_> = days.into_iter().map(|(day, on)| list(day, on, outlook, today)).collect();
    view! {
        <Page title=t!("calendar-title") lead=t!("calendar-lead") wide=true>
            {none}
            <div class="months">{months}</div>
            {lists}
        </Page>
    }
    .into_markup()
}

/// A month as a table of weeks, from Monday on; a day on which anything is leads to what it is.
fn grid(month: Day, days: &BTreeMap<Day, OnDay>, today: Day) -> Markup {
    let mut day = month;
    while day.0.weekday() != Weekday::Mon {
        day = day.before();
    }
    let last = month.month_end();
    let (mut rows, mut heads) = (Vec::new(), Vec::new());
    while day <= last {
        let mut cells = Vec::new();
        for _ in 0..7 {
            if rows.is_empty() {
                heads.push(view! { <th scope="col">{words::weekday(day)}</th> });
            }
            cells.push(cell(day, month, days, today));
            day = day.next();
        }
        rows.push(view! { <tr>{cells}</tr> });
    }
    let caption = words::month(month);
    view! { <table class="month"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }
        .into_markup()
}

fn cell(day: Day, month: Day, days: &BTreeMap<Day, OnDay>, today: Day) -> Markup {
    if day.month_start() != month {
        return view! { <td></td> }.into_markup();
    }
    let (.., number) = day.parts();
    let current = (day == today).then_some("date");
    let Some(on) = days.get(&day) else {
        return view! { <td aria-current=current>{number}</td> }.into_markup();
    };
    let marks = [
        (!on.due.is_empty()).then(|| t!("calendar-due", n = on.due.len())),
        (!on.settled.is_empty()).then(|| t!("calendar-settled")),
        on.settles.then(|| t!("calendar-settles")),
    ];
    let marks = marks.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let class = if !on.due.is_empty() && day < today { "late" } else { "some" };
    let here = format!("#{}", anchor(day));
    view! { <td aria-current=current><a class=class href=here>{number} <small>{marks}</small></a></td> }.into_markup()
}

fn anchor(day: Day) -> String {
    format!("d{day}")
}

/// What is on a day, each to be opened.
fn list(day: Day, on: OnDay, outlook: &Outlook, today: Day) -> Markup {
    let due = on.due.into_iter().map(|order| {
        let when = outlook.get(&order.id).and_then(|forecast| forecast.when.ok());
        let note = when.map(|when| t!("expect-ready", when = expected(when))).unwrap_or_default();
        let left = order.left();
        view! {
            <Row
                href=addresses::order(order.id)
                title=t!("order-named", code = &order.code, firm = &order.firm)
                note
                value=t!("order-left", n = left)
                tone=if day < today { Tone::Next } else { Tone::Plain }
            >
                <DueTag due=day today left/>
            </Row>
        }
        .into_markup()
    });
    let settled = on.settled.into_iter().map(|settlement| {
        let note = t!("calendar-settled-note", workers = settlement.workers);
        let (href, value) = (addresses::settlement(settlement.id), words::money(settlement.owed));
        view! { <Row href title=t!("calendar-settled-title") note value/> }.into_markup()
    });
    let settles = on.settles.then(|| {
        view! { <Row href=addresses::settle() title=t!("calendar-settles-title") note=t!("calendar-settles-note")/> }
            .into_markup()
    });
    let rows: Vec<_> = due.chain(settled).chain(settles).collect();
    let (title, here) = (words::day(day), anchor(day));
    view! { <Panel title id=here><Rows>{rows}</Rows></Panel> }.into_markup()
}
