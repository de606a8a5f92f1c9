//! One entry of her book other than a count: an issue, a payment, a deduction; and whether that is right.

use super::book::{money_words, remarks};
use super::heard;
use super::her_books::her_books;
use super::reasons::Reasons;
use super::reviews::{review_of, reviews_panel};
use super::spoken::say_it;
use crate::addresses;
use crate::components::{
    Choice, Field, Form, Hear, Hidden, Link, Number, Page, Panel, Photo, Submit, Sure, Tone, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, Why, as_worker, field, go, param};
use crate::words;
use ledger::journal::Purpose;
use ledger::model::Verdict;
use ledger::rules::plausibility;
use ledger::store::reads::book::{BookEntry, BookRow};
use ledger::values::ids::EventId;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// `/me/entry/:event`
#[component]
pub fn EntryPage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        let id: EventId = param("event")?;
        let open = asking.viewer.pay_open;
        let mut books = her_books(&asking, worker).await?;
        let entry = match books.of_worker(worker).book_entry(id, open).await? {
            Some(entry) => entry,
            // What is only money is there once her pay is open.
            None if !open && books.of_worker(worker).book_entry(id, true).await?.is_some() => {
                return Err(Problem::PinNeeded);
            }
            None => return Err(Problem::NotFound),
        };
        let say = heard::entry(&entry, open);
        let rows: Vec<_> = entry.rows.iter().map(shown).collect();
        let (reviews, remarks) = (reviews_panel(&entry.reviews, None), remarks(&entry));
        let say_it = entry.undone.is_none().then(|| say_it(&entry.reviews, addresses::my_entry(id)));
        let answers = entry.undone.is_none().then(|| answers(&entry));
        Ok(view! {
            <Page title=words::day(entry.day) back=Link::to(addresses::my_book(), t!("nav-book"))>
                <Panel><div class="heard"><div>{rows}</div><Hear say/></div> {remarks}</Panel>
                {reviews}
                {say_it}
                {answers}
            </Page>
        }
        .into_markup())
    })
}

/// A row in a line of words, beside the photo of what she made.
fn shown(row: &BookRow) -> Markup {
    let photo = match row {
        BookRow::Issued { task, .. } | BookRow::Returned { task, .. } | BookRow::Counted { task, .. } => {
            view! { <Photo picture=task.photo of=task.flower.clone()/> }.into_markup()
        }
        BookRow::Money { .. } => ().into_markup(),
    };
    view! { <div class="seen">{photo}<p class="big">{words_of(row)}</p></div> }.into_markup()
}

/// A row in a line of words.
fn words_of(row: &BookRow) -> String {
    match row {
        BookRow::Issued { task, pieces, rate, .. } => {
            let what = t!("style-step", style = &task.flower, step = &task.step);
            t!("my-entry-issued", what = what, n = *pieces, rate = *rate)
        }
        BookRow::Returned { task, pieces } => {
            t!("my-entry-returned", what = t!("style-step", style = &task.flower, step = &task.step), n = *pieces)
        }
        BookRow::Counted { task, accepted, .. } => {
            t!("my-entry-counted", what = t!("style-step", style = &task.flower, step = &task.step), n = *accepted)
        }
        BookRow::Money { purpose, fen } => t!("my-entry-money", what = money_words(*purpose), money = *fen),
    }
}

/// All pieces of an entry, or all its money where there are none.
fn sums(entry: &BookEntry) -> (Pieces, Fen) {
    entry.rows.iter().fold((Pieces::ZERO, Fen::ZERO), |(pieces, fen), row| match row {
        BookRow::Issued { pieces: n, .. } | BookRow::Returned { pieces: n, .. } => (pieces + *n, fen),
        BookRow::Counted { accepted, .. } => (pieces + *accepted, fen),
        BookRow::Money { fen: more, .. } => (pieces, fen + *more),
    })
}

fn is_money(entry: &BookEntry) -> bool {
    entry.rows.iter().all(|row| matches!(row, BookRow::Money { .. }))
}

