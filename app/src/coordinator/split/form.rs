//! The form of a split: what to decide, who gets how many, and the button that issues it.

use super::issue_split::IssueSplit;
use super::job::{JobPanel, sum};
use super::names::{names, one_order};
use super::person::{PersonRow, some};
use super::plan::{Board, Choices, PlanText, SplitOutcome, name};
use super::pool::{PoolOf, address};
use crate::addresses;
use crate::components::{Choice, Draft, Form, Head, Hidden, Panel, Pick, Submit, Table};
use crate::form_target::PostTarget;
use crate::islands::LiveForm;
use crate::markup::{IntoMarkup, Markup};
use ledger::split::Policy;
use ledger::store::reads::split::SplitPage as Pools;
use ledger::values::day::Day;
use leptos::prelude::*;

/// Jobs above, people below.
#[component]
pub(super) fn SplitForm(
    pools: Pools,
    board: Board,
    choices: Choices,
    outcome: SplitOutcome,
    today: Day,
) -> impl IntoView {
    let order = one_order(&pools.pools).map(|pool| pool.order);
    let text = PlanText { board: &board, outcome: &outcome, policy: choices.policy };
    let (last, all) = (text.last(), text.sum_of_all());
    view! {
        <Form action=IssueSplit::target()>
            // What Enter presses: it only works out again.
            <button class="sr" formaction=addresses::split() formmethod="get" formnovalidate tabindex="-1" aria-hidden="true"></button>
            {order.map(|order| view! { <Hidden name="order" value=order/> })}
            // Made inside the form: a field asks the form around it what was typed.
            {
                let text = PlanText { board: &board, outcome: &outcome, policy: choices.policy };
                jobs(&pools, &text, today)
            }
            <Panel>
                <Choice
                    name=name::POLICY
                    label=t!("split-policy")
                    options=policies()
                    value=code(choices.policy)
                />
                {legend()}
                <Table
                    caption=t!("split-caption")
                    quiet=true
                    stack=true
                    heads=vec![Head::words(t!("split-takes")), Head::words(t!("split-share"))]
                >
                    <tbody class="plan">
                        {
                            let text = PlanText { board: &board, outcome: &outcome, policy: choices.policy };
                            people(&pools, &text, &choices)
                        }
                    </tbody>
                </Table>
                <p class="sum" id="last" role="status" data-live>{some(last)}</p>
                <LiveForm address=addresses::split().to_string() cut_off=t!("split-cut-off")/>
            </Panel>
            <div class="row">
                <button class="button pale" formaction=addresses::split() formmethod="get" formnovalidate>{t!("split-again")}</button>
            </div>
            <p class="quiet">{t!("split-how")}</p>
            // In sight wherever one is in the list: what is given so far, and the button.
            <div class="dock"><p id="all" data-live>{sum(all)}</p><Submit>{t!("split-issue")}</Submit></div>
        </Form>
    }
    .into_markup()
}

/// What the parts of the bars are.
fn legend() -> Markup {
    let parts = [
        ("home", t!("split-bar-home")),
        ("given", t!("split-bar-given")),
        ("free", t!("split-bar-free")),
        ("over", t!("split-bar-over")),
    ];
    let part = |(class, words)| {
        view! { <li><svg class="bar" aria-hidden="true"><rect class=class width="100%" height="100%"/></svg>{words}</li> }
    };
    view! { <ul class="legend">{parts.map(part).into_iter().collect::<Vec<_>>()}</ul> }.into_markup()
}

fn jobs(pools: &Pools, text: &PlanText<'_>, today: Day) -> Vec<Markup> {
    let all: Vec<_> = pools.pools.iter().map(PoolOf::of).collect();
    let jobs = pools.pools.iter().zip(names(&pools.pools)).enumerate().zip(&all);
    jobs.map(|((place, (pool, what)), &of)| {
        let others: Vec<_> = all.iter().copied().filter(|other| *other != of).collect();
        let without = (!others.is_empty()).then(|| address(&others));
        let due = text.outcome.due(place).unwrap_or(pool.due);
        let (given, left) = (text.sum(place), text.left(place));
        view! { <JobPanel pool=pool.clone() what place of due given left today without/> }.into_markup()
    })
    .collect()
}

fn people(pools: &Pools, text: &PlanText<'_>, choices: &Choices) -> Vec<Markup> {
    // Where there is but one job, its name is left out of each share.
    let jobs: Vec<_> = match pools.pools.as_slice() {
        [_] => vec![None],
        pools => names(pools).into_iter().map(Some).collect(),
    };
    let people = pools.workers.iter().enumerate();
    people.map(|(at, able)| PersonRow { able, at, jobs: &jobs, text, choices }.view()).collect()
}

fn policies() -> Vec<Pick> {
    [Policy::Fair, Policy::Even, Policy::Fastest]
        .into_iter()
        .map(|policy| {
            let (words, note) = match policy {
                Policy::Fair => (t!("split-policy-fair"), t!("split-policy-fair-note")),
                Policy::Even => (t!("split-policy-even"), t!("split-policy-even-note")),
                Policy::Fastest => (t!("split-policy-fastest"), t!("split-policy-fastest-note")),
            };
            Pick::new(code(policy), words).note(note)
        })
        .collect()
}

const fn code(policy: Policy) -> &'static str {
    match policy {
        Policy::Fair => "fair",
        Policy::Even => "even",
        Policy::Fastest => "fastest",
    }
}

/// A refused form whose shares were made again but for those that are kept, and whether any of them changed by that.
pub(super) fn with_new_shares(
    draft: &Draft,
    board: &Board,
    choices: &Choices,
    outcome: &SplitOutcome,
) -> (Draft, bool) {
    let (mut draft, mut redone) = (draft.clone(), false);
    for (at, person) in board.people.iter().enumerate() {
        for (job, _) in person.pace.iter().enumerate().filter(|(_, pace)| pace.is_some()) {
            if choices.kept(at, job).is_some() {
                draft.fields.insert(name::kept(person.id, job), "true".to_owned());
            } else {
                let pieces = outcome.pieces(at, job).to_string();
                let typed = draft.fields.insert(name::pieces(person.id, job), pieces.clone());
                redone |= typed.is_some_and(|typed| typed != pieces);
            }
        }
    }
    (draft, redone)
}
