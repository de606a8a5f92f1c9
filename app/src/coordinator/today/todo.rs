//! What is to be done today: a line each, the most urgent first.

use super::orders::{in_danger, ready};
use crate::addresses::{self, Address};
use crate::components::{Fold, Go, Panel, Tone};
use crate::coordinator::split::{PoolOf, address};
use crate::markup::{IntoMarkup, Markup};
use ledger::forecast::Outlook;
use ledger::store::reads::order::OrderRow;
use ledger::store::reads::today::{CameBack, TodayView};
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

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

/// The things to do, the most urgent in sight; nothing where there are none. `waiting` proposals wait for her.
pub(super) fn todos(today: &TodayView, outlook: &Outlook, waiting: usize, day: Day) -> Option<Markup> {
    let all = [
        disputes(today),
        approvals(waiting),
        declared(today),
        came_back(today),
        orders_late(today, day),
        workers_late(today),
        pools(today),
        danger(today, outlook, day),
        ready(&today.orders).map(deliver).collect(),
    ];
    let mut lines: Vec<_> = all.into_iter().flatten().map(line).collect();
    let others = lines.split_off(lines.len().min(SHOWN));
    let more = t!("today-more", n = others.len());
    let others = (!others.is_empty()).then(|| view! { <Fold title=more><ul class="todos">{others}</ul></Fold> });
    (!lines.is_empty()).then(|| {
        view! { <Panel title=t!("todo-title") tone=Tone::Next><ul class="todos">{lines}</ul>{others}</Panel> }
            .into_markup()
    })
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
    let (workers, n) = (today.declared.len(), today.declared.iter().map(|declared| declared.pieces).sum::<Pieces>());
    let words = t!("todo-count", workers = workers, n = n);
    let todo = Todo { words, href: addresses::count(), act: t!("todo-count-do") };
    only_if(workers > 0, todo)
}

fn came_back(today: &TodayView) -> Vec<Todo> {
    let todo = |back: &CameBack| Todo {
        words: t!("todo-came-back", code = &back.order_code, n = back.refused + back.missing),
        href: addresses::delivery(back.delivery),
        act: t!("todo-settle-do"),
    };
    today.came_back.iter().map(todo).collect()
}

fn orders_late(today: &TodayView, day: Day) -> Vec<Todo> {
    let late: Vec<_> = today.orders.iter().filter(|order| order.due < day && order.to_make().any()).collect();
    let one = |order: &OrderRow| Todo {
        words: t!("todo-order-late", code = &order.code, days = (day.0 - order.due.0).num_days(), n = order.to_make()),
        href: addresses::order(order.id),
        act: t!("todo-look"),
    };
    some(&late, one, |n| t!("todo-orders-late", n = n))
}

fn workers_late(today: &TodayView) -> Vec<Todo> {
    let words = t!("todo-workers-late", workers = today.late.workers, n = today.late.pieces);
    let todo = Todo { words, href: addresses::late_workers(), act: t!("todo-look") };
    only_if(today.late.pieces.any(), todo)
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

fn danger(today: &TodayView, outlook: &Outlook, day: Day) -> Vec<Todo> {
    let risky: Vec<_> = in_danger(&today.orders, outlook, day).map(|(order, _)| order).collect();
    let one = |order: &OrderRow| Todo {
        words: t!("todo-danger", code = &order.code, due = order.due),
        href: addresses::order(order.id),
        act: t!("todo-look"),
    };
    some(&risky, one, |n| t!("todo-dangers", n = n))
}

fn deliver(order: &OrderRow) -> Todo {
    Todo {
        words: t!("todo-ready", code = &order.code, n = order.at.stock),
        href: addresses::new_delivery().with("order", order.id),
        act: t!("todo-deliver-do"),
    }
}

fn only_if(is: bool, todo: Todo) -> Vec<Todo> {
    if is { vec![todo] } else { Vec::new() }
}

/// The first few each in a line, and how many more there are.
fn some(orders: &[&OrderRow], one: impl Fn(&OrderRow) -> Todo, others: impl Fn(usize) -> String) -> Vec<Todo> {
    let shown = if orders.len() == EACH + 1 { orders.len() } else { EACH };
    let more = orders.len().saturating_sub(shown);
    let rest = Todo { words: others(more), href: addresses::orders(), act: t!("todo-look") };
    orders.iter().copied().take(shown).map(one).chain(only_if(more > 0, rest)).collect()
}
