//! The split page: when a share is changed, it is kept, and the others follow.

use super::grouped;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the island says, in the request's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SplitWords {
    pub given: String,
    pub left: String,
    pub over: String,
}

/// How much is given out and how much is left, below the shares; it stands in their form.
#[island]
pub fn LiveSplit(
    pool: i64,
    pack: i64,
    /// The sum of the shares as the page was made.
    given: i64,
    /// Worker and minutes a day, in the order of the page.
    offers: Vec<(i64, i64)>,
    words: SplitWords,
) -> impl IntoView {
    let sum = RwSignal::new(given);
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(island) = place.get() {
            live::follow(&island, pool, pack, offers.clone(), sum);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (pack, offers);
    let SplitWords { given, left, over } = words;
    view! {
        <p class="sum" class:over=move || { sum.get() > pool } node_ref=place role="status">
            {given} " " <b>{move || grouped(sum.get())}</b> " / " {grouped(pool)} " · "
            {move || if sum.get() > pool { over.clone() } else { left.clone() }} " "
            <b>{move || grouped((pool - sum.get()).abs())}</b>
        </p>
    }
}

#[cfg(feature = "hydrate")]
mod live {
    use crate::islands::form::{field, listen, number};
    use ledger::ids::WorkerId;
    use ledger::pieces::Pieces;
    use ledger::split::{Offer, by_time};
    use leptos::prelude::*;
    use leptos::web_sys::{Element, HtmlFormElement};

    const LIST: &str = "shares";

    pub(super) fn follow(island: &Element, pool: i64, pack: i64, offers: Vec<(i64, i64)>, sum: RwSignal<i64>) {
        let form = listen(island, move |form, typed| {
            let changed = offers.iter().find(|(id, _)| typed.name().ends_with("[pieces]") && is(form, *id, typed));
            // What a hand has typed stays.
            if let Some(lock) = changed.and_then(|(id, _)| field(form, LIST, *id, "locked")) {
                lock.set_checked(true);
            }
            sum.set(work_out(form, pool, pack, &offers));
        });
        let _ = form;
    }

    fn is(form: &HtmlFormElement, id: i64, typed: &leptos::web_sys::HtmlInputElement) -> bool {
        field(form, LIST, id, "pieces").is_some_and(|own| own == *typed)
    }

    fn ticked(form: &HtmlFormElement, id: i64, part: &str) -> bool {
        field(form, LIST, id, part).is_some_and(|tick| tick.checked())
    }

    /// Fills in the shares that are not kept; returns the sum of all.
    fn work_out(form: &HtmlFormElement, pool: i64, pack: i64, offers: &[(i64, i64)]) -> i64 {
        let all: Vec<Offer> = offers
            .iter()
            .map(|&(id, minutes)| {
                let takes = ticked(form, id, "takes");
                let kept = takes && ticked(form, id, "locked");
                let locked = if kept { Some(Pieces(number(form, LIST, id, "pieces"))) } else { None };
                Offer { worker: WorkerId(id), minutes: if takes { minutes } else { 0 }, locked }
            })
            .collect();
        let (shares, _) = by_time(Pieces(pool), Pieces(pack), &all);
        let mut sum = 0;
        for (offer, share) in all.iter().zip(shares) {
            sum += share.0;
            if offer.locked.is_none()
                && let Some(pieces) = field(form, LIST, offer.worker.0, "pieces")
            {
                let written = share.0.to_string();
                pieces.set_value(&written);
                // What the page thinks it suggested, so that without script nothing else counts as typed.
                if let Some(was) = field(form, LIST, offer.worker.0, "was") {
                    was.set_value(&written);
                }
            }
        }
        sum
    }
}
