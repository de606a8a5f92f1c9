//! What is written of a worker, to be entered or changed.

use crate::addresses;
use crate::components::{Check, Field, Form, Hidden, Link, Number, Page, Panel, Submit, load};
use crate::coordinator::workers::save::SaveWorker;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, param};
use ledger::model::{Skill, Style, Worker};
use ledger::values::day::DaysOff;
use ledger::values::ids::{StepNo, WorkerId};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What a working day is taken to be until another is entered: four hours beside house and field.
const USUAL_MINUTES: i64 = 240;

/// `/workers/new`
#[component]
pub fn NewWorkerPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let mut books = asking.read().await?;
        let styles = books.styles().styles_listed(None).await?.styles;
        let taken = books.worker_names().await?;
        let number = next_number(taken.iter().map(|who| who.number.as_str()));
        Ok(view! {
            <Page title=t!("worker-new") back=Link::to(addresses::workers(), t!("nav-workers"))>
                {form(None, number, styles)}
            </Page>
        }
        .into_markup())
    })
}

/// `/workers/:id/edit`
#[component]
pub fn EditWorkerPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let worker = books.of_worker(id).worker().await?.ok_or(Problem::NotFound)?;
        let styles = books.styles().styles_listed(None).await?.styles;
        let back = Link::to(addresses::worker(id), worker.name.as_str());
        let title = t!("worker-edit-title", name = worker.name.as_str());
        Ok(view! { <Page title=title back=back>{form(Some(worker), String::new(), styles)}</Page> }.into_markup())
    })
}

fn form(worker: Option<Worker>, next: String, styles: Vec<Style>) -> Markup {
    let id = worker.as_ref().map(|worker| view! { <Hidden name="worker" value=worker.id/> });
    let number = worker.as_ref().map_or(next, |worker| worker.number.to_string());
    let name = worker.as_ref().map(|worker| worker.name.to_string()).unwrap_or_default();
    let minutes = worker.as_ref().map_or(USUAL_MINUTES, |worker| worker.minutes_a_day.0);
    let off = worker.as_ref().map(|worker| worker.days_off.clone()).unwrap_or_default();
    let skills = worker.as_ref().map(|worker| worker.skills.clone()).unwrap_or_default();
    let active = worker.as_ref().is_none_or(|worker| worker.active);
    view! {
        <Panel>
            <Form action=SaveWorker::target()>
                {id}
                <Field name="number" label=t!("worker-number") hint=t!("worker-number-hint") value=number max=40/>
                <Field name="name" label=t!("worker-name") value=name max=60/>
                <Number name="minutes" label=t!("worker-minutes") hint=t!("worker-minutes-hint") unit=t!("unit-minutes") value=minutes/>
                {days(&off)}
                {abilities(styles, &skills)}
                <div>
                    <Check name="ticked[active]" label=t!("worker-active") checked=active/>
                    <p class="hint">{t!("worker-active-hint")}</p>
                </div>
                <Submit>{t!("worker-save")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

fn days(off: &DaysOff) -> Markup {
    let names = [
        t!("worker-weekday-1"),
        t!("worker-weekday-2"),
        t!("worker-weekday-3"),
        t!("worker-weekday-4"),
        t!("worker-weekday-5"),
        t!("worker-weekday-6"),
        t!("worker-weekday-7"),
    ];
    let taken: BTreeSet<u8> = off.iso_weekdays().collect();
    let boxes: Vec<_> = (1_u8..)
        .zip(names)
        .map(|(day, name)| view! { <Check name=format!("ticked[off-{day}]") label=name checked=taken.contains(&day)/> })
        .collect();
    view! { <fieldset class="field"><legend>{t!("worker-days-off")}</legend><div class="checks">{boxes}</div></fieldset> }.into_markup()
}

/// A row of boxes for each style: one a step.
fn abilities(styles: Vec<Style>, skills: &BTreeSet<Skill>) -> Markup {
    if styles.is_empty() {
        return view! {
            <div class="field"><p class="hint">{t!("worker-skills")} ": " <a href=addresses::styles()>{t!("worker-skills-none")}</a></p></div>
        }
        .into_markup();
    }
    let rows: Vec<_> = styles
        .into_iter()
        .map(|style| {
            let boxes: Vec<_> = (1_i64..)
                .zip(&style.steps)
                .map(|(no, step)| {
                    let knows = skills.contains(&Skill { style: style.id, step: StepNo(no) });
                    view! { <Check name=format!("ticked[skill-{}-{no}]", style.id) label=step.name.as_str() checked=knows/> }
                })
                .collect();
            view! {
                <fieldset class="skill">
                    <legend>{style.name.to_string()} " " <small>{style.code.to_string()}</small></legend>
                    <div class="checks">{boxes}</div>
                </fieldset>
            }
        })
        .collect();
    view! { <fieldset class="field"><legend>{t!("worker-skills")}</legend>{rows}</fieldset> }.into_markup()
}

/// The number after the highest of those that end in digits, written like it: `W25` after `W24`.
fn next_number<'a>(taken: impl Iterator<Item = &'a str>) -> String {
    let parts = taken.filter_map(|number| {
        let head = number.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let tail = number.strip_prefix(head)?;
        Some((tail.parse::<u32>().ok()?, head, tail.len()))
    });
    match parts.max() {
        Some((highest, head, width)) => format!("{head}{:0width$}", highest.saturating_add(1)),
        None => "W01".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::next_number;

    #[test]
    fn the_next_number_is_written_like_the_others() {
        let after = |taken: &[&str]| next_number(taken.iter().copied());
        assert_eq!(after(&[]), "W01");
        assert_eq!(after(&["W02", "W09", "W01"]), "W10");
        assert_eq!(after(&["7", "12"]), "13");
        assert_eq!(after(&["婶", "W99"]), "W100");
        assert_eq!(after(&["W99999999999999999999"]), "W01");
    }
}
