//! One worker: what she has, what she is owed, her record book.

use super::{contact, money};
use crate::addresses::{self, Address};
use crate::components::{
    Cell, Empty, Figure, Figures, Go, Head, Link, PaceTable, Page, Pager, Panel, Photo, SpokenWord, Table, Tag, Tone,
    load, seen_in, slips,
};
use crate::coordinator::approvals;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Problem, as_coordinator, param, query};
use crate::words::{self, events};
use ledger::Command;
use ledger::journal::Flow;
use ledger::model::{Review, Slip, Verdict};
use ledger::store::reads::book::BookKey;
use ledger::store::reads::names::Names;
use ledger::store::reads::pace::PaceRow;
use ledger::store::reads::worker::{BookPart, HeldIssue, WorkerEntry, WorkerView};
use ledger::values::ids::{IssueId, WorkerId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// `/workers/:id?before=DAY.SEQ`
#[component]
pub fn WorkerPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    let before = query::<BookKey>("before");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let found = books.of_worker(id).worker_page(asking.today, before).await?;
        let contact = contact::panel(id, &books.of_worker(id).contact().await?);
        let pace = books.of_worker(id).pace_of(asking.today).await?;
        let waiting = books.to_approve().await?;
        let waiting = approvals::rows(&waiting, |proposal| proposal.asked.worker() == Some(id));
        let settled = books.of_worker(id).slips_of().await?;
        let parts = Parts { contact, phones: phones(&asking, id).await?, waiting, pace };
        Ok(view(&asking, found.ok_or(Problem::NotFound)?, parts, &settled, before.is_some()))
    })
}

/// How many phones know her, with the way to her access; nothing where she has no card.
async fn phones(asking: &Asking, worker: WorkerId) -> Result<Markup, Problem> {
    if asking.store.cards().card_of(asking.workshop, worker).await?.is_none() {
        return Ok(().into_markup());
    }
    let n = asking.store.known_phones().of_worker(asking.workshop, worker, asking.now).await?.len();
    Ok(view! { <Go href=addresses::replace_card(worker)>{t!("known-of-her", n = n)}</Go> }.into_markup())
}

/// What her page shows besides her books.
struct Parts {
    contact: Markup,
    phones: Markup,
    waiting: Vec<Markup>,
    pace: Vec<PaceRow>,
}

fn view(asking: &Asking, view: WorkerView, parts: Parts, settled: &[Slip], paged: bool) -> Markup {
    let Parts { contact, phones, waiting, pace } = parts;
    let WorkerView { worker, owed, earned, held, book, older, names } = view;
    let id = worker.id;
    let here = addresses::worker(id);
    let hand: Pieces = held.iter().map(|held| held.hand + held.redo).sum();
    let unmade = held.iter().any(|held| held.hand.any());
    let lead = if worker.active {
        worker.number.to_string()
    } else {
        format!("{}\u{a0}· {}", worker.number, t!("worker-inactive"))
    };
    let (owed_label, tone) =
        if owed < Fen::ZERO { (t!("worker-overpaid"), Tone::Warn) } else { (t!("worker-owed"), Tone::Plain) };
    let month = words::month(asking.today);
    let newer = paged.then(|| here.clone());
    let older = older.map(|key| here.clone().with("before", key).at("book"));
    let record = record(book, &names, &here);
    let settled =
        slips(t!("slips-hers"), addresses::worker_slip_so_far(id), |until| addresses::worker_slip(id, until), settled);
    let top = (!paged).then(|| {
        view! {
            <Figures>
                <Figure value=words::money(owed) label=owed_label tone=tone/>
                <Figure value=words::money(earned) label=t!("worker-earned-month", month = month)/>
                <Figure value=words::count(hand) label=t!("worker-in-hand") unit=t!("unit-of", n = hand)/>
            </Figures>
            <div class="row">
                <Go href=addresses::edit_worker(id)>{t!("worker-edit")}</Go>
                <Go href=addresses::worker_book(id)>{t!("paper-go")}</Go>
                <Go href=addresses::worker_card(id)>{t!("worker-card")}</Go>
                {phones}
                {unmade.then(|| view! { <Go href=addresses::hand_over(id)>{t!("hand-over-go")}</Go> })}
            </div>
            {contact}
            {approvals::panel(t!("approval-of-her"), waiting)}
            <div class="two">
                {money::panel(id, owed)}
                {in_hand(held, &names)}
            </div>
            {settled}
            {(!pace.is_empty()).then(|| view! { <Panel title=t!("pace-title")><PaceTable rows=pace/></Panel> })}
        }
    });
    view! {
        <Page title=worker.name.to_string() lead=lead back=Link::to(addresses::workers(), t!("nav-workers")) wide=true>
            {top}
            <Panel title=t!("worker-book") id="book">{record}</Panel>
            <Pager newer older/>
        </Page>
    }
    .into_markup()
}

fn in_hand(held: Vec<HeldIssue>, names: &Names) -> Markup {
    let rows: Vec<_> = held.into_iter().map(|held| held_row(held, names)).collect();
    let inner = if rows.is_empty() {
        view! { <p class="quiet">{t!("worker-held-none")}</p> }.into_markup()
    } else {
        view! {
            <Table
                caption=t!("worker-held")
                quiet=true
                heads=vec![
                    Head::words(t!("worker-book-what")),
                    Head::number(t!("place-hand")),
                    Head::number(t!("place-redo")),
                ]
            >
                <tbody>{rows}</tbody>
            </Table>
        }
        .into_markup()
    };
    view! { <Panel title=t!("worker-held")>{inner}</Panel> }.into_markup()
}

