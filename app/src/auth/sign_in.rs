//! Coming in by phone number and password: coordinators, and clerks of firms.

use super::entry::{Account, Entry, home};
use super::field;
use super::second_step::ask_second_step;
use crate::addresses::{self, Address};
use crate::components::{Draft, Field, Form, Hidden, Link, Notice, Page, Panel, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Problem, known_phones, query, redirect, redirected, viewer};
use chrono::TimeDelta;
use ledger::model::Role;
use ledger::store::access::{AskedFor, Holder, Phone, User};
use leptos::prelude::*;

#[component]
pub fn SignInPage() -> impl IntoView {
    load(async {
        let then: String = query("then").unwrap_or_default();
        if let Some(viewer) = viewer() {
            return redirected(&Address::local(&then).unwrap_or_else(|| viewer.person.home()));
        }
        if Address::local(&then).is_some_and(|page| page.is_within(&addresses::me())) {
            let knows_her = !known_phones().await?.is_empty();
            let way = if knows_her { addresses::enter() } else { addresses::card() };
            return redirected(&way.with("then", &then));
        }
        // Someone was sent here from a page that needs to know them.
        let sent = Address::local(&then).filter(|_| use_context::<Draft>().is_none());
        let sent = sent.map(|then| {
            // With what was typed there, or without.
            let title =
                if then.as_str().contains("draft=") { t!("problem-signed-out") } else { t!("access-sign-in-first") };
            view! { <Notice tone=Tone::Warn title/> }
        });
        // Whose session ended in this browser need not type her number again.
        let past = past_user().await?;
        let (expired, phone) = match &past {
            Some(Past::User(phone)) => (Some(t!("access-expired")), Some(phone.to_string())),
            Some(Past::Firm) => (Some(t!("access-expired-firm")), None),
            None => (None, None),
        };
        let knows_phone = phone.is_some();
        let expired = expired.map(|title| view! { <Notice tone=Tone::Warn title/> });
        let sent = sent.filter(|_| past.is_none() || then.contains("draft="));
        Ok(view! {
            <Page title=t!("access-sign-in") back=Link::to(addresses::landing(), t!("access-who"))>
                {sent}
                {expired}
                <Panel>
                    <Form action=SignIn::target() eventless=true>
                        <Hidden name="then" value=then/>
                        <Field name="phone" label=t!("access-phone") kind="tel" value=phone autocomplete="username" keyboard="tel" focus=!knows_phone/>
                        <Field name="password" label=t!("access-password") kind="password" autocomplete="current-password" focus=knows_phone/>
                        <Submit>{t!("access-sign-in")}</Submit>
                    </Form>
                </Panel>
                <p class="quiet">{t!("access-sign-in-firm")}</p>
                <p class="quiet">{t!("access-forgotten")}</p>
            </Page>
        }
        .into_markup())
    })
}

/// Whose session ended in this browser.
enum Past {
    User(Phone),
    /// By a firm's link, which has no number.
    Firm,
}

async fn past_user() -> Result<Option<Past>, Problem> {
    let entry = Entry::here()?;
    Ok(match entry.past_holder().await? {
        Some((workshop, Holder::User(user))) => {
            entry.store.users().user(workshop, user).await?.map(|user| Past::User(user.phone))
        }
        Some((_, Holder::Firm(_))) => Some(Past::Firm),
        Some((_, Holder::Worker(_))) | None => None,
    })
}

/// Lets in anyone who gives the right number and password, and goes on to where they wanted.
#[server(prefix = "/api", endpoint = "sign_in")]
pub async fn sign_in(phone: String, password: String, #[server(default)] then: String) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let user = user_with_password(&entry, &phone, &password).await?.ok_or(Problem::NoEntry)?;
    let_user_in(&entry, &user, &then).await
}

/// Who has that number and password; tries are counted.
pub(super) async fn user_with_password(entry: &Entry, phone: &str, password: &str) -> Result<Option<User>, Problem> {
    let phone = crate::request::field::phone("phone", phone)?;
    let given = field::password("password", password, Problem::NoEntry)?;
    let user = entry.store.users().user_by_phone(&phone).await?;
    let attempt = entry.attempt(&user.as_ref().map_or(Account::Nobody(&phone), Account::User)).await?;
    let kept = user.as_ref().map(|user| user.password_hash.clone());
    if !attempt.matches(given.clone(), kept).await? {
        return Ok(None);
    }
    if let Some(user) = &user
        && let Some(hash) = entry.hashed_again(given, &user.password_hash).await
    {
        entry.store.users().renew_hash(user, &hash).await?;
    }
    Ok(user)
}

/// Opens a session for someone who gave her password, or asks for her second step first.
pub(super) async fn let_user_in(entry: &Entry, user: &User, then: &str) -> Result<(), Problem> {
    let asked = entry.store.second_steps().asked(user.workshop, user.id).await?;
    if asked == AskedFor::Step {
        return ask_second_step(entry, user, then).await;
    }
    entry.let_in(user.workshop, Holder::User(user.id), TimeDelta::zero()).await?;
    let page = Address::local(then).unwrap_or_else(|| home(user));
    // Where two must agree, a password that somebody saw must not be enough to be both.
    let sets_up = asked == AskedFor::SettingUp && user.role == Role::Coordinator;
    redirect(&if sets_up { addresses::second_step().with("then", page) } else { page });
    Ok(())
}
