//! One's own account: password or PIN, and where one is signed in.

use super::card::{Pin, prove};
use super::entry::Entry;
use super::field;
use super::guessable::Owner;
use super::phones;
use super::proof::{pay_open, prove_password, user_of};
use crate::addresses;
use crate::components::{Field, Form, Go, Hidden, Page, Panel, Submit, ThisPhone, Tone, load};
use crate::form_target::PostTarget;
use crate::hasher::Asker;
use crate::markup::IntoMarkup;
use crate::request::{Done, Problem, Viewer, as_worker, forget_session, forget_this_phone, go, viewer};
use crate::security_log::SecurityEvent;
use crate::words;
use chrono::{DateTime, Utc};
use ledger::store::access::{AskedFor, Holder};
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
                let since = t!("access-session", since = words::moment(place.made), seen = words::moment(place.seen));
                let end = if place.id == session.id {
                    view! { <b>{t!("access-session-here")}</b> }.into_markup()
                } else {
                    view! {
                        <Form action=EndSession::target() eventless=true key=place.id.to_string()>
                            <Hidden name="session" value=place.id/>
                            <Submit tone=Tone::Plain>{t!("access-session-end")}</Submit>
                        </Form>
                    }
                    .into_markup()
                };
                view! { <li>{since} " " {end}</li> }
            })
            .collect();
        let secret = match session.holder {
            Holder::User(user) => {
                let asked = entry.store.second_steps().asked(session.workshop.id, user).await?;
                view! { <ChangePassword/> <SecondStep is_there=asked == AskedFor::Step/> }.into_markup()
            }
            Holder::Worker(worker) => {
                let phones = phones::panels(&entry, session.workshop.id, worker).await?;
                let card = entry.store.cards().card_of(session.workshop.id, worker).await?;
                let renewed = card.and_then(|card| card.renewed_at);
                view! { <ThisPhone/> <ChangePin renewed/> {phones} }.into_markup()
            }
            Holder::Firm(_) => ().into_markup(),
        };
        Ok(view! {
            <Page title=t!("access-account") lead=viewer.person.name()>
                {secret}
                <Panel title=t!("access-sessions")>
                    <ul class="stack">{places}</ul>
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
fn SecondStep(is_there: bool) -> impl IntoView {
    view! {
        <Panel title=t!("second-step")>
            <p>{if is_there { t!("second-step-is-there") } else { t!("second-step-lead") }}</p>
            <p class="row"><Go href=addresses::second_step()>{t!("second-step-go")}</Go></p>
        </Panel>
    }
    .into_markup()
}

#[component]
fn ChangePin(
    /// When it was last chosen by a number that a coordinator let her have.
    #[prop(optional_no_strip)]
    renewed: Option<DateTime<Utc>>,
) -> impl IntoView {
    let renewed = renewed.map(|when| view! { <p>{t!("pin-renewed", when = words::moment(when))}</p> });
    view! {
        <Panel title=t!("access-change-pin")>
            {renewed}
            <Form action=ChangePin::target() eventless=true>
                <Pin name="pin" label=t!("access-pin-now")/>
                <Pin name="new_pin" label=t!("access-pin-new") hint=t!("access-pin-hint") new=true/>
                <Pin name="again" label=t!("access-pin-again") new=true/>
                <Submit tone=Tone::Quiet>{t!("access-change-pin")}</Submit>
            </Form>
            <p class="row"><Go href=addresses::forgotten_pin()>{t!("pin-forgotten")}</Go></p>
        </Panel>
    }
    .into_markup()
}

/// Changes one's own password, and signs out everywhere else.
#[server(prefix = "/api", endpoint = "change_password")]
pub async fn change_password(password: String, new_password: String, again: String) -> Result<(), Problem> {
    let viewer = viewer().ok_or(Problem::SignedOut)?;
    let entry = Entry::here()?;
    let user = user_of(&entry, &viewer).await?;
    let given = field::password("password", &password, Problem::WrongPassword)?;
    let owner = Owner { phone: &user.phone, name: &user.name, workshop: Some(&viewer.workshop.name) };
    let chosen = field::new_password("new_password", &new_password, &again, owner)?;
    prove_password(&entry, &user, given).await?;
    let hash = entry.hasher.hash(Asker::Known, chosen).await?;
    entry.store.users().set_password(user.workshop, user.id, &hash).await?;
    end_the_others(&entry, &viewer).await?;
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
    end_the_others(&entry, &asking.viewer).await?;
    go(addresses::account(), Done::Saved)
}

/// After a password or PIN was changed: this session gets another token, all others end.
async fn end_the_others(entry: &Entry, viewer: &Viewer) -> Result<(), Problem> {
    let (workshop, here) = (viewer.workshop.id, Some(viewer.session.0));
    entry.store.sessions().end_sessions(workshop, viewer.holder, here, entry.now).await?;
    entry.renew(viewer, pay_open(viewer.holder)).await?;
    SecurityEvent::SecretChanged.log_of(workshop, viewer.holder);
    Ok(())
}

/// Ends one session of the person who asks, for it may be a stranger's by now.
#[server(prefix = "/api", endpoint = "end_session")]
pub async fn end_session(session: String) -> Result<(), Problem> {
    let viewer = viewer().ok_or(Problem::SignedOut)?;
    let entry = Entry::here()?;
    viewer.must_be_proved(entry.now)?;
    let id: i64 = session.parse().map_err(|_| Problem::BadForm)?;
    let sessions = entry.store.sessions();
    // A second tap: it has ended.
    if sessions.end_own_session(viewer.workshop.id, viewer.holder, id, entry.now).await? {
        SecurityEvent::SignedOut.log_of(viewer.workshop.id, viewer.holder);
    }
    go(addresses::account(), Done::SessionEnded)
}

/// Ends all sessions of the person who asks, this one too; no phone knows her any more.
#[server(prefix = "/api", endpoint = "sign_out_everywhere")]
pub async fn sign_out_everywhere() -> Result<(), Problem> {
    let entry = Entry::here()?;
    let session = entry.session().await?;
    let (workshop, holder) = (session.workshop.id, session.holder);
    match holder {
        Holder::Worker(worker) => {
            entry.store.known_phones().forget_all(workshop, worker, entry.now).await?;
            forget_this_phone(workshop, worker).await?;
        }
        Holder::User(_) | Holder::Firm(_) => {
            entry.store.sessions().end_sessions(workshop, holder, None, entry.now).await?;
        }
    }
    forget_session();
    SecurityEvent::SignedOut.log_of(session.workshop.id, session.holder);
    go(addresses::landing(), Done::SignedOut)
}
