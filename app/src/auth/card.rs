//! Coming in by a worker's card: scanned, or its code typed. The first time she chooses a PIN; another phone needs it.

use super::entry::{Account, Entry, PAY_OPEN};
use super::field;
use crate::addresses::{self, Address};
use crate::components::{Call, Field, Form, Hidden, Link, Notice, Page, Panel, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::hasher::Asker;
use crate::markup::IntoMarkup;
use crate::request::{LinkSecret, PLACEHOLDER, Problem, SiteCookie, Why, moved, query, redirect, redirected, viewer};
use crate::security_log::SecurityEvent;
use ledger::store::access::{CardCode, CardHolder, Holder};
use ledger::values::ids::EventId;
use leptos::prelude::*;
use uuid::Uuid;

/// Asks for the code on the card.
#[component]
pub fn FindCardPage() -> impl IntoView {
    load(async {
        let then: String = query("then").unwrap_or_default();
        let typed: Option<String> = query("code");
        if let Some(code) = typed.as_deref().and_then(|typed| typed.parse::<CardCode>().ok()) {
            return moved(SiteCookie::Card, code.as_str(), &addresses::card_of(PLACEHOLDER).then(&then));
        }
        let entry = Entry::here()?;
        let past = entry.past_holder().await?.filter(|_| viewer().is_none());
        let signed_out = matches!(past, Some((_, Holder::Worker(_))))
            .then(|| view! { <Notice tone=Tone::Warn title=t!("access-card-signed-out")/> });
        let forgotten = query::<u8>("forgotten").map(|_| view! { <Notice tone=Tone::Bad title=t!("known-guessed")/> });
        let wrong = (typed.is_some() || query::<u8>("wrong").is_some())
            .then(|| view! { <Notice tone=Tone::Bad title=t!("access-card-wrong")/> });
        Ok(view! {
            <Page title=t!("access-card") lead=t!("access-card-lead") back=Link::to(addresses::landing(), t!("access-who"))>
                {signed_out.filter(|_| forgotten.is_none())}
                {forgotten}
                {wrong}
                <Panel>
                    <Form action=addresses::card() get=true>
                        {(!then.is_empty()).then(|| view! { <Hidden name="then" value=then/> })}
                        <Field name="code" label=t!("access-card-code") hint=t!("access-card-hint") value=typed max=40 focus=true/>
                        <Submit>{t!("access-next")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

/// The page that a card's QR code opens.
#[component]
pub fn CardPage() -> impl IntoView {
    load(async {
        let then: String = query("then").unwrap_or_default();
        let entry = Entry::here()?;
        let LinkSecret { text, is_shown } = LinkSecret::of("code", SiteCookie::Card)?;
        let Some((code, holder)) = find(&entry, &text).await? else {
            return redirected(&addresses::card().with("wrong", 1).then(&then));
        };
        if is_shown {
            return moved(SiteCookie::Card, code.as_str(), &addresses::card_of(PLACEHOLDER).then(&then));
        }
        let first = holder.pin_hash.is_none();
        let fields = view! { <Hidden name="code" value=code.as_str().to_owned()/> <Hidden name="then" value=then/> };
        let form = if first {
            view! {
                <Form action=ChoosePin::target() eventless=true>
                    {fields}
                    <Pin name="pin" label=t!("access-pin-new") hint=t!("access-pin-hint") new=true/>
                    <Pin name="again" label=t!("access-pin-again") new=true/>
                    <Submit>{t!("access-come-in")}</Submit>
                </Form>
            }
            .into_markup()
        } else {
            view! {
                <Form action=EnterCard::target() eventless=true>
                    {fields}
                    <Pin name="pin" label=t!("access-pin")/>
                    <Submit>{t!("access-come-in")}</Submit>
                </Form>
            }
            .into_markup()
        };
        let forgotten = if first {
            None
        } else {
            let phone = entry.store.read(holder.workshop.id).await?.phone().await?;
            let call = phone.map(|phone| {
                let words = t!("card-call", phone = phone.to_string());
                view! { <Call phone words/> }
            });
            Some(view! { <p class="quiet">{t!("access-pin-forgotten")} " " {call}</p> })
        };
        let lead = if first { t!("access-card-first") } else { t!("access-card-again") };
        Ok(view! {
            <Page title=t!("access-hello", name = holder.name.to_string()) lead>
                <Panel title=holder.workshop.name.to_string()>{form}</Panel>
                {forgotten}
            </Page>
        }
        .into_markup())
    })
}

/// A field for a PIN: a phone shows digits, nobody beside her sees them.
#[component]
pub(super) fn Pin(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// Whether it is being chosen.
    #[prop(optional)]
    new: bool,
) -> impl IntoView {
    let autocomplete = if new { "new-password" } else { "current-password" };
    let hint = hint.unwrap_or_default();
    if hint.is_empty() {
        view! { <Field name label kind="password" keyboard="numeric" autocomplete max=6/> }.into_markup()
    } else {
        view! { <Field name label hint kind="password" keyboard="numeric" autocomplete max=6/> }.into_markup()
    }
}

/// Sets the PIN of a new card, and lets its worker in.
#[server(prefix = "/api", endpoint = "choose_pin")]
pub async fn choose_pin(
    code: String,
    pin: String,
    again: String,
    #[server(default)] then: String,
) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let (_, holder) = find(&entry, &code).await?.ok_or(Problem::field("code", Why::Unknown))?;
    let chosen = field::new_pin("pin", &pin, &again)?;
    if holder.pin_hash.is_none() {
        // The code of a card cannot be guessed: whoever has it is no stranger.
        let hash = entry.hasher.hash(Asker::Known, chosen.clone()).await?;
        let id = EventId(Uuid::new_v4());
        if entry.store.choose_first_pin(holder.workshop.id, entry.now, id, holder.worker, &hash).await? {
            SecurityEvent::SecretChanged.log_of(holder.workshop.id, Holder::Worker(holder.worker));
            return let_worker_in(&entry, &holder, &then).await;
        }
    }
    // The same form sent again; or somebody else was first, and then the PIN will not match.
    prove(&entry, &holder, chosen).await?;
    let_worker_in(&entry, &holder, &then).await
}

/// Lets in the worker of a card who gives its PIN.
#[server(prefix = "/api", endpoint = "enter_card")]
pub async fn enter_card(code: String, pin: String, #[server(default)] then: String) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let (_, holder) = find(&entry, &code).await?.ok_or(Problem::field("code", Why::Unknown))?;
    prove(&entry, &holder, field::pin("pin", &pin)?).await?;
    let_worker_in(&entry, &holder, &then).await
}

/// Whether that is the worker's PIN; tries are counted.
pub(super) async fn prove(entry: &Entry, holder: &CardHolder, pin: String) -> Result<(), Problem> {
    let (workshop, worker) = (holder.workshop.id, holder.worker);
    let attempt = entry.attempt(&Account::Worker(workshop, worker)).await?;
    let kept = entry.store.cards().card_of(workshop, worker).await?.and_then(|card| card.pin_hash);
    if !attempt.matches(pin.clone(), kept.clone()).await? {
        return Err(Problem::WrongPassword);
    }
    hash_again(entry, holder, pin, kept).await
}

/// Keeps a PIN that was right by another hash, where the one that is kept was made cheaply.
pub(super) async fn hash_again(
    entry: &Entry,
    holder: &CardHolder,
    pin: String,
    kept: Option<String>,
) -> Result<(), Problem> {
    if let Some(kept) = kept
        && let Some(hash) = entry.hashed_again(pin, &kept).await
    {
        entry.store.cards().renew_pin_hash(holder.workshop.id, holder.worker, &kept, &hash).await?;
    }
    Ok(())
}

/// Lets a worker in who gave her PIN, and has her phone know her.
pub(super) async fn let_worker_in(entry: &Entry, holder: &CardHolder, then: &str) -> Result<(), Problem> {
    let browser = entry.let_in(holder.workshop.id, Holder::Worker(holder.worker), PAY_OPEN).await?;
    entry.remember_phone(holder.workshop.id, holder.worker, &browser).await?;
    redirect(&Address::local(then).unwrap_or_else(addresses::me));
    Ok(())
}

async fn find(entry: &Entry, code: &str) -> Result<Option<(CardCode, CardHolder)>, Problem> {
    let Ok(code) = code.parse::<CardCode>() else { return Ok(None) };
    let found = entry.store.cards().card_holder(&code).await?;
    if found.is_none() {
        SecurityEvent::UnknownLink.log();
    }
    Ok(found.map(|holder| (code, holder)))
}
