//! A job of a split: what waits, by when it is to be made, and how much of it is given.

use super::person::some;
use super::plan::name;
use super::pool::PoolOf;
use crate::addresses::{self, Address};
use crate::components::{Day as DayField, Fact, Facts, Figure, Figures, Hidden, Notice, Panel, Photo, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::split::SplitPool;
use ledger::values::day::Day;
use leptos::prelude::*;

/// The pool, the day, and what is left over.
#[component]
pub(super) fn JobPanel(
    pool: SplitPool,
    /// What it is called.
    what: String,
    /// Its place among the pools.
    place: usize,
    of: PoolOf,
    /// The day by which it is planned.
    due: Day,
    /// How much of it is given, and whether that is too much.
    given: (String, bool),
    left: String,
    today: Day,
    /// Where the others are split without it, where there are others.
    without: Option<Address>,
) -> impl IntoView {
    let seen = what.clone();
    let title = without.is_some().then(|| what.clone());
    let unpaid = pool.rate.is_none().then(|| t!("split-no-rate", what = what));
    let late = (pool.due < today && pool.pieces.any()).then(|| t!("split-late", due = pool.due));
    view! {
        <Panel>
            {title.map(|title| view! { <h2>{title}</h2> })}
            <Photo picture=pool.photo of=seen/>
            <Hidden name=name::pool(place) value=of/>
            <Hidden name=name::seen(place) value=pool.pieces/>
            <div id=format!("pool-{place}") data-live>
            <Figures>
                <Figure value=words::count(pool.pieces) label=t!("place-pool") unit=t!("unit-of", n = pool.pieces) tone=Tone::Next/>
                <Figure
                    value=pool.rate.map_or_else(|| "—".to_owned(), words::money)
                    label=t!("split-rate")
                    note=t!("split-minutes", n = words::minutes(pool.standard))
                />
            </Figures>
            </div>
            <Facts>
                <Fact label=t!("thing-order")><a href=addresses::order(pool.order)>{pool.order_code.clone()}</a></Fact>
                <Fact label=t!("order-due")>{words::day(pool.due)}</Fact>
                <Fact label=t!("order-pack")>{t!("n-pieces", n = pool.pack)}</Fact>
            </Facts>
            {unpaid.map(|title| view! {
                <Notice tone=Tone::Warn title><a href=addresses::styles()>{t!("nav-styles")}</a></Notice>
            })}
            {late.map(|title| view! { <Notice tone=Tone::Warn title/> })}
            <DayField name=name::due(place) label=t!("split-due") value=due/>
            <p class="sum" id=format!("sum-{place}") role="status" data-live>{sum(given)}</p>
            <p class="left" id=format!("left-{place}") role="status" data-live>{some(left)}</p>
            {without.map(|without| view! { <p><a class="quiet" href=without>{t!("split-without")}</a></p> })}
        </Panel>
    }
    .into_markup()
}

/// How much is given, seen at once where it is too much.
pub(super) fn sum((words, too_many): (String, bool)) -> Markup {
    if too_many { view! { <strong class="over">{words}</strong> }.into_markup() } else { words.into_markup() }
}
