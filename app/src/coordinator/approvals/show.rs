//! One proposal: what would happen, and the answer.

use crate::addresses;
use crate::components::{
    Confirm, Fact, Facts, Field, Fold, Form, Go, Hidden, Link, Notice, Page, Panel, Submit, Tone, entries_list, load,
    pay_changes,
};
use crate::coordinator::approvals::answer::Decline;
use crate::coordinator::approvals::answer::Withdraw;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, OpenBooks, Problem, as_coordinator, param};
use crate::words::{self, events};
use ledger::journal::Event;
use ledger::model::{Approve, Closed, End, Proposal};
use ledger::store::reads::approval::ProposalView;
use ledger::values::ids::EventId;
use leptos::prelude::*;

/// `/approvals/:proposal`
#[component]
pub fn ProposalPage() -> impl IntoView {
    let id = param::<EventId>("proposal");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let view = books.proposal(id).await?.ok_or(Problem::NotFound)?;
        let below = match view.proposal.closed {
            Some(closed) => ended(&mut books, closed).await?,
            None if view.proposal.by == asking.actor => own(&view.proposal),
            None => to_answer(&asking, &mut books, &view).await?,
        };
        Ok(page(&view, below))
    })
}

fn page(view: &ProposalView, below: Markup) -> Markup {
    let ProposalView { proposal, entry, names } = view;
    let what = events::describe_proposal(proposal, entry.undoes.as_deref(), names);
    let (who, when) = (events::actor(proposal.by, names), words::moment(entry.event.at));
    let day = proposal.day.map_or_else(|| t!("approval-day-then"), words::day);
    let lines: Vec<_> = what.lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect();
    let note = words::note(entry.event.note.as_str());
    let note = (!note.is_empty()).then(|| view! { <p>"“" {note} "”"</p> });
    view! {
        <Page title=t!("approval-proposed", what = what.kind) lead=what.about back=Link::to(addresses::today(), t!("nav-today"))>
            <Panel>
                <Facts>
                    <Fact label=t!("approval-who")>{who}</Fact>
                    <Fact label=t!("approval-when")>{when}</Fact>
                    <Fact label=t!("approval-day")>{day}</Fact>
                </Facts>
                {(!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })}
                {note}
            </Panel>
            {below}
        </Page>
    }
    .into_markup()
}

/// What approving would do, or why it cannot be done now; and the way to decline.
async fn to_answer(asking: &Asking, books: &mut OpenBooks, view: &ProposalView) -> Result<Markup, Problem> {
    let id = view.proposal.id;
    let approve = match asking.rehearse(books, Approve { proposal: id }).await {
        Ok(event) => approve(&event, view),
        Err(problem @ Problem::Refused { .. }) => {
            let why = problem.words();
            view! {
                <Notice tone=Tone::Warn title=t!("approval-cannot")>
                    <p>{why}</p>
                    <p>{t!("approval-cannot-how")}</p>
                </Notice>
            }
            .into_markup()
        }
        Err(other) => return Err(other),
    };
    let decline = view! {
        <Fold title=t!("approval-decline") action=Decline::target()>
            <Form action=Decline::target()>
                <Hidden name="proposal" value=id/>
                <Field name="reason" label=t!("approval-decline-why") hint=t!("approval-decline-hint") max=120/>
                <Submit tone=Tone::Plain>{t!("approval-decline-do")}</Submit>
            </Form>
        </Fold>
    };
    Ok(view! { {approve} {decline} }.into_markup())
}

fn approve(event: &Event, view: &ProposalView) -> Markup {
    let ProposalView { proposal, entry, names } = view;
    let mut entries = events::entries(event, names);
    if entries.is_empty() {
        // A rate moves nothing: it is itself all that is recorded.
        entries.push(events::describe_proposal(proposal, entry.undoes.as_deref(), names).short());
    }
    let (entries, pay, id) = (entries_list(entries), pay_changes(event, names), proposal.id);
    view! {
        <Confirm action=super::answer::Approve::target() act=t!("approval-do") tone=Tone::Next back=addresses::today()>
            <p>{t!("approval-would")}</p>
            {entries}
            {(!pay.is_empty()).then(|| view! { <ul>{pay}</ul> })}
            <Hidden name="proposal" value=id/>
        </Confirm>
    }
    .into_markup()
}

/// The one who proposed it sees that it waits, and may take it back.
fn own(proposal: &Proposal) -> Markup {
    let id = proposal.id;
    view! {
        <Notice tone=Tone::Warn title=t!("approval-lead")><p>{t!("approval-own")}</p></Notice>
        <Form action=Withdraw::target()>
            <Hidden name="proposal" value=id/>
            <Submit tone=Tone::Plain>{t!("approval-withdraw-do")}</Submit>
        </Form>
    }
    .into_markup()
}

/// How it ended, by whom and with which words.
async fn ended(books: &mut OpenBooks, closed: Closed) -> Result<Markup, Problem> {
    let found = books.journal_entry(closed.event).await?;
    let (record, names) = found.ok_or(Problem::NotFound)?;
    let (tone, title) = match closed.end {
        End::Approved => (Tone::Good, t!("approval-approved")),
        End::Declined => (Tone::Warn, t!("approval-declined")),
        End::Withdrawn => (Tone::Plain, t!("approval-withdrawn")),
    };
    let who = events::actor(record.event.actor, &names);
    let ended_by = t!("approval-ended", who = who, when = words::moment(record.event.at));
    let declined = closed.end == End::Declined;
    let reason = declined.then(|| view! { <p>"“" {record.event.note.to_string()} "”"</p> });
    let see = (closed.end == End::Approved).then(|| {
        let entry = addresses::correct(closed.event);
        view! { <Go href=entry>{t!("approval-see")}</Go> }
    });
    Ok(view! { <Notice tone title><p>{ended_by}</p> {reason} {see}</Notice> }.into_markup())
}
