//! A style and its steps, to be entered or changed.

use super::{MOST_STEPS, minutes};
use crate::components::{Day as DayField, Field, Form, Head, Hidden, Link, Number, Page, Panel, Submit, Table, Tone};
use crate::request::{as_coordinator, load};
use ledger::day::Day;
use ledger::noun::{Step, Style};
use leptos::prelude::*;

/// `/styles/new`
#[component]
pub fn NewStylePage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let form = form(None, asking.today);
        Ok(view! {
            <Page title=t!("style-new") lead=t!("style-new-lead") back=Link::to("/styles", t!("nav-styles")) wide=true>
                <Panel>{form}</Panel>
            </Page>
        }
        .into_any())
    })
}

pub fn form(style: Option<Style>, today: Day) -> AnyView {
    let new = style.is_none();
    let tone = if new { Tone::Next } else { Tone::Plain };
    let id = style.as_ref().map(|style| style.id);
    let hidden = id.map(|id| view! { <Hidden name="style" value=id/> });
    let code = style.as_ref().map(|style| style.code.to_string());
    let name = style.as_ref().map(|style| style.name.to_string());
    let steps = style.map(|style| style.steps).unwrap_or_default();
    let rows: Vec<_> = (0..MOST_STEPS.max(steps.len())).map(|place| row(place, steps.get(place), new)).collect();
    let mut heads = vec![
        Head::words(t!("thing-step")),
        Head::words(t!("style-step-name")),
        Head::words(t!("style-step-code")),
        Head::number(t!("style-minutes")),
    ];
    if new {
        heads.push(Head::number(t!("style-rate")));
    }
    let from = new.then(|| view! { <DayField name="from" label=t!("style-from") value=today/> });
    let hint = if new { t!("style-steps-hint") } else { t!("style-steps-keep") };
    view! {
        <Form action="/api/save_style" key=id.map_or_else(|| "new".to_owned(), |id| id.to_string())>
            {hidden}
            <div class="two">
                <Field name="code" label=t!("style-code") hint=t!("style-code-hint") value=code max=40/>
                <Field name="name" label=t!("style-name") value=name max=60/>
            </div>
            <p class="hint">{hint}</p>
            <Table caption=t!("style-steps") heads=heads><tbody>{rows}</tbody></Table>
            {from}
            <Submit tone=tone>{t!("style-save")}</Submit>
        </Form>
    }
    .into_any()
}

fn row(place: usize, step: Option<&Step>, new: bool) -> AnyView {
    let no = place + 1;
    let field = |part: &str| format!("steps[{place}][{part}]");
    let label = |what: String| format!("{} {no}: {what}", t!("thing-step"));
    // The first step has a code at once; a person need not think of one.
    let code = step.map_or_else(|| format!("S{no}"), |step| step.code.to_string());
    let name = step.map(|step| step.name.to_string());
    let minutes = step.map(minutes);
    let rate = new.then(|| {
        view! {
            <td class="n"><Number bare=true optional=true money=true name=field("rate") label=label(t!("style-rate"))/></td>
        }
    });
    view! {
        <tr>
            <th scope="row">{no.to_string()}</th>
            <td><Field bare=true optional=true name=field("name") label=label(t!("style-step-name")) value=name max=60/></td>
            <td><Field bare=true optional=true name=field("code") label=label(t!("style-step-code")) value=code max=40/></td>
            <td class="n"><Number bare=true optional=true name=field("minutes") label=label(t!("style-minutes")) value=minutes/></td>
            {rate}
        </tr>
    }
    .into_any()
}
