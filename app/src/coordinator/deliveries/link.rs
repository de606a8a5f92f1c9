//! The link on a delivery note, by which the firm answers without an account.

use crate::addresses;
use crate::components::{Fold, Form, Hidden, OnlyHere, Qr, Submit, ToSend, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Done, Problem, as_coordinator, field, go, link};
use ledger::values::ids::DeliveryId;
use leptos::prelude::*;

/// For the note itself: the link as a code to scan, with what it is for.
pub fn on_note(token: &str) -> Markup {
    let text = link(&addresses::delivery_note(token));
    view! { <div class="confirm-by"><p>{t!("link-on-note")}</p><Qr text/></div> }.into_markup()
}

/// Beside the note: the link with a sentence, to be sent, and making it, or another in its place.
pub fn beside_note(delivery: DeliveryId, code: &str, token: Option<&str>) -> Markup {
    let form = |words: String, tone| {
        view! {
            <Form action=MakeDeliveryLink::target() eventless=true>
                <Hidden name="delivery" value=delivery/>
                <Submit tone=tone>{words}</Submit>
            </Form>
        }
    };
    if let Some(token) = token {
        let form = form(t!("link-replace-do"), Tone::Bad);
        let link = link(&addresses::delivery_note(token));
        let text = t!("send-delivery", n = delivery.to_string(), code = code, link = link);
        view! { <OnlyHere/> <ToSend text/> <Fold title=t!("link-replace")><p>{t!("link-replace-hint")}</p>{form}</Fold> }.into_markup()
    } else {
        let form = form(t!("link-make"), Tone::Plain);
        view! { <OnlyHere/> {form} }.into_markup()
    }
}

/// Makes the link of a new delivery; one that has it keeps it.
///
/// # Errors
/// [`Problem`] when the database fails.
pub async fn given(asking: &Asking, delivery: DeliveryId) -> Result<(), Problem> {
    if asking.store.links().delivery_link(asking.workshop, delivery).await?.is_none() {
        asking.store.links().make_delivery_link(asking.workshop, delivery).await?;
    }
    Ok(())
}

/// Makes a delivery's link, or another in its place: the old one then leads nowhere.
#[server(prefix = "/api", endpoint = "make_delivery_link")]
pub async fn make_delivery_link(delivery: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let delivery: DeliveryId = field::id("delivery", &delivery)?;
    if !asking.store.links().make_delivery_link(asking.workshop, delivery).await? {
        return Err(Problem::NotFound);
    }
    go(addresses::delivery(delivery), Done::Saved)
}
