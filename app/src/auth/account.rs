//! One's own account: password or PIN, and where one is signed in.

use super::card::{Pin, prove};
use super::entry::{Account, Entry};
use super::field;
use super::guessable::Owner;
use crate::addresses;
use crate::components::{Field, Form, Page, Panel, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::hasher::Asker;
use crate::markup::IntoMarkup;
use crate::request::{Done, Person, Problem, as_worker, forget_session, go, viewer};
use crate::security_log::SecurityEvent;
use crate::words;
use ledger::store::access::Holder;
use leptos::prelude::*;

#[component]
pub fn AccountPage() -> impl IntoView {
    load(async {
        let viewer = viewer().ok_or(Problem::SignedOut)?;
        let entry = Entry::here()?;
        let session = entry.session().await?;
        let open = entry.store.sessions().open_sessions(session.workshop.id, session.holder, entry.now).await?;
        let places: Vec<_> = open
            .into_iter()
            .map(|place| {
                let here = (place.id == session.id).then(|| t!("access-session-here"));
                let since = t!("access-session", since = words::moment(place.made), seen = words::moment(place.seen));
                view! { <li>{since} " " <b>{here}</b></li> }
            })
            .collect();
        let secret = match session.holder {
            Holder::User(_) => view! { <ChangePassword/> }.into_markup(),
            Holder::Worker(_) => view! { <ChangePin/> }.into_markup(),
            Holder::Firm(_) => ().into_markup(),
        };
        let (Person::Coordinator { name, .. } | Person::Worker { name, .. } | Person::Firm { name, .. }) =
            &viewer.person;
        Ok(view! {
            <Page title=t!("access-account") lead=name.clone()>
                {secret}
                <Panel title=t!("access-sessions")>
                    <ul>{places}</ul>
                    <Form action=SignOutEverywhere::target() eventless=true>
                        <Submit tone=Tone::Bad>{t!("access-sign-out-everywhere")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

#[component]
fn ChangePassword() -> impl IntoView {
    view! {
        <Panel title=t!("access-change-password")>
            <Form action=ChangePassword::target() eventless=true>
                <Field name="password" label=t!("access-password-now") kind="password" autocomplete="current-password"/>
                <Field name="new_password" label=t!("access-password-new") hint=t!("access-password-hint", n = field::SHORTEST_PASSWORD as i64) kind="password" autocomplete="new-password"/>
                <Field name="again" label=t!("access-password-again") kind="password" autocomplete="new-password"/>
                <Submit tone=Tone::Quiet>{t!("access-change-password")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

#[component]
fn ChangePin() -> impl IntoView {
    view! {
        <Panel title=t!("access-change-pin")>
            <Form action=ChangePin::target() eventless=true>
                <Pin name="pin" label=t!("access-pin-now")/>
                <Pin name="new_pin" label=t!("access-pin-new") hint=t!("access-pin-hint") new=true/>
                <Pin name="again" label=t!("access-pin-again") new=true/>
                <Submit tone=Tone::Quiet>{t!("access-change-pin")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

/// Changes one's own password, and signs out everywhere else.
#[server(prefix = "/api", endpoint = "change_password")]
pub async fn change_password(password: String, new_password: String, again: String) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let session = entry.session().await?;
    let (workshop, Holder::User(id)) = (session.workshop.id, session.holder) else { return Err(Problem::NotFound) };
    let user = entry.store.users().user(workshop, id).await?.ok_or(Problem::SignedOut)?;
    let given = field::password("password", &password, Problem::WrongPassword)?;
    let owner = Owner { phone: &user.phone, name: &user.name, workshop: Some(&session.workshop.name) };
    let chosen = field::new_password("new_password", &new_password, &again, owner)?;
    let attempt = entry.attempt(&Account::User(&user)).await?;
    if !attempt.matches(given, Some(user.password_hash.clone())).await? {
        return Err(Problem::WrongPassword);
    }
    let hash = entry.hasher.hash(Asker::Known, chosen).await?;
    entry.store.users().set_password(workshop, id, &hash).await?;
    entry.store.sessions().end_sessions(workshop, session.holder, Some(session.id), entry.now).await?;
    SecurityEvent::SecretChanged.log_of(workshop, session.holder);
    go(addresses::account(), Done::Saved)
}

/// Changes a worker's own PIN, and signs out everywhere else.
#[server(prefix = "/api", endpoint = "change_pin")]
pub async fn change_pin(pin: String, new_pin: String, again: String) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let entry = Entry::here()?;
    let holder = entry.store.cards().card_of(asking.workshop, worker).await?.ok_or(Problem::WrongPassword)?;
    let given = field::pin("pin", &pin)?;
    let chosen = field::new_pin("new_pin", &new_pin, &again)?;
    prove(&entry, &holder, given).await?;
    let hash = entry.hasher.hash(Asker::Known, chosen).await?;
    entry.store.cards().set_pin(asking.workshop, worker, &hash).await?;
    let here = Some(asking.viewer.session.0);
    entry.store.sessions().end_sessions(asking.workshop, Holder::Worker(worker), here, entry.now).await?;
    SecurityEvent::SecretChanged.log_of(asking.workshop, Holder::Worker(worker));
    go(addresses::account(), Done::Saved)
}

/// Ends all sessions of the person who asks, this one too.
#[server(prefix = "/api", endpoint = "sign_out_everywhere")]
pub async fn sign_out_everywhere() -> Result<(), Problem> {
    let entry = Entry::here()?;
    let session = entry.session().await?;
    entry.store.sessions().end_sessions(session.workshop.id, session.holder, None, entry.now).await?;
    forget_session();
    SecurityEvent::SignedOut.log_of(session.workshop.id, session.holder);
    go(addresses::landing(), Done::SignedOut)
}
