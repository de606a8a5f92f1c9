//! Settings: whose books these are, who may come in, what is decided for everybody, and the language.

mod approval;
mod terms;
mod wage;

use crate::addresses;
use crate::components::{Choice, Fact, Facts, Form, Hidden, Page, Panel, Pick, Row, Rows, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::language::Language;
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use crate::session::ChooseLanguage;
use crate::words;
use leptos::prelude::*;

/// `/settings`
#[component]
pub fn SettingsPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let name = asking.viewer.person.name().to_owned();
        let mut books = asking.read().await?;
        let wages = books.styles().minimum_wages().await?;
        let approval = approval::panel(books.approval().await?);
        let terms = terms::panel(books.terms().await?);
        let decided = [terms, approval, wage::panel(wages, asking.today)];
        Ok(page(asking.viewer.workshop.name.to_string(), name, decided))
    })
}

fn page(workshop: String, name: String, decided: [Markup; 3]) -> Markup {
    let languages = Language::ALL.into_iter().map(|language| Pick::new(language.tag(), language.own_name())).collect();
    view! {
        <Page title=t!("nav-settings")>
            <Panel>
                <Facts>
                    <Fact label=t!("settings-workshop")>{workshop}</Fact>
                    <Fact label=t!("settings-you")>{name}</Fact>
                </Facts>
            </Panel>
            <Panel title=t!("settings-people")>
                <Rows>
                    <Row href=addresses::account() title=t!("settings-account") note=t!("settings-account-note")/>
                    <Row href=addresses::access() title=t!("settings-access") note=t!("settings-access-note")/>
                    <Row href=addresses::cards() title=t!("nav-cards") note=t!("settings-cards-note")/>
                </Rows>
            </Panel>
            <Panel title=t!("voice-title")>
                <Rows><Row href=addresses::voice() title=t!("voice-title") note=t!("voice-note")/></Rows>
            </Panel>
            {decided}
            <Panel title=t!("language-switch")>
                <Form action=ChooseLanguage::target() eventless=true>
                    <Hidden name="to" value=addresses::settings()/>
                    <Choice name="language" label=t!("settings-language") options=languages value=words::language().tag()/>
                    <Submit tone=Tone::Plain>{t!("worker-save")}</Submit>
                </Form>
            </Panel>
        </Page>
    }
    .into_markup()
}
