//! The split 派活: pools shared out among those who can do the steps.

mod form;
mod input;
mod issue_split;
mod job;
mod names;
mod person;
pub(crate) mod plan;
mod pool;

use pool::all_of;
pub(crate) use pool::{PoolOf, address, split_again};

use crate::addresses;
use crate::components::{Empty, Go, Link, Notice, Page, Tone, expected, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, query, query_all, redirected};
use form::SplitForm;
use input::Typed;
use ledger::forecast::Outlook;
use ledger::store::reads::split::{SplitPage as Pools, SplitPool};
use ledger::values::day::Day;
use ledger::values::ids::{OrderId, WorkerId};
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use names::{names, one_order};
use plan::{Board, Choices, SplitOutcome, find_days_for_the_late, name};
use std::collections::BTreeMap;

/// Shares on one page at most: the form must fit into an address, to be worked out again without script.
const SHARES: usize = 1_000;

/// `/split?pool[0]=12/1`, with the form's own fields in the query when it is worked out again. `part[0]=24` splits so many of that pool and no more,
/// `spare=7` leaves her out at first. `/split?orders=3&orders=5` goes to all pools of these orders.
#[component]
pub(super) fn SplitPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let orders = query_all::<OrderId>("orders", pool::AT_ONCE);
        if !orders.is_empty() {
            let pools = asking.read().await?.orders().pools_of(orders).await?;
            let pools: Vec<_> = pools.iter().map(|pool| PoolOf { line: pool.line, step: pool.step }).collect();
            return redirected(&all_of(&pools));
        }
        let (requested, mut too_many) = input::pools();
        if requested.is_empty() && query::<String>(&name::pool(0)).is_none() {
            return Ok(none_chosen());
        }
        let requested: Vec<_> = requested.iter().map(|pool| (pool.line, pool.step)).collect();
        let mut books = asking.read().await?;
        let outlook = books.orders().outlook(asking.today).await?;
        let mut pools = books.orders().split_page(&requested, asking.today).await?;
        let most = (SHARES / pools.workers.len().max(1)).max(1);
        too_many |= pools.pools.len() > most;
        pools.keep(most);
        // Fields are named by the place of their pool: a form of other pools says nothing.
        let typed = Typed::of(&pools.pools.iter().map(PoolOf::of).collect::<Vec<_>>());
        if pools.pools.is_empty() {
            return Err(Problem::NotFound);
        }
        Ok(shown(&pools, &outlook, &typed, too_many, asking.today))
    })
}

/// Somebody wanted to split what was ticked, and ticked nothing.
fn none_chosen() -> Markup {
    view! {
        <Page title=t!("split-none-chosen") back=Link::to(addresses::orders(), t!("nav-orders"))>
            <Empty title=t!("split-none-chosen-how")><Go href=addresses::orders() tone=Tone::Next>{t!("nav-orders")}</Go></Empty>
        </Page>
    }
    .into_markup()
}

fn shown(pools: &Pools, outlook: &Outlook, typed: &Typed, too_many: bool, today: Day) -> Markup {
    let too_many = too_many.then(|| t!("split-too-many", n = pools.pools.len()));
    let (first, one_order) = (pools.pools.first(), one_order(&pools.pools));
    let title = match (first, pools.pools.len()) {
        (Some(pool), 1) => t!("split-title", style = &pool.style_name, step = &pool.step_name),
        (_, n) => t!("split-title-many", n = n),
    };
    let back = match one_order {
        Some(pool) => Link::to(addresses::order(pool.order), pool.order_code.clone()),
        None => Link::to(addresses::today(), t!("nav-today")),
    };
    let to_order = back.href.clone();
    let body = if !pools.pools.iter().any(|pool| pool.pieces.any()) {
        view! { <Empty title=t!("split-nothing")><Go href=to_order tone=Tone::Next>{t!("split-back")}</Go></Empty> }
            .into_markup()
    } else if pools.workers.is_empty() {
        view! { <Empty title=t!("split-nobody")><Go href=addresses::workers() tone=Tone::Next>{t!("nav-workers")}</Go></Empty> }
            .into_markup()
    } else {
        let parts = parts(&pools.pools, typed);
        let mut board = Board::of(pools, &parts, query::<WorkerId>("spare"), today);
        find_days_for_the_late(&mut board);
        planned(pools, board, foretold(&pools.pools, outlook), typed, today)
    };
    view! {
        <Page title back wide=true>
            {too_many.map(|title| view! { <Notice title/> })}
            {body}
        </Page>
    }
    .into_markup()
}

