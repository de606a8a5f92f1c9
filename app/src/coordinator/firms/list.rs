//! All firms.

use super::Firms;
use crate::addresses;
use crate::components::{Empty, Field, Fold, Form, Kind, ListAsked, Page, Panel, Submit, load};
use crate::coordinator::firms::save::SaveFirm;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use ledger::store::reads::firm::FirmRow;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// `/firms`, and what [`ListAsked`] reads.
#[component]
pub fn FirmsPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        Ok(page(asking.read().await?.firms_listed().await?, ListAsked::of(addresses::firms(), "name")))
    })
}

fn page(mut firms: Vec<FirmRow>, asked: ListAsked) -> Markup {
    let none = firms.is_empty();
    firms.retain(|firm| asked.finds(&firm.keys));
    let tools = (!none).then(|| asked.tools(t!("firms-find"), &firms, &kinds()));
    asked.retain(&mut firms, &kinds());
    let list = if none {
        view! { <Empty title=t!("firms-none")><p>{t!("firms-none-hint")}</p></Empty> }.into_markup()
    } else if firms.is_empty() {
        asked.nothing()
    } else {
        view! { <Panel><p class="quiet">{t!("firms-owes-hint")}</p><Firms rows=firms asked=Some(asked)/></Panel> }
            .into_markup()
    };
    view! {
        <Page title=t!("nav-firms") wide=true>
            {tools}
            {list}
            <Fold title=t!("firm-new") action=SaveFirm::target() open=none>
                <Form action=SaveFirm::target()>
                    <Field name="name" label=t!("firm-name") max=60/>
                    <Submit>{t!("worker-save")}</Submit>
                </Form>
            </Fold>
        </Page>
    }
    .into_markup()
}

fn kinds() -> [Kind<FirmRow>; 2] {
    [
        Kind { key: "open", words: t!("list-open-orders"), is: |firm| firm.open > 0 },
        Kind { key: "owes", words: t!("list-owes"), is: |firm| firm.owes > Fen::ZERO },
    ]
}
