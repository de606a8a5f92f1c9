//! How a task is shown: its photo, or a flower that is always the same for the same style; its name; when it is due.

use crate::components::{Figure, Figures, Hear, Mark, Photo, Tag, Tone};
use crate::markup::{Children, IntoMarkup};
use crate::spoken::Sentence;
use crate::words;
use ledger::store::reads::task::Task;
use ledger::store::reads::verdict::CountedPart;
use ledger::values::day::Day;
use ledger::values::ids::StyleId;
use ledger::values::picture::PictureHash;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// Colours by the style's number, so that anyone who reads little knows a style by its flower.
const COLOURS: [&str; 5] = ["next", "warn", "good", "indigo", "bad"];
/// Petals by the same number; no divisor in common with the colours, so that twenty styles have twenty flowers.
const PETALS: [i64; 4] = [5, 8, 4, 6];
const PETAL: &str = "M0-3C-7-8-5-15 0-15S7-8 0-3";

/// The mark of a style; decoration only, for its name stands beside it.
#[component]
pub fn Flower(style: StyleId) -> impl IntoView {
    let number = usize::try_from(style.0).unwrap_or_default();
    let colour = COLOURS.get(number % COLOURS.len()).copied().unwrap_or_default();
    let petals = PETALS.get(number % PETALS.len()).copied().unwrap_or(5);
    let petals: Vec<_> = (0..petals)
        .map(|petal| view! { <path transform=format!("rotate({})", petal * 360 / petals) d=PETAL/> })
        .collect();
    view! {
        <svg class=format!("flower {colour}") viewBox="-16-16 32 32" aria-hidden="true">{petals}<circle r="3"/></svg>
    }
    .into_markup()
}

/// Flower, style and step at the head of a card.
#[component]
pub fn TaskHead(
    task: Task,
    /// Small, below the name.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let seen = match task.photo {
        Some(_) => view! { <Photo picture=task.photo of=task.flower.clone()/> }.into_markup(),
        None => view! { <Flower style=task.style/> }.into_markup(),
    };
    view! {
        <header class="task">
            {seen}
            <div>
                <h2>{task.flower} " " <small>{task.step}</small></h2>
                {children.map(|children| view! { <p>{children.call()}</p> })}
            </div>
        </header>
    }
    .into_markup()
}

/// The head of a card that can be heard.
#[component]
pub fn HeardTask(
    task: Task,
    /// Small, below the name.
    words: String,
    say: Sentence,
) -> impl IntoView {
    view! {
        <div class="heard"><div><TaskHead task><small>{words}</small></TaskHead></div><Hear say/></div>
    }
    .into_markup()
}

/// By when: a leaf of the calendar, and in how many days; in red when it is past.
#[component]
pub fn Due(due: Day, today: Day) -> impl IntoView {
    const SOON: i64 = 3;
    let days = (due.0 - today.0).num_days();
    let (tone, words) = match days {
        ..0 => (Tone::Bad, t!("my-due-late", n = -days)),
        0 => (Tone::Warn, t!("my-due-today")),
        1 => (Tone::Warn, t!("my-due-tomorrow")),
        _ => (if days <= SOON { Tone::Warn } else { Tone::Plain }, t!("my-due-days", n = days)),
    };
    let (month, number) = words::calendar_leaf(due);
    view! {
        <span class="calendar-leaf" aria-hidden="true"><small>{month}</small>{number}</span>
        " " <Tag tone>{words}</Tag> " " <small>{t!("my-due-day", day = due)}</small>
    }
    .into_markup()
}

/// What was counted, issue by issue: accepted, rework, scrapped.
#[component]
pub fn Parts(
    parts: Vec<CountedPart>,
    /// What stands small beside the first, and is heard there.
    #[prop(optional)]
    first: Option<(String, Sentence)>,
) -> impl IntoView {
    let mut first = first;
    let parts: Vec<_> = parts
        .into_iter()
        .map(|part| {
            let head = match first.take() {
                Some((words, say)) => view! { <HeardTask task=part.task words say/> }.into_markup(),
                None => view! { <TaskHead task=part.task/> }.into_markup(),
            };
            let figure = |pieces: Pieces, label: String, tone, mark| {
                pieces.any().then(|| {
                    view! { <Figure value=words::count(pieces) label unit=t!("unit-of", n = pieces) tone mark/> }
                })
            };
            view! {
                {head}
                <Figures>
                    <Figure value=words::count(part.accepted) label=t!("my-accepted") unit=t!("unit-of", n = part.accepted) tone=Tone::Good mark=Mark::Accepted/>
                    {figure(part.rework, t!("my-rework"), Tone::Warn, Mark::Rework)}
                    {figure(part.scrapped, t!("my-scrapped"), Tone::Bad, Mark::Scrapped)}
                </Figures>
            }
        })
        .collect();
    parts.into_markup()
}

/// What was wrong with pieces that were sent back or scrapped, where a photo shows it.
#[component]
pub fn BadPiece(photo: Option<PictureHash>) -> impl IntoView {
    photo
        .map(|photo| {
            view! {
                <div class="seen">
                    <Photo picture=Some(photo) of=t!("photo-bad-piece")/>
                    <p>{t!("my-bad-piece")}</p>
                </div>
            }
        })
        .into_markup()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn twenty_styles_have_twenty_flowers() {
        let flowers: BTreeSet<String> =
            (1..=20).map(|style| Owner::new().with(|| view! { <Flower style=StyleId(style)/> }.to_html())).collect();
        assert_eq!(flowers.len(), 20);
    }

    #[test]
    fn by_when_is_told_in_days() {
        let html = |due: &str| {
            let (due, today) = (due.parse().expect("a day"), "2026-11-20".parse().expect("a day"));
            Owner::new().with(|| view! { <Due due today/> }.to_html())
        };
        for (due, tone, words) in [
            ("2026-11-18", "bad", "晚了 2 天"),
            ("2026-11-20", "warn", "今天要交"),
            ("2026-11-21", "warn", "明天要交"),
            ("2026-11-23", "warn", "还有 3 天"),
            ("2026-11-24", "plain", "还有 4 天"),
        ] {
            assert!(html(due).contains(&format!("<span class=\"tag {tone}\">{words}")), "{due}: {}", html(due));
        }
    }
}
