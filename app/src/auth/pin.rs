//! The PIN before pay: a phone lies about, and what one earns is nobody else's business.

use super::card::{Pin, prove};
use super::entry::{Entry, PAY_OPEN};
use super::field;
use crate::addresses::{self, Address};
use crate::components::{Form, Go, Hidden, Link, Page, Panel, Submit, load};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Problem, as_worker, query, redirect};
use crate::security_log::SecurityEvent;
use ledger::store::access::Holder;
use leptos::prelude::*;

#[component]
pub fn PinPage() -> impl IntoView {
    load(async {
        let _ = as_worker()?;
        let then: String = query("then").unwrap_or_default();
        let back =
            Address::local(&then).filter(|then| !then.is_within(&addresses::my_pay())).unwrap_or_else(addresses::me);
        Ok(view! {
            <Page title=t!("access-pin-title") lead=t!("access-pin-lead") back=Link::to(back, t!("confirm-back"))>
                <Panel>
                    <Form action=OpenPay::target() eventless=true>
                        <Hidden name="then" value=then/>
                        <Pin name="pin" label=t!("access-pin")/>
                        <Submit>{t!("access-pin-open")}</Submit>
                    </Form>
                </Panel>
                <p class="row"><Go href=addresses::forgotten_pin()>{t!("pin-forgotten")}</Go></p>
            </Page>
        }
        .into_markup())
    })
}

/// Shows pay in this session for a while.
#[server(prefix = "/api", endpoint = "open_pay")]
pub async fn open_pay(pin: String, #[server(default)] then: String) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let entry = Entry::here()?;
    let holder = entry.store.cards().card_of(asking.workshop, worker).await?.ok_or(Problem::WrongPassword)?;
    prove(&entry, &holder, field::pin("pin", &pin)?).await?;
    entry.renew(&asking.viewer, PAY_OPEN).await?;
    if let Some(browser) = &entry.cookies.browser {
        entry.remember_phone(asking.workshop, worker, browser).await?;
    }
    SecurityEvent::PayOpened.log_of(asking.workshop, Holder::Worker(worker));
    redirect(&Address::local(&then).unwrap_or_else(addresses::me));
    Ok(())
}
