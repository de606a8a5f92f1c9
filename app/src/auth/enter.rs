//! Coming in on a phone that knows its owner, or several: a face, a name, and her PIN.

use super::card::{Pin, hash_again, let_worker_in};
use super::entry::{Account, Entry};
use super::field;
use super::roles::Roles;
use crate::addresses::{self, Address};
use crate::components::{
    Call, Empty, Form, Go, Hidden, Page, Panel, PersonRow, Portrait, Rows, ScriptsOfPage, Submit, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, keep_known, known_phones, query, redirect, redirected, viewer};
use crate::security_log::SecurityEvent;
use ledger::store::access::{Holder, KnownPhone};
use leptos::prelude::*;

/// `/enter?phone=ID`
#[component]
pub fn EnterPage() -> impl IntoView {
    load(async {
        let then: String = query("then").unwrap_or_default();
        if let Some(viewer) = viewer() {
            return redirected(&Address::local(&then).unwrap_or_else(|| viewer.person.home()));
        }
        let entry = Entry::here()?;
        let known = known_phones().await?;
        if known.is_empty() {
            return Ok(view! {
                <Page title=t!("access-who") lead=t!("access-who-lead")>
                    <Empty title=t!("known-nobody")>""</Empty>
                    <Rows><Roles/></Rows>
                </Page>
            }
            .into_markup());
        }
        entrance(&entry, known, then, ().into_markup()).await
    })
}

/// The page that shows whom this phone knows; at least one. The only one, or the one who is chosen, is asked for her PIN.
pub(super) async fn entrance(
    entry: &Entry,
    mut known: Vec<KnownPhone>,
    then: String,
    above: Markup,
) -> Result<Markup, Problem> {
    let chosen = match query::<i64>("phone") {
        Some(id) => known.iter().position(|phone| phone.id == id),
        None => (known.len() == 1).then_some(0),
    };
    let chosen = chosen.map(|place| known.remove(place));
    // Says what waits on this phone for one of them, and takes off what it kept for the one before.
    ScriptsOfPage::want_forms();
    let rows: Vec<_> = known.into_iter().map(|phone| person_row(phone, &then)).collect();
    let Some(phone) = chosen else {
        return Ok(view! {
            <Page title=t!("access-who") lead=t!("known-who-lead")>
                {above}
                <Rows>{rows}</Rows>
                <Panel title=t!("known-others")><Rows><Roles/></Rows></Panel>
            </Page>
        }
        .into_markup());
    };
    let call = entry.store.read(phone.workshop.id).await?.phone().await?.map(|phone| {
        let words = t!("card-call", phone = phone.to_string());
        view! { <p class="quiet"><Call phone words/></p> }
    });
    Ok(view! {
        <Page title=t!("access-hello", name = phone.name.to_string()) lead=t!("known-lead")>
            {above}
            <Panel title=phone.workshop.name.to_string()>
                <Portrait worker=phone.worker/>
                <Form action=EnterPhone::target() eventless=true>
                    <Hidden name="phone" value=phone.id/>
                    <Hidden name="then" value=then/>
                    <Pin name="pin" label=t!("access-pin")/>
                    <Submit>{t!("access-come-in")}</Submit>
                </Form>
            </Panel>
            <p class="row"><Go href=addresses::forgotten_pin().with("phone", phone.id)>{t!("pin-forgotten")}</Go></p>
            {call}
            <Panel title=t!("known-others")><Rows>{rows}<Roles/></Rows></Panel>
        </Page>
    }
    .into_markup())
}

fn person_row(phone: KnownPhone, then: &str) -> Markup {
    let href = addresses::enter().with("phone", phone.id).then(then);
    view! { <PersonRow href worker=phone.worker name=phone.name.to_string() note=phone.workshop.name.to_string()/> }
        .into_markup()
}

/// Lets in a worker whom this phone knows, and who gives her PIN.
#[server(prefix = "/api", endpoint = "enter_phone")]
pub async fn enter_phone(phone: String, pin: String, #[server(default)] then: String) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let id: i64 = phone.parse().map_err(|_| Problem::BadForm)?;
    let known = known_phones().await?;
    let Some(phone) = known.iter().find(|phone| phone.id == id) else {
        // Ended meanwhile, or another's: her card is needed.
        SecurityEvent::UnknownLink.log();
        redirect(&addresses::enter().then(&then));
        return Ok(());
    };
    if prove_on_phone(&entry, phone, field::pin("pin", &pin)?).await? {
        let holder = entry.store.cards().card_of(phone.workshop.id, phone.worker).await?.ok_or(Problem::NotFound)?;
        return let_worker_in(&entry, &holder, &then).await;
    }
    keep_known(&known, |other| other.id != id);
    redirect(&addresses::card().with("forgotten", 1).then(&then));
    Ok(())
}

/// Whether that is her PIN; tries are counted. `false` where too many were wrong, and this phone has forgotten her.
pub(super) async fn prove_on_phone(entry: &Entry, phone: &KnownPhone, pin: String) -> Result<bool, Problem> {
    let phones = entry.store.known_phones();
    let attempt = entry.attempt(&Account::Phone(phone)).await?;
    if !phones.count_try(phone).await? {
        return Ok(false);
    }
    let Some(holder) = entry.store.cards().card_of(phone.workshop.id, phone.worker).await? else { return Ok(false) };
    let kept = holder.pin_hash.clone();
    match attempt.matches(pin.clone(), kept.clone()).await {
        Ok(true) => hash_again(entry, &holder, pin, kept).await.map(|()| true),
        Ok(false) if phones.forget_guessed(phone).await? => {
            SecurityEvent::PhoneForgotten.log_of(phone.workshop.id, Holder::Worker(phone.worker));
            Ok(false)
        }
        Ok(false) => Err(Problem::WrongPassword),
        Err(why) => {
            phones.take_back(phone).await?;
            Err(why)
        }
    }
}
