//! Her first page: three big numbers, what she has to make, what was counted.

use super::heard;
use super::news::{self, NewsList};
use super::task::{Due, TaskHead};
use super::verdict::CountRow;
use crate::addresses;
use crate::components::{
    Badge, Empty, Figure, Figures, Fold, Go, Hear, Mark, Notice, PaceTable, Page, Panel, Row, Rows, Tag, ThisPhone,
    Tone, load,
};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, OpenBooks, Problem, as_worker};
use crate::spoken::{Clip, OwnVoice, Sentence};
use crate::words::{self, events};
use chrono::TimeDelta;
use ledger::Command;
use ledger::journal::Event;
use ledger::model::ChangeAccess;
use ledger::store::reads::home::{HeldTask, WaitingHandIn};
use ledger::store::reads::names::Names;
use ledger::store::reads::verdict::Counted;
use ledger::values::day::Day;
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Counts shown; the record book has them all.
const COUNTS: i64 = 3;

/// How long she is told of a new card.
const CARD_NEWS: TimeDelta = TimeDelta::days(7);

#[component]
pub fn HomePage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        let mut books = asking.read().await?;
        OwnVoice::speak(books.own_clips().await?);
        let home = books.of_worker(worker).home_page().await?;
        let counts = books.of_worker(worker).latest_counts(COUNTS).await?;
        let pay_open = asking.viewer.pay_open;
        let news = books.of_worker(worker).news(asking.today, news::READ, pay_open).await?;
        Badge::show(news.items.len() + news.more);
        let pace = books.of_worker(worker).pace_of(asking.today).await?;
        let (changes, names) = books.of_worker(worker).card_changes(asking.now - CARD_NEWS).await?;
        let purse = Purse::of(&asking, &mut books, worker).await?;
        let (open, today) = (purse.is_some(), asking.today);
        let to_make: Pieces = home.held.iter().map(HeldTask::pieces).sum();
        let empty = home.held.is_empty().then(|| {
            view! { <Empty title=t!("my-nothing")><p>{t!("my-nothing-next")}</p></Empty> }
        });
        // One vermilion thing a page: the most urgent work of which something can be handed in.
        let next = home.held.iter().find(|held| held.undeclared().any()).map(|held| held.issue);
        let several = home.held.len() > 1;
        let cards: Vec<_> = home
            .held
            .into_iter()
            .enumerate()
            .map(|(place, held)| {
                let say = heard::held(&held, several.then_some(place + 1), today, open);
                view! { <HeldCard next=next == Some(held.issue) held say open today/> }
            })
            .collect();
        Ok(view! {
            <Page title=t!("nav-work")>
                {card_news(&changes, &names)}
                <NewsList news open=pay_open/>
                <Numbers to_make purse/>
                <ThisPhone once=true/>
                {empty}
                {cards}
                <WaitingList waiting=home.waiting/>
                <Counts counts/>
                {(!pace.is_empty()).then(|| view! { <Fold title=t!("pace-mine")><PaceTable rows=pace/></Fold> })}
            </Page>
        }
        .into_markup())
    })
}

/// What became of her card lately: whoever has the coordinator's screen could have done it.
fn card_news(changes: &[Event], names: &Names) -> Option<Markup> {
    let change = |event: &Event| {
        let (when, who) = (words::moment(event.at), events::actor(event.actor, names));
        match &event.asked {
            Command::ChangeAccess(ChangeAccess::ReplaceCard { .. }) => t!("my-card-replaced", when = when, who = who),
            Command::ChangeAccess(ChangeAccess::EndCard { .. }) => t!("my-card-ended", when = when, who = who),
            Command::ChangeAccess(ChangeAccess::AllowNewPin { .. }) => t!("my-pin-allowed", when = when, who = who),
            _ => t!("my-pin-chosen", when = when),
        }
    };
    let changes: Vec<_> = changes.iter().rev().map(|event| view! { <li>{change(event)}</li> }).collect();
    (!changes.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warn title=t!("my-card-news")>
                <Hear say=Sentence::of(Clip::CardNews)/>
                <ul>{changes}</ul>
                <p>{t!("my-card-news-next")}</p>
            </Notice>
        }
        .into_markup()
    })
}

/// Her money, where she gave her PIN.
struct Purse {
    earned: Fen,
    owed: Fen,
}

impl Purse {
    async fn of(asking: &Asking, books: &mut OpenBooks, worker: WorkerId) -> Result<Option<Self>, Problem> {
        if !asking.viewer.pay_open {
            return Ok(None);
        }
        let month = books.of_worker(worker).tally_since(asking.today.month_start()).await?;
        let owed = books.of_worker(worker).owed_to().await?;
        Ok(Some(Self { earned: month.earned, owed }))
    }
}

