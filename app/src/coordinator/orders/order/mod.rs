//! One order: how far it is, who has what of it, and what to do next.

mod back;
mod give;
mod home;
mod line;
mod of_helper;
mod past;
mod replace;

pub(crate) use back::TakeBackPage;

use super::progress::{DueTag, by_plan, in_words, what_helps};
use crate::addresses;
use crate::components::{
    BurnUp, Fact, Facts, Figure, Figures, Fold, Go, Link, Notice, Page, Panel, Photo, Rows, SheetTools, Tag, Tone, load,
};
use crate::coordinator::deliveries::delivery_row;
use crate::coordinator::photos;
use crate::coordinator::split::{PoolOf, address, together};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator_or_helper, param, query};
use crate::words;
use give::GiveOut;
use home::WhoHasWhat;
use ledger::forecast::{Forecast, Standing, Unknown};
use ledger::model::Pictured;
use ledger::store::reads::delivery::DeliveryRow;
use ledger::store::reads::order::{CoordinatorShare, OrderPage as Order};
use ledger::values::day::Day;
use ledger::values::ids::EventId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use line::LineOfOrder;
use past::History;

/// Deliveries that the page shows.
const DELIVERIES: i64 = 20;

/// `/orders/:order`
#[component]
pub(crate) fn OrderPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator_or_helper()?;
        let id = param("order")?;
        let mut books = asking.read().await?;
        let order = books.orders().order_page(id, asking.today).await?.ok_or(Problem::NotFound)?;
        let outlook = books.orders().outlook(asking.today).await?;
        if !asking.sees_money() {
            return Ok(of_helper::shown(order, outlook.get(&id), asking.today));
        }
        let share = books.orders().order_share(id).await?;
        let sent = books.orders().deliveries_of_order(id, DELIVERIES).await?;
        Ok(shown(order, outlook.get(&id), share, sent, asking.today))
    })
}

fn shown(
    order: Order,
    forecast: Option<&Forecast>,
    share: CoordinatorShare,
    sent_so_far: Vec<DeliveryRow>,
    today: Day,
) -> Markup {
    let (at, ordered) = (order.at(), order.ordered());
    let left = at.left(ordered);
    // Struck out, or cancelled to the last piece.
    let struck = !ordered.any();
    let gone = struck.then(|| words::gone(order.id, &order.code));
    let changeable = !order.id.is_struck(&order.code);
    let expected = forecast.map(in_words);
    let by_plan = forecast.and_then(by_plan);
    let danger = forecast.and_then(|forecast| danger(&order, forecast, today));
    let (back, lost) = (at.back(), at.lost(ordered));
    let settle = || view! { <a href=addresses::deliveries()>{t!("nav-deliveries")}</a> };
    let note = order.note.clone();
    let next = order.lines.iter().find(|line| line.steps.iter().any(|step| step.pool.any())).map(|line| line.id);
    let lines: Vec<_> = order
        .lines
        .iter()
        .map(|line| view! { <LineOfOrder order=order.id line=line.clone() first=next == Some(line.id)/> })
        .collect();
    let waiting = order
        .lines
        .iter()
        .flat_map(|line| line.steps.iter().filter(|step| step.pool.any()).map(move |step| (line, step)));
    let waiting: Vec<_> = waiting.map(|(line, step)| PoolOf { line: line.id, step: step.no }).collect();
    let together = together(&waiting);
    let split = together.or_else(|| {
        let [pool] = waiting.as_slice() else { return None };
        Some(view! { <Go href=address(&[*pool]) tone=Tone::Next>{t!("order-split-go")}</Go> }.into_markup())
    });
    let deliver = at.stock.any().then(|| {
        let href = addresses::new_delivery().with("order", order.id);
        // Packing is the next thing to do once nothing waits to be split.
        let tone = if next.is_none() { Tone::Next } else { Tone::Plain };
        view! { <Go href tone>{t!("order-pack-delivery", n = at.stock)}</Go> }
    });
    let slips = query::<EventId>("issued").map(|event| {
        view! { <p class="row"><Go href=addresses::issued(event)>{t!("issued-go")}</Go></p> }
    });
    let told = told(&order);
    let change = changeable.then(|| view! { <Go href=addresses::change_order(order.id)>{t!("order-change")}</Go> });
    view! {
        <Page title=order.code.clone() lead=order.firm_name.clone() back=Link::to(addresses::orders(), t!("nav-orders")) wide=true>
            <div class="row">{split} {deliver} {change}</div>
            <SheetTools text=told/>
            <div class="seen">
                <Photo picture=order.card of=t!("photo-card")/>
                <Facts>
                    <Fact label=t!("order-placed")>{words::day(order.placed)}</Fact>
                    <Fact label=t!("order-due")>
                        {words::day(order.due)} " "
                        {(!struck).then(|| view! { <DueTag due=order.due today left/> })}
                        {gone.map(|gone| view! { <Tag tone=Tone::Quiet>{gone}</Tag> })}
                    </Fact>
                    {expected.map(|expected| view! { <Fact label=t!("expect-label")>{expected}</Fact> })}
                </Facts>
            </div>
            {by_plan.map(|plan| view! { <p class="quiet">{plan}</p> })}
            {slips}
            {danger}
            {back.any().then(|| view! { <Notice tone=Tone::Warn title=t!("order-back-open", n = back)>{settle()}</Notice> })}
            {(lost.any() && !struck).then(|| view! { <Notice tone=Tone::Warn title=t!("order-lost-open", n = lost)/> })}
            {(!note.is_empty()).then(|| view! { <p class="quiet">{t!("order-noted", note = note)}</p> })}
            {figures(&order)}
            <Panel title=t!("order-how-far")>{lines}</Panel>
            <div>
                {(!struck && !order.finished.is_empty()).then(|| view! { <Pace order=order.clone()/> })}
                <WhoHasWhat order=order.clone() sees_money=true/>
                <GiveOut order=order.clone()/>
                {sent(sent_so_far)}
                {earns(share)}
                <History order=order.id events=order.past changes=order.changes/>
                {changeable.then(|| photos::fold(Pictured::Order(order.id), order.card))}
            </div>
        </Page>
    }
    .into_markup()
}

