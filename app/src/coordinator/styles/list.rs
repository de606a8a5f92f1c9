//! All styles, with the rates that hold today.

use super::StylesTable;
use crate::addresses;
use crate::components::{Empty, Go, Kind, ListAsked, Page, Panel, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use ledger::store::reads::style::Styles;
use ledger::values::day::Day;
use leptos::prelude::*;

/// `/styles`, and what [`ListAsked`] reads.
#[component]
pub fn StylesPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let styles = asking.read().await?.styles().styles_listed(None).await?;
        Ok(page(styles, asking.today, ListAsked::of(addresses::styles(), "code")))
    })
}

fn page(mut styles: Styles, today: Day, asked: ListAsked) -> Markup {
    if styles.styles.is_empty() {
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
    styles.styles.retain(|style| asked.finds(&Styles::keys(style)));
    let no_kinds: [Kind<_>; 0] = [];
    let tools = asked.tools(t!("styles-find"), &styles.styles, &no_kinds);
    let list = if styles.styles.is_empty() {
        asked.nothing()
    } else {
        view! { <Panel><StylesTable styles today asked=Some(asked)/></Panel> }.into_markup()
    };
    view! {
        <Page title=t!("nav-styles") lead=t!("styles-lead", day = today) wide=true>
            <div class="row"><Go href=addresses::new_style() tone=Tone::Next>{t!("style-new")}</Go></div>
            {tools}
            {list}
        </Page>
    }
    .into_markup()
}
