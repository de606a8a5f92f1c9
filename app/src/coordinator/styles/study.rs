//! Time studies of a style's steps: measured time beside what was learned.

use super::save::minutes;
use crate::addresses;
use crate::components::{
    Cell, Day as DayField, Field, Fold, Form, Head, Hidden, Number, Panel, Pick, Select, Submit, Sure, Table, Tone,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go};
use crate::words;
use ledger::Refusal;
use ledger::model::{RecordTimeStudy as Ask, Style, TimeStudy};
use ledger::rules::plausibility;
use ledger::store::reads::style::Styles;
use ledger::values::day::Day;
use ledger::values::ids::{StepNo, StyleId};
use ledger::values::money::Fen;
use ledger::wage::hourly;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is added for rest unless something else is typed, in percent.
const REST: i64 = 15;

/// The measured time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    pub pieces: String,
    pub minutes: String,
    pub rest: String,
}

#[server(prefix = "/api", endpoint = "record_time_study")]
pub async fn record_time_study(
    event: String,
    style: String,
    step: String,
    #[server(default)] seen: Seen,
    #[server(default)] day: String,
    #[server(default)] note: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let style: StyleId = field::id("style", &style)?;
    let ask = Ask {
        style,
        step: StepNo(field::pieces("step", &step)?.0),
        pieces: field::pieces("seen[pieces]", &seen.pieces)?,
        took: minutes("seen[minutes]", &seen.minutes)?,
        rest: field::pieces_or_none("seen[rest]", &seen.rest)?.0,
        note: field::note("note", &note)?,
    };
    let day = field::day_or_today("day", &day)?;
    let mut books = asking.read().await?;
    let standard = books.styles().styles_listed(Some(style)).await?.standard(style, ask.step);
    let unusual = standard.and_then(|standard| plausibility::time(standard, ask.study(asking.today).a_piece()));
    if unusual.is_some() {
        // What is refused anyhow needs no question.
        asking.rehearse(&mut books, ask.clone()).await.map_err(about)?;
    }
    drop(books);
    asking.ask(&event, unusual, &sure).await?;
    asking.perform(&event, day, ask).await.map_err(about)?;
    go(addresses::style(style), Done::Saved)
}

/// The refusal beside the field that it is about.
fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::Nothing, .. } => problem.at("seen[pieces]"),
        Problem::Refused { refusal: Refusal::BadMinutes, .. } => problem.at("seen[minutes]"),
        Problem::Refused { refusal: Refusal::BadRest, .. } => problem.at("seen[rest]"),
        Problem::Refused { refusal: Refusal::DayAhead { .. }, .. } => problem.at("day"),
        _ => problem,
    }
}

/// What was recorded, what the rate gives by it, and the form for another.
pub fn panel(style: &Style, studies: &[TimeStudy], styles: &Styles, today: Day) -> Markup {
    let rows: Vec<_> = studies.iter().filter_map(|study| row(style, study, styles, today)).collect();
    let heads = vec![
        Head::words(t!("thing-step")),
        Head::number(t!("study-a-piece")),
        Head::number(t!("study-standard")),
        Head::number(t!("study-an-hour")),
    ];
    let known = (!rows.is_empty()).then(|| {
        view! { <Table caption=t!("study-title") quiet=true stack=true heads><tbody>{rows}</tbody></Table> }
    });
    let steps = (1_i64..).zip(&style.steps).map(|(no, step)| Pick::new(no, step.name.to_string())).collect();
    let only = (style.steps.len() == 1).then_some(1_i64);
    let id = style.id;
    view! {
        <Panel title=t!("study-title") id="study">
            <p class="quiet">{t!("study-lead")}</p>
            {known}
            <Fold title=t!("study-new") action=RecordTimeStudy::target()>
                <Form action=RecordTimeStudy::target()>
                    <Hidden name="style" value=id/>
                    <Select name="step" label=t!("thing-step") options=steps value=only/>
                    <Number name="seen[pieces]" label=t!("study-pieces") unit=t!("unit-pieces")/>
                    <Number name="seen[minutes]" label=t!("study-minutes") hint=t!("study-minutes-hint") unit=t!("unit-minutes")/>
                    <Number name="seen[rest]" label=t!("study-rest") hint=t!("study-rest-hint") value=REST unit="%"/>
                    <Field name="note" label=t!("study-note") hint=t!("study-note-hint") optional=true max=120/>
                    <DayField name="day" label=t!("study-day") hint=t!("study-day-hint") value=today/>
                    <Sure/>
                    <Submit tone=Tone::Plain>{t!("worker-save")}</Submit>
                </Form>
            </Fold>
        </Panel>
    }
    .into_markup()
}

fn row(style: &Style, study: &TimeStudy, styles: &Styles, today: Day) -> Option<Markup> {
    let step = style.step(study.step)?;
    let rate = styles.rate_on(style.id, study.step, today).map(|rate| rate.rate);
    let an_hour: Option<Fen> = rate.and_then(|rate| hourly(rate, &[study.a_piece()])).map(|earns| earns.typical);
    let seen = t!(
        "study-seen",
        day = words::day(study.day),
        n = study.pieces,
        minutes = words::minutes(study.took),
        rest = study.rest
    );
    let (a_piece, standard) = (words::minutes(study.a_piece()), words::minutes(step.centiminutes));
    let note =
        (!study.note.as_str().is_empty()).then(|| view! { <small class="quiet">{study.note.to_string()}</small> });
    Some(
        view! {
            <tr>
                <th scope="row">{step.name.to_string()} <small class="quiet">{seen}</small> {note}</th>
                <Cell label=t!("study-a-piece") number=true>{a_piece}</Cell>
                <Cell label=t!("study-standard") number=true>{standard}</Cell>
                <Cell label=t!("study-an-hour") number=true>{an_hour.map(words::money)}</Cell>
            </tr>
        }
        .into_markup(),
    )
}
