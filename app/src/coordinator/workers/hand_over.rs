//! When she cannot go on: her unmade pieces come back, and are split again among the others.

use crate::addresses;
use crate::components::{
    Cell, Empty, Field, Form, Head, Hidden, Link, Number, Page, Panel, Photo, Submit, Table, load,
};
use crate::coordinator::split::{PoolOf, split_again};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go, param};
use crate::words;
use ledger::journal::Place;
use ledger::model::TakeBack;
use ledger::store::reads::names::Names;
use ledger::store::reads::worker::HeldIssue;
use ledger::values::ids::{IssueId, WorkerId};
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(prefix = "/api", endpoint = "hand_over")]
pub async fn hand_over(
    event: String,
    worker: String,
    /// Unmade pieces by issue: `i12`.
    #[server(default)]
    pieces: BTreeMap<String, String>,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker: WorkerId = field::id("worker", &worker)?;
    let mut parts = Vec::new();
    for (issue, typed) in &pieces {
        let name = ["pieces[", issue, "]"].concat();
        let unmade = field::pieces_or_none(&name, typed)?;
        if unmade.any() {
            parts.push((field::id(&name, issue.trim_start_matches('i'))?, unmade));
        }
    }
    let done = asking.perform(&event, None, TakeBack { parts, note: field::note("note", &note)? }).await?;
    // What came back to each pool is split again, and no more: what waits there besides has its own day.
    let mut back: Vec<(PoolOf, Pieces)> = Vec::new();
    for moved in &done.moves {
        let Place::Pool { line, step } = moved.to else { continue };
        let of = PoolOf { line, step };
        match back.iter_mut().find(|(pool, _)| *pool == of) {
            Some((_, pieces)) => *pieces = *pieces + moved.pieces,
            None => back.push((of, moved.pieces)),
        }
    }
    if back.is_empty() {
        return go(addresses::worker(worker), Done::TakenBack);
    }
    go(split_again(&back).with("spare", worker), Done::TakenBack)
}

/// `/workers/:id/hand-over`
#[component]
pub fn HandOverPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let found = asking.read().await?.of_worker(id).worker_page(asking.today, None).await?;
        let worker = found.ok_or(Problem::NotFound)?;
        let redo: Pieces = worker.held.iter().map(|held| held.redo).sum();
        let held: Vec<_> = worker.held.into_iter().filter(|held| held.hand.any()).collect();
        let name = worker.worker.name.to_string();
        let back = Link::to(addresses::worker(id), name.clone());
        let body = if held.is_empty() {
            view! { <Empty title=t!("worker-held-none")>""</Empty> }.into_markup()
        } else {
            form(id, held, &worker.names)
        };
        let redo = redo.any().then(|| view! { <p class="quiet">{t!("hand-over-redo", n = redo)}</p> });
        let away = view! {
            <p class="quiet">
                {t!("hand-over-away")} " " <a href=addresses::edit_worker(id)>{t!("hand-over-minutes")}</a>
            </p>
        };
        Ok(view! {
            <Page title=t!("hand-over-title", name = name) lead=t!("hand-over-lead") back>{body}{redo}{away}</Page>
        }
        .into_markup())
    })
}

fn form(id: WorkerId, held: Vec<HeldIssue>, names: &Names) -> Markup {
    let names = names.clone();
    view! {
        <Panel>
            <Form action=HandOver::target()>
                <Hidden name="worker" value=id/>
                <Table
                    caption=t!("worker-held")
                    quiet=true
                    stack=true
                    heads=vec![
                        Head::words(t!("worker-book-what")),
                        Head::number(t!("place-hand")),
                        Head::number(t!("back-pieces")),
                    ]
                >
                    <tbody>{held.into_iter().map(|held| row(&held, &names)).collect::<Vec<_>>()}</tbody>
                </Table>
                <Field name="note" label=t!("back-note") optional=true/>
                <Submit>{t!("hand-over-do")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

fn row(held: &HeldIssue, names: &Names) -> Markup {
    let (IssueId(id), hand) = (held.issue, held.hand);
    let order = names.ordered_as(held.issue).unwrap_or_default();
    let what = t!("split-of-order", order = order, what = super::show::style_and_step(held.issue, names));
    let since = words::short_day(held.day);
    let label = t!("hand-over-of", what = &what, day = &since);
    let when = t!("hand-over-when", due = words::short_day(held.due), day = since);
    view! {
        <tr>
            <th scope="row"><Photo picture=held.photo of=what.clone()/> {what}<small class="quiet">{when}</small></th>
            <Cell label=t!("place-hand") number=true>{words::count(hand)}</Cell>
            <Cell label=t!("back-pieces") number=true>
                <Number
                    bare=true
                    optional=true
                    name=format!("pieces[i{id}]")
                    label
                    value=hand
                />
            </Cell>
        </tr>
    }
    .into_markup()
}