/// Right, or not right; she may say more at any time.
fn answers(entry: &BookEntry) -> Markup {
    let (key, money) = (entry.event.to_string(), is_money(entry));
    let given =
        entry.rows.iter().any(|row| matches!(row, BookRow::Money { purpose: Purpose::Paid | Purpose::Advance, .. }));
    let right = entry.reviews.last().is_some_and(|review| review.verdict == Verdict::Right);
    let words = if given { t!("my-entry-received") } else { t!("my-count-right") };
    let same = key.clone();
    let day = entry.day;
    let confirm = (!right).then(|| {
        view! {
            <Form action=ConfirmEntry::target() waits=t!("waits-confirm", day = day, what = words.clone())>
                <Hidden name="entry" value=same/>
                <Submit><span aria-hidden="true">"✓ "</span>{words}</Submit>
            </Form>
        }
    });
    let (pieces, fen) = sums(entry);
    // Made inside the form: a field asks the form around it what was typed.
    let number = move || {
        if money {
            view! { <Number name="amount" label=t!("my-entry-amount") money=true value=fen/> }.into_markup()
        } else {
            view! { <Number name="pieces" label=t!("my-entry-pieces") unit=t!("unit-pieces") value=pieces/> }
                .into_markup()
        }
    };
    view! {
        {confirm}
        <Panel title=t!("my-dispute")>
            <Form action=DisputeEntry::target() waits=t!("waits-dispute", day = day, n = if money { "¥[amount]" } else { "[pieces]" })>
                <Hidden name="entry" value=key/>
                {number()}
                <Choice name="why" label=t!("my-dispute-why") options=reasons(money).picks()/>
                <Field name="words" label=t!("my-dispute-own") optional=true max=100/>
                <Sure/>
                <Submit tone=Tone::Bad>{t!("my-dispute-send")}</Submit>
                <p class="quiet">{t!("my-dispute-then")}</p>
            </Form>
        </Panel>
    }
    .into_markup()
}

/// That the number is not right: then it is another.
const NUMBER: &str = "number";

/// What can be wrong with an entry. Work needs no notice beforehand.
fn reasons(money: bool) -> Reasons {
    let mut reasons =
        vec![(NUMBER, t!("my-entry-number")), ("never", t!("my-entry-never")), ("not-mine", t!("my-entry-not-mine"))];
    if money {
        reasons.push(("not-told", t!("my-entry-not-told")));
    }
    Reasons(reasons)
}

/// She says that an entry is right; of what she was given, that she has it. Then back to where she said it: `home`, or the entry's page.
#[server(prefix = "/api", endpoint = "confirm_entry")]
pub async fn confirm_entry(event: String, entry: String, #[server(default)] home: String) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let entry: EventId = field::id("entry", &entry)?;
    asking.perform(&event, asking.entered, review_of(&asking, worker, entry, Verdict::Right).await?).await?;
    let page = if home.is_empty() { addresses::my_entry(entry) } else { addresses::me() };
    go(page, Done::Reviewed)
}

/// She says that an entry is not right: what she thinks it is, and why. Of work that is pieces, of money an amount.
#[server(prefix = "/api", endpoint = "dispute_entry")]
pub async fn dispute_entry(
    event: String,
    entry: String,
    #[server(default)] pieces: String,
    #[server(default)] amount: String,
    #[server(default)] why: String,
    #[server(default)] words: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let entry: EventId = field::id("entry", &entry)?;
    let note = reasons(pieces.is_empty()).note(&why, &words)?;
    let written = asking.read().await?.of_worker(worker).book_entry(entry, true).await?.as_ref().map(sums);
    let (verdict, name, same, unusual) = if pieces.is_empty() {
        let fen = field::yuan("amount", &amount)?;
        let was = written.map(|(_, was)| was);
        let unusual = was.and_then(|was| plausibility::said_money(was, fen));
        (Verdict::Amount { fen, words: note }, "amount", was == Some(fen), unusual)
    } else {
        let accepted = field::pieces("pieces", &pieces)?;
        let was = written.map(|(was, _)| was);
        let unusual = was.and_then(|was| plausibility::said_pieces(was, accepted));
        (Verdict::Wrong { accepted, words: note }, "pieces", was == Some(accepted), unusual)
    };
    if same && why == NUMBER {
        return Err(Problem::field(name, Why::Same));
    }
    asking.ask(&event, unusual, &sure).await?;
    asking.perform(&event, asking.entered, review_of(&asking, worker, entry, verdict).await?).await?;
    go(addresses::my_entry(entry), Done::Reviewed)
}
