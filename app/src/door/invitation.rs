//! Inviting: a link that works once, to be sent on by whoever made it.

use super::entry::Entry;
use crate::components::{Link, Page, Panel, Qr};
use crate::request::{Problem, as_coordinator, field, link, load, param, send_on};
use ledger::ids::FirmId;
use ledger::store::access::Secret;
use leptos::prelude::*;

/// Makes an invitation: for a clerk of that firm, or, without one, for a second coordinator.
#[server(prefix = "/api", endpoint = "invite")]
pub async fn invite(#[server(default)] firm: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let firm: Option<FirmId> = if firm.is_empty() { None } else { Some(field::id("firm", &firm)?) };
    if let Some(firm) = firm {
        asking.store.firm_name(asking.workshop, firm).await?.ok_or(Problem::NotFound)?;
    }
    let secret = asking.store.invite(asking.workshop, firm, asking.now).await?;
    send_on(&format!("/invitations/{}", secret.reveal()));
    Ok(())
}

/// Shows an invitation to whoever made it.
#[component]
pub fn InvitationPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let token: String = param("token")?;
        let found = Entry::here()?.store.invitation(&Secret::returned(&token), asking.now).await?;
        let invitation = found.filter(|found| found.workshop.id == asking.workshop).ok_or(Problem::NotFound)?;
        let lead = if invitation.firm.is_some() { t!("door-invited-clerk") } else { t!("door-invited-coordinator") };
        Ok(view! {
            <Page title=t!("door-invited") lead back=Link::to("/doors", t!("door-doors"))>
                <Panel>
                    <Qr text=link(&format!("/set-up/{token}"))/>
                    <p class="quiet">{t!("door-invited-hint")}</p>
                </Panel>
            </Page>
        }
        .into_any())
    })
}
