//! Her record book 记工本, month by month, newest first.

use super::heard;
use super::her_books::her_books;
use crate::addresses;
use crate::components::{Empty, Head, Hear, Link, Page, Pager, Panel, Table, Tag, Tone, load, photo_in_row};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_worker, query};
use crate::words;
use ledger::journal::Purpose;
use ledger::model::Verdict;
use ledger::store::reads::book::{BookEntry, BookKey, BookRow, Month};
use ledger::store::reads::task::Task;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Entries on a page.
const ENTRIES: usize = 30;

#[component]
pub fn BookPage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        let open = asking.viewer.pay_open;
        let before: Option<BookKey> = query("before");
        let book = her_books(&asking, worker).await?.of_worker(worker).book_page(before, ENTRIES, open).await?;
        let closed = (!open).then(|| {
            view! { <p><a href=addresses::pin().with("then", addresses::my_book())>{t!("my-book-closed")}</a></p> }
        });
        let empty = book.entries.is_empty().then(|| {
            view! { <Empty title=t!("my-book-empty")><p>{t!("my-book-empty-next")}</p></Empty> }
        });
        let months: Vec<_> = book
            .months
            .into_iter()
            .map(|month| {
                let of_month = book.entries.iter().filter(|entry| entry.day.month_start() == month.first);
                view! { <MonthOfBook month entries=of_month.cloned().collect() open/> }
            })
            .collect();
        Ok(view! {
            <Page title=t!("nav-book") back=Link::to(addresses::me(), t!("nav-work"))>
                {closed}
                {open.then(|| view! { <p><a class="quiet" href=addresses::my_paper_book()>{t!("paper-go")}</a></p> })}
                {empty}
                {months}
                <Pager
                    older=book.older.map(|key| addresses::my_book().with("before", key))
                    newer=before.map(|_| addresses::my_book())
                />
            </Page>
        }
        .into_markup())
    })
}

#[component]
fn MonthOfBook(month: Month, entries: Vec<BookEntry>, open: bool) -> impl IntoView {
    let columns = if open { "3" } else { "2" };
    let days: Vec<_> = entries
        .chunk_by(|one, other| one.day == other.day)
        .map(|of_day| {
            let day = of_day.first().map(|entry| words::day(entry.day));
            let rows: Vec<_> = of_day.iter().cloned().map(|entry| entry_rows(entry, open)).collect();
            view! { <tbody class="day"><tr><th scope="rowgroup" colspan=columns>{day}</th></tr>{rows}</tbody> }
        })
        .collect();
    let mut heads = vec![Head::words(t!("my-book-what")), Head::number(t!("unit-pieces"))];
    if open {
        heads.push(Head::number(t!("my-book-money")));
    }
    let title = words::month(month.first);
    view! {
        <Panel>
            <div class="heard"><h2>{title.clone()}</h2><Hear say=heard::months_sum(&month)/></div>
            <Table caption=title quiet=true heads>{days}<tfoot>{sums(&month)}</tfoot></Table>
        </Panel>
    }
    .into_markup()
}

/// The whole month's sums, below a double rule.
fn sums(month: &Month) -> Markup {
    let pieces = view! { <Counts accepted=month.accepted rework=month.rework scrapped=month.scrapped back=false/> };
    let money = month.pay.map(|pay| {
        let given = pay.advanced + pay.paid;
        view! {
            <td class="n">
                {words::money(pay.earned + pay.bonus - pay.deducted)}
                <small>{t!("my-book-month-given")} " " {words::money(given)}</small>
            </td>
        }
    });
    view! { <tr><th scope="row">{t!("my-book-month")}</th><td class="n">{pieces}</td>{money}</tr> }.into_markup()
}

/// The rows of an entry; what became of it stands below its last.
fn entry_rows(entry: BookEntry, open: bool) -> Markup {
    let back = entry.mends.is_some();
    let mut remarks = Some(remarks(&entry));
    let last = entry.rows.len().saturating_sub(1);
    let event = entry.event;
    let last_review = (!back).then(|| last_review(&entry)).flatten();
    let mut last_review = Some(last_review);
    let rows: Vec<_> = entry
        .rows
        .into_iter()
        .enumerate()
        .map(|(place, row)| {
            let counted = matches!(row, BookRow::Counted { .. });
            let Cells { tone, what, task, pieces, money } = cells(row, back);
            let remarks = if place == last { remarks.take() } else { None };
            let corrects = back.then(|| view! { " " <Tag tone=Tone::Warn>{t!("my-book-corrects")}</Tag> });
            let tag = view! { <Tag tone>{what}</Tag> };
            // To say that it is right, or is not: also long after.
            let page = if counted { addresses::my_count(event) } else { addresses::my_entry(event) };
            let tag = view! { <a href=page>{tag}</a> };
            let last_review = if place == last { last_review.take().flatten() } else { None };
            view! {
                <tr>
                    <td>{tag} {corrects} {last_review} {task} {remarks}</td>
                    <td class="n">{pieces}</td>
                    {open.then(|| view! { <td class="n">{money}</td> })}
                </tr>
            }
        })
        .collect();
    rows.into_markup()
}

