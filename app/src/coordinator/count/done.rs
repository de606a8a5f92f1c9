//! What was just counted, in one line, with the way to undo it at once.

use super::last::spoiled_and_earned;
use super::wrong;
use crate::addresses;
use crate::components::{Form, Go, Hidden, Submit, Tone};
use crate::coordinator::photos;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use ledger::store::reads::count::EnteredCount;
use ledger::values::ids::{EventId, WorkerId};
use leptos::prelude::*;

/// Who, how many, how much; one tap undoes it, and her table comes back with the numbers to be corrected. A helper sees no money, and
/// tells the coordinator what is wrong. Where some were spoiled, a line below opens the form for the photo of a bad piece.
pub(super) fn just_counted(count: &EnteredCount, sees_money: bool) -> Markup {
    let who = t!("worker-named", number = &count.who.number, name = &count.who.name);
    let mut parts = vec![t!("past-part", flow = t!("flow-accepted"), n = count.accepted)];
    parts.extend(spoiled_and_earned(count, sees_money));
    let (worker, id) = (count.who.id, count.id);
    let bad_piece = photos::of_count(count, &addresses::counted(id));
    view! {
        <div class="notice good counted" role="status">
            <strong>{who}</strong>
            <p>{parts.join("\u{a0}· ")}</p>
            {if sees_money { undo(id, worker) } else { view! { <p>{t!("count-wrong-tell")}</p> {more(worker)} }.into_markup() }}
        </div>
        {bad_piece}
    }
    .into_markup()
}

fn undo(count: EventId, worker: WorkerId) -> Markup {
    view! {
        <Form action=wrong::Recount::target() key="just" inline=true>
            <Hidden name="worker" value=worker/>
            <Hidden name="count" value=count/>
            <Hidden name="reason" value=t!("count-undo-usual")/>
            <Submit tone=Tone::Quiet>{t!("count-undo-now")}</Submit>
            {more(worker)}
        </Form>
    }
    .into_markup()
}

fn more(worker: WorkerId) -> Markup {
    view! { <Go href=addresses::count().with("worker", worker)>{t!("count-more-of-hers")}</Go> }.into_markup()
}
