//! A count as she sees it, and what she said of it.

use super::task::TaskHead;
use crate::components::{Figure, Figures, Form, Go, Hidden, Panel, Submit, Tag, Tone};
use crate::words;
use ledger::store::reads::verdict::{Counted, CountedPart, Said};
use leptos::prelude::*;

/// A count in short, with her two answers where she has not said anything yet.
#[component]
pub fn CountCard(count: Counted) -> impl IntoView {
    let href = format!("/me/count/{}", count.event);
    let asks = count.said.is_none() && count.open();
    let key = count.event.to_string();
    let answers = if asks {
        view! {
            <div class="pair">
                <Form action="/api/confirm_count" key=key.clone()>
                    <Hidden name="count" value=key/>
                    <Submit tone=Tone::Plain><span class="yes" aria-hidden="true">"✓"</span>{t!("my-right")}</Submit>
                </Form>
                <Go href tone=Tone::Plain><span class="no" aria-hidden="true">"✗"</span>{t!("my-wrong")}</Go>
            </div>
        }
        .into_any()
    } else {
        view! { <p class="row"><SaidTag count=count.clone()/><a href=href>{t!("my-look")}</a></p> }.into_any()
    };
    view! {
        <Panel>
            <p class="quiet">{t!("my-counted-on", day = count.day)}</p>
            <Parts parts=count.parts/>
            {answers}
        </Panel>
    }
    .into_any()
}

/// What was counted, issue by issue: accepted, rework, scrapped.
#[component]
pub fn Parts(parts: Vec<CountedPart>) -> impl IntoView {
    let parts: Vec<_> = parts
        .into_iter()
        .map(|part| {
            let figure = |pieces: ledger::pieces::Pieces, label: String, tone| {
                pieces.any().then(|| view! { <Figure value=words::count(pieces) label unit=t!("unit-pieces") tone/> })
            };
            view! {
                <TaskHead task=part.task/>
                <Figures>
                    <Figure value=words::count(part.accepted) label=t!("my-accepted") unit=t!("unit-pieces") tone=Tone::Good/>
                    {figure(part.rework, t!("my-rework"), Tone::Warn)}
                    {figure(part.scrapped, t!("my-scrapped"), Tone::Bad)}
                </Figures>
            }
        })
        .collect();
    parts.into_any()
}

/// How it stands between her and the coordinator, in a word.
#[component]
pub fn SaidTag(count: Counted) -> impl IntoView {
    let (tone, words) = match (&count.undone, &count.said) {
        (Some(day), _) => (Tone::Quiet, t!("my-undone", day = *day)),
        (None, None) => return ().into_any(),
        (None, Some(Said::Right)) => (Tone::Good, t!("my-said-right")),
        (None, Some(Said::Wrong { answer: None, .. })) => (Tone::Warn, t!("my-said-wrong")),
        (None, Some(Said::Wrong { answer: Some(answer), .. })) => {
            (Tone::Plain, t!("my-answered", answer = answer.as_str()))
        }
    };
    view! { <Tag tone>{words}</Tag> }.into_any()
}
