//! What was just counted, in one line, with the way to undo it at once.

use super::last::spoiled_and_earned;
use super::wrong;
use crate::addresses;
use crate::components::{Form, Go, Hidden, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use ledger::store::reads::count::EnteredCount;
use leptos::prelude::*;

/// Who, how many, how much; one tap undoes it, and her table comes back with the numbers to be corrected.
pub(super) fn just_counted(count: &EnteredCount) -> Markup {
    let who = t!("worker-named", number = &count.who.number, name = &count.who.name);
    let mut parts = vec![t!("past-part", flow = t!("flow-accepted"), n = count.accepted)];
    parts.extend(spoiled_and_earned(count));
    let (worker, id) = (count.who.id, count.id);
    view! {
        <div class="notice good counted" role="status">
            <strong>{who}</strong>
            <p>{parts.join(" · ")}</p>
            <Form action=wrong::Recount::target() key="just" inline=true>
                <Hidden name="worker" value=worker/>
                <Hidden name="count" value=id/>
                <Hidden name="reason" value=t!("count-undo-usual")/>
                <Submit tone=Tone::Quiet>{t!("count-undo-now")}</Submit>
                <Go href=addresses::count().with("worker", worker)>{t!("count-more-of-hers")}</Go>
            </Form>
        </div>
    }
    .into_markup()
}
