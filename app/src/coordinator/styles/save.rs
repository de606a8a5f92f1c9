//! Entering a style with its steps and first rates, or changing its names and minutes.

use crate::addresses;
use crate::request::{Done, Problem, Why, as_coordinator, field, go};
use ledger::journal::Event;
use ledger::model::{Entity, Step};
use ledger::values::ids::{EventId, StepNo, StyleId};
use ledger::values::minutes::{self, BadMinutes, Centiminutes};
use ledger::values::money::Fen;
use ledger::{Command, Refusal, model};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step as it was typed. One without a name is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedStep {
    pub name: String,
    pub code: String,
    pub minutes: String,
    /// Of a new style: its first rate, or nothing.
    pub rate: String,
}

/// Saves a style: a new one where `style` is absent, with the rates that were given from the day `from` on.
#[server(prefix = "/api", endpoint = "save_style")]
pub async fn save_style(
    event: String,
    #[server(default)] style: String,
    code: String,
    name: String,
    #[server(default)] steps: Vec<TypedStep>,
    #[server(default)] from: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let form: EventId = event.parse().map_err(|_| Problem::BadForm)?;
    let known: Option<StyleId> = if style.is_empty() { None } else { Some(field::id("style", &style)?) };
    let from = field::day_or_today("from", &from)?.unwrap_or(asking.today);
    let (steps, rates) = parsed(&steps)?;
    let ask =
        model::SaveStyle { style: known, code: field::code("code", &code)?, name: field::name("name", &name)?, steps };
    // Only a new style has first rates; later each is set by itself, from a day on.
    let rates = if known.is_none() { rates } else { Vec::new() };
    let first_rates = |saved: &Event| -> Vec<(EventId, Command)> {
        let of_style = |style| {
            let of_step = |(step, rate): (StepNo, Fen)| {
                let id = EventId(Uuid::new_v5(&form.0, step.to_string().as_bytes()));
                (id, Command::from(model::SetRate { style, step, from, rate }))
            };
            rates.into_iter().map(of_step).collect()
        };
        style_of(saved).map(of_style).unwrap_or_default()
    };
    let saved = asking.perform_then(&event, ask, first_rates).await;
    let saved = saved.map_err(|(place, problem)| if place == 0 { about(problem) } else { problem })?;
    let (style, rates) = saved.split_first().ok_or(Problem::Database)?;
    go(addresses::style(style_of(style).ok_or(Problem::Database)?), Done::Saved.unless_waiting(rates))
}

/// Steps, and the rates given with them.
type Parsed = (Vec<Step>, Vec<(StepNo, Fen)>);

/// Steps up to the last that has a name.
fn parsed(typed: &[TypedStep]) -> Result<Parsed, Problem> {
    let last = typed.iter().rposition(|step| !step.name.trim().is_empty());
    let (mut steps, mut rates) = (Vec::new(), Vec::new());
    for (place, step) in typed.iter().enumerate().take(last.map_or(0, |last| last + 1)) {
        let field_of = |part: &str| format!("steps[{place}][{part}]");
        let no = StepNo(i64::try_from(place + 1).map_err(|_| Problem::BadForm)?);
        let code = if step.code.trim().is_empty() { format!("S{no}") } else { step.code.clone() };
        steps.push(Step {
            name: field::name(&field_of("name"), &step.name)?,
            code: field::code(&field_of("code"), &code)?,
            centiminutes: minutes(&field_of("minutes"), &step.minutes)?,
        });
        if !step.rate.trim().is_empty() {
            let rate = field::yuan(&field_of("rate"), &step.rate)?;
            if rate == Fen::ZERO {
                return Err(Problem::from(Refusal::Nothing).at(field_of("rate")));
            }
            rates.push((no, rate));
        }
    }
    Ok((steps, rates))
}

/// Minutes with at most two decimals, in hundredths.
pub(super) fn minutes(name: &str, text: &str) -> Result<Centiminutes, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::field(name, Why::Missing));
    }
    let read = minutes::parse(text).map_err(|bad| match bad {
        BadMinutes::NotANumber => Problem::field(name, Why::NotANumber),
        BadMinutes::TooFine => Problem::field(name, Why::TooFine),
        BadMinutes::TooLong => Problem::field(name, Why::TooLarge),
    });
    match read? {
        Centiminutes::ZERO => Err(Problem::from(Refusal::Nothing).at(name)),
        time => Ok(time),
    }
}

/// The refusal beside the field that it is about.
fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::Exists { .. }, .. } => problem.at("code"),
        Problem::Refused { refusal: Refusal::NoSteps | Refusal::StepsInUse, .. } => problem.at("steps[0][name]"),
        _ => problem,
    }
}

fn style_of(event: &Event) -> Option<StyleId> {
    event.entities.iter().find_map(|entity| if let Entity::Style(style) = entity { Some(style.id) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &str, minutes: &str, rate: &str) -> TypedStep {
        TypedStep { name: name.to_owned(), minutes: minutes.to_owned(), rate: rate.to_owned(), ..TypedStep::default() }
    }

    #[test]
    fn empty_rows_at_the_end_are_no_steps() {
        let (steps, rates) =
            parsed(&[step("花瓣", "6", "1.10"), step("组花", "7.5", ""), step("", "", "")]).expect("parsed");
        let read: Vec<_> = steps.iter().map(|step| (step.code.as_str(), step.centiminutes)).collect();
        assert_eq!(read, [("S1", Centiminutes(600)), ("S2", Centiminutes(750))]);
        assert_eq!(rates, [(StepNo(1), Fen(110))]);
    }

    #[test]
    fn what_is_wrong_is_named_by_its_field() {
        let wrong = |typed: &[TypedStep]| parsed(typed).expect_err("wrong").field_name().map(str::to_owned);
        assert_eq!(wrong(&[step("", "6", ""), step("组花", "6", "")]).as_deref(), Some("steps[0][name]"));
        assert_eq!(wrong(&[step("花瓣", "", "")]).as_deref(), Some("steps[0][minutes]"));
        assert_eq!(wrong(&[step("花瓣", "6.123", "")]).as_deref(), Some("steps[0][minutes]"));
        assert_eq!(wrong(&[step("花瓣", "0", "")]).as_deref(), Some("steps[0][minutes]"));
        assert_eq!(wrong(&[step("花瓣", "6", "0")]).as_deref(), Some("steps[0][rate]"));
    }
}
