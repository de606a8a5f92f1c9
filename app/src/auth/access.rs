//! For the coordinator: who may come in, and how to let more in.

use crate::addresses;
use crate::auth::invitation::{COORDINATOR, HELPER, InviteLetIn, LetIn, WithdrawInvitation};
use crate::components::{
    Choice, Field, Form, Go, Hidden, Link, OnlyHere, Page, Panel, Pick, Row, Rows, Submit, Tone, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use crate::words;
use ledger::model::{Actor, Role};
use ledger::store::access::{FirmDoor, LetInYet, OpenInvitation, User};
use leptos::prelude::*;

#[component]
pub fn AccessPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let users = asking.store.users().users(asking.workshop).await?;
        let cards = asking.store.cards().cards(asking.workshop).await?;
        let of = |role| users.iter().filter(move |user| user.role == role).cloned().map(user_row).collect::<Vec<_>>();
        let (coordinators, helpers) = (of(Role::Coordinator), of(Role::Helper));
        let doors = asking.store.links().firm_doors(asking.workshop).await?;
        let open = asking.store.invitations().open(asking.workshop, asking.now).await?;
        let open: Vec<_> = open.into_iter().map(|one| open_row(one, &users, &doors)).collect();
        let open = (!open.is_empty()).then(|| {
            view! {
                <Panel title=t!("access-open")>
                    <p>{t!("access-open-hint")}</p>
                    <ul class="stack">{open}</ul>
                </Panel>
            }
        });
        let firms: Vec<_> = doors
            .into_iter()
            .map(|firm| {
                let clerks = users.iter().filter(|user| user.role == Role::Clerk(firm.id)).count();
                let link = if firm.has_link { t!("access-has-link") } else { t!("access-no-link") };
                let note =
                    format!("{link}\u{a0}· {}", t!("access-clerks", n = i64::try_from(clerks).unwrap_or_default()));
                view! { <Row href=addresses::firm_access(firm.id) title=firm.name note/> }
            })
            .collect();
        let approval = asking.read().await?.approval().await?.on;
        let let_in = asking.store.invitations().let_in(asking.workshop, asking.now).await?;
        let yet: Vec<_> = let_in.into_iter().map(|one| yet(one, asking.actor, &users)).collect();
        let count = |n: usize| i64::try_from(n).unwrap_or_default();
        let printed = count(cards.iter().filter(|card| card.code.is_some()).count());
        let came = count(cards.iter().filter(|card| card.has_pin).count());
        Ok(view! {
            <Page title=t!("access-title") lead=t!("access-lead") back=Link::to(addresses::settings(), t!("nav-settings"))>
                <OnlyHere/>
                <Panel title=t!("access-workers")>
                    <p>{t!("access-cards-stand", all = count(cards.len()), printed = printed, came = came)}</p>
                    <p class="row"><Go href=addresses::cards()>{t!("nav-cards")}</Go></p>
                </Panel>
                <Panel title=t!("nav-firms")>
                    <Rows>{firms}</Rows>
                </Panel>
                <Panel title=t!("access-coordinators")>
                    <Rows>{coordinators}</Rows>
                </Panel>
                <Panel title=t!("access-helpers")>
                    <p>{t!("access-helpers-hint")}</p>
                    <Rows>{helpers}</Rows>
                </Panel>
                <Panel title=t!("access-invite")>
                    {yet}
                    {approval.then(|| view! { <p>{t!("access-invite-waits")}</p> })}
                    <Form action=LetIn::target()>
                        <Choice name="role" label=t!("access-invite-as") options=who_may_come()/>
                        <Field name="name" label=t!("access-invite-name") max=60/>
                        <Submit tone=Tone::Quiet>{t!("access-invite-do")}</Submit>
                    </Form>
                </Panel>
                {open}
            </Page>
        }
        .into_markup())
    })
}

/// Whom one may let in.
fn who_may_come() -> Vec<Pick> {
    vec![
        Pick::new(HELPER, t!("access-helper")).note(t!("access-helper-may")),
        Pick::new(COORDINATOR, t!("access-coordinator")).note(t!("access-coordinator-may")),
    ]
}

/// Somebody with a password, in a list.
pub(super) fn user_row(user: User) -> Markup {
    view! { <Row href=addresses::user(user.id) title=user.name.to_string() note=user.phone.to_string()/> }.into_markup()
}

/// A link that nobody has used, for whom it is, and a way to end it.
fn open_row(open: OpenInvitation, users: &[User], firms: &[FirmDoor]) -> Markup {
    let until = words::moment(open.expires);
    let name_of = |id| users.iter().find(|user| user.id == id).map(|user| user.name.to_string()).unwrap_or_default();
    let firm_of = |id| firms.iter().find(|firm| firm.id == id).map(|firm| firm.name.clone()).unwrap_or_default();
    let what = match (open.resets, open.role) {
        (Some(user), _) => t!("access-open-reset", name = name_of(user), until = until),
        (None, Role::Clerk(firm)) => t!("access-open-clerk", firm = firm_of(firm), until = until),
        (None, Role::Helper) => t!("access-open-helper", until = until),
        (None, Role::Coordinator) => t!("access-open-coordinator", until = until),
    };
    view! {
        <li>
            {what}
            <Form action=WithdrawInvitation::target() eventless=true key=open.hash.clone()>
                <Hidden name="invitation" value=open.hash/>
                <Submit tone=Tone::Plain>{t!("access-open-withdraw")}</Submit>
            </Form>
        </li>
    }
    .into_markup()
}

/// Somebody who was let in, and has not come yet. Where another approved it, it is hers to hand over the link.
fn yet(yet: LetInYet, actor: Actor, users: &[User]) -> Markup {
    let when = words::moment(yet.at);
    let sent = match yet.helper {
        true => t!("access-let-in-helper", name = yet.name.as_str(), when = when),
        false => t!("access-let-in", name = yet.name.as_str(), when = when),
    };
    if let Some(user) = yet.approved_by.filter(|user| actor != Actor::Coordinator { user: *user }) {
        let name = users.iter().find(|one| one.id == user).map(|one| one.name.to_string()).unwrap_or_default();
        return view! { <p>{sent} " " {t!("access-let-in-by", name = name)}</p> }.into_markup();
    }
    view! {
        <p>{sent}</p>
        <Form action=InviteLetIn::target() eventless=true key=yet.event.to_string()>
            <Hidden name="let_in" value=yet.event/>
            <Submit tone=Tone::Plain>{t!("access-let-in-link")}</Submit>
        </Form>
    }
    .into_markup()
}
