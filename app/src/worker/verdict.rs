//! A count as she sees it, and her review of it.

use super::answers::{Answers, Yes};
use super::heard;
use super::reviews::said_and_answered;
use super::task::{BadPiece, Parts};
use crate::addresses;
use crate::components::{Form, Hidden, Panel, Row, Tag, Tone};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::words;
use crate::worker::count::ConfirmCount;
use ledger::store::reads::verdict::{CountReview, Counted};
use leptos::prelude::*;

/// A count that waits for her word, with her two answers.
#[component]
pub fn CountCard(count: Counted) -> impl IntoView {
    let wrong = addresses::my_count(count.event);
    let (key, say) = (count.event.to_string(), heard::count(&count, None));
    let about = flowers(&count);
    let waits = t!("waits-confirm-count", day = count.day, n = count.accepted());
    let answer = match &count.review {
        Some(CountReview::Wrong { accepted, words, answer: Some(answer) }) => {
            let said = t!("my-entry-review-pieces", n = *accepted, words = words.as_str());
            Some(said_and_answered(said, answer))
        }
        _ => None,
    };
    view! {
        <Panel>
            <Parts parts=count.parts first=(t!("my-counted-on", day = count.day), say)/>
            <BadPiece photo=count.photo/>
            {answer}
            <Answers wrong about>
                <Form action=ConfirmCount::target() key=key.clone() waits=waits>
                    <Hidden name="count" value=key/>
                    <Yes words=t!("my-right")/>
                </Form>
            </Answers>
        </Panel>
    }
    .into_markup()
}

/// A count that is settled, or was spoken of already, in one row.
#[component]
pub fn CountRow(count: Counted) -> impl IntoView {
    let (tone, standing) = standing(&count);
    let value_tone = if count.undone.is_some() { Tone::Quiet } else { Tone::Good };
    view! {
        <Row
            href=addresses::my_count(count.event)
            title=flowers(&count)
            note=t!("my-counted-on", day = count.day)
            value=words::count(count.accepted())
            tone=value_tone
        >
            {standing.map(|words| view! { <Tag tone>{words}</Tag> })} " "
            {count.photo.map(|_| view! { <Tag tone=Tone::Warn>{t!("my-bad-piece-there")}</Tag> })}
        </Row>
    }
    .into_markup()
}

fn flowers(count: &Counted) -> String {
    let flowers: Vec<_> = count.parts.iter().map(|part| part.task.flower.as_str()).collect();
    flowers.join("\u{a0}· ")
}

/// How it stands between her and the coordinator, in a word.
pub fn standing(count: &Counted) -> (Tone, Option<String>) {
    match (&count.undone, &count.review) {
        (Some(_), _) => (Tone::Quiet, Some(t!("my-was-undone"))),
        (None, None) => (Tone::Plain, None),
        (None, Some(CountReview::Right)) => (Tone::Good, Some(t!("my-review-right"))),
        (None, Some(CountReview::Wrong { answer: None, .. })) => (Tone::Warn, Some(t!("my-review-wrong"))),
        (None, Some(CountReview::Wrong { answer: Some(_), .. })) => (Tone::Next, Some(t!("my-was-answered"))),
    }
}
