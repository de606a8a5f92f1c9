//! A job of a split: what waits, by when it is to be made, how much of it is given, and to whom.

use super::person::some;
use super::plan::name;
use super::pool::{PoolOf, address};
use crate::addresses::{self, Address};
use crate::components::{Day as DayField, Hidden, Notice, Photo, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::split::SplitPool;
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// The pool, the day, and what is left over.
#[component]
pub(super) fn JobPanel(
    pool: SplitPool,
    /// So many of it are split, where that is not all.
    #[prop(optional)]
    part: Option<Pieces>,
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
    /// Who can do it, each with her share.
    people: Vec<Markup>,
) -> impl IntoView {
    let whole = address(&[of]);
    let seen = what.clone();
    let title = without.is_some().then(|| what.clone());
    let unpaid = pool.rate.is_none().then(|| t!("split-no-rate", what = what));
    let late = (pool.due < today && pool.pieces.any()).then(|| t!("split-late", due = pool.due));
    let rate = pool.rate.map_or_else(|| "—".to_owned(), words::money);
    let terms = [
        t!("split-waits", n = pool.pieces),
        t!("split-pays", money = rate),
        t!("split-minutes", n = words::minutes(pool.standard)),
        t!("split-packs", n = pool.pack),
        t!("split-order-due", day = words::short_day(pool.due)),
    ];
    view! {
        <section class="panel job">
            {title.map(|title| view! { <h2>{title}</h2> })}
            <Hidden name=name::pool(place) value=of/>
            <Hidden name=name::seen(place) value=pool.pieces/>
            {part.map(|part| view! { <Hidden name=name::part(place) value=part/> })}
            <div class="seen">
                <Photo picture=pool.photo of=seen/>
                <p class="quiet" id=format!("pool-{place}") data-live>
                    <a href=addresses::order(pool.order)>{pool.order_code.clone()}</a> "\u{a0}· " {terms.join("\u{a0}· ")}
                </p>
            </div>
            {unpaid.map(|title| view! {
                <Notice tone=Tone::Warn title><a href=addresses::styles()>{t!("nav-styles")}</a></Notice>
            })}
            {late.map(|title| view! { <Notice tone=Tone::Warn title/> })}
            {part.map(|part| view! {
                <p class="left">{t!("split-part", n = part)} " " <a href=whole>{t!("split-whole", n = pool.pieces)}</a></p>
            })}
            <DayField name=name::due(place) label=t!("split-due") value=due/>
            <p class="sum" id=format!("sum-{place}") role="status" data-live>{sum(given)}</p>
            <p class="left" id=format!("left-{place}") role="status" data-live>{some(left)}</p>
            <p class="people-head" aria-hidden="true"><span>{t!("split-takes")}</span><span>{t!("split-share-head")}</span><span>{t!("split-keep")}</span></p>
            <ul class="people">{people}</ul>
            {without.map(|without| view! { <p><a class="quiet" href=without>{t!("split-without")}</a></p> })}
        </section>
    }
    .into_markup()
}

/// How much is given, seen at once where it is too much.
pub(super) fn sum((words, too_many): (String, bool)) -> Markup {
    if too_many { view! { <strong class="over">{words}</strong> }.into_markup() } else { words.into_markup() }
}
