//! An invitation accepted: anyone who opens the link makes an account, once.

use super::entry::Entry;
use super::field;
use super::guessable::Owner;
use super::sign_in::{let_user_in, user_with_password};
use crate::addresses;
use crate::components::{Field, Form, Hidden, Page, Panel, Submit, load};
use crate::form_target::PostTarget;
use crate::hasher::Asker;
use crate::markup::IntoMarkup;
use crate::request::{LinkSecret, PLACEHOLDER, Problem, SiteCookie, Why, field as plain, moved};
use crate::security_log::SecurityEvent;
use ledger::model::Role;
use ledger::store::access::{Holder, NewUser, NotAccepted, Phone, Secret, User};
use ledger::values::text::Name;
use leptos::prelude::*;

#[component]
pub fn SetUpPage() -> impl IntoView {
    load(async {
        let LinkSecret { text: token, is_shown } = LinkSecret::of("token", SiteCookie::Invitation)?;
        let entry = Entry::here()?;
        let found = entry.store.invitations().invitation(&Secret::returned(&token), entry.now).await?;
        let Some(invitation) = found else {
            SecurityEvent::UnknownLink.log();
            return Err(Problem::LinkGone);
        };
        if is_shown {
            return moved(SiteCookie::Invitation, &token, &addresses::set_up(PLACEHOLDER));
        }
        let workshop = invitation.workshop.name.to_string();
        if let Some(user) = invitation.resets {
            let user = entry.store.users().user(invitation.workshop.id, user).await?.ok_or(Problem::LinkGone)?;
            return Ok(view! { <ChooseAnother token user workshop/> }.into_markup());
        }
        let lead = match invitation.role {
            Role::Coordinator => t!("access-set-up-coordinator"),
            Role::Helper => t!("access-set-up-helper"),
            Role::Clerk(_) => t!("access-set-up-firm"),
        };
        Ok(view! {
            <Page title=t!("access-set-up", workshop = workshop) lead>
                <Panel>
                    <Form action=SetUp::target() eventless=true>
                        <Hidden name="token" value=token/>
                        <Account/>
                        <Submit>{t!("access-set-up-do")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

/// The fields of a new account.
#[component]
pub(super) fn Account() -> impl IntoView {
    view! {
        <Field name="name" label=t!("access-name") autocomplete="name" max=60/>
        <Field name="phone" label=t!("access-phone") hint=t!("access-phone-hint") kind="tel" autocomplete="username" keyboard="tel" max=40/>
        <NewPassword/>
    }
    .into_markup()
}

#[component]
fn NewPassword() -> impl IntoView {
    view! {
        <Field name="password" label=t!("access-password-new") hint=t!("access-password-hint", n = field::SHORTEST_PASSWORD as i64) kind="password" autocomplete="new-password"/>
        <Field name="again" label=t!("access-password-again") kind="password" autocomplete="new-password"/>
    }
    .into_markup()
}

/// For one who forgot her password.
#[component]
fn ChooseAnother(token: String, user: User, workshop: String) -> impl IntoView {
    view! {
        <Page title=t!("access-hello", name = user.name.to_string()) lead=t!("access-reset-lead", workshop = workshop)>
            <Panel>
                <Form action=ChoosePassword::target() eventless=true>
                    <Hidden name="token" value=token/>
                    <NewPassword/>
                    <Submit>{t!("access-come-in")}</Submit>
                </Form>
            </Panel>
        </Page>
    }
    .into_markup()
}

/// Makes the account and signs in with it.
#[server(prefix = "/api", endpoint = "set_up")]
pub async fn set_up(
    token: String,
    name: String,
    phone: String,
    password: String,
    again: String,
) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let secret = Secret::returned(&token);
    let invitations = entry.store.invitations();
    let invitation = invitations.invitation(&secret, entry.now).await?;
    let workshop = invitation.as_ref().map(|invitation| &invitation.workshop.name);
    let person = NewAccount::parse(&name, &phone, &password, &again, workshop)?;
    if invitation.is_some() {
        match invitations.accept(&secret, &person.hashed(&entry, Asker::Known).await?, entry.now).await {
            Ok((workshop, id)) => {
                let user = entry.store.users().user(workshop, id).await?.ok_or(Problem::Database)?;
                return let_user_in(&entry, &user, "").await;
            }
            Err(NotAccepted::PhoneTaken) => return Err(Problem::field("phone", Why::Taken)),
            Err(NotAccepted::Store(error)) => return Err(error.into()),
            Err(NotAccepted::Gone) => {}
        }
    }
    // The same form sent again, after a second tap or a lost answer, is the same account.
    let account = invitations.accepted_by(&secret).await?.ok_or(Problem::LinkGone)?;
    if account.phone != person.phone {
        return Err(Problem::LinkGone);
    }
    let user = user_with_password(&entry, &phone, &password).await?.ok_or(Problem::LinkGone)?;
    let_user_in(&entry, &user, "").await
}

/// Gives her the password that she chose, ends her sessions, and signs her in.
#[server(prefix = "/api", endpoint = "choose_password")]
pub async fn choose_password(token: String, password: String, again: String) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let secret = Secret::returned(&token);
    let found = entry.store.invitations().invitation(&secret, entry.now).await?.ok_or(Problem::LinkGone)?;
    let id = found.resets.ok_or(Problem::LinkGone)?;
    let user = entry.store.users().user(found.workshop.id, id).await?.ok_or(Problem::LinkGone)?;
    let owner = Owner { phone: &user.phone, name: &user.name, workshop: Some(&found.workshop.name) };
    let chosen = field::new_password("password", &password, &again, owner)?;
    let hash = entry.hasher.hash(Asker::Known, chosen).await?;
    match entry.store.invitations().accept_reset(&secret, &hash, entry.now).await {
        Ok((workshop, id)) => {
            SecurityEvent::SecretChanged.log_of(workshop, Holder::User(id));
            let_user_in(&entry, &user, "").await
        }
        Err(NotAccepted::Gone | NotAccepted::PhoneTaken) => Err(Problem::LinkGone),
        Err(NotAccepted::Store(error)) => Err(error.into()),
    }
}

/// Someone new, as they describe themselves.
pub(super) struct NewAccount {
    name: Name,
    phone: Phone,
    password: String,
}

impl NewAccount {
    pub fn parse(
        name: &str,
        phone: &str,
        password: &str,
        again: &str,
        workshop: Option<&Name>,
    ) -> Result<Self, Problem> {
        let name = plain::name("name", name)?;
        let phone = plain::phone("phone", phone)?;
        let owner = Owner { phone: &phone, name: &name, workshop };
        let password = field::new_password("password", password, again, owner)?;
        Ok(Self { name, phone, password })
    }

    /// As it is kept. Hashing takes time and memory: every check that can refuse the account comes before it.
    pub async fn hashed(&self, entry: &Entry, asker: Asker) -> Result<NewUser, Problem> {
        let password_hash = entry.hasher.hash(asker, self.password.clone()).await?;
        Ok(NewUser { name: self.name.clone(), phone: self.phone.clone(), password_hash })
    }
}
