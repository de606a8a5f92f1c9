//! What was just counted, with the way to correct it at once.

use crate::addresses;
use crate::components::{Go, Panel, Row, Rows, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::count::EnteredCount;
use leptos::prelude::*;

/// The last counts, the latest first; with the way to correct one, for who may.
#[component]
pub(super) fn LastCounts(counts: Vec<EnteredCount>, sees_money: bool) -> impl IntoView {
    if counts.is_empty() {
        return ().into_markup();
    }
    let last = counts.first().filter(|count| sees_money && !count.corrected).map(|count| {
        let words = t!("count-wrong", name = &count.who.name);
        view! { <div class="row"><Go href=addresses::wrong_count(count.id)>{words}</Go></div> }
    });
    let rows: Vec<_> = counts.iter().map(|count| row(count, sees_money)).collect();
    view! {
        <Panel title=t!("count-last")>
            {last}
            <Rows>{rows}</Rows>
        </Panel>
    }
    .into_markup()
}

fn row(count: &EnteredCount, sees_money: bool) -> Markup {
    let tag = match (count.to_enter_again, count.corrected) {
        (true, _) => Some(view! { <Tag tone=Tone::Warn>{t!("count-to-enter-again")}</Tag> }),
        (false, true) => Some(view! { <Tag tone=Tone::Quiet>{t!("past-corrected")}</Tag> }),
        (false, false) => None,
    };
    let href = match sees_money {
        true => addresses::wrong_count(count.id),
        // Where the photo of a bad piece can be put, also later.
        false if count.shows_bad_piece() => addresses::counted(count.id),
        false => addresses::count().with("worker", count.who.id),
    };
    view! {
        <Row
            href
            title=t!("worker-named", number = &count.who.number, name = &count.who.name)
            note=summary(count, sees_money)
            value=words::count(count.accepted)
            tone=if count.corrected || !count.accepted.any() { Tone::Quiet } else { Tone::Good }
        >
            {tag}
        </Row>
    }
    .into_markup()
}

/// `11月20日 · 返工 2 · 报废 1 · 挣 ¥110.00`
fn summary(count: &EnteredCount, sees_money: bool) -> String {
    let parts: Vec<_> =
        [words::short_day(count.day)].into_iter().chain(spoiled_and_earned(count, sees_money)).collect();
    parts.join("\u{a0}· ")
}

/// What was sent back or scrapped, where any was, and what the rest earned, for who sees money.
pub(super) fn spoiled_and_earned(count: &EnteredCount, sees_money: bool) -> Vec<String> {
    let spoiled = [(t!("flow-sent-back"), count.rework), (t!("flow-scrapped"), count.scrapped)];
    let spoiled = spoiled.into_iter().filter(|(_, n)| n.any()).map(|(flow, n)| t!("past-part", flow = flow, n = n));
    spoiled.chain(sees_money.then(|| t!("count-earned", money = count.earned))).collect()
}
