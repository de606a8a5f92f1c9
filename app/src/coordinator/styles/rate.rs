//! A new rate for a step, from a day on.

use crate::addresses;
use crate::components::{Day as DayField, Form, Hidden, Number, Pick, Select, Submit, Sure};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::model;
use ledger::model::Style;
use ledger::rules::plausibility;
use ledger::values::day::Day;
use ledger::values::ids::{StepNo, StyleId};
use leptos::prelude::*;

pub fn form(style: &Style, today: Day) -> Markup {
    let steps = (1_i64..).zip(&style.steps).map(|(no, step)| Pick::new(no, step.name.to_string())).collect();
    let only = (style.steps.len() == 1).then_some(1_i64);
    let id = style.id;
    view! {
        <p class="quiet">{t!("style-set-rate-hint")}</p>
        <Form action=SetRate::target()>
            <Hidden name="style" value=id/>
            <Select name="step" label=t!("thing-step") options=steps value=only/>
            <Number name="rate" label=t!("style-rate") money=true/>
            <DayField name="from" label=t!("style-from") value=today/>
            <Sure/>
            <Submit>{t!("style-set-rate-do")}</Submit>
        </Form>
    }
    .into_markup()
}

/// Sets what a step pays from a day on.
#[server(prefix = "/api", endpoint = "set_rate")]
pub async fn set_rate(
    event: String,
    style: String,
    step: String,
    rate: String,
    #[server(default)] from: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let style: StyleId = field::id("style", &style)?;
    let ask = model::SetRate {
        style,
        step: StepNo(field::pieces("step", &step)?.0),
        from: field::day_or_today("from", &from)?.unwrap_or(asking.today),
        rate: field::yuan("rate", &rate)?,
    };
    let styles = asking.read().await?.styles().styles_listed(Some(style)).await?;
    let before = styles.rate_on(style, ask.step, ask.from).map(|rate| rate.rate);
    let unusual = plausibility::rate(before, ask.rate).or_else(|| plausibility::backdated(ask.from, asking.today));
    asking.ask(&event, unusual, &sure).await?;
    let event = asking.perform(&event, None, ask).await.map_err(|problem| problem.at("rate"))?;
    go(addresses::style(style), Done::Saved.unless_waiting([&event]))
}
