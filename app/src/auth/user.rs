//! For the coordinator: one person's account. It can be ended at once, everywhere, and its password reset.

use super::entry::{Account, Entry};
use crate::addresses;
use crate::components::{Fact, Facts, FoldedConfirm, Form, Hidden, Link, Page, Panel, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Asking, Done, Problem, as_coordinator, field, go, param, redirect};
use crate::words;
use ledger::model::{Actor, ChangeAccess, Role};
use ledger::store::access::{Holder, User};
use ledger::values::ids::UserId;
use leptos::prelude::*;

#[component]
pub fn UserPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let user = find(&asking, param("user")?).await?;
        if asking.actor == (Actor::Coordinator { user: user.id }) {
            return crate::request::redirected(&addresses::account());
        }
        let open = asking.store.sessions().open_sessions(asking.workshop, Holder::User(user.id), asking.now).await?;
        let seen = open
            .into_iter()
            .next()
            .map(|place| view! { <Fact label=t!("access-seen")>{words::moment(place.seen)}</Fact> });
        let firm = match user.role.firm() {
            Some(firm) => asking.store.links().firm_name(asking.workshop, firm).await?.map(|name| name.to_string()),
            None => None,
        };
        let (lead, warning) = match user.role {
            Role::Coordinator => (t!("access-coordinator"), t!("access-end-coordinator")),
            Role::Helper => (t!("access-helper"), t!("access-end-helper")),
            Role::Clerk(_) => (firm.clone().unwrap_or_default(), t!("access-end-clerk")),
        };
        let approval = asking.read().await?.approval().await?.on;
        let reset = if approval && user.role == Role::Coordinator {
            view! { <p>{t!("refusal-reset-by-operator")}</p> }.into_markup()
        } else {
            view! {
                <p>{t!("access-reset-hint")}</p>
                <Form action=ResetPassword::target()>
                    <Hidden name="user" value=user.id/>
                    <Submit tone=Tone::Quiet>{t!("access-reset-do")}</Submit>
                </Form>
            }
            .into_markup()
        };
        let name = user.name.to_string();
        Ok(view! {
            <Page title=name.clone() lead back=Link::to(addresses::access(), t!("access-title"))>
                <Panel>
                    <Facts>
                        <Fact label=t!("access-phone")>{user.phone.to_string()}</Fact>
                        <Fact label=t!("access-since")>{words::moment(user.made_at)}</Fact>
                        {seen}
                    </Facts>
                </Panel>
                <Panel title=t!("access-reset")>{reset}</Panel>
                <FoldedConfirm title=t!("access-end", name = name.clone()) action=EndAccount::target() act=t!("access-end-do", name = name) back=addresses::access()>
                    <p>{t!("access-end-hint")}</p>
                    <p>{warning}</p>
                    <Hidden name="user" value=user.id/>
                </FoldedConfirm>
            </Page>
        }
        .into_markup())
    })
}

/// Takes an account away: its sessions end, everywhere, and its password is worth nothing.
#[server(prefix = "/api", endpoint = "end_account")]
pub async fn end_account(event: String, user: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: UserId = field::id("user", &user)?;
    match find(&asking, id).await {
        Ok(user) => {
            asking.change_access(&event, ChangeAccess::EndAccount { account: user.account() }).await?;
        }
        // A second tap: it is gone.
        Err(problem) if !asking.was_done(&event).await? => return Err(problem),
        Err(_) => {}
    }
    go(addresses::access(), Done::AccessEnded)
}

/// Makes a link by which somebody chooses another password, for the coordinator to hand over.
#[server(prefix = "/api", endpoint = "reset_password")]
pub async fn reset_password(event: String, user: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let user = find(&asking, field::id("user", &user)?).await?;
    let change = ChangeAccess::ResetPassword { account: user.account() };
    let secret = asking.change_access(&event, change).await?.ok_or(Problem::NotFound)?;
    // Whoever guessed at it keeps her waiting no longer.
    Entry::here()?.store.delays().forget(&Account::User(&user).tried()).await?;
    redirect(&addresses::invitation(secret.reveal()));
    Ok(())
}

async fn find(asking: &Asking, id: UserId) -> Result<User, Problem> {
    asking.store.users().user(asking.workshop, id).await?.ok_or(Problem::NotFound)
}
