//! Inviting: a link that works once, to be sent on by the person who made it.

use super::entry::Entry;
use crate::addresses;
use crate::components::{Link, OnlyHere, Page, Panel, Qr, load};
use crate::markup::IntoMarkup;
use crate::request::{Asking, Done, Problem, Why, as_coordinator, field, go, link, param, redirect};
use crate::security_log::SecurityEvent;
use ledger::Command;
use ledger::model::{Actor, LetIn as Ask, Role};
use ledger::store::access::{Invitation, Secret};
use ledger::values::ids::{EventId, FirmId};
use leptos::prelude::*;

/// What the form calls those whom one may let in.
pub(super) const COORDINATOR: &str = "coordinator";
pub(super) const HELPER: &str = "helper";

/// Makes an invitation for a clerk of a firm.
#[server(prefix = "/api", endpoint = "invite")]
pub async fn invite(firm: String) -> Result<(), Problem> {
    let asking = as_coordinator()?.proved()?;
    let firm: FirmId = field::id("firm", &firm)?;
    asking.store.links().firm_name(asking.workshop, firm).await?.ok_or(Problem::NotFound)?;
    let secret = asking.store.invitations().invite(asking.workshop, Role::Clerk(firm), asking.now).await?;
    redirect(&addresses::invitation(secret.reveal()));
    Ok(())
}

/// Lets in a further coordinator, or a helper; where another must approve that, it is proposed.
#[server(prefix = "/api", endpoint = "let_in")]
pub async fn let_in(event: String, name: String, #[server(default)] role: String) -> Result<(), Problem> {
    let asking = as_coordinator()?.proved()?;
    let event =
        asking.perform(&event, None, Ask { name: field::name("name", &name)?, helper: is_helper(&role)? }).await?;
    if matches!(event.asked, Command::Propose(_)) {
        return go(addresses::access(), Done::Proposed);
    }
    hand_over(&asking, event.id).await
}

/// Which of the two was chosen.
fn is_helper(role: &str) -> Result<bool, Problem> {
    match role {
        HELPER => Ok(true),
        COORDINATOR => Ok(false),
        _ => Err(Problem::field("role", Why::Missing)),
    }
}

/// Makes the invitation of somebody who was let in; made again, the one before it works no more.
#[server(prefix = "/api", endpoint = "invite_let_in")]
pub async fn invite_let_in(let_in: String) -> Result<(), Problem> {
    hand_over(&as_coordinator()?.proved()?, field::id("let_in", &let_in)?).await
}

/// Makes an invitation worth nothing that nobody has used.
#[server(prefix = "/api", endpoint = "withdraw_invitation")]
pub async fn withdraw_invitation(invitation: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    if !asking.store.invitations().withdraw(asking.workshop, &invitation).await? {
        return Err(Problem::LinkGone);
    }
    SecurityEvent::AccessChanged.log_at(asking.workshop, asking.viewer.holder, "withdraw-invitation");
    go(addresses::access(), Done::InvitationWithdrawn)
}

async fn hand_over(asking: &Asking, let_in: EventId) -> Result<(), Problem> {
    let Actor::Coordinator { user } = asking.actor else { return Err(Problem::NotFound) };
    let secret = asking.store.invitations().invite_let_in(asking.workshop, let_in, user, asking.now).await?;
    let secret = secret.ok_or(Problem::LinkGone)?;
    redirect(&addresses::invitation(secret.reveal()));
    Ok(())
}

/// Shows an invitation to the person who made it.
#[component]
pub fn InvitationPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let token: String = param("token")?;
        let found = Entry::here()?.store.invitations().invitation(&Secret::returned(&token), asking.now).await?;
        let invitation = found.filter(|found| found.workshop.id == asking.workshop).ok_or(Problem::NotFound)?;
        let lead = match invitation {
            Invitation { resets: Some(_), .. } => t!("access-reset-send"),
            Invitation { role: Role::Clerk(_), .. } => t!("access-invited-clerk"),
            Invitation { role: Role::Helper, .. } => t!("access-invited-helper"),
            Invitation { role: Role::Coordinator, .. } => t!("access-invited-coordinator"),
        };
        let title = if invitation.resets.is_some() { t!("access-reset") } else { t!("access-invited") };
        Ok(view! {
            <Page title lead back=Link::to(addresses::access(), t!("access-title"))>
                <OnlyHere/>
                <Panel>
                    <Qr text=link(&addresses::set_up(&token))/>
                    <p class="quiet">{t!("access-invited-hint")}</p>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}
