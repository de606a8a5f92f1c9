//! A line of an order: where its pieces are, step by step.

use super::replace::ReplaceForm;
use crate::components::{Cell, Fold, Go, Head, Photo, Progress, Table, Tone};
use crate::coordinator::orders::progress;
use crate::coordinator::split::{PoolOf, address};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::order::{LineView, StepView};
use ledger::values::ids::OrderId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// What is at each step, and the ways to split what waits.
#[component]
pub(super) fn LineOfOrder(
    order: OrderId,
    line: LineView,
    /// Whether its first pool is the thing to do next.
    first: bool,
) -> impl IntoView {
    let pools: Vec<_> = line
        .steps
        .iter()
        .filter(|step| step.pool.any())
        .enumerate()
        .map(|(place, step)| {
            let href = address(&[PoolOf { line: line.id, step: step.no }]);
            let tone = if first && place == 0 { Tone::Next } else { Tone::Plain };
            let words = t!("order-split", step = &step.name, n = step.pool);
            view! { <Go href tone>{words}</Go> }
        })
        .collect();
    let rows: Vec<_> = line.steps.iter().map(row).collect();
    let replaceable = line.replaceable();
    let here = format!("line-{}", line.no);
    let named = t!("style-named", name = &line.style_name, code = &line.style_code);
    let about = t!("order-line-about", n = line.ordered, price = words::money(line.price), pack = line.pack);
    view! {
        <article class="line stack" id=here>
            <div class="seen">
                <Photo picture=line.photo of=line.style_name.clone()/>
                <div><h3>{named}</h3><small>{about}</small></div>
            </div>
            {(!pools.is_empty()).then(|| view! { <div class="row">{pools}</div> })}
            <Progress parts=progress::parts(&line.at)/>
            {line.replaced.any().then(|| view! { <small>{t!("order-replaced-so-far", n = line.replaced)}</small> })}
            {line.at.surplus.any().then(|| view! { <small>{t!("order-surplus", n = line.at.surplus)}</small> })}
            <Fold title=t!("order-steps")>
                <Table
                    caption=t!("order-steps")
                    quiet=true
                    stack=true
                    heads=vec![
                        Head::words(t!("thing-step")),
                        Head::number(t!("place-pool")),
                        Head::number(t!("place-hand")),
                        Head::number(t!("place-redo")),
                        Head::number(t!("order-passed")),
                        Head::number(t!("place-scrapped")),
                    ]
                >
                    <tbody>{rows}</tbody>
                </Table>
            </Fold>
            {replaceable.any().then(|| view! { <ReplaceForm order line=line.id replaceable replaced=line.replaced/> })}
        </article>
    }
}

fn row(step: &StepView) -> Markup {
    let number = |n: Pieces, label: String| view! { <Cell label number=true>{words::count(n)}</Cell> };
    view! {
        <tr>
            <th scope="row">
                {step.name.clone()}
                <small class="quiet">{step.rate.map_or_else(|| t!("order-no-rate"), |rate| t!("order-rate", rate = rate))}</small>
            </th>
            {number(step.pool, t!("place-pool"))}
            {number(step.hand, t!("place-hand"))}
            {number(step.redo, t!("place-redo"))}
            {number(step.passed, t!("order-passed"))}
            {number(step.scrapped, t!("place-scrapped"))}
        </tr>
    }
    .into_markup()
}
