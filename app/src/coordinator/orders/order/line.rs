//! A line of an order: where its pieces are, step by step.

use super::replace::ReplaceForm;
use crate::components::{Cell, Fact, Facts, Go, Head, Panel, Photo, Progress, Table, Tone};
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
pub(super) fn LinePanel(
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
    view! {
        <Panel title=t!("style-named", name = &line.style_name, code = &line.style_code) id=format!("line-{}", line.no)>
            <Photo picture=line.photo of=line.style_name.clone()/>
            <Facts>
                <Fact label=t!("order-ordered")>{t!("n-pieces", n = line.ordered)}</Fact>
                <Fact label=t!("order-price")>{words::money(line.price)}</Fact>
                <Fact label=t!("order-pack")>{t!("n-pieces", n = line.pack)}</Fact>
                {line.at.surplus.any().then(|| view! { <Fact label=t!("place-surplus")>{t!("n-pieces", n = line.at.surplus)}</Fact> })}
                {line.replaced.any().then(|| view! { <Fact label=t!("order-replaced")>{t!("n-pieces", n = line.replaced)}</Fact> })}
            </Facts>
            <Progress parts=progress::parts(&line.at)/>
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
            {(!pools.is_empty()).then(|| view! { <div class="row">{pools}</div> })}
            {replaceable.any().then(|| view! { <ReplaceForm order line=line.id replaceable replaced=line.replaced/> })}
        </Panel>
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
