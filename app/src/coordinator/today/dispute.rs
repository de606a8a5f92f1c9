//! Entries that their workers call wrong, and the answer.

use crate::addresses;
use crate::components::{Field, Form, Go, Hidden, Panel, SpokenWord, Submit, Tag, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go};
use crate::words::{self, events};
use ledger::model;
use ledger::store::reads::today::{Dispute, Says};
use ledger::values::ids::WorkerId;
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "answer_dispute")]
pub async fn answer_dispute(
    event: String,
    /// The entry.
    count: String,
    /// Whose dispute it is.
    worker: String,
    answer: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker: WorkerId = field::id("worker", &worker)?;
    let ask = model::AnswerDispute {
        event: field::id("count", &count)?,
        worker: Some(worker),
        answer: field::note("answer", &answer)?,
    };
    asking.perform(&event, None, ask).await.map_err(|problem| problem.at("answer"))?;
    go(addresses::today(), Done::Answered)
}

/// Each with what she says, the way to correct it, and the form for the answer.
#[component]
pub(super) fn Disputes(disputes: Vec<Dispute>) -> impl IntoView {
    let rows: Vec<_> = disputes.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| view! { <Panel title=t!("today-disputes") id="disputes">{rows}</Panel> })
}

fn row(dispute: Dispute) -> Markup {
    let (id, worker) = (dispute.event, dispute.who.id);
    let her = t!("worker-named", number = &dispute.who.number, name = &dispute.who.name);
    let words = (!dispute.words.is_empty()).then(|| view! { <p>{t!("dispute-words", words = &dispute.words)}</p> });
    let spoken = dispute.spoken.map(|recording| view! { <SpokenWord recording/> });
    let counted = dispute.kind == "count";
    let says = match dispute.says {
        Says::Pieces { was, is } if counted => t!("dispute-says", day = dispute.day, counted = was, says = is),
        Says::Pieces { was, is } => {
            t!("dispute-says-pieces", day = dispute.day, what = events::kind(&dispute.kind), was = was, is = is)
        }
        Says::Money { was, is } => {
            let [was, is] = [was, is].map(words::money);
            t!("dispute-says-money", day = dispute.day, what = events::kind(&dispute.kind), was = was, is = is)
        }
    };
    let fix = if counted {
        view! { <Go href=addresses::wrong_count(id)>{t!("dispute-recount")}</Go> }.into_markup()
    } else {
        view! { <Go href=addresses::correct(id).with("then", addresses::today())>{t!("dispute-correct")}</Go> }
            .into_markup()
    };
    view! {
        <article class="stack">
            <p>
                <b>{her}</b> " " {says}
                {dispute.corrected.then(|| view! { " " <Tag tone=Tone::Quiet>{t!("past-corrected")}</Tag> })}
            </p>
            {words}
            {spoken}
            {(!dispute.corrected).then(|| view! { <div class="row">{fix}</div> })}
            <Form action=AnswerDispute::target() key=format!("{id}-{worker}") inline=true>
                <Hidden name="count" value=id/>
                <Hidden name="worker" value=worker/>
                <Field name="answer" label=t!("dispute-answer") max=120/>
                <Submit tone=Tone::Plain>{t!("dispute-do")}</Submit>
            </Form>
        </article>
    }
    .into_markup()
}
