//! Undoing an event 冲正: what it would change is shown before it is done.

use crate::addresses::{self, Address};
use crate::components::{
    Confirm, Fact, Facts, Field, Go, Hidden, Link, Notice, Page, Panel, SpokenWord, Tone, entries_list, load,
    pay_changes, seen_in,
};
use crate::coordinator::approvals;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Done, OpenBooks, Problem, as_coordinator, field, go, param, query};
use crate::words;
use crate::words::events::{self, Reader};
use ledger::Command;
use ledger::journal::Event;
use ledger::model;
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;
use ledger::values::ids::EventId;
use ledger::values::text::Note;
use leptos::prelude::*;

/// `/correct/:event?then=PATH`: the event itself, and the way to undo it where there is one.
#[component]
pub fn CorrectPage() -> impl IntoView {
    let id = param::<EventId>("event");
    let then: Option<String> = query("then");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let found = books.journal_entry(id).await?;
        let (record, names) = found.ok_or(Problem::NotFound)?;
        let then = own_page(&then.unwrap_or_default());
        let below = undoing(&asking, &mut books, &record, &names, &then).await?;
        let reviews = reviews(&mut books, id).await?;
        Ok(page(&record, &names, then, view! { {reviews} {below} }.into_markup()))
    })
}

/// Workers’ reviews of an entry, with the answers.
///
/// # Errors
/// [`Problem`] when the database fails.
pub async fn reviews(books: &mut OpenBooks, event: EventId) -> Result<Option<Markup>, Problem> {
    let reviews = books.said_about(event).await?;
    let rows = reviews.iter().map(|(who, review)| {
        let her = t!("worker-named", number = &who.number, name = &who.name);
        let spoken = review.spoken.map(|recording| view! { <SpokenWord recording/> });
        view! { <li><b>{her}</b> " " {words::review(review)} {spoken}</li> }
    });
    let rows: Vec<_> = rows.collect();
    Ok((!rows.is_empty()).then(|| view! { <Panel title=t!("review-title")><ul>{rows}</ul></Panel> }.into_markup()))
}

/// A page of ours; anything else leads to the journal.
fn own_page(then: &str) -> Address {
    Address::local(then).unwrap_or_else(addresses::journal)
}

fn page(record: &JournalEntry, names: &Names, then: Address, below: Markup) -> Markup {
    let event = &record.event;
    let description = events::describe(record, names);
    let (day, when) = (words::day(event.day), words::moment(event.at));
    let who = events::actor(event.actor, names);
    let number = event.seq.to_string();
    let lines: Vec<_> = description.lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect();
    let note = words::note(event.note.as_str());
    let note = (!note.is_empty()).then(|| view! { <p>"“" {note} "”"</p> });
    let (seen, entries) = (seen_in(event, names), entries_list(events::entries(event, names)));
    view! {
        <Page title=description.kind lead=description.about back=Link::to(then, t!("correct-back"))>
            <Panel>
                <Facts>
                    <Fact label=t!("correct-day")>{day}</Fact>
                    <Fact label=t!("correct-entered")>{when}</Fact>
                    <Fact label=t!("journal-who")>{who}</Fact>
                    <Fact label=t!("correct-number")>{number}</Fact>
                </Facts>
                {seen}
                <ul>{lines}</ul>
                {note}
                {entries}
            </Panel>
            {below}
        </Page>
    }
    .into_markup()
}

/// What undoing it would change, with the form; or why it cannot be undone.
async fn undoing(
    asking: &Asking,
    books: &mut OpenBooks,
    record: &JournalEntry,
    names: &Names,
    then: &Address,
) -> Result<Markup, Problem> {
    if let Some(undone) = &record.undone {
        let title = t!("correct-done", day = undone.day, reason = &undone.reason);
        let by = addresses::correct(undone.by);
        return Ok(view! { <Notice tone=Tone::Warn title=title><a href=by>{t!("correct-done-see")}</a></Notice> }
            .into_markup());
    }
    if let Some(undone) = record.undoes.as_ref().filter(|_| record.event.reverses.is_some()) {
        let first = addresses::correct(undone.id);
        return Ok(view! {
            <Notice title=t!("correct-is-correction")><a href=first>{t!("correct-see-first")}</a></Notice>
        }
        .into_markup());
    }
    if let Some(waits) = approvals::correction(books, record.event.id).await? {
        return Ok(waits);
    }
    // A reason will be typed; here it only must not be missing.
    let reason = Note::parse("…").unwrap_or_default();
    match asking.rehearse(books, model::Correct { event: record.event.id, reason }).await {
        Ok(event) => Ok(form(&event, record, names, then)),
        Err(problem @ Problem::Refused { .. }) => {
            let why = problem.words();
            Ok(view! {
                <Notice tone=Tone::Warn title=t!("correct-cannot")>
                    <p>{why}</p>
                    <Go href=addresses::journal()>{t!("nav-journal")}</Go>
                </Notice>
            }
            .into_markup())
        }
        Err(other) => Err(other),
    }
}

fn form(correction: &Event, record: &JournalEntry, names: &Names, then: &Address) -> Markup {
    let undone = record.event.id;
    let back_again = events::order_changes(record, names, Reader::Coordinator);
    let back_again = back_again.into_iter().map(|what| t!("change-taken-back", what = what));
    let back_again: Vec<_> = back_again.map(|line| view! { <li>{line}</li> }).collect();
    let photo = match &record.event.asked {
        Command::SetPhoto(ask) if ask.was.is_none() => Some(t!("photo-back-none")),
        Command::SetPhoto(_) => Some(t!("photo-back")),
        _ => None,
    };
    let photo = photo.map(|line| view! { <li>{line}</li> });
    let pay = pay_changes(correction, names);
    let entries = entries_list(events::entries(correction, names));
    let (back, then) = (then.clone(), then.clone());
    view! {
        <Confirm action=Correct::target() act=t!("correct-do") back=back>
            <p>{t!("correct-what")}</p>
            {entries}
            <ul>{back_again} {photo} {pay}</ul>
            <p class="quiet">{t!("correct-kept")}</p>
            <Hidden name="what" value=undone/>
            <Hidden name="then" value=then/>
            <Field name="reason" label=t!("correct-reason") hint=t!("correct-reason-hint")/>
        </Confirm>
    }
    .into_markup()
}

/// Undoes the event `what`, then goes to the page `then`.
#[server(prefix = "/api", endpoint = "correct")]
pub async fn correct(
    event: String,
    what: String,
    reason: String,
    #[server(default)] then: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let ask = model::Correct { event: field::id("what", &what)?, reason: field::note("reason", &reason)? };
    let event = asking.perform(&event, None, ask).await.map_err(|problem| problem.at("reason"))?;
    go(own_page(&then), Done::Corrected.unless_waiting([&event]))
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn after_a_correction_only_pages_of_ours_are_gone_to() {
        assert_eq!(own_page("/workers/4?before=9").as_str(), "/workers/4?before=9");
        for elsewhere in
            ["", "https://example.org", "//example.org", "/\\example.org", "javascript:alert(1)", "/a\r\nb"]
        {
            assert_eq!(own_page(elsewhere).as_str(), "/journal", "{elsewhere}");
        }
    }
}
