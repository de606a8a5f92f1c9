//! A coordinator lets a worker who forgot her PIN choose another: she reads her a number, and never learns what is chosen.

use super::entry::Entry;
use crate::addresses;
use crate::components::{Figure, Figures, Go, Link, Notice, Page, Tone, load};
use crate::hasher::Asker;
use crate::markup::IntoMarkup;
use crate::request::{ClientCookies, Problem, SiteCookie, as_coordinator, field, param, redirect, set_cookie};
use crate::security_log::SecurityEvent;
use ledger::store::access::{NUMBER_LASTS, PinNumber};
use ledger::values::ids::{EventId, WorkerId};
use leptos::prelude::*;

/// `/cards/pin/:worker`
#[component]
pub fn PinNumberPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let worker: WorkerId = param("worker")?;
        let holder = asking.store.cards().card_of(asking.workshop, worker).await?.ok_or(Problem::NotFound)?;
        let back = Link::to(addresses::worker(worker), holder.name.to_string());
        let title = t!("pin-number", name = holder.name.to_string());
        let Some(number) = number_of(worker) else {
            return Ok(view! {
                <Page title back>
                    <Notice title=t!("pin-number-gone")/>
                    <p class="row"><Go href=addresses::replace_card(worker)>{t!("pin-number-another")}</Go></p>
                </Page>
            }
            .into_markup());
        };
        let (first, second) = number.reveal().split_at(3);
        let value = format!("{first} {second}");
        Ok(view! {
            <Page title lead=t!("pin-number-lead") back>
                <Figures><Figure value label=t!("pin-number-label") tone=Tone::Next/></Figures>
                <ol>
                    <li>{t!("pin-number-first")}</li>
                    <li>{t!("pin-number-second")}</li>
                    <li>{t!("pin-number-third")}</li>
                </ol>
            </Page>
        }
        .into_markup())
    })
}

/// The number that this browser was given for her.
fn number_of(worker: WorkerId) -> Option<PinNumber> {
    let kept = ClientCookies::here().pin_number?;
    let (whose, number) = kept.reveal().split_once('.')?;
    number.parse().ok().filter(|_| whose == worker.to_string())
}

/// Lets a worker choose another PIN, on a phone of hers that knows her, within ten minutes.
#[server(prefix = "/api", endpoint = "allow_new_pin")]
pub async fn allow_new_pin(event: String, worker: String) -> Result<(), Problem> {
    let worker: WorkerId = field::id("worker", &worker)?;
    let asking = as_coordinator()?.proved()?;
    let id: EventId = event.parse().map_err(|_| Problem::BadForm)?;
    let number = PinNumber::new()?;
    let hash = Entry::here()?.hasher.hash(Asker::Known, number.reveal().to_owned()).await?;
    asking.store.allow_new_pin(asking.workshop, asking.now, id, asking.actor, worker, &hash).await?;
    SecurityEvent::AccessChanged.log_at(asking.workshop, asking.viewer.holder, "allow-new-pin");
    set_cookie(SiteCookie::PinNumber, &format!("{worker}.{}", number.reveal()), NUMBER_LASTS);
    redirect(&addresses::pin_number(worker));
    Ok(())
}
