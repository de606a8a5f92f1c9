//! On her own account: the phones that know her, and the two ways out of this one.

use super::entry::Entry;
use crate::addresses;
use crate::components::{Form, Go, Hidden, Panel, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_worker, go, known_phones, leave_session, viewer};
use crate::security_log::SecurityEvent;
use crate::session::SignOut;
use crate::words;
use ledger::store::access::{Holder, PhoneKind, PhoneOfHers};
use ledger::values::ids::{WorkerId, WorkshopId};
use leptos::prelude::*;

/// The phones that know her, each with a way to have it forget her; and the ways out of this one.
pub(super) async fn panels(entry: &Entry, workshop: WorkshopId, worker: WorkerId) -> Result<Markup, Problem> {
    let hers = entry.store.known_phones().of_worker(workshop, worker, entry.now).await?;
    let known = known_phones().await?;
    let here = known.iter().find(|phone| phone.is_of(workshop, worker)).map(|phone| phone.id);
    let has_any = !hers.is_empty();
    let list: Vec<_> = hers.into_iter().map(|phone| line(phone, here)).collect();
    let leave = if here.is_some() {
        view! {
            <p>{t!("known-leave-hint")}</p>
            <Form action=Leave::target() eventless=true>
                <Submit tone=Tone::Quiet>{t!("known-leave")}</Submit>
            </Form>
        }
        .into_markup()
    } else {
        view! {
            <p>{t!("known-not-yet")}</p>
            <p class="row"><Go href=addresses::pin().then(addresses::account().as_str())>{t!("known-not-yet-do")}</Go></p>
        }
        .into_markup()
    };
    Ok(view! {
        <Panel title=t!("known-out")>{leave}</Panel>
        <details class="panel">
            <summary>{t!("known-forget")}</summary>
            <p>{t!("known-forget-hint")}</p>
            <Form action=SignOut::target() eventless=true>
                <Submit tone=Tone::Bad>{t!("known-forget-do")}</Submit>
            </Form>
        </details>
        {has_any.then(|| view! {
            <Panel title=t!("known-phones")>
                <p>{t!("known-phones-lead")}</p>
                <ul class="stack">{list}</ul>
            </Panel>
        })}
    }
    .into_markup())
}

fn line(phone: PhoneOfHers, here: Option<i64>) -> Markup {
    let (since, seen) = (words::moment(phone.made), words::moment(phone.seen));
    let told = t!("known-phone", kind = kind(phone.kind), since = since, seen = seen);
    let end = if here == Some(phone.id) {
        view! { <b>{t!("known-here")}</b> }.into_markup()
    } else {
        view! {
            <Form action=ForgetPhone::target() eventless=true key=phone.id.to_string()>
                <Hidden name="phone" value=phone.id/>
                <Submit tone=Tone::Plain>{t!("known-end")}</Submit>
            </Form>
        }
        .into_markup()
    };
    view! { <li>{told} " " {end}</li> }.into_markup()
}

/// A plain name for it.
fn kind(kind: PhoneKind) -> String {
    match kind {
        PhoneKind::Android => t!("known-kind-android"),
        PhoneKind::Harmony => t!("known-kind-harmony"),
        PhoneKind::Apple => t!("known-kind-apple"),
        PhoneKind::Computer => t!("known-kind-computer"),
        PhoneKind::Unknown => t!("known-kind-unknown"),
    }
}

/// Has one of her phones forget her, for it may be a stranger's by now.
#[server(prefix = "/api", endpoint = "forget_phone")]
pub async fn forget_phone(phone: String) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    asking.viewer.must_be_proved(asking.now)?;
    let id: i64 = phone.parse().map_err(|_| Problem::BadForm)?;
    // A second tap: it is forgotten.
    if asking.store.known_phones().forget(asking.workshop, worker, id, asking.now).await? {
        SecurityEvent::SignedOut.log_of(asking.workshop, Holder::Worker(worker));
    }
    go(addresses::account(), Done::PhoneForgotten)
}

/// Ends the session of this browser, which goes on to know the worker whose it was: she comes back with her PIN alone, and another who is
/// known here may come in.
#[server(prefix = "/api", endpoint = "leave")]
pub async fn leave() -> Result<(), Problem> {
    let entry = Entry::here()?;
    if let Some(viewer) = viewer()
        && let Holder::Worker(worker) = viewer.holder
    {
        let known = known_phones().await?;
        if !known.iter().any(|phone| phone.is_of(viewer.workshop.id, worker)) {
            // It would be her way out without a way back.
            return Err(Problem::PinNeeded);
        }
        SecurityEvent::SignedOut.log_of(viewer.workshop.id, viewer.holder);
    }
    if let Some(secret) = &entry.cookies.session {
        entry.store.sessions().end_session(secret, entry.now).await?;
    }
    leave_session();
    go(addresses::enter(), Done::Left)
}
