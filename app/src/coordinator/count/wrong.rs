//! A count that was wrong: undone, and entered again with its old numbers to start from.

use crate::addresses;
use crate::components::{Confirm, Empty, Fact, Facts, Field, Go, Hidden, Link, Page, load, seen_in};
use crate::coordinator::approvals;
use crate::coordinator::journal::reviews;
use crate::coordinator::photos;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go, param};
use crate::words::{self, events};
use ledger::model::Correct;
use ledger::store::reads::count::EnteredCount;
use ledger::values::ids::{EventId, WorkerId};
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "recount")]
pub async fn recount(event: String, worker: String, count: String, reason: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker: WorkerId = field::id("worker", &worker)?;
    let count: EventId = field::id("count", &count)?;
    let ask = Correct { event: count, reason: field::note("reason", &reason)? };
    let event = asking.perform(&event, None, ask).await?;
    match Done::Corrected.unless_waiting([&event]) {
        Done::Corrected => go(addresses::count().with("worker", worker).with("again", count), Done::Corrected),
        // It stands until it is undone: there is nothing yet to count again.
        waits => go(addresses::count().with("worker", worker), waits),
    }
}

/// `/count/wrong/:count`
#[component]
pub(crate) fn WrongCountPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let id = param::<EventId>("count")?;
        let mut books = asking.read().await?;
        let count = books.counts().one_count(id).await?.ok_or(Problem::NotFound)?;
        let waits = approvals::correction(&mut books, id).await?;
        let reviews = reviews(&mut books, id).await?;
        let counted = books.journal_entry(id).await?.map(|(entry, names)| {
            let lines = events::describe(&entry, &names).lines;
            let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect();
            view! { {seen_in(&entry.event, &names)} {lines} }.into_markup()
        });
        Ok(page(count, counted, reviews, waits))
    })
}

/// `counted`: of which work.
fn page(count: EnteredCount, counted: Option<Markup>, reviews: Option<Markup>, waits: Option<Markup>) -> Markup {
    let body = if count.corrected {
        let href = addresses::count().with("worker", count.who.id);
        let href = if count.to_enter_again { href.with("again", count.id) } else { href };
        view! { <Empty title=t!("count-corrected-already")><Go href>{t!("count-count-her")}</Go></Empty> }.into_markup()
    } else if let Some(waits) = waits {
        waits
    } else {
        view! {
            <Confirm action=Recount::target() act=t!("count-undo") back=addresses::count()>
                <Hidden name="worker" value=count.who.id/>
                <Hidden name="count" value=count.id/>
                <p>{t!("count-undo-how")}</p>
                <Field name="reason" label=t!("count-undo-why") value=t!("count-undo-usual") max=120 focus=true/>
            </Confirm>
        }
        .into_markup()
    };
    let bad_piece = photos::of_count(&count, &addresses::wrong_count(count.id));
    view! {
        <Page
            title=t!("count-wrong-title", name = &count.who.name)
            lead=words::day(count.day)
            back=Link::to(addresses::count(), t!("nav-count"))
        >
            <Facts>
                <Fact label=t!("flow-accepted")>{words::count(count.accepted)}</Fact>
                <Fact label=t!("flow-sent-back")>{words::count(count.rework)}</Fact>
                <Fact label=t!("flow-scrapped")>{words::count(count.scrapped)}</Fact>
                <Fact label=t!("count-earns")>{words::money(count.earned)}</Fact>
                {(!count.note.is_empty()).then(|| view! { <Fact label=t!("count-reason")>{words::note(&count.note)}</Fact> })}
            </Facts>
            {counted}
            {bad_piece}
            {reviews}
            {body}
        </Page>
    }
    .into_markup()
}
