//! An order as a helper sees it: how far it is, who has what, and the way to hand some out. No money, and nothing else to do.

use super::{GiveOut, WhoHasWhat, figures};
use crate::addresses;
use crate::components::{Fact, Facts, Link, Page, Panel, Photo, Progress};
use crate::coordinator::orders::progress::{self, DueTag, in_words};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::forecast::Forecast;
use ledger::store::reads::order::{LineView, OrderPage as Order};
use ledger::values::day::Day;
use leptos::prelude::*;

pub(super) fn shown(order: Order, forecast: Option<&Forecast>, today: Day) -> Markup {
    let ordered = order.ordered();
    let left = order.at().left(ordered);
    let expected = forecast.map(in_words);
    let lines: Vec<_> = order.lines.iter().map(line).collect();
    view! {
        <Page title=order.code.clone() lead=order.firm_name.clone() back=Link::to(addresses::orders(), t!("nav-orders")) wide=true>
            <div class="seen">
                <Photo picture=order.card of=t!("photo-card")/>
                <Facts>
                    <Fact label=t!("order-due")>{words::day(order.due)} " " {ordered.any().then(|| view! { <DueTag due=order.due today left/> })}</Fact>
                    {expected.map(|expected| view! { <Fact label=t!("expect-label")>{expected}</Fact> })}
                </Facts>
            </div>
            {figures(&order)}
            <Panel title=t!("order-how-far")>{lines}</Panel>
            <div>
                <GiveOut order=order.clone()/>
                <WhoHasWhat order=order.clone() sees_money=false/>
            </div>
        </Page>
    }
    .into_markup()
}

fn line(line: &LineView) -> Markup {
    let named = t!("style-named", name = &line.style_name, code = &line.style_code);
    let steps: Vec<_> = line
        .steps
        .iter()
        .filter(|step| step.pool.any())
        .map(|step| view! { <li>{t!("give-of", style = &line.style_name, step = &step.name, n = step.pool)}</li> })
        .collect();
    view! {
        <article class="line stack">
            <div class="seen">
                <Photo picture=line.photo of=line.style_name.clone()/>
                <div><h3>{named}</h3><small>{t!("n-pieces", n = line.ordered)}</small></div>
            </div>
            <Progress parts=progress::parts(&line.at)/>
            {(!steps.is_empty()).then(|| view! { <ul>{steps}</ul> })}
        </article>
    }
    .into_markup()
}
