//! The firm's answer, entered by the coordinator on its behalf.

use crate::addresses;
use crate::components::{Field, Form, Hidden, Number, Submit, Tone};
use crate::firm::AnswerLine;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::model;
use ledger::store::reads::delivery::{DeliveryLine, DeliveryView};
use ledger::values::ids::DeliveryId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use std::collections::BTreeMap;

pub fn form(view: &DeliveryView) -> Markup {
    let (id, lines) = (view.delivery.id, view.lines.clone());
    view! {
        <p class="quiet">{t!("answer-hint")}</p>
        <Form action=AnswerForFirm::target()>
            <Hidden name="delivery" value=id/>
            // Made inside the form: a field asks the form around it what was typed.
            {lines.iter().map(line).collect::<Vec<_>>()}
            <Submit tone=Tone::Plain>{t!("answer-do")}</Submit>
        </Form>
    }
    .into_markup()
}

fn line(line: &DeliveryLine) -> Markup {
    let id = line.sent.line;
    let (name, sent) = (line.style_name.clone(), line.sent.pieces);
    view! {
        <fieldset class="field">
            <Hidden name=format!("sent[{id}]") value=sent/>
            <legend>{name} " " <small>{t!("answer-sent", n = sent)}</small></legend>
            <div class="three">
                <Number name=format!("confirmed[{id}]") label=t!("flow-confirmed") value=sent optional=true/>
                <Number name=format!("refused[{id}]") label=t!("flow-refused") value=Pieces::ZERO optional=true/>
                <Number name=format!("short[{id}]") label=t!("flow-short") value=Pieces::ZERO optional=true/>
            </div>
            <Field name=format!("reason[{id}]") label=t!("answer-reason") conditional=true/>
        </fieldset>
    }
    .into_markup()
}

/// Records the firm’s answer to a delivery. All lists have line ids as keys.
#[server(prefix = "/api", endpoint = "answer_for_firm")]
pub async fn answer_for_firm(
    event: String,
    delivery: String,
    #[server(default)] confirmed: BTreeMap<String, String>,
    #[server(default)] refused: BTreeMap<String, String>,
    #[server(default)] short: BTreeMap<String, String>,
    #[server(default)] reason: BTreeMap<String, String>,
    /// How many the form said were sent.
    #[server(default)]
    sent: BTreeMap<String, String>,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let delivery: DeliveryId = field::id("delivery", &delivery)?;
    let of = |list: &BTreeMap<String, String>, key: &str| list.get(key).cloned().unwrap_or_default();
    let lines = confirmed.iter().map(|(key, confirmed)| {
        let line = AnswerLine {
            line: key.clone(),
            sent: of(&sent, key),
            confirmed: confirmed.clone(),
            refused: of(&refused, key),
            short: of(&short, key),
            reason: of(&reason, key),
        };
        line.parsed(|part| format!("{part}[{key}]"))
    });
    let lines = lines.collect::<Result<_, Problem>>()?;
    asking.perform(&event, None, model::Answer { delivery, lines }).await?;
    go(addresses::delivery(delivery), Done::Answered)
}