#[component]
fn Numbers(to_make: Pieces, purse: Option<Purse>) -> impl IntoView {
    let make = view! { <Figure value=words::count(to_make) label=t!("my-to-make") unit=t!("unit-of", n = to_make)/> };
    let say = heard::numbers(to_make, purse.as_ref().map(|purse| (purse.earned, purse.owed)));
    match purse {
        Some(Purse { earned, owed }) => {
            let note = (owed < Fen::ZERO).then(|| view! { <p class="quiet">{t!("my-owed-ahead")}</p> });
            view! {
                <div class="heard">
                    <Figures>
                        {make}
                        <Figure value=words::money(earned) label=t!("my-earned") href=addresses::my_book()/>
                        <Figure value=words::money(owed) label=t!("my-owed") href=addresses::my_pay() tone=Tone::Good/>
                    </Figures>
                    <Hear say/>
                </div>
                {note}
            }
            .into_markup()
        }
        None => view! {
            <div class="heard"><Figures>{make}</Figures><Hear say/></div>
            <a class="button wide" href=addresses::pin().with("then", addresses::me())>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d=LOCK/></svg>
                {t!("my-pin-open")}
            </a>
        }
        .into_markup(),
    }
}

const LOCK: &str = "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v3";

/// What she has of one issue.
#[component]
fn HeldCard(
    held: HeldTask,
    /// The same, to be heard.
    say: Sentence,
    /// Whether this is the thing to do next.
    next: bool,
    /// Whether pay may be shown.
    open: bool,
    today: Day,
) -> impl IntoView {
    let (pieces, left) = (held.pieces(), held.undeclared());
    let hand = held.hand.any().then(|| {
        view! { <Figure value=words::count(held.hand) label=t!("my-hand") unit=t!("unit-of", n = held.hand)/> }
    });
    let redo = held.redo.any().then(|| {
        view! { <Figure value=words::count(held.redo) label=t!("my-redo") unit=t!("unit-of", n = held.redo) tone=Tone::Warn mark=Mark::Rework/> }
    });
    let pay = open.then(|| {
        view! { <p>{t!("my-rate", rate = held.rate)} "\u{a0}· " <b>{t!("my-brings", fen = held.rate.times(pieces))}</b></p> }
    });
    let declared = held.declared.any().then(|| {
        view! { <p><Tag tone=Tone::Quiet>{t!("my-declared", n = held.declared)}</Tag></p> }
    });
    let hand_in = left.any().then(|| {
        let tone = if next { Tone::Next } else { Tone::Plain };
        let about = t!("style-step", style = &held.task.flower, step = &held.task.step);
        view! { <Go href=addresses::hand_in(held.issue) tone about>{t!("my-hand-in")}</Go> }
    });
    view! {
        <Panel>
            <TaskHead task=held.task><Due due=held.due today/></TaskHead>
            {held.repairs.then(|| view! { <p><Tag tone=Tone::Warn>{t!("my-repairs")}</Tag></p> })}
            <div class="heard"><Figures>{hand}{redo}</Figures><Hear say/></div>
            {pay}
            {declared}
            {hand_in}
        </Panel>
    }
    .into_markup()
}

#[component]
fn WaitingList(waiting: Vec<WaitingHandIn>) -> impl IntoView {
    if waiting.is_empty() {
        return ().into_markup();
    }
    let say = heard::waiting(&waiting);
    let rows: Vec<_> = waiting
        .into_iter()
        .map(|hand_in| {
            let title = format!("{}\u{a0}· {}", hand_in.task.flower, hand_in.task.step);
            let href = addresses::hand_in(hand_in.issue);
            let note = words::day(hand_in.day);
            view! { <Row href title note value=words::count(hand_in.pieces) tone=Tone::Quiet/> }
        })
        .collect();
    view! { <section class="stack"><div class="heard"><h2>{t!("my-waiting")}</h2><Hear say/></div><Rows>{rows}</Rows></section> }.into_markup()
}

/// The latest counts; those that wait for her word stand among the news as well.
#[component]
fn Counts(counts: Vec<Counted>) -> impl IntoView {
    if counts.is_empty() {
        return ().into_markup();
    }
    let rows: Vec<_> = counts.into_iter().map(|count| view! { <CountRow count/> }).collect();
    view! { <section class="stack"><h2>{t!("my-counts")}</h2><Rows>{rows}</Rows></section> }.into_markup()
}