/// How many are ordered, still to be made, and confirmed.
fn figures(order: &Order) -> Markup {
    let (at, ordered) = (order.at(), order.ordered());
    let to_make = at.to_make(ordered);
    view! {
        <Figures>
            <Figure value=words::count(ordered) label=t!("order-ordered") unit=t!("unit-of", n = ordered)/>
            <Figure value=words::count(to_make) label=t!("order-still") tone=if to_make.any() { Tone::Next } else { Tone::Good }/>
            <Figure value=words::count(at.confirmed) label=t!("place-confirmed") tone=Tone::Good/>
        </Figures>
    }
    .into_markup()
}

/// The order in a few lines, to be handed on: whose, of what, how far, by when.
fn told(order: &Order) -> String {
    let due = words::day(order.due);
    let first = t!("order-told", code = &order.code, firm = &order.firm_name, due = due);
    let lines = order.lines.iter().map(|line| {
        let made = line.at.stock + line.at.delivered + line.at.confirmed;
        t!("order-told-line", style = &line.style_name, n = line.ordered, made = made)
    });
    std::iter::once(first).chain(lines).collect::<Vec<_>>().join("\n")
}

/// What was sent to the firm.
fn sent(deliveries: Vec<DeliveryRow>) -> Option<Markup> {
    let n = deliveries.len();
    let rows: Vec<_> = deliveries.into_iter().map(delivery_row).collect();
    (n > 0).then(|| view! { <Fold title=t!("order-deliveries", n = n)><Rows>{rows}</Rows></Fold> }.into_markup())
}

/// What the order leaves her, once there is anything to tell.
fn earns(share: CoordinatorShare) -> Option<Markup> {
    (share != CoordinatorShare::default()).then(|| {
        view! {
            <Fold title=t!("order-share")>
                <Facts>
                    <Fact label=t!("order-share-fees")>{words::money(share.fees)}</Fact>
                    <Fact label=t!("order-share-wages")>{words::money(share.wages)}</Fact>
                    <Fact label=t!("order-share-left")><b>{words::money(share.left())}</b></Fact>
                </Facts>
                <p class="quiet">{t!("order-share-how")}</p>
            </Fold>
        }
        .into_markup()
    })
}

/// What holds the order up and what would help, where it is late or may be.
fn danger(order: &Order, forecast: &Forecast, today: Day) -> Option<Markup> {
    let (tone, title) = match forecast.standing {
        Standing::Ready | Standing::InTime => return None,
        Standing::Late | Standing::AtRisk if order.due < today => (Tone::Warn, t!("danger-overdue")),
        Standing::Late => (Tone::Warn, t!("danger-late")),
        Standing::AtRisk => (Tone::Warn, t!("danger-at-risk")),
        Standing::Unknown => (Tone::Warn, t!("danger-unknown")),
    };
    let step = |line, no| {
        let line = order.lines.iter().find(|found| found.id == line)?;
        let step = line.steps.iter().find(|step| step.no == no)?;
        Some(t!("style-step", style = &line.style_name, step = &step.name))
    };
    let stuck = match forecast.when {
        Err(Unknown::Nobody { line, step: no } | Unknown::Stuck { line, step: no }) => step(line, no),
        _ => forecast.bottleneck.and_then(|bottleneck| step(bottleneck.line, bottleneck.step)),
    };
    let stuck = stuck.map(|what| t!("danger-step", what = what));
    let last = forecast.waits_for.and_then(|worker| order.at_home.iter().find(|home| home.who.id == worker));
    let last = last.map(|home| t!("danger-waits-for", name = &home.who.name));
    let lines = [what_helps(forecast), stuck, last]
        .into_iter()
        .flatten()
        .map(|line| view! { <p>{line}</p> })
        .collect::<Vec<_>>();
    let hand_over = forecast.help.and_then(|help| help.hand_over);
    let hand_over = hand_over.map(|worker| {
        view! { <Go href=addresses::hand_over(worker)>{t!("hand-over-do")}</Go> }
    });
    Some(view! { <Notice tone title>{lines}{hand_over}</Notice> }.into_markup())
}

/// What there was by the end of each day.
fn so_far(by_day: &[(Day, i64)]) -> Vec<(Day, Pieces)> {
    let sums = by_day.iter().scan(0, |so_far, (day, pieces)| {
        *so_far += pieces;
        Some((*day, Pieces((*so_far).max(0))))
    });
    sums.collect()
}

/// How the order fills, day by day.
#[component]
fn Pace(order: Order) -> impl IntoView {
    let (points, delivered) = (so_far(&order.finished), so_far(&order.delivered));
    view! {
        <Fold title=t!("order-pace")>
            <BurnUp from=order.placed due=order.due total=order.ordered() points delivered/>
        </Fold>
    }
}
