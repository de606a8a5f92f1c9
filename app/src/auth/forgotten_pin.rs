//! She forgot her PIN: with a number that a coordinator reads to her she chooses another, on a phone that knows her.

use super::card::{Pin, let_worker_in, prove};
use super::enter::prove_on_phone;
use super::entry::{Account, Entry};
use super::field;
use crate::addresses;
use crate::components::{Field, Form, Go, Hidden, Link, Notice, Page, Panel, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::hasher::Asker;
use crate::markup::IntoMarkup;
use crate::request::{Problem, Why, known_phones, query, viewer};
use crate::security_log::SecurityEvent;
use ledger::store::access::{CardHolder, Holder, KnownPhone, PinNumber};
use ledger::values::ids::EventId;
use leptos::prelude::*;
use uuid::Uuid;

/// `/forgotten-pin?phone=ID`
#[component]
pub fn ForgottenPinPage() -> impl IntoView {
    load(async {
        let phone = query::<i64>("phone");
        let back = match viewer() {
            Some(viewer) => Link::to(viewer.person.home(), t!("confirm-back")),
            None => Link::to(addresses::enter(), t!("access-who")),
        };
        let Some(her) = Her::found(phone).await? else {
            return Ok(view! {
                <Page title=t!("pin-forgotten") back>
                    <Notice tone=Tone::Warn title=t!("pin-forgotten-elsewhere")/>
                    <p class="row"><Go href=addresses::card()>{t!("access-card")}</Go></p>
                </Page>
            }
            .into_markup());
        };
        Ok(view! {
            <Page title=t!("pin-forgotten") lead=t!("pin-forgotten-lead", name = her.card.name.to_string()) back>
                <Panel title=her.card.workshop.name.to_string()>
                    <Form action=RenewPin::target() eventless=true>
                        {phone.map(|phone| view! { <Hidden name="phone" value=phone/> })}
                        <Field name="number" label=t!("pin-forgotten-number") hint=t!("pin-forgotten-hint") keyboard="numeric" autocomplete="one-time-code" max=9/>
                        <Pin name="pin" label=t!("access-pin-new") hint=t!("access-pin-hint") new=true/>
                        <Pin name="again" label=t!("access-pin-again") new=true/>
                        <Submit>{t!("pin-forgotten-do")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

/// Whose phone it is: of the worker who is signed in, or one who is known here.
struct Her {
    card: CardHolder,
    /// Where nobody is signed in.
    phone: Option<KnownPhone>,
}

impl Her {
    async fn found(phone: Option<i64>) -> Result<Option<Self>, Problem> {
        let entry = Entry::here()?;
        let (workshop, worker, phone) = match viewer() {
            Some(viewer) => match viewer.holder {
                Holder::Worker(worker) => (viewer.workshop.id, worker, None),
                Holder::User(_) | Holder::Firm(_) => return Ok(None),
            },
            None => match known_phones().await?.into_iter().find(|known| Some(known.id) == phone) {
                Some(known) => (known.workshop.id, known.worker, Some(known)),
                None => return Ok(None),
            },
        };
        // Who has no PIN yet chooses it with her card.
        let card = entry.store.cards().card_of(workshop, worker).await?.filter(|card| card.pin_hash.is_some());
        Ok(card.map(|card| Self { card, phone }))
    }

    /// Whether that is her PIN; tries are counted.
    async fn prove(&self, entry: &Entry, pin: String) -> Result<bool, Problem> {
        match &self.phone {
            Some(phone) => prove_on_phone(entry, phone, pin).await,
            None => prove(entry, &self.card, pin).await.map(|()| true),
        }
    }
}

/// Sets the PIN that a worker chose by a number, ends all that she has open, and lets her in here.
#[server(prefix = "/api", endpoint = "renew_pin")]
pub async fn renew_pin(
    number: String,
    pin: String,
    again: String,
    #[server(default)] phone: String,
) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let her = Her::found(phone.parse().ok()).await?.ok_or(Problem::SignedOut)?;
    let wrong = || Problem::field("number", Why::NotTheNumber);
    let plain: String = number.chars().map(field::plain_digit).collect();
    let number: PinNumber = plain.parse().map_err(|_| wrong())?;
    let chosen = field::new_pin("pin", &pin, &again)?;
    let (workshop, worker) = (her.card.workshop.id, her.card.worker);
    // A place is had before the try is counted.
    let place = entry.hasher.place(Asker::Known)?;
    let Some(kept) = entry.store.cards().try_number(workshop, worker, entry.now).await? else {
        // The same form sent again: then it is her PIN by now.
        drop(place);
        return match her.prove(&entry, chosen).await {
            Ok(true) => let_worker_in(&entry, &her.card, "").await,
            Ok(false) | Err(Problem::WrongPassword) => Err(wrong()),
            Err(why) => Err(why),
        };
    };
    if !place.matches(number.reveal().to_owned(), Some(kept.clone())).await? {
        SecurityEvent::WrongSecret.log_of(workshop, Holder::Worker(worker));
        return Err(wrong());
    }
    let hash = entry.hasher.hash(Asker::Known, chosen).await?;
    let id = EventId(Uuid::new_v4());
    if !entry.store.renew_pin(workshop, entry.now, id, worker, &kept, &hash).await? {
        return Err(wrong());
    }
    SecurityEvent::SecretChanged.log_of(workshop, Holder::Worker(worker));
    if let Some(phone) = &her.phone {
        // What she tried before she gave up is forgotten.
        entry.store.delays().forget(&Account::Phone(phone).tried()).await?;
    }
    let_worker_in(&entry, &her.card, "").await
}
