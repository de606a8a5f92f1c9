//! All firms.

use crate::addresses;
use crate::components::{Empty, Field, Fold, Form, Page, Panel, Row, Rows, Submit, Tone, load};
use crate::coordinator::firms::save::SaveFirm;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use crate::words;
use ledger::store::reads::firm::FirmRow;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// `/firms`
#[component]
pub fn FirmsPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        Ok(page(asking.read().await?.firms_listed().await?))
    })
}

fn page(firms: Vec<FirmRow>) -> Markup {
    let none = firms.is_empty();
    let rows: Vec<_> = firms.into_iter().map(row).collect();
    let list = if none {
        view! { <Empty title=t!("firms-none")><p>{t!("firms-none-hint")}</p></Empty> }.into_markup()
    } else {
        view! { <Panel><p class="quiet">{t!("firms-owes-hint")}</p><Rows>{rows}</Rows></Panel> }.into_markup()
    };
    view! {
        <Page title=t!("nav-firms")>
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

fn row(row: FirmRow) -> Markup {
    let tone = if row.owes > Fen::ZERO { Tone::Next } else { Tone::Plain };
    let note = t!("firm-open", n = row.open);
    view! { <Row href=addresses::firm(row.id) title=row.name note=note value=words::money(row.owes) tone=tone/> }
        .into_markup()
}
