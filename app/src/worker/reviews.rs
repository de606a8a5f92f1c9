//! Her reviews of an entry and the answers: all of them, in turn.

use crate::components::{Panel, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::model::{Review, Verdict};
use leptos::prelude::*;

/// All reviews; empty where there are none. `below` is what became of the entry besides.
pub fn reviews_panel(reviews: &[Review], below: Option<Markup>) -> Option<Markup> {
    if reviews.is_empty() && below.is_none() {
        return None;
    }
    let turns: Vec<_> = reviews.iter().map(turn).collect();
    Some(view! { <Panel title=t!("my-talk")>{turns} {below}</Panel> }.into_markup())
}

fn turn(review: &Review) -> Markup {
    let day = words::short_day(review.day);
    let statement = match &review.verdict {
        Verdict::Right => {
            return view! { <p><small class="quiet">{day}</small> " " <Tag tone=Tone::Good>{t!("my-review-right")}</Tag></p> }
                .into_markup();
        }
        Verdict::Wrong { accepted, words } => t!("my-entry-review-pieces", n = *accepted, words = words.as_str()),
        Verdict::Amount { fen, words } => t!("my-entry-review-money", money = *fen, words = words.as_str()),
    };
    let answer = match &review.answer {
        Some(answer) => view! { <p><b>{t!("my-answered", answer = answer.as_str())}</b></p> }.into_markup(),
        None if review.is_open() => view! { <p class="quiet">{t!("my-no-answer")}</p> }.into_markup(),
        None => ().into_markup(),
    };
    view! { <p><small class="quiet">{day}</small> " " {statement}</p> {answer} }.into_markup()
}
