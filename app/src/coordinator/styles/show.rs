//! One style: its steps, what each pays and paid, and changes to come.

use super::{edit, hourly, minutes, rate, study, whole_minutes};
use crate::addresses;
use crate::components::{Cell, Fold, Head, Link, Notice, Page, Panel, Photo, Table, Tag, Tone, load};
use crate::coordinator::styles::save::SaveStyle;
use crate::coordinator::{approvals, photos};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, param};
use crate::words;
use ledger::model::{Approvable, Pictured, Style};
use ledger::store::reads::style::Styles;
use ledger::values::day::Day;
use ledger::values::ids::{StepNo, StyleId};
use leptos::prelude::*;

/// `/styles/:id`
#[component]
pub fn StylePage() -> impl IntoView {
    let id = param::<StyleId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let styles = books.styles().styles_listed(Some(id)).await?;
        let style = styles.styles.first().cloned().ok_or(Problem::NotFound)?;
        let paces = books.styles().step_paces(id, asking.today).await?;
        let waiting = books.to_approve().await?;
        let waiting = approvals::rows(
            &waiting,
            |proposal| matches!(&proposal.asked, Approvable::SetRate(ask) if ask.style == id),
        );
        let waiting = approvals::panel(t!("approval-of-rates"), waiting);
        let minimum = books.styles().minimum_wage(asking.today).await?;
        let hourly = hourly::panel(&style, &styles, &paces, minimum.as_ref(), asking.today);
        let studies = books.styles().time_studies(id).await?;
        let study = study::panel(&style, &studies, &styles, asking.today);
        let hours = view! { {hourly} {study} }.into_markup();
        Ok(page(style, &styles, waiting, hours, asking.today))
    })
}

fn page(style: Style, styles: &Styles, waiting: Option<Markup>, hours: Markup, today: Day) -> Markup {
    let rows: Vec<_> = (1..).zip(&style.steps).map(|(no, _)| row(&style, StepNo(no), styles, today)).collect();
    let lacking = (1..).zip(&style.steps).any(|(no, _)| styles.rate_on(style.id, StepNo(no), today).is_none());
    let lacking = lacking.then(|| view! { <Notice tone=Tone::Warn title=t!("style-rate-first")/> });
    let lead = t!("style-lead", code = style.code.as_str(), minutes = whole_minutes(&style.steps));
    let (title, id) = (style.name.to_string(), style.id);
    let (seen, name, photos) = (styles.photo(Pictured::Style(id)), title.clone(), photos::of_style(&style, styles));
    let rate = rate::form(&style, today);
    let edit = edit::form(Some(style), today);
    view! {
        <Page title=title lead=lead back=Link::to(addresses::styles(), t!("nav-styles"))>
            <Photo picture=seen of=name/>
            {lacking}
            {waiting}
            <Panel title=t!("style-steps")>
                <Table
                    caption=t!("style-steps")
                    quiet=true
                    stack=true
                    heads=vec![
                        Head::words(t!("thing-step")),
                        Head::number(t!("style-minutes")),
                        Head::number(t!("style-rate-today")),
                        Head::words(t!("style-rates")),
                    ]
                >
                    <tbody>{rows}</tbody>
                </Table>
            </Panel>
            {hours}
            <Panel title=t!("style-set-rate") tone=Tone::Next>{rate}</Panel>
            {photos}
            <Fold title=t!("style-edit") action=SaveStyle::target() key=id.to_string()>{edit}</Fold>
        </Page>
    }
    .into_markup()
}

fn row(style: &Style, no: StepNo, styles: &Styles, today: Day) -> Markup {
    let (name, code, minutes) = match style.step(no) {
        Some(step) => (step.name.to_string(), step.code.to_string(), minutes(step)),
        None => Default::default(),
    };
    let seen = view! { <Photo picture=styles.photo(Pictured::Step(style.id, no)) of=name.clone()/> };
    let holding = styles.rate_on(style.id, no, today);
    let now = match holding {
        Some(rate) => view! { <b>{words::money(rate.rate)}</b> }.into_markup(),
        None => view! { <Tag tone=Tone::Warn>{t!("style-no-rate")}</Tag> }.into_markup(),
    };
    let rates: Vec<_> = styles
        .rates_of(style.id, no)
        .into_iter()
        .map(|rate| {
            let words = t!("style-rate-from", day = words::short_day(rate.from), rate = rate.rate);
            let coming = (rate.from > today).then(|| view! { " " <Tag>{t!("style-rate-coming")}</Tag> });
            view! { <small>{words}{coming}</small> }
        })
        .collect();
    let minutes = format!("{minutes} {}", t!("unit-minutes"));
    view! {
        <tr>
            <th scope="row">{seen} {no.to_string()} ". " {name} <small class="quiet">{code}</small></th>
            <Cell label=t!("style-minutes") number=true>{minutes}</Cell>
            <Cell label=t!("style-rate-today") number=true>{now}</Cell>
            <Cell label=t!("style-rates")><span>{rates}</span></Cell>
        </tr>
    }
    .into_markup()
}
