//! The form of a split: what to decide, who gets how many, and the button that issues it.

use super::issue_split::IssueSplit;
use super::job::{JobPanel, sum};
use super::names::{names, one_order};
use super::person::{PersonRow, some, takes};
use super::plan::{Board, Choices, PlanText, SplitOutcome, name};
use super::pool::{PoolOf, address};
use crate::addresses;
use crate::components::{Choice, Draft, Fold, Form, Hidden, Pick, Submit};
use crate::form_target::PostTarget;
use crate::islands::LiveForm;
use crate::markup::{IntoMarkup, Markup};
use crate::request::query;
use ledger::split::Policy;
use ledger::store::reads::split::SplitPage as Pools;
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Who takes part and how it is shared above, then each job with its people.
#[component]
pub(super) fn SplitForm(
    pools: Pools,
    /// When the orders will be ready by what the village does, a line each.
    foretold: Vec<String>,
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
            {how_and_who(&pools, &choices, foretold)}
            {legend()}
            <div class="jobs">
                {
                    let text = PlanText { board: &board, outcome: &outcome, policy: choices.policy };
                    jobs(&pools, &text, &choices, today)
                }
            </div>
            <p class="sum" id="last" role="status" data-live>{some(last)}</p>
            <div class="row">
                <button class="button pale" formaction=addresses::split() formmethod="get" formnovalidate>{t!("split-again")}</button>
            </div>
            // In sight wherever one is in the list: what is given so far, and the button.
            <div class="dock">
                <p id="all" data-live>{sum(all)}</p>
                <LiveForm address=addresses::split().to_string() cut_off=t!("split-cut-off") undo=t!("split-undo")/>
                <Submit>{t!("split-issue")}</Submit>
            </div>
        </Form>
    }
    .into_markup()
}

/// When the orders will be ready as things went so far: beside the plan of the page, not in its place.
fn by_habit(foretold: Vec<String>) -> Option<Markup> {
    let orders: Vec<_> = foretold.into_iter().map(|order| view! { <li>{order}</li> }).collect();
    let list = |orders| view! { <h2>{t!("split-foretold-title")}</h2><p class="quiet">{t!("split-foretold-how")}</p><ul>{orders}</ul> };
    (!orders.is_empty()).then(|| list(orders).into_markup())
}

/// By what it is shared, among whom, and when the orders will be ready as things went so far.
fn how_and_who(pools: &Pools, choices: &Choices, foretold: Vec<String>) -> Markup {
    let people = pools.workers.iter().enumerate();
    let people: Vec<_> = people.map(|(at, able)| takes(able, at, choices)).collect();
    let policy = code(choices.policy);
    view! {
        <Fold title=t!("split-how-and-who")>
            <Choice name=name::POLICY label=t!("split-policy") options=policies() value=policy/>
            <fieldset>
                <legend>{t!("split-takes")}</legend>
                <div class="checks">{people}</div>
            </fieldset>
            <p class="quiet">{t!("split-how")}</p>
            {by_habit(foretold)}
        </Fold>
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

/// One job under the other, or where there are several, one at a time: what is chosen above is shown.
fn jobs(pools: &Pools, text: &PlanText<'_>, choices: &Choices, today: Day) -> Vec<Markup> {
    let all: Vec<_> = pools.pools.iter().map(PoolOf::of).collect();
    let called = names(&pools.pools);
    let several = all.len() > 1;
    let tabs = several.then(|| tabs(&called, shown(all.len())));
    let jobs = pools.pools.iter().zip(&called).enumerate().zip(&all);
    let jobs = jobs.map(|((place, (pool, what)), &of)| {
        let others: Vec<_> = all.iter().copied().filter(|other| *other != of).collect();
        let without = (!others.is_empty()).then(|| address(&others));
        let due = text.outcome.due(place).unwrap_or(pool.due);
        let (given, left) = (text.sum(place), text.left(place));
        let able = pools.workers.iter().enumerate();
        let able = able.filter(|(_, able)| able.pace.get(place).is_some_and(Option::is_some));
        let what_of = several.then_some(what.as_str());
        let people: Vec<_> =
            able.map(|(at, able)| PersonRow { able, at, job: place, what: what_of, text, choices }.view()).collect();
        let what = what.clone();
        let part = Some(Pieces(text.outcome.pool(place))).filter(|part| *part < pool.pieces);
        view! { <JobPanel pool=pool.clone() nostrip:part=part what place of due given left today without people/> }
            .into_markup()
    });
    tabs.into_iter().flatten().chain(jobs).collect()
}

/// Which job is shown at first: the one that a refusal is about, else the one that was shown.
fn shown(jobs: usize) -> usize {
    let draft = Draft::sent_to(&IssueSplit::target());
    let refused = draft.as_ref().and_then(|draft| draft.field.clone());
    let of_refused = refused.and_then(|field| field.strip_suffix(']')?.rsplit(['-', '[']).next()?.parse().ok());
    let typed = draft.and_then(|draft| draft.typed(name::SHOWN)?.parse().ok());
    let shown = of_refused.or(typed).or_else(|| query::<usize>(name::SHOWN)).unwrap_or(0);
    if shown < jobs { shown } else { 0 }
}

/// The jobs to choose from: buttons of one choice, which show what stands at the same place below.
fn tabs(called: &[String], shown: usize) -> Vec<Markup> {
    let tab = |(place, what): (usize, &String)| {
        let id = format!("tab-{place}");
        let (checked, value, label) = (place == shown, place.to_string(), what.clone());
        view! { <input type="radio" class="sr" name=name::SHOWN id=id value=value checked=checked aria-label=label/> }
            .into_markup()
    };
    let label = |(place, what): (usize, &String)| {
        let (id, what) = (format!("tab-{place}"), what.clone());
        view! { <label for=id>{what}</label> }.into_markup()
    };
    let labels: Vec<_> = called.iter().enumerate().map(label).collect();
    // Keys push it into sight too.
    let labels =
        view! { <div class="tabs" role="group" aria-label=t!("split-tabs") tabindex="0">{labels}</div> }.into_markup();
    called.iter().enumerate().map(tab).chain([labels]).collect()
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