/// How it stands between her and the coordinator, in a word.
fn last_review(entry: &BookEntry) -> Option<Markup> {
    let last_review = entry.reviews.last()?;
    let (tone, words) = match (&last_review.verdict, &last_review.answer) {
        (Verdict::Right, _) => (Tone::Good, t!("my-review-right")),
        (_, None) => (Tone::Warn, t!("my-review-wrong")),
        (_, Some(_)) => (Tone::Next, t!("my-was-answered")),
    };
    Some(view! { " " <Tag tone>{words}</Tag> }.into_markup())
}

/// Why, and what became of it: the correction stands beside what it corrects.
pub(super) fn remarks(entry: &BookEntry) -> Markup {
    let note = (!entry.note.is_empty()).then(|| view! { <small>{words::note(&entry.note)}</small> });
    let corrects = entry.mends.map(|day| {
        view! { <small class="fix">{t!("my-book-corrects-day", day = words::short_day(day))}</small> }
    });
    let undone = entry.undone.as_ref().map(|undone| {
        let words = t!("my-book-undone", day = words::short_day(undone.day), reason = &undone.reason);
        view! { <small class="fix">{words}</small> }
    });
    view! { {note} {corrects} {undone} }.into_markup()
}

/// What money was for, in a word.
pub(super) fn money_words(purpose: Purpose) -> String {
    match purpose {
        Purpose::Bonus => t!("my-book-bonus"),
        Purpose::Deduction => t!("my-book-deduction"),
        Purpose::Advance => t!("my-book-advance"),
        _ => t!("my-book-paid"),
    }
}

struct Cells {
    tone: Tone,
    what: String,
    task: Markup,
    pieces: Markup,
    money: Markup,
}

fn cells(row: BookRow, back: bool) -> Cells {
    let nothing = || ().into_markup();
    let signed = |fen: Fen| words::money(if back { -fen } else { fen });
    let of = |task: Task| {
        view! { {task.photo.map(photo_in_row)} <small>{task.flower} "\u{a0}· " {task.step}</small> }.into_markup()
    };
    let each = |rate: Fen| view! { <small>{t!("my-book-times", rate = rate)}</small> };
    match row {
        BookRow::Issued { task, pieces, rate, repairs, .. } => Cells {
            tone: Tone::Quiet,
            what: if repairs { t!("my-book-repairs") } else { t!("my-book-issued") },
            task: of(task),
            pieces: words::count(if back { -pieces.0 } else { pieces.0 }).into_markup(),
            money: each(rate).into_markup(),
        },
        BookRow::Returned { task, pieces } => Cells {
            tone: Tone::Quiet,
            what: t!("my-book-returned"),
            task: of(task),
            pieces: words::count(if back { -pieces.0 } else { pieces.0 }).into_markup(),
            money: nothing(),
        },
        BookRow::Counted { task, rate, accepted, rework, scrapped } => Cells {
            tone: Tone::Good,
            what: t!("my-book-counted"),
            task: of(task),
            pieces: view! { <Counts accepted rework scrapped back/> }.into_markup(),
            money: match accepted.any() {
                true => view! { <b>{signed(rate.times(accepted))}</b> {each(rate)} }.into_markup(),
                false => nothing(),
            },
        },
        BookRow::Money { purpose, fen } => {
            let (tone, gives) = match purpose {
                Purpose::Bonus => (Tone::Good, true),
                Purpose::Deduction => (Tone::Bad, false),
                _ => (Tone::Plain, false),
            };
            let fen = if gives { fen } else { -fen };
            Cells {
                tone,
                what: money_words(purpose),
                task: nothing(),
                pieces: nothing(),
                money: view! { <b>{signed(fen)}</b> }.into_markup(),
            }
        }
    }
}

/// Accepted, and below it what was sent back or scrapped.
#[component]
fn Counts(accepted: Pieces, rework: Pieces, scrapped: Pieces, back: bool) -> impl IntoView {
    let signed = move |pieces: Pieces| words::count(if back { -pieces.0 } else { pieces.0 });
    let other = |pieces: Pieces, class: &'static str, words: String| {
        (pieces != Pieces::ZERO).then(|| view! { <small class=class>{words} " " {signed(pieces)}</small> })
    };
    // What brought nothing but rework or scrap says only that.
    let none = accepted == Pieces::ZERO && (rework != Pieces::ZERO || scrapped != Pieces::ZERO);
    view! {
        {(!none).then(|| view! { <b>{signed(accepted)}</b> })}
        {other(rework, "amber", t!("my-rework"))}
        {other(scrapped, "red", t!("my-scrapped"))}
    }
    .into_markup()
}