fn held_row(held: HeldIssue, names: &Names) -> Markup {
    let days = format!(
        "{}\u{a0}· {}",
        t!("worker-held-since", day = words::short_day(held.day)),
        t!("worker-held-due", day = words::short_day(held.due))
    );
    let redo = held.redo.any().then(|| view! { <Tag tone=Tone::Warn>{words::count(held.redo)}</Tag> });
    let what = style_and_step(held.issue, names);
    view! {
        <tr>
            <th scope="row"><Photo picture=held.photo of=what.clone()/> {what}<small class="quiet">{days}</small></th>
            <td class="n">{held.hand.any().then(|| words::count(held.hand))}</td>
            <td class="n">{redo}</td>
        </tr>
    }
    .into_markup()
}

fn record(book: Vec<WorkerEntry>, names: &Names, page: &Address) -> Markup {
    if book.is_empty() {
        return view! { <Empty title=t!("worker-book-none")>""</Empty> }.into_markup();
    }
    let rows: Vec<_> = book.into_iter().map(|row| book_row(row, names, page)).collect();
    view! {
        <Table
            caption=t!("worker-book")
            quiet=true
            stack=true
            heads=vec![
                Head::words(t!("worker-book-day")),
                Head::words(t!("worker-book-what")),
                Head::number(t!("worker-book-money")),
                Head::number(t!("worker-book-owed")),
                Head::act(t!("worker-book-undo")),
            ]
        >
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_markup()
}

fn book_row(row: WorkerEntry, names: &Names, page: &Address) -> Markup {
    let event = &row.entry.event;
    let description = events::describe(&row.entry, names);
    let undo = row.entry.may_be_undone().then(|| {
        view! { <a class="quiet" href=addresses::correct(event.id).with("then", page)>{t!("worker-book-undo")}</a> }
    });
    let what = match &event.asked {
        Command::Issue(_) | Command::Split(_) => t!("worker-book-issued"),
        Command::Count(_) => t!("worker-book-counted"),
        _ if event.reverses.is_some() => description.short(),
        _ => description.kind,
    };
    let note = (!event.note.as_str().is_empty()).then(|| view! { <small>{words::note(event.note.as_str())}</small> });
    let undone = row.entry.undone.as_ref().map(|undone| {
        let (day, reason) = (words::short_day(undone.day), undone.reason.as_str());
        view! { <small>{t!("worker-book-undone", day = day, reason = reason)}</small> }
    });
    let class = row.entry.undone.is_some().then_some("undone");
    let money = (row.effect != Fen::ZERO).then(|| words::money(row.effect));
    let (day, parts) = (words::short_day(event.day), parts(&row.parts, names));
    let review: Vec<_> = row.reviews.iter().map(review).collect();
    view! {
        <tr class=class>
            <th scope="row">{day}</th>
            <td class="tale">{seen_in(event, names)}<b>{what}</b>{parts}{note}{undone}{review}</td>
            <Cell label=t!("worker-book-money") number=true>{money}</Cell>
            <Cell label=t!("worker-book-owed") number=true>{words::money(row.owed)}</Cell>
            <td>{undo}</td>
        </tr>
    }
    .into_markup()
}

/// What happened to each issue, a line each, with its rate.
fn parts(parts: &[BookPart], names: &Names) -> Vec<Markup> {
    parts
        .chunk_by(|one, other| one.issue == other.issue)
        .filter_map(|of_issue| {
            let issue = of_issue.first()?.issue;
            let counts: Vec<_> = of_issue.iter().map(part).collect();
            let rate = names.issues.get(&issue).map(|issue| t!("worker-book-rate", rate = issue.rate));
            Some(
                view! { <small>{style_and_step(issue, names)} "\u{a0}· " {counts.join("\u{a0}· ")} "\u{a0}· " {rate}</small> }
                    .into_markup(),
            )
        })
        .collect()
}

fn part(part: &BookPart) -> String {
    let n = if part.back { words::count(-part.pieces.0) } else { words::count(part.pieces) };
    // The row says already that it was issued or taken back.
    match part.flow {
        Flow::Issued | Flow::Returned | Flow::Reissued => format!("{n} {}", t!("unit-of", n = part.pieces)),
        other => t!("worker-book-n", flow = events::flow(other), n = n),
    }
}

/// Her reviews of it and the answers, in turn.
fn review(review: &Review) -> Markup {
    let tag = match &review.verdict {
        Verdict::Right => view! { <Tag tone=Tone::Good>{t!("worker-book-right")}</Tag> }.into_markup(),
        verdict => {
            let tone = if review.is_open() { Tone::Warn } else { Tone::Plain };
            let words = words::verdict(verdict);
            view! { <Tag tone>{words}</Tag> }.into_markup()
        }
    };
    let answer = review
        .answer
        .as_ref()
        .map(|answer| view! { <small>{t!("worker-book-answered", answer = answer.as_str())}</small> });
    let new_card = review.new_card.then(|| view! { " " <Tag tone=Tone::Warn>{t!("review-new-card")}</Tag> });
    let spoken = review.spoken.map(|recording| view! { <SpokenWord recording/> });
    view! { <small>{tag} {new_card}</small> {spoken} {answer} }.into_markup()
}

pub(super) fn style_and_step(issue: IssueId, names: &Names) -> String {
    let style_and_step = names.made_by(issue);
    style_and_step.map(|(style, step)| t!("worker-book-parts", style = style, step = step)).unwrap_or_default()
}
