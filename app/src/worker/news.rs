//! What is new to her, at the top of her first page: each with her answer in one tap.

use super::answers::{Answers, Yes};
use super::book::{money_words, remarks};
use super::entry::ConfirmEntry;
use super::heard;
use super::reviews::answered;
use super::task::{HeardTask, TaskHead};
use super::verdict::CountCard;
use crate::addresses;
use crate::components::{Figure, Figures, Fold, Form, Go, Hear, Hidden, Panel, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_worker, field, redirect};
use crate::spoken::Sentence;
use crate::words;
use ledger::journal::Purpose;
use ledger::store::reads::book::{BookEntry, BookRow};
use ledger::store::reads::news::{News, NewsItem};
use ledger::values::ids::Seq;
use leptos::prelude::*;

/// What is read for the page, which is to stay small; the next come when she has said a word to these, and the record book has all.
pub(super) const READ: usize = 4;
/// What stands open at once; the rest is a tap away, so that her numbers are near.
const OPEN: usize = 2;

/// Her news, with the button that says she has seen them all; nothing where there are none.
#[component]
pub fn NewsList(
    news: News,
    /// Whether pay may be shown.
    open: bool,
) -> impl IntoView {
    let News { items, more, until } = news;
    let number = items.len() + more;
    if number == 0 {
        return ().into_markup();
    }
    let mut cards: Vec<_> = items.into_iter().map(|item| card(item, open)).collect();
    let rest = cards.split_off(OPEN.min(cards.len()));
    let rest = (!rest.is_empty()).then(|| {
        let older = (more > 0).then(|| {
            view! { <Go href=addresses::my_book() tone=Tone::Plain>{t!("news-older", n = more)}</Go> }
        });
        view! { <Fold title=t!("news-more", n = number - OPEN)>{rest}{older}</Fold> }
    });
    let all = until.map(|until| {
        view! {
            <Form action=SeenNews::target()>
                <Hidden name="until" value=until/>
                <Submit tone=Tone::Quiet>{t!("news-seen")}</Submit>
            </Form>
        }
    });
    view! {
        <section class="stack">
            <h2>{t!("news-title")} " " <span class="badge">{words::count(number)}</span></h2>
            {cards} {rest} {all}
        </section>
    }
    .into_markup()
}

fn card(item: NewsItem, open: bool) -> Markup {
    match item {
        NewsItem::Count(count) => view! { <CountCard count/> }.into_markup(),
        NewsItem::Entry(entry) => entry_card(&entry, open),
    }
}

/// What was given to her or paid, and her two answers.
fn entry_card(entry: &BookEntry, open: bool) -> Markup {
    let key = entry.event.to_string();
    let (say, remarks) = (heard::entry(entry, open), remarks(entry));
    let mut first = Some((words::short_day(entry.day), say));
    let rows: Vec<_> = entry.rows.iter().map(|one| row(one, entry.mends.is_some(), first.take())).collect();
    let answer = entry.reviews.last().and_then(answered);
    let got = entry.mends.is_none() && entry.reviews.is_empty() && entry.rows.iter().all(is_got);
    let words = if got { t!("my-entry-received") } else { t!("my-right") };
    let (day, wrong) = (entry.day, addresses::my_entry(entry.event));
    let waits = t!("waits-confirm", day = day, what = words.clone());
    view! {
        <Panel>
            {rows}
            <div>{remarks}</div>
            {answer}
            <Answers wrong>
                <Form action=ConfirmEntry::target() key=key.clone() waits=waits.clone()>
                    <Hidden name="entry" value=key.clone()/>
                    <Hidden name="home" value="1"/>
                    <Yes words=words.clone()/>
                </Form>
            </Answers>
        </Panel>
    }
    .into_markup()
}

/// Whether she has something in her hands by it.
const fn is_got(row: &BookRow) -> bool {
    match row {
        BookRow::Issued { .. } | BookRow::Money { purpose: Purpose::Paid | Purpose::Advance, .. } => true,
        BookRow::Returned { .. } | BookRow::Counted { .. } | BookRow::Money { .. } => false,
    }
}

/// A row; the first says the day, and all of it to who listens.
fn row(row: &BookRow, back: bool, first: Option<(String, Sentence)>) -> Markup {
    let (task, label, value, tone) = match row {
        BookRow::Issued { task, pieces, repairs, .. } => {
            let label = if *repairs { t!("my-book-repairs") } else { t!("my-book-issued") };
            (Some(task), label, *pieces, Tone::Plain)
        }
        BookRow::Returned { task, pieces } => (Some(task), t!("my-book-returned"), *pieces, Tone::Quiet),
        BookRow::Counted { task, accepted, .. } => (Some(task), t!("my-accepted"), *accepted, Tone::Good),
        BookRow::Money { purpose, fen } => {
            let tone = match purpose {
                Purpose::Deduction => Tone::Bad,
                Purpose::Advance => Tone::Plain,
                _ => Tone::Good,
            };
            let label = money_words(*purpose);
            let fen = if back { -*fen } else { *fen };
            let first = first.map(|(day, say)| {
                view! { <div class="heard"><p class="quiet">{day}</p><Hear say/></div> }
            });
            return view! { {first} <Figures><Figure value=words::money(fen) label tone/></Figures> }.into_markup();
        }
    };
    let number = words::count(if back { -value.0 } else { value.0 });
    let head = task.cloned().map(|task| match first {
        Some((words, say)) => view! { <HeardTask task words say/> }.into_markup(),
        None => view! { <TaskHead task/> }.into_markup(),
    });
    view! {
        {head}
        <Figures><Figure value=number label unit=t!("unit-of", n = value) tone/></Figures>
    }
    .into_markup()
}

/// She has seen all that was new on her page.
#[server(prefix = "/api", endpoint = "seen_news")]
pub async fn seen_news(until: String) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let said: Seq = field::id("until", &until)?;
    let newest = asking.read().await?.of_worker(worker).newest_news(asking.today).await?;
    // No further than what there is: what comes later is not seen yet, whatever the form says.
    if let Some(newest) = newest {
        asking.store.news_seen().up_to(asking.workshop, worker, said.min(newest), asking.viewer.pay_open).await?;
    }
    redirect(&addresses::me());
    Ok(())
}
