//! All that happened, newest first.

use crate::addresses::{self, Address};
use crate::components::{
    Day as DayField, Empty, Fold, Form, Go, Head, Page, Pager, Panel, Pick, Select, Submit, Table, Tone, entries_list,
    load, seen_in,
};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator_or_helper, query};
use crate::words::{self, events};
use ledger::Command;
use ledger::store::reads::Who;
use ledger::store::reads::journal::{Filter, JournalView};
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;
use ledger::values::day::Day;
use ledger::values::ids::Seq;
use leptos::prelude::*;

/// `/journal?kind=…&worker=…&day=…&before=SEQ`; for a helper what she entered herself.
#[component]
pub fn JournalPage() -> impl IntoView {
    let kind: Option<String> = query("kind");
    let filter = Filter {
        kind: Command::KINDS.iter().find(|known| Some(**known) == kind.as_deref()).copied(),
        worker: query("worker"),
        day: query("day"),
        by: None,
    };
    let before = query("before").map(Seq);
    load(async move {
        let asking = as_coordinator_or_helper()?;
        let mut books = asking.read().await?;
        if !asking.sees_money() {
            let own = Filter { by: Some(asking.actor), ..Filter::default() };
            return Ok(own_page(books.journal_page(own, before).await?, before.is_some()));
        }
        let view = books.journal_page(filter, before).await?;
        let workers = books.worker_names().await?;
        Ok(page(view, filter, workers, before.is_some()))
    })
}

/// What a helper entered herself: what sort, of whose work, and whether it was undone; no money, and nothing to be undone.
fn own_page(view: JournalView, paged: bool) -> Markup {
    let JournalView { entries, older, names } = view;
    let newer = paged.then(addresses::journal);
    let older = older.map(|seq| addresses::journal().with("before", seq));
    let none = entries.is_empty().then(|| view! { <Empty title=t!("journal-none")/> });
    let rows: Vec<_> = entries.iter().map(|entry| own_row(entry, &names)).collect();
    view! {
        <Page title=t!("nav-own-entries") lead=t!("journal-own-lead")>
            {none}
            {(!rows.is_empty()).then(|| view! { <Panel><ul class="stack">{rows}</ul></Panel> })}
            <Pager newer older/>
        </Page>
    }
    .into_markup()
}

fn own_row(entry: &JournalEntry, names: &Names) -> Markup {
    let events::Description { kind, about, lines } = events::describe(entry, names);
    let day = words::day(entry.event.day);
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <small>{line}</small> }).collect();
    let undone = undone(entry);
    let class = if entry.undone.is_some() { "tale undone" } else { "tale" };
    view! { <li class=class><small class="quiet">{day}</small>{seen_in(&entry.event, names)}<b>{kind}</b> " " <span>{about}</span>{lines}{undone}</li> }
        .into_markup()
}

fn page(view: JournalView, filter: Filter, workers: Vec<Who>, paged: bool) -> Markup {
    let JournalView { entries, older, names } = view;
    let here = address(filter, None);
    let newer = paged.then(|| here.clone());
    let older = older.map(|seq| address(filter, Some(seq)));
    let filtered = filter != Filter::default();
    let list = if entries.is_empty() {
        let all = filtered.then(|| view! { <Go href=addresses::journal()>{t!("journal-none-do")}</Go> });
        view! { <Empty title=t!("journal-none")>{all}</Empty> }.into_markup()
    } else {
        table(entries, &names, &here)
    };
    view! {
        <Page title=t!("nav-journal") lead=t!("journal-lead") wide=true>
            <Fold title=t!("journal-filter") open=filtered>{choose(filter, workers)}</Fold>
            <Panel>{list}</Panel>
            <Pager newer older/>
        </Page>
    }
    .into_markup()
}

/// The address of a page of the journal.
fn address(filter: Filter, before: Option<Seq>) -> Address {
    let page = addresses::journal().with_some("kind", filter.kind).with_some("worker", filter.worker);
    page.with_some("day", filter.day).with_some("before", before)
}

fn choose(filter: Filter, workers: Vec<Who>) -> Markup {
    // An approval is of the sort of what it approved.
    let kinds = Command::KINDS.iter().filter(|kind| **kind != "approve");
    let kinds = kinds.map(|kind| Pick::new(kind, events::kind(kind))).collect();
    let workers = workers.into_iter().map(|who| Pick::new(who.id, who.name).note(who.number)).collect();
    let day: Option<Day> = filter.day;
    view! {
        <Form action=addresses::journal() get=true inline=true>
            <Select name="kind" label=t!("journal-filter-kind") options=kinds value=filter.kind.unwrap_or_default() optional=true/>
            <Select name="worker" label=t!("journal-filter-worker") options=workers value=filter.worker.map(|id| id.to_string()) optional=true/>
            <DayField name="day" label=t!("journal-filter-day") value=day optional=true/>
            <Submit tone=Tone::Plain>{t!("journal-filter-do")}</Submit>
        </Form>
    }
    .into_markup()
}

fn table(entries: Vec<JournalEntry>, names: &Names, here: &Address) -> Markup {
    let rows: Vec<_> = entries.iter().map(|entry| row(entry, names, here)).collect();
    view! {
        <Table
            caption=t!("nav-journal")
            quiet=true
            stack=true
            heads=vec![
                Head::words(t!("journal-when")),
                Head::words(t!("journal-what")),
                Head::act(t!("journal-undo")),
            ]
        >
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_markup()
}

fn row(entry: &JournalEntry, names: &Names, here: &Address) -> Markup {
    let event = &entry.event;
    let description = events::describe(entry, names);
    let day = words::day(event.day);
    let lines: Vec<_> = description.lines.into_iter().map(|line| view! { <small>{line}</small> }).collect();
    let note = words::note(event.note.as_str());
    let note = (!note.is_empty()).then(|| view! { <small>"“" {note} "”"</small> });
    let undone = undone(entry);
    let undo = entry.may_be_undone().then(
        || view! { <a class="quiet" href=addresses::correct(event.id).with("then", here)>{t!("journal-undo")}</a> },
    );
    let look = matches!(event.asked, Command::Propose(_)).then(|| {
        let look = addresses::approval(event.id);
        view! { <a class="quiet" href=look>{t!("approval-look-at")}</a> }
    });
    let class = entry.undone.is_some().then_some("undone");
    let entered = t!("journal-entered", who = events::actor(event.actor, names), when = words::moment(event.at));
    let detail = detail(entry, names);
    view! {
        <tr class=class id=format!("e{}", event.seq)>
            <th scope="row">{day}<small class="quiet">"№ " {event.seq.to_string()}</small></th>
            <td class="tale">{seen_in(event, names)}<b>{description.kind}</b> " " <span>{description.about}</span>{lines}{note}{undone}<small class="quiet">{entered}</small>{detail}</td>
            <td>{undo}{look}</td>
        </tr>
    }
    .into_markup()
}

/// That it was undone, when and why.
fn undone(entry: &JournalEntry) -> Option<Markup> {
    let undone = entry.undone.as_ref()?;
    let words = t!("journal-undone", day = words::short_day(undone.day), reason = &undone.reason);
    Some(view! { <small>{words}</small> }.into_markup())
}

/// The moves and transfers of an event, folded away.
fn detail(entry: &JournalEntry, names: &Names) -> Option<Markup> {
    let entries = events::entries(&entry.event, names);
    (!entries.is_empty())
        .then(|| view! { <Fold title=t!("journal-detail")>{entries_list(entries)}</Fold> }.into_markup())
}
