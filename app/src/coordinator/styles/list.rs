//! All styles, with the rates that hold today.

use crate::addresses;
use crate::components::{Empty, Go, Page, Panel, Row, Rows, Tag, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use crate::words;
use ledger::model::{Pictured, Style};
use ledger::store::reads::style::Styles;
use ledger::values::day::Day;
use ledger::values::ids::StepNo;
use leptos::prelude::*;

/// `/styles`
#[component]
pub fn StylesPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let styles = asking.read().await?.styles().styles_listed(None).await?;
        Ok(page(&styles, asking.today))
    })
}

fn page(styles: &Styles, today: Day) -> Markup {
    let rows: Vec<_> = styles.styles.iter().map(|style| row(styles, style, today)).collect();
    if rows.is_empty() {
        return view! {
            <Page title=t!("nav-styles")>
                <Empty title=t!("styles-none")>
                    <p>{t!("styles-none-hint")}</p>
                    <div class="row">
                        <Go href=addresses::new_style() tone=Tone::Next>{t!("styles-none-do")}</Go>
                        <Go href=addresses::imports()>{t!("nav-import")}</Go>
                    </div>
                </Empty>
            </Page>
        }
        .into_markup();
    }
    view! {
        <Page title=t!("nav-styles") lead=t!("styles-lead", day = today)>
            <div class="row"><Go href=addresses::new_style() tone=Tone::Next>{t!("style-new")}</Go></div>
            <Panel><Rows>{rows}</Rows></Panel>
        </Page>
    }
    .into_markup()
}

fn row(styles: &Styles, style: &Style, today: Day) -> Markup {
    let rates: Vec<_> = (1..)
        .zip(&style.steps)
        .map(|(no, _)| styles.rate_on(style.id, StepNo(no), today).map(|rate| rate.rate))
        .collect();
    let steps = style.steps.iter().zip(&rates).map(|(step, rate)| match rate {
        Some(rate) => format!("{} {}", step.name, words::money(*rate)),
        None => step.name.to_string(),
    });
    let note = steps.collect::<Vec<_>>().join(" → ");
    let all: Option<ledger::values::money::Fen> = rates.into_iter().sum();
    let lacking = all.is_none().then(|| view! { <Tag tone=Tone::Warn>{t!("style-no-rate")}</Tag> });
    let in_work = styles.in_work(style.id).then(|| view! { " " <Tag tone=Tone::Good>{t!("style-in-work")}</Tag> });
    let title = format!("{} {}", style.name, style.code);
    let photo = styles.photo(Pictured::Style(style.id));
    view! {
        <Row href=addresses::style(style.id) title=title note=note value=all.map(words::money).unwrap_or_default() nostrip:photo=photo>
            {lacking}
            {in_work}
        </Row>
    }
    .into_markup()
}
