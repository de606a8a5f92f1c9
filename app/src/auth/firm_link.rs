//! A firm's own link: on paper or in a message, it lets its clerks in without an account. The coordinator makes it, and a new
//! one when the old went astray.

use super::access::user_row;
use super::entry::Entry;
use crate::addresses;
use crate::auth::invitation::Invite;
use crate::components::{
    FoldedConfirm, Form, Hidden, Link, OnlyHere, Page, Panel, Qr, Rows, Submit, ToSend, Tone, load,
};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{
    Done, LinkSecret, PLACEHOLDER, Problem, SiteCookie, as_coordinator, field, go, link, moved, param, redirect,
};
use crate::security_log::SecurityEvent;
use chrono::TimeDelta;
use ledger::model::{ChangeAccess, Role};
use ledger::store::access::{Holder, Linked};
use ledger::values::ids::FirmId;
use leptos::prelude::*;

/// The page that a firm's link opens. Looking signs nobody in: the button does.
#[component]
pub fn FirmLinkPage() -> impl IntoView {
    load(async {
        let LinkSecret { text: token, is_shown } = LinkSecret::of("token", SiteCookie::FirmLink)?;
        let linked = find(&Entry::here()?, &token).await?;
        if is_shown {
            return moved(SiteCookie::FirmLink, &token, &addresses::firm_link(PLACEHOLDER));
        }
        let name = linked.firm_name.to_string();
        Ok(view! {
            <Page title=t!("access-hello", name = name) lead=t!("access-firm-lead", workshop = linked.workshop.name.to_string())>
                <Panel>
                    <Form action=EnterFirm::target() eventless=true>
                        <Hidden name="token" value=token/>
                        <Submit>{t!("access-come-in")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

/// Lets in anyone who holds the firm's link.
#[server(prefix = "/api", endpoint = "enter_firm")]
pub async fn enter_firm(token: String) -> Result<(), Problem> {
    let entry = Entry::here()?;
    let linked = find(&entry, &token).await?;
    entry.let_in(linked.workshop.id, Holder::Firm(linked.firm), TimeDelta::zero()).await?;
    redirect(&addresses::window());
    Ok(())
}

/// For the coordinator: the firm's link to print or send, and a new one.
#[component]
pub fn FirmAccessPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let firm: FirmId = param("firm")?;
        let name = asking.store.links().firm_name(asking.workshop, firm).await?.ok_or(Problem::NotFound)?;
        let token = asking.store.links().firm_link(asking.workshop, firm).await?;
        let link = token.map(|token| link(&addresses::firm_link(&token)));
        let to_send = link.as_ref().map(|link| t!("send-firm", firm = name.to_string(), link = link));
        let body = match link {
            Some(link) => view! {
                <Panel>
                    <p>{t!("access-firm-send")}</p>
                    <Qr text=link/>
                    {to_send.map(|text| view! { <ToSend text/> })}
                </Panel>
                <FoldedConfirm title=t!("access-firm-replace") action=MakeFirmLink::target() act=t!("access-firm-replace-do") back=addresses::access()>
                    <p>{t!("access-firm-replace-hint")}</p>
                    <Hidden name="firm" value=firm/>
                </FoldedConfirm>
                <FoldedConfirm title=t!("access-firm-end") action=EndFirmLink::target() act=t!("access-firm-end-do") back=addresses::access()>
                    <p>{t!("access-firm-end-hint")}</p>
                    <Hidden name="firm" value=firm/>
                </FoldedConfirm>
            }
            .into_markup(),
            None => view! {
                <Panel tone=Tone::Next>
                    <p>{t!("access-firm-make-hint")}</p>
                    <Form action=MakeFirmLink::target()>
                        <Hidden name="firm" value=firm/>
                        <Submit>{t!("access-firm-make")}</Submit>
                    </Form>
                </Panel>
            }
            .into_markup(),
        };
        let users = asking.store.users().users(asking.workshop).await?;
        let clerks: Vec<_> = users.into_iter().filter(|user| user.role == Role::Clerk(firm)).map(user_row).collect();
        let invite = view! {
            <Panel title=t!("access-clerk")>
                {(!clerks.is_empty()).then(|| view! { <Rows>{clerks}</Rows> })}
                <p>{t!("access-clerk-hint")}</p>
                <Form action=Invite::target() eventless=true>
                    <Hidden name="firm" value=firm/>
                    <Submit tone=Tone::Quiet>{t!("access-invite-do")}</Submit>
                </Form>
            </Panel>
        };
        Ok(view! {
            <Page title=name.to_string() lead=t!("access-firm-title") back=Link::to(addresses::access(), t!("access-title"))>
                <OnlyHere/>
                {body}
                {invite}
            </Page>
        }
        .into_markup())
    })
}

/// Makes the firm's link; an older one leads nowhere from now on, and anyone who came in by it is out.
#[server(prefix = "/api", endpoint = "make_firm_link")]
pub async fn make_firm_link(event: String, firm: String) -> Result<(), Problem> {
    let firm: FirmId = field::id("firm", &firm)?;
    as_coordinator()?.change_access(&event, ChangeAccess::MakeLink { firm }).await?;
    go(addresses::firm_access(firm), Done::Saved)
}

/// Takes the firm's link away, and anyone who came in by it is out.
#[server(prefix = "/api", endpoint = "end_firm_link")]
pub async fn end_firm_link(event: String, firm: String) -> Result<(), Problem> {
    let firm: FirmId = field::id("firm", &firm)?;
    as_coordinator()?.change_access(&event, ChangeAccess::EndLink { firm }).await?;
    go(addresses::firm_access(firm), Done::AccessEnded)
}

async fn find(entry: &Entry, token: &str) -> Result<Linked, Problem> {
    let found = entry.store.links().linked(token).await?.filter(|linked| linked.delivery.is_none());
    found.ok_or_else(|| {
        SecurityEvent::UnknownLink.log();
        Problem::LinkGone
    })
}
