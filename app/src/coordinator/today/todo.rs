//! What is to be done today: a line each, the most urgent first.

use crate::addresses::{self, Address};
use crate::components::{Fold, Go, Panel, Tone};
use crate::coordinator::split::{PoolOf, address};
use crate::markup::{IntoMarkup, Markup};
use ledger::forecast::Standing;
use ledger::store::reads::late::LateIssue;
use ledger::store::reads::order::OrderRow;
use ledger::store::reads::outlook::Outlook;
use ledger::store::reads::today::TodayView;
use ledger::values::day::Day;
use ledger::values::ids::WorkerId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Lines in sight; the others are folded away.
const SHOWN: usize = 7;
/// Orders of one sort that have a line of their own, where there are more.
const EACH: usize = 2;

/// One thing to do.
struct Todo {
    words: String,
    /// Where it is done, and what the button says.
    href: Address,
    act: String,
}

/// The things to do, and all that they are about folded away behind them.
#[component]
pub(super) fn Todos(
    today: TodayView,
    outlook: Outlook,
    late: Vec<LateIssue>,
    /// Proposals that wait for her.
    waiting: usize,
    day: Day,
) -> impl IntoView {
    let all = [
        disputes(&today),
        approvals(waiting),
        declared(&today),
        came_back(&today),
        orders_late(&today, day),
        workers_late(&late),
        pools(&today),
        in_danger(&today, &outlook, day),
        ready(&today),
    ];
    let mut lines: Vec<_> = all.into_iter().flatten().map(line).collect();
    if lines.is_empty() {
        return ().into_markup();
    }
    let others = if lines.len() > SHOWN { lines.split_off(SHOWN) } else { Vec::new() };
    let more = t!("today-more", n = others.len());
    view! {
        <Panel title=t!("todo-title") tone=Tone::Next>
            <ul class="todos">{lines}</ul>
            {(!others.is_empty()).then(|| view! { <Fold title=more><ul class="todos">{others}</ul></Fold> })}
        </Panel>
    }
    .into_markup()
}

fn line(todo: Todo) -> Markup {
    view! { <li><span>{todo.words}</span> <Go href=todo.href>{todo.act}</Go></li> }.into_markup()
}

fn disputes(today: &TodayView) -> Vec<Todo> {
    let n = today.disputes.len();
    let todo = Todo {
        words: t!("todo-disputes", n = n),
        href: addresses::today().at("disputes"),
        act: t!("todo-disputes-do"),
    };
    only_if(n > 0, todo)
}

fn approvals(waiting: usize) -> Vec<Todo> {
    let todo = Todo { words: t!("todo-approvals", n = waiting), href: addresses::approvals(), act: t!("todo-look") };
    only_if(waiting > 0, todo)
}

fn declared(today: &TodayView) -> Vec<Todo> {
    let (workers, n): (usize, Pieces) =
        (today.declared.len(), today.declared.iter().map(|declared| declared.pieces).sum());
    let words = t!("todo-count", workers = workers, n = n);
    let todo = Todo { words, href: addresses::count(), act: t!("todo-count-do") };
    only_if(workers > 0, todo)
}

fn came_back(today: &TodayView) -> Vec<Todo> {
    let todo = |n: Pieces, code: &str, href| Todo {
        words: t!("todo-came-back", code = code, n = n),
        href,
        act: t!("todo-settle-do"),
    };
    let rows = today.came_back.iter();
    rows.map(|back| todo(back.refused + back.missing, &back.order_code, addresses::delivery(back.delivery))).collect()
}

fn orders_late(today: &TodayView, day: Day) -> Vec<Todo> {
    let late: Vec<_> = today.orders.iter().filter(|order| order.due < day && to_make(order).any()).collect();
    let one = |order: &&OrderRow| Todo {
        words: t!("todo-order-late", code = &order.code, days = (day.0 - order.due.0).num_days(), n = to_make(order)),
        href: addresses::order(order.id),
        act: t!("todo-look"),
    };
    some(&late, one, |n| t!("todo-orders-late", n = n))
}

fn workers_late(late: &[LateIssue]) -> Vec<Todo> {
    let workers: BTreeSet<WorkerId> = late.iter().map(|issue| issue.who.id).collect();
    let n: Pieces = late.iter().map(|issue| issue.pieces).sum();
    let words = t!("todo-workers-late", workers = workers.len(), n = n);
    let todo = Todo { words, href: addresses::late_workers(), act: t!("todo-look") };
    only_if(!late.is_empty(), todo)
}

fn pools(today: &TodayView) -> Vec<Todo> {
    let all: Vec<_> = today.pools.iter().map(|pool| PoolOf { line: pool.line, step: pool.step }).collect();
    let n: Pieces = today.pools.iter().map(|pool| pool.pieces).sum();
    let words = match today.pools.as_slice() {
        [pool] => t!("todo-pool", style = &pool.style_name, step = &pool.step_name, n = pool.pieces),
        pools => t!("todo-pools", pools = pools.len(), n = n),
    };
    only_if(!all.is_empty(), Todo { words, href: address(&all), act: t!("todo-split-do") })
}

fn in_danger(today: &TodayView, outlook: &Outlook, day: Day) -> Vec<Todo> {
    let risky = |order: &&OrderRow| {
        let standing = outlook.get(&order.id).map(|forecast| forecast.standing);
        order.due >= day && matches!(standing, Some(Standing::AtRisk | Standing::Late | Standing::Unknown))
    };
    let risky: Vec<_> = today.orders.iter().filter(risky).collect();
    let one = |order: &&OrderRow| Todo {
        words: t!("todo-danger", code = &order.code, due = order.due),
        href: addresses::order(order.id),
        act: t!("todo-look"),
    };
    some(&risky, one, |n| t!("todo-dangers", n = n))
}

fn ready(today: &TodayView) -> Vec<Todo> {
    let ready: Vec<_> = today.orders.iter().filter(|order| !order.left().any() && order.at.stock.any()).collect();
    let one = |order: &&OrderRow| Todo {
        words: t!("todo-ready", code = &order.code, n = order.at.stock),
        href: addresses::new_delivery().with("order", order.id),
        act: t!("todo-deliver-do"),
    };
    ready.iter().map(one).collect()
}

/// What is still to be made; of what came back it is said elsewhere.
fn to_make(order: &OrderRow) -> Pieces {
    let left = order.left();
    left - order.at.back().min(left)
}

fn only_if(is: bool, todo: Todo) -> Vec<Todo> {
    if is { vec![todo] } else { Vec::new() }
}

/// The first few each in a line, and how many more there are.
fn some(orders: &[&OrderRow], one: impl Fn(&&OrderRow) -> Todo, others: impl Fn(usize) -> String) -> Vec<Todo> {
    let shown = if orders.len() == EACH + 1 { orders.len() } else { EACH };
    let more = orders.len().saturating_sub(shown);
    let rest = Todo { words: others(more), href: addresses::orders(), act: t!("todo-look") };
    orders.iter().take(shown).map(one).chain(only_if(more > 0, rest)).collect()
}
