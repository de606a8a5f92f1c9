//! The slip 工资条, on paper and on a phone: how what she was owed came about.

use super::{Head, Qr, Sheet, Spacing, Table};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::journal::Purpose;
use ledger::model::Review;
use ledger::store::reads::settlement::{Earned, SlipRow, SlipView};
use ledger::values::day::Day;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// Rows of a usual month; with more, they stand closer.
const FULL: usize = 18;

/// A slip: the sums, what was earned by order and step, and everything else by day.
#[component]
pub fn SlipSheet(
    slip: SlipView,
    /// Where it is to be found on her phone, as a QR code for paper.
    #[prop(optional, into)]
    live: Option<String>,
) -> impl IntoView {
    let owed = slip.owed();
    let SlipView { who, from, until, carried, tally, settled, made: on, head, earned, rows, reviews } = slip;
    let parts = [
        (t!("slip-bonus"), tally.bonus),
        off(t!("slip-deducted"), tally.deducted),
        off(t!("slip-advanced"), tally.advanced),
        off(t!("slip-paid"), tally.paid),
    ];
    // What there was none of is left out; what she had before and what she earned always.
    let always = [(t!("slip-carried"), carried), (t!("slip-earned"), tally.earned)];
    let rest = parts.into_iter().filter(|(_, fen)| *fen != Fen::ZERO);
    let sums = always.into_iter().chain(rest).map(|(label, fen)| {
        view! { <tr><th scope="row">{label}</th><td class="n">{words::money(fen)}</td></tr> }
    });
    let period = t!("slip-period", from = words::day(from), until = words::day(until));
    let open = settled.is_none().then(|| view! { <p><strong>{t!("slip-open")}</strong></p> });
    let spacing = if earned.len() + rows.len() > FULL { Spacing::Close } else { Spacing::Usual };
    // Nobody signs for what may still change.
    let signs = if settled.is_some() { vec![t!("slip-worker"), t!("slip-coordinator")] } else { Vec::new() };
    view! {
        <Sheet
            title=t!("slip-title", name = &who.name)
            number=format!("{}\u{a0}· {period}", who.number)
            day=on
            signs
            spacing
        >
            {open}
            {work(&earned)}
            {others(&rows)}
            <Table
                caption=t!("slip-sums")
                heads=vec![Head::words(t!("my-book-what")), Head::number(t!("my-wages-amount"))]
            >
                <tbody>{sums.collect::<Vec<_>>()}</tbody>
                <tfoot><tr><th scope="row">{t!("slip-owed")}</th><td class="n">{words::money(owed)}</td></tr></tfoot>
            </Table>
            {disputed(&reviews)}
            {live.map(|live| view! { <div class="live">{view! { <Qr text=live.clone() shown=live/> }}</div> })}
            <p class="head-of">{t!("slip-head", head = words::short_code(&head))}</p>
        </Sheet>
    }
    .into_markup()
}

/// What goes off, and how much; where more was taken back than came to it, it says so.
fn off(what: String, fen: Fen) -> (String, Fen) {
    (if fen < Fen::ZERO { t!("slip-undone", what = what) } else { what }, -fen)
}

fn work(earned: &[Earned]) -> Markup {
    if earned.is_empty() {
        return view! { <p class="quiet">{t!("slip-no-work")}</p> }.into_markup();
    }
    let sum: Fen = earned.iter().map(|line| line.rate.times(line.pieces)).sum();
    let rows = earned.iter().map(|line| {
        let what = t!("style-step", style = &line.task.flower, step = &line.task.step);
        view! {
            <tr>
                <th scope="row">{what} <small class="quiet">{line.order.clone()}</small></th>
                <td class="n">{t!("slip-times", n = line.pieces, rate = line.rate)}</td>
                <td class="n">{words::money(line.rate.times(line.pieces))}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <Table
            caption=t!("slip-work")
            heads=vec![
                Head::words(t!("my-book-what")),
                Head::number(t!("slip-pieces-rate")),
                Head::number(t!("my-wages-amount")),
            ]
        >
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row" colspan="2">{t!("slip-earned")}</th><td class="n">{words::money(sum)}</td></tr></tfoot>
        </Table>
    }
    .into_markup()
}

fn others(rows: &[SlipRow]) -> Option<Markup> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.iter().map(|row| {
        let what = match row.purpose {
            Purpose::Bonus => t!("slip-bonus"),
            Purpose::Deduction => t!("slip-deducted"),
            Purpose::Advance => t!("slip-advanced"),
            Purpose::Paid => t!("slip-paid"),
            Purpose::Earned | Purpose::Fee | Purpose::Receipt => t!("slip-earned-above"),
        };
        let what = if row.mends.is_some() { t!("slip-undone", what = what) } else { what };
        let corrects =
            row.mends.map(|day| view! { <small class="fix">{t!("slip-corrects", day = words::day(day))}</small> });
        view! {
            <tr>
                <td>{words::short_day(row.day)}</td>
                <th scope="row">{what} <small class="quiet">{words::note(&row.note)}</small> {corrects}</th>
                <td class="n">{words::money(row.change)}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let table = view! {
        <Table
            caption=t!("slip-others")
            heads=vec![
                Head::words(t!("my-book-day")),
                Head::words(t!("my-book-what")),
                Head::number(t!("my-wages-amount")),
            ]
        >
            <tbody>{rows}</tbody>
        </Table>
    };
    Some(table.into_markup())
}

/// What she had called not right by then, and the answers.
fn disputed(reviews: &[(Day, Review)]) -> Option<Markup> {
    let rows = reviews.iter().map(|(day, review)| {
        view! { <tr><td>{words::short_day(*day)}</td><th scope="row">{words::review(review)}</th></tr> }
    });
    let rows: Vec<_> = rows.collect();
    let heads = vec![Head::words(t!("review-entry")), Head::words(t!("review-title"))];
    (!rows.is_empty())
        .then(|| view! { <Table caption=t!("slip-disputed") heads><tbody>{rows}</tbody></Table> }.into_markup())
}
