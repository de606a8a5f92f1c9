//! Issuing 领活 to one worker.

use crate::addresses;
use crate::components::{Fold, Form, Hidden, Number, Pick, Select, Submit, Tone};
use crate::coordinator::split::PoolOf;
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Done, Problem, Why, as_coordinator_or_helper, field, go};
use ledger::model::{IssueShares, Share, Skill};
use ledger::store::reads::order::OrderPage as Order;
use ledger::values::ids::OrderId;
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "issue")]
pub async fn issue(
    event: String,
    order: String,
    /// Line and step: `12/1`.
    of: String,
    worker: String,
    pieces: String,
) -> Result<(), Problem> {
    let asking = as_coordinator_or_helper()?;
    let order: OrderId = field::id("order", &order)?;
    let PoolOf { line, step } = pool_of(&of)?;
    let share = Share { worker: field::id("worker", &worker)?, pieces: field::pieces("pieces", &pieces)? };
    let event = asking.perform(&event, None, IssueShares { line, step, shares: vec![share], seen: None }).await?;
    let page = addresses::order(order);
    // Slips say what a piece pays.
    go(if asking.sees_money() { page.with("issued", event.id) } else { page }, Done::Issued)
}

fn pool_of(of: &str) -> Result<PoolOf, Problem> {
    if of.is_empty() { Err(Problem::field("of", Why::Missing)) } else { field::id("of", of) }
}

/// One worker, one step, so many pieces. Nothing to show where nothing waits.
#[component]
pub(super) fn GiveOut(order: Order) -> impl IntoView {
    let waiting = || order.lines.iter().flat_map(|line| line.steps.iter().map(move |step| (line, step)));
    let pools: Vec<_> = waiting()
        .filter(|(_, step)| step.pool.any())
        .map(|(line, step)| {
            let words = t!("give-of", style = &line.style_name, step = &step.name, n = step.pool);
            Pick::new(PoolOf { line: line.id, step: step.no }, words)
        })
        .collect();
    if pools.is_empty() {
        return ().into_markup();
    }
    let able = |skills: &[Skill]| {
        waiting().any(|(line, step)| step.pool.any() && skills.contains(&Skill { style: line.style, step: step.no }))
    };
    let workers: Vec<_> = order
        .workers
        .iter()
        .filter(|(_, skills)| able(skills))
        .map(|(who, _)| Pick::new(who.id, t!("worker-named", number = &who.number, name = &who.name)))
        .collect();
    // Where there is but one thing to give out, it is chosen.
    let only = if let [only] = pools.as_slice() { only.value.clone() } else { String::new() };
    view! {
        <Fold title=t!("give-title") id="give" action=Issue::target()>
            <Form action=Issue::target()>
                <Hidden name="order" value=order.id/>
                <Select name="of" label=t!("give-what") options=pools value=only/>
                <div class="two">
                    <Select name="worker" label=t!("thing-worker") options=workers/>
                    <Number name="pieces" label=t!("give-pieces") unit=t!("unit-pieces")/>
                </div>
                <Submit tone=Tone::Plain>{t!("give-do")}</Submit>
            </Form>
        </Fold>
    }
    .into_markup()
}
