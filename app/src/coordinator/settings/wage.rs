//! The local minimum hourly wage, entered with its source.

use crate::addresses;
use crate::components::{Day as DayField, Field, Form, Head, Number, Panel, Submit, Sure, Table, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go};
use crate::words;
use ledger::Refusal;
use ledger::model::{MinimumWage, SetMinimumWage as Ask};
use ledger::rules::plausibility;
use ledger::values::day::Day;
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "set_minimum_wage")]
pub async fn set_minimum_wage(
    event: String,
    amount: String,
    from: String,
    source: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let ask = Ask {
        fen: field::yuan("amount", &amount)?,
        from: field::day("from", &from)?,
        source: field::note("source", &source)?,
    };
    asking.ask(&event, plausibility::wage(ask.fen), &sure).await?;
    let event = asking.perform(&event, None, ask).await.map_err(about)?;
    go(addresses::settings(), Done::Saved.unless_waiting([&event]))
}

/// The refusal beside the field that it is about.
fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::Nothing, .. } => problem.at("amount"),
        Problem::Refused { refusal: Refusal::SourceMissing, .. } => problem.at("source"),
        _ => problem,
    }
}

/// What was entered so far, and the form for the next.
pub fn panel(wages: Vec<MinimumWage>, today: Day) -> Markup {
    let rows = wages.into_iter().map(|wage| {
        view! {
            <tr>
                <th scope="row">{words::day(wage.from)}</th>
                <td class="n">{words::money(wage.fen)}</td>
                <td>{wage.source.to_string()}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let heads = vec![Head::words(t!("wage-from")), Head::number(t!("wage-amount")), Head::words(t!("wage-source"))];
    let known = (!rows.is_empty()).then(|| {
        view! { <Table caption=t!("wage-title") quiet=true heads><tbody>{rows}</tbody></Table> }
    });
    view! {
        <Panel title=t!("wage-title") id="wage">
            <p class="quiet">{t!("wage-lead")}</p>
            {known}
            <Form action=SetMinimumWage::target()>
                <Number name="amount" label=t!("wage-amount") money=true/>
                <DayField name="from" label=t!("wage-from") value=today.month_start()/>
                <Field name="source" label=t!("wage-source") hint=t!("wage-source-hint") max=120/>
                <Sure/>
                <Submit tone=Tone::Plain>{t!("worker-save")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}
