//! What the things in an event are called.

use ledger::store::reads::names::{Names, StyleNamed};
use ledger::values::ids::{DeliveryId, IssueId, LineId, OrderId, StepNo, StyleId, WorkerId};

pub(super) fn worker_name(names: &Names, worker: WorkerId) -> String {
    names.workers.get(&worker).map(|worker| worker.name.clone()).unwrap_or_default()
}

pub(super) fn style(names: &Names, id: StyleId) -> String {
    names.styles.get(&id).map(|style| style.name.clone()).unwrap_or_default()
}

pub(super) fn style_of(names: &Names, line: LineId) -> String {
    names.line(line).unwrap_or_default()
}

pub(super) fn style_step(names: &Names, id: StyleId, no: StepNo) -> (String, String) {
    let found = names.styles.get(&id);
    (style(names, id), found.map(|style: &StyleNamed| style.step(no).to_owned()).unwrap_or_default())
}

pub(super) fn step_name(names: &Names, line: LineId, no: StepNo) -> String {
    names.lines.get(&line).map(|line| style_step(names, line.style, no).1).unwrap_or_default()
}

/// The firm's own number for an order.
pub(super) fn order_code(names: &Names, order: OrderId) -> String {
    names.orders.get(&order).cloned().unwrap_or_default()
}

/// The firm's own number for the order of a line.
pub(super) fn order_of(names: &Names, line: LineId) -> String {
    names.lines.get(&line).map(|line| order_code(names, line.order)).unwrap_or_default()
}

/// Style, step and order of a line's work.
pub(super) fn work(names: &Names, line: LineId, no: StepNo) -> String {
    let Some(named) = names.lines.get(&line) else { return String::new() };
    let (style, step) = (style_of(names, line), step_name(names, line, no));
    let order = order_code(names, named.order);
    format!("{}\u{a0}· {order}", t!("tell-step", style = style, step = step))
}

pub(super) fn issue_name(names: &Names, issue: IssueId) -> String {
    names.issues.get(&issue).map(|issue| work(names, issue.line, issue.step)).unwrap_or_default()
}

/// A delivery by its number and its order.
pub(super) fn delivery(names: &Names, id: DeliveryId) -> String {
    let code = names.deliveries.get(&id).and_then(|order| names.orders.get(order)).cloned().unwrap_or_default();
    t!("tell-delivery", n = id.to_string(), code = code)
}
