//! A style and its steps, to be entered or changed.

use super::{MOST_STEPS, minutes};
use crate::addresses;
use crate::components::{Day as DayField, Field, Fold, Form, Hidden, Link, Number, Page, Panel, Submit, Tone, load};
use crate::coordinator::styles::save::SaveStyle;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use ledger::model::{Step, Style};
use ledger::values::day::Day;
use leptos::prelude::*;

/// Rows for steps that stand open at first.
const SHOWN_STEPS: usize = 3;

/// `/styles/new`
#[component]
pub fn NewStylePage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let form = form(None, asking.today);
        Ok(view! {
            <Page title=t!("style-new") lead=t!("style-new-lead") back=Link::to(addresses::styles(), t!("nav-styles")) wide=true>
                <Panel>{form}</Panel>
            </Page>
        }
        .into_markup())
    })
}

pub fn form(style: Option<Style>, today: Day) -> Markup {
    let tone = if style.is_none() { Tone::Next } else { Tone::Plain };
    let key = style.as_ref().map_or_else(|| "new".to_owned(), |style| style.id.to_string());
    let of_key = key.clone();
    view! {
        <Form action=SaveStyle::target() key=key>
            // Made inside the form: a field asks the form around it what was typed.
            {fields(style, of_key, today)}
            <Submit tone=tone>{t!("style-save")}</Submit>
        </Form>
    }
    .into_markup()
}

fn fields(style: Option<Style>, key: String, today: Day) -> Markup {
    let new = style.is_none();
    let hidden = style.as_ref().map(|style| view! { <Hidden name="style" value=style.id/> });
    let code = style.as_ref().map(|style| style.code.to_string());
    let name = style.as_ref().map(|style| style.name.to_string());
    let steps = style.map(|style| style.steps).unwrap_or_default();
    let shown = SHOWN_STEPS.max(steps.len() + 1).min(MOST_STEPS);
    let rows: Vec<_> = (0..shown).map(|place| row(place, steps.get(place), new)).collect();
    let more: Vec<_> = (shown..MOST_STEPS).map(|place| row(place, None, new)).collect();
    let more = (!more.is_empty())
        .then(|| view! { <Fold title=t!("style-more-steps") action=SaveStyle::target() key=key>{more}</Fold> });
    let from = new.then(|| view! { <DayField name="from" label=t!("style-from") value=today/> });
    let hint = if new { t!("style-steps-hint") } else { t!("style-steps-keep") };
    view! {
        {hidden}
        <div class="two">
            <Field name="code" label=t!("style-code") hint=t!("style-code-hint") value=code max=40/>
            <Field name="name" label=t!("style-name") hint=t!("style-name-hint") value=name max=60/>
        </div>
        <p class="hint">{hint}</p>
        {rows}
        {more}
        {from}
    }
    .into_markup()
}

fn row(place: usize, step: Option<&Step>, new: bool) -> Markup {
    let no = place + 1;
    let field = |part: &str| format!("steps[{place}][{part}]");
    // A person need not think of a code.
    let code = step.map_or_else(|| format!("S{no}"), |step| step.code.to_string());
    let name = step.map(|step| step.name.to_string());
    let minutes = step.map(minutes);
    let rate = new.then(|| view! { <Number optional=true money=true name=field("rate") label=t!("style-rate")/> });
    view! {
        <fieldset class="field">
            <legend>{t!("style-step-no", n = no)}</legend>
            <div class="four">
                <Field optional=true name=field("name") label=t!("style-step-name") value=name max=60/>
                <Field optional=true name=field("code") label=t!("style-step-code") value=code max=40/>
                <Number optional=true name=field("minutes") label=t!("style-minutes") value=minutes/>
                {rate}
            </div>
        </fieldset>
    }
    .into_markup()
}