/// Of which pools a part is to be split, as when what came back from one woman goes to others: less than waits there.
fn parts(pools: &[SplitPool], typed: &Typed) -> Vec<Option<Pieces>> {
    let said = |place: usize| match typed {
        Typed::Fresh => query::<String>(&name::part(place)),
        Typed::Again | Typed::Refused(_) => typed.field(&name::part(place)),
    };
    let part = |(place, pool): (usize, &SplitPool)| {
        Pieces::parse(&said(place)?).ok().filter(|part| part.any() && *part < pool.pieces)
    };
    pools.iter().enumerate().map(part).collect()
}

/// When the orders of these pools will be ready by what the village does: their pages say the same, and the split says what the plan would be.
fn foretold(pools: &[SplitPool], outlook: &Outlook) -> Vec<String> {
    let orders: BTreeMap<OrderId, &str> = pools.iter().map(|pool| (pool.order, pool.order_code.as_str())).collect();
    let day = |(order, code)| {
        let when = outlook.get(&order)?.when.ok()?;
        Some(t!("split-foretold", code = code, when = expected(when)))
    };
    orders.into_iter().filter_map(day).collect()
}

fn planned(pools: &Pools, board: Board, foretold: Vec<String>, typed: &Typed, today: Day) -> Markup {
    let field = |name: &str| typed.field(name);
    let stale = stale(&pools.pools, typed);
    let choices = match typed {
        Typed::Fresh => Choices::none(&board),
        Typed::Again | Typed::Refused(_) => Choices::read(&board, field),
    };
    let outcome = SplitOutcome::of(&board, &choices);
    let notices = match typed {
        Typed::Fresh => Vec::new(),
        Typed::Again => {
            let mut notices: Vec<_> = stale.into_iter().map(|title| (Tone::Warn, title)).collect();
            let unread = choices.all_unread().filter_map(|(at, _)| Some(pools.workers.get(at)?.who.name.to_string()));
            notices.extend(unread.map(|name| (Tone::Bad, t!("split-unread-of", name = name))));
            notices.extend(choices.bad_day.then(|| (Tone::Bad, t!("split-bad-day"))));
            notices
        }
        // The refusal says what is wrong. What was changed by hand stays, and the rest follows, as it does with any change.
        Typed::Refused(draft) => {
            let (draft, redone) = form::with_new_shares(draft, &board, &choices, &outcome);
            provide_context(draft);
            redone.then(|| (Tone::Warn, t!("split-redone"))).into_iter().collect()
        }
    };
    let notices: Vec<_> = notices.into_iter().map(|(tone, title)| view! { <Notice tone title/> }).collect();
    view! {
        <div id="split-notices" class="stack" data-live>{notices}</div>
        <SplitForm pools=pools.clone() foretold board choices outcome today/>
    }
    .into_markup()
}

/// The way to split these pools together, where there are several.
pub(super) fn together(pools: &[PoolOf]) -> Option<Markup> {
    let words = match pools.len() {
        0 | 1 => return None,
        n if n > pool::AT_ONCE => t!("split-first-together", n = pool::AT_ONCE),
        n => t!("split-together", n = n),
    };
    Some(view! { <div class="row"><Go href=address(pools)>{words}</Go></div> }.into_markup())
}

/// A notice for each pool that somebody else changed since the form was rendered.
fn stale(pools: &[SplitPool], typed: &Typed) -> Vec<String> {
    let seen = |place: usize| typed.field(&name::seen(place));
    let pools = pools.iter().zip(names(pools)).enumerate();
    pools
        .filter_map(|(place, (pool, what))| {
            // Typed by the form itself; an address that was made up has perhaps no number there, and is ignored.
            let seen = Pieces::parse(&seen(place)?).ok().filter(|seen| *seen != pool.pieces)?;
            Some(t!("split-stale", what = what, seen = seen, now = pool.pieces))
        })
        .collect()
}
