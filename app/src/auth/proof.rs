//! The password or PIN once more, before anybody's access is changed: a screen that was left open must not be enough.

use super::card::{Pin, prove};
use super::entry::{Account, Entry, PAY_OPEN};
use super::field;
use crate::addresses::{self, Address};
use crate::components::{Field, Form, Hidden, Link, Page, Panel, Submit, load};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Problem, Viewer, query, redirect, redirected, viewer};
use chrono::TimeDelta;
use ledger::store::access::{Holder, User};
use leptos::prelude::*;

#[component]
pub fn ProofPage() -> impl IntoView {
    load(async {
        let viewer = viewer().ok_or(Problem::SignedOut)?;
        let then: String = query("then").unwrap_or_default();
        if let (true, Some(page)) = (viewer.is_proved(Entry::here()?.now), Address::local(&then)) {
            // Done in another tab meanwhile.
            return redirected(&page);
        }
        let is_worker = match viewer.holder {
            Holder::User(_) => false,
            Holder::Worker(_) => true,
            Holder::Firm(_) => return Err(Problem::NotFound),
        };
        let lead = if is_worker { t!("access-proof-pin") } else { t!("access-proof-password") };
        Ok(view! {
            <Page title=t!("access-proof") lead back=Link::to(viewer.person.home(), t!("confirm-back"))>
                <Panel>
                    <Form action=ProveAgain::target() eventless=true>
                        <Hidden name="then" value=then/>
                        <Secret is_worker/>
                        <Submit>{t!("access-proof-do")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

#[component]
fn Secret(is_worker: bool) -> impl IntoView {
    if is_worker {
        view! { <Pin name="password" label=t!("access-pin")/> }.into_markup()
    } else {
        view! { <Field name="password" label=t!("access-password") kind="password" autocomplete="current-password" focus=true/> }
            .into_markup()
    }
}

/// Takes the password or PIN of the one who is signed in, and goes on to where they wanted.
#[server(prefix = "/api", endpoint = "prove")]
pub async fn prove_again(password: String, #[server(default)] then: String) -> Result<(), Problem> {
    let viewer = viewer().ok_or(Problem::SignedOut)?;
    let entry = Entry::here()?;
    match viewer.holder {
        Holder::User(_) => {
            let given = field::password("password", &password, Problem::WrongPassword)?;
            prove_password(&entry, &user_of(&entry, &viewer).await?, given).await?;
        }
        Holder::Worker(worker) => {
            let card = entry.store.cards().card_of(viewer.workshop.id, worker).await?;
            prove(&entry, &card.ok_or(Problem::WrongPassword)?, field::pin("password", &password)?).await?;
        }
        Holder::Firm(_) => return Err(Problem::NotFound),
    }
    entry.renew(&viewer, pay_open(viewer.holder)).await?;
    redirect(&Address::local(&then).unwrap_or_else(addresses::account));
    Ok(())
}

/// How long pay is shown to somebody who just proved herself.
pub(super) const fn pay_open(holder: Holder) -> TimeDelta {
    match holder {
        Holder::Worker(_) => PAY_OPEN,
        Holder::User(_) | Holder::Firm(_) => TimeDelta::zero(),
    }
}

/// The account of the one who is signed in by password.
pub(super) async fn user_of(entry: &Entry, viewer: &Viewer) -> Result<User, Problem> {
    let Holder::User(id) = viewer.holder else { return Err(Problem::NotFound) };
    entry.store.users().user(viewer.workshop.id, id).await?.ok_or(Problem::SignedOut)
}

/// Whether that is her password; tries are counted.
pub(super) async fn prove_password(entry: &Entry, user: &User, given: String) -> Result<(), Problem> {
    let attempt = entry.attempt(&Account::User(user)).await?;
    if attempt.matches(given, Some(user.password_hash.clone())).await? { Ok(()) } else { Err(Problem::WrongPassword) }
}
