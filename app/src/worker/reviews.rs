//! Her reviews of an entry and the answers: all of them, in turn.

use super::heard;
use crate::components::{Hear, Panel, SpokenWord, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Problem};
use crate::words;
use chrono::TimeDelta;
use ledger::model::{Review, ReviewEntry, Verdict};
use ledger::values::ids::{EventId, WorkerId};
use leptos::prelude::*;

/// All reviews; empty where there are none. `below` is what became of the entry besides.
pub fn reviews_panel(reviews: &[Review], below: Option<Markup>) -> Option<Markup> {
    if reviews.is_empty() && below.is_none() {
        return None;
    }
    let followed = reviews.iter().zip(reviews.iter().skip(1).map(Some).chain([None]));
    let told = followed.filter(|(review, next)| !next.is_some_and(|next| says_aloud_too(review, next)));
    let turns: Vec<_> = told.map(|(review, _)| turn(review)).collect();
    let say = heard::reviews(reviews);
    let head = view! { <div class="heard"><h2>{t!("my-talk")}</h2><Hear say/></div> };
    Some(view! { <Panel>{head} {turns} {below}</Panel> }.into_markup())
}

/// Whether the next is the same dispute, to which she added what she says aloud.
fn says_aloud_too(review: &Review, next: &Review) -> bool {
    review.verdict == next.verdict && review.answer.is_none() && next.spoken.is_some()
}

/// What she said that is not right; none where she said that it is.
fn statement(verdict: &Verdict) -> Option<String> {
    match verdict {
        Verdict::Right => None,
        Verdict::Wrong { accepted, words } => Some(t!("my-entry-review-pieces", n = *accepted, words = words.as_str())),
        Verdict::Amount { fen, words } => Some(t!("my-entry-review-money", money = *fen, words = words.as_str())),
    }
}

/// What she said, and the answer to it, where there is one.
pub(super) fn answered(review: &Review) -> Option<Markup> {
    let (said, answer) = (statement(&review.verdict)?, review.answer.as_ref()?);
    Some(said_and_answered(said, answer.as_str()))
}

/// What she said, and the answer to it.
pub(super) fn said_and_answered(said: String, answer: &str) -> Markup {
    view! { <p>{said}</p> <p><b>{t!("my-answered", answer = answer)}</b></p> }.into_markup()
}

fn turn(review: &Review) -> Markup {
    let day = words::short_day(review.day);
    let Some(statement) = statement(&review.verdict) else {
        return view! { <p><small class="quiet">{day}</small> " " <Tag tone=Tone::Good>{t!("my-review-right")}</Tag></p> }
            .into_markup();
    };
    let answer = match &review.answer {
        Some(answer) => view! { <p><b>{t!("my-answered", answer = answer.as_str())}</b></p> }.into_markup(),
        None if review.is_open() => view! { <p class="quiet">{t!("my-no-answer")}</p> }.into_markup(),
        None => ().into_markup(),
    };
    let spoken = review.spoken.map(|recording| view! { <SpokenWord recording own=true/> });
    view! { <p><small class="quiet">{day}</small> " " {statement}</p> {spoken} {answer} }.into_markup()
}

/// What she says of an entry, with whether it is said by a card that is new: somebody else might have chosen its PIN.
pub(super) async fn review_of(
    asking: &Asking,
    worker: WorkerId,
    event: EventId,
    verdict: Verdict,
) -> Result<ReviewEntry, Problem> {
    const NEW: TimeDelta = TimeDelta::days(1);
    let card = asking.store.cards().card_of(asking.workshop, worker).await?;
    let new_card = card.and_then(|card| card.pin_at).is_some_and(|chosen| chosen + NEW > asking.now);
    Ok(ReviewEntry { event, verdict, new_card, spoken: None })
}
