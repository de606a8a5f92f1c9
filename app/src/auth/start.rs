//! An empty database: make the first workshop, or look around in a made-up one.

use super::demo::MakeDemoForm;
use super::entry::Entry;
use super::set_up::{Account, NewAccount};
use super::sign_in::{let_user_in, user_with_password};
use crate::components::{Field, Form, Page, Panel, Submit, Tone};
use crate::form_target::PostTarget;
use crate::hasher::Asker;
use crate::markup::IntoMarkup;
use crate::request::{Problem, Why, field};
use ledger::store::access::NotAccepted;
use leptos::prelude::*;

/// What the first page shows while there are no books.
#[component]
pub(super) fn StartHere(
    /// Whether the demo village can be made.
    can_make: bool,
) -> impl IntoView {
    let demo = can_make.then(|| view! { <MakeDemoForm/> });
    view! {
        <Page title=t!("access-start") lead=t!("access-start-lead")>
            {demo}
            <Panel title=t!("access-start-real")>
                <p>{t!("access-start-hint")}</p>
                <Form action=Start::target() eventless=true>
                    <Field name="workshop" label=t!("access-workshop-name") max=60/>
                    <Account/>
                    <Submit tone=Tone::Quiet>{t!("access-start-do")}</Submit>
                </Form>
            </Panel>
        </Page>
    }
    .into_markup()
}

/// Makes the first workshop of an empty database with its coordinator, and signs in as her.
#[server(prefix = "/api", endpoint = "start")]
pub async fn start(
    workshop: String,
    name: String,
    phone: String,
    password: String,
    again: String,
) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let workshop = field::name("workshop", &workshop)?;
    let person = NewAccount::parse(&name, &phone, &password, &again, Some(&workshop))?;
    if entry.store.workshops().await?.is_empty() {
        let hashed = person.hashed(&entry, Asker::Stranger).await?;
        match entry.store.invitations().make_first_workshop(&workshop, &hashed, entry.now).await {
            Ok(Some((workshop, id))) => {
                let user = entry.store.users().user(workshop, id).await?.ok_or(Problem::Database)?;
                return let_user_in(&entry, &user, "").await;
            }
            Ok(None) => {}
            Err(NotAccepted::PhoneTaken) => return Err(Problem::field("phone", Why::Taken)),
            Err(NotAccepted::Gone) => return Err(Problem::NotFound),
            Err(NotAccepted::Store(error)) => return Err(error.into()),
        }
    }
    // The same form sent again; or somebody else was first.
    let user = user_with_password(&entry, &phone, &password).await?.ok_or(Problem::NotFound)?;
    let_user_in(&entry, &user, "").await
}
