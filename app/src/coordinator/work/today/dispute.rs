//! Counts that their workers call wrong, and the answer.

use crate::components::{Field, Form, Go, Hidden, Panel, Submit, Tag, Tone};
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::store::reads::today::Dispute;
use ledger::work;
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "answer_dispute")]
pub async fn answer_dispute(event: String, count: String, answer: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let ask = work::AnswerDispute { count: field::id("count", &count)?, answer: field::note("answer", &answer)? };
    asking.perform(&event, None, ask).await?;
    go("/today", Done::Answered)
}

/// Each with what she says, the way to count again, and the form for the answer.
#[component]
pub(super) fn Disputes(disputes: Vec<Dispute>) -> impl IntoView {
    let rows: Vec<_> = disputes.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| view! { <Panel title=t!("today-disputes") id="disputes">{rows}</Panel> })
}

fn row(dispute: Dispute) -> AnyView {
    let id = dispute.count;
    let her = t!("worker-named", number = &dispute.who.number, name = &dispute.who.name);
    let words = (!dispute.words.is_empty()).then(|| view! { <p>{t!("dispute-words", words = &dispute.words)}</p> });
    view! {
        <article class="stack">
            <p>
                <b>{her}</b> " "
                {t!("dispute-says", day = dispute.counted_on, counted = dispute.counted, says = dispute.says)}
                {dispute.corrected.then(|| view! { " " <Tag tone=Tone::Quiet>{t!("past-corrected")}</Tag> })}
            </p>
            {words}
            {(!dispute.corrected)
                .then(|| view! { <div class="row"><Go href=format!("/count/wrong/{id}")>{t!("dispute-recount")}</Go></div> })}
            <Form action="/api/answer_dispute" key=id.to_string() inline=true>
                <Hidden name="count" value=id/>
                <Field name="answer" label=t!("dispute-answer") max=120/>
                <Submit tone=Tone::Plain>{t!("dispute-do")}</Submit>
            </Form>
        </article>
    }
    .into_any()
}
