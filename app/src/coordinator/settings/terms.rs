//! The workshop's terms: what is decided once for everybody.

use crate::addresses;
use crate::components::{Check, Choice, Field, Form, Panel, Pick, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go};
use crate::words;
use ledger::model::{RepairPay, SetTerms as Ask, Terms};
use leptos::prelude::*;

#[server(prefix = "/api", endpoint = "set_terms")]
pub async fn set_terms(
    event: String,
    repair: String,
    #[server(default)] share: String,
    #[server(default)] phone: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let phone = if phone.trim().is_empty() { None } else { Some(field::phone("phone", &phone)?) };
    let repair = RepairPay::of_code(&repair).ok_or(Problem::BadForm)?;
    let event = asking.perform(&event, None, Ask { share_shown: !share.is_empty(), repair, phone }).await?;
    go(addresses::settings(), Done::Saved.unless_waiting([&event]))
}

/// How they are, and the form to change them.
pub fn panel(terms: Option<Terms>) -> Markup {
    let repair = terms.as_ref().map(|terms| terms.repair).unwrap_or_default();
    let phone = terms.as_ref().and_then(|terms| terms.phone.as_ref()).map(ToString::to_string);
    let shown = terms.is_some_and(|terms| terms.share_shown);
    let picks = RepairPay::ALL.into_iter().map(|pay| Pick::new(pay.code(), words::repair(pay))).collect();
    view! {
        <Panel title=t!("terms-title") id="terms">
            <p class="quiet">{t!("terms-lead")}</p>
            <Form action=SetTerms::target()>
                <Choice name="repair" label=t!("terms-repair") options=picks value=repair.code()/>
                <Field name="phone" label=t!("terms-phone") hint=t!("terms-phone-hint") value=phone kind="tel" keyboard="tel" max=40 optional=true/>
                <Check name="share" label=t!("terms-share") checked=shown/>
                <Submit tone=Tone::Plain>{t!("worker-save")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}
