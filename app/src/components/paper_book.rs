//! The record book 记工本 on paper: each entry with its day, pieces, rate and reason, and what was owed after it.
//!
//! It has all that the Home Work Recommendation, 1996 (ILO R184), paragraph 7 (3), asks of the record of work assigned to a home
//! worker, of which paragraph 7 (4) gives her a copy: (a) the time allocated stands beside each issue, (b) the rate too, (c) costs
//! made good are bonuses and say what for, (d) deductions stand with their reasons, (e) what is due by each count, and what was
//! paid on which day, with what was owed after it.

use super::{Head, Qr, Sheet, Spacing, Table};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::journal::Purpose;
use ledger::store::reads::book::{BookEntry, BookRow};
use ledger::store::reads::paper::Paper;
use ledger::store::reads::task::Task;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Some days of a record book as a sheet.
#[component]
pub fn PaperBook(
    paper: Paper,
    /// The day that it is.
    today: ledger::values::day::Day,
    /// Where she finds the live one.
    #[prop(into)]
    live: String,
) -> impl IntoView {
    let owed: Vec<Fen> = paper.owed().collect();
    let last = owed.last().copied().unwrap_or(paper.carried);
    let rows: Vec<_> = paper.entries.iter().zip(owed).map(|(entry, owed)| rows(entry, owed)).collect();
    let period = t!("slip-period", from = words::day(paper.from), until = words::day(paper.until));
    let more = paper.more.then(|| view! { <p><b>{t!("paper-more")}</b></p> });
    view! {
        <Sheet
            title=t!("paper-title", name = &paper.who.name)
            number=format!("{}\u{a0}· {period}", paper.who.number)
            day=today
            signs=vec![t!("slip-worker"), t!("slip-coordinator")]
            spacing=Spacing::Dense
        >
            <Table
                caption=t!("worker-book")
                quiet=true
                heads=vec![
                    Head::words(t!("my-book-day")),
                    Head::words(t!("my-book-what")),
                    Head::number(t!("unit-pieces")),
                    Head::number(t!("my-wages-amount")),
                    Head::number(t!("slip-owed")),
                ]
            >
                <tbody>
                    <tr>
                        <td></td>
                        <th scope="row">{t!("slip-carried")}</th>
                        <td></td>
                        <td></td>
                        <td class="n">{words::money(paper.carried)}</td>
                    </tr>
                    {rows}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="4">{t!("slip-owed")}</th>
                        <td class="n">{words::money(last)}</td>
                    </tr>
                </tfoot>
            </Table>
            {more}
            <div class="live"><Qr text=live.clone() shown=live/></div>
        </Sheet>
    }
    .into_markup()
}

fn rows(entry: &BookEntry, owed: Fen) -> Vec<Markup> {
    let back = entry.mends.is_some();
    let last = entry.rows.len().saturating_sub(1);
    let rows = entry.rows.iter().enumerate().map(|(place, row)| {
        let (what, pieces) = description(row, back);
        let change = if back { -row.change() } else { row.change() };
        let change = (change != Fen::ZERO).then(|| words::money(change));
        let day = (place == 0).then(|| words::short_day(entry.day));
        let (note, owed) = if place == last { (Some(note(entry)), Some(words::money(owed))) } else { (None, None) };
        view! {
            <tr>
                <td>{day}</td>
                <th scope="row">{what} {note}</th>
                <td class="n">{pieces}</td>
                <td class="n">{change}</td>
                <td class="n">{owed}</td>
            </tr>
        }
        .into_markup()
    });
    rows.collect()
}

/// What a row is, and its pieces.
fn description(row: &BookRow, back: bool) -> (Markup, String) {
    let what = |kind: String, task: &Task, more: String| {
        let task = t!("style-step", style = &task.flower, step = &task.step);
        view! { {kind} " " {task} <small class="quiet">{more}</small> }.into_markup()
    };
    let signed = |pieces: Pieces| words::count(if back { -pieces.0 } else { pieces.0 });
    match row {
        BookRow::Issued { task, pieces, rate, time, repairs } => {
            let kind = if *repairs { t!("my-book-repairs") } else { t!("my-book-issued") };
            let takes = words::minutes(time.times(pieces.0));
            (what(kind, task, t!("paper-agreed", rate = *rate, minutes = takes)), signed(*pieces))
        }
        BookRow::Returned { task, pieces } => (what(t!("my-book-returned"), task, String::new()), signed(*pieces)),
        BookRow::Counted { task, rate, accepted, rework, scrapped } => {
            let parts = [(t!("my-rework"), *rework), (t!("my-scrapped"), *scrapped)];
            let parts = parts.into_iter().filter(|(_, n)| n.any()).map(|(words, n)| format!("{words} {}", signed(n)));
            let more =
                std::iter::once(t!("paper-rate", rate = *rate)).chain(parts).collect::<Vec<_>>().join("\u{a0}· ");
            (what(t!("my-book-counted"), task, more), signed(*accepted))
        }
        BookRow::Money { purpose, .. } => {
            let kind = match purpose {
                Purpose::Bonus => t!("my-book-bonus"),
                Purpose::Deduction => t!("my-book-deduction"),
                Purpose::Advance => t!("my-book-advance"),
                _ => t!("my-book-paid"),
            };
            (kind.into_markup(), String::new())
        }
    }
}

/// Why, what it corrects, and what became of it.
fn note(entry: &BookEntry) -> Markup {
    let note = (!entry.note.is_empty()).then(|| view! { <small>{words::note(&entry.note)}</small> });
    let corrects = entry.mends.map(|day| {
        view! { <small class="fix">{t!("slip-corrects", day = words::day(day))}</small> }
    });
    let undone = entry.undone.as_ref().map(|undone| {
        let words = t!("my-book-undone", day = words::short_day(undone.day), reason = &undone.reason);
        view! { <small class="fix">{words}</small> }
    });
    let reviews = entry.reviews.iter().map(|review| view! { <small class="fix">{words::review(review)}</small> });
    view! { {note} {corrects} {undone} {reviews.collect::<Vec<_>>()} }.into_markup()
}
