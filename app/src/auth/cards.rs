//! Workers' cards, to print and cut out.

use super::pin_number::AllowNewPin;
use crate::addresses;
use crate::components::{
    Cards, Confirm, Empty, FoldedConfirm, Form, Hidden, Link, Notice, OnlyHere, Page, Panel, SheetTools, Submit, Tone,
    WorkerCard, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go, param, query_all};
use ledger::model::ChangeAccess;
use ledger::store::access;
use ledger::values::ids::WorkerId;
use ledger::values::phone::Phone;
use leptos::prelude::*;

#[component]
pub fn CardsPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let cards = asking.store.cards().cards(asking.workshop).await?;
        let without = cards.iter().filter(|card| card.code.is_none()).count();
        let make = (without > 0).then(|| {
            view! {
                <Panel tone=Tone::Next>
                    <p>{t!("access-cards-missing", n = i64::try_from(without).unwrap_or_default())}</p>
                    <Form action=MakeCards::target() eventless=true>
                        <Submit>{t!("access-cards-make")}</Submit>
                    </Form>
                </Panel>
            }
        });
        let replace: Vec<_> = cards
            .iter()
            .filter(|card| card.code.is_some())
            .map(|card| {
                view! { <li><a href=addresses::replace_card(card.worker)>{card.number.clone()} " " {card.name.clone()}</a></li> }
            })
            .collect();
        let any = !replace.is_empty();
        let phone = asking.read().await?.phone().await?;
        let chosen = query_all::<WorkerId>("worker", usize::MAX);
        let have = cards.iter().filter(|card| chosen.contains(&card.worker) && card.code.is_some()).count();
        let all = (!chosen.is_empty()).then(|| {
            let of = t!("access-cards-of-chosen", n = chosen.len(), have = have);
            view! { <p class="noprint">{of} " " <a href=addresses::cards()>{t!("access-cards-all")}</a></p> }
        });
        let cards = cards.into_iter().filter(|card| chosen.is_empty() || chosen.contains(&card.worker));
        let printed: Vec<_> = cards.filter_map(|card| printed(card, phone.clone())).collect();
        let none = (!any && without == 0).then(|| view! { <Empty title=t!("access-cards-none")>""</Empty> });
        let replace = any.then(|| {
            view! {
                <details class="panel noprint">
                    <summary>{t!("access-cards-lost")}</summary>
                    <p>{t!("access-cards-lost-hint")}</p>
                    <ul>{replace}</ul>
                </details>
            }
        });
        Ok(view! {
            <Page title=t!("nav-cards") lead=t!("access-cards-lead") back=Link::to(addresses::workers(), t!("nav-workers"))>
                <OnlyHere/>
                {make}
                {none}
                {all}
                {(!printed.is_empty()).then(|| view! { <SheetTools/><Cards>{printed}</Cards> })}
                {replace}
            </Page>
        }
        .into_markup())
    })
}

fn printed(card: access::Card, phone: Option<Phone>) -> Option<Markup> {
    let code = card.code?;
    Some(view! { <WorkerCard name=card.name number=card.number code phone/> }.into_markup())
}

/// Asks once more before a card is made worthless.
#[component]
pub fn ReplaceCardPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let worker: WorkerId = param("worker")?;
        let holder = asking.store.cards().card_of(asking.workshop, worker).await?.ok_or(Problem::NotFound)?;
        let name = holder.name.to_string();
        let phones = asking.store.known_phones().of_worker(asking.workshop, worker, asking.now).await?.len();
        let new_pin = holder.pin_hash.is_some().then(|| {
            view! {
                <Panel title=t!("pin-allow")>
                    <p>{t!("pin-allow-hint")}</p>
                    <Form action=AllowNewPin::target()>
                        <Hidden name="worker" value=worker/>
                        <Submit tone=Tone::Quiet>{t!("pin-allow-do")}</Submit>
                    </Form>
                </Panel>
            }
        });
        Ok(view! {
            <Page title=t!("access-card-replace", name = name) back=Link::to(addresses::cards(), t!("nav-cards"))>
                <Confirm action=ReplaceCard::target() act=t!("access-card-replace-do") back=addresses::cards()>
                    <p>{t!("access-card-replace-hint")}</p>
                    <Hidden name="worker" value=worker/>
                </Confirm>
                <Notice tone=Tone::Plain title=t!("access-card-replace-next")/>
                {new_pin}
                <FoldedConfirm title=t!("known-end-all") action=ForgetPhones::target() act=t!("known-end-all-do") back=addresses::worker(worker)>
                    <p>{t!("known-end-all-hint", n = phones)}</p>
                    <Hidden name="worker" value=worker/>
                </FoldedConfirm>
                <FoldedConfirm title=t!("access-card-end") action=EndCard::target() act=t!("access-card-end-do") back=addresses::cards()>
                    <p>{t!("access-card-end-hint")}</p>
                    <Hidden name="worker" value=worker/>
                </FoldedConfirm>
            </Page>
        }
        .into_markup())
    })
}

/// Makes cards for all workers who have none.
#[server(prefix = "/api", endpoint = "make_cards")]
pub async fn make_cards() -> Result<(), Problem> {
    let asking = as_coordinator()?.proved()?;
    asking.store.cards().make_cards(asking.workshop).await?;
    go(addresses::cards(), Done::Saved)
}

/// Gives a worker a new card, because the old one or its PIN was lost; that card alone is then to be printed.
#[server(prefix = "/api", endpoint = "replace_card")]
pub async fn replace_card(event: String, worker: String) -> Result<(), Problem> {
    let worker: WorkerId = field::id("worker", &worker)?;
    as_coordinator()?.change_access(&event, ChangeAccess::ReplaceCard { worker }).await?;
    go(addresses::worker_card(worker), Done::Saved)
}

/// Takes a worker's card away.
#[server(prefix = "/api", endpoint = "end_card")]
pub async fn end_card(event: String, worker: String) -> Result<(), Problem> {
    let worker: WorkerId = field::id("worker", &worker)?;
    as_coordinator()?.change_access(&event, ChangeAccess::EndCard { worker }).await?;
    go(addresses::cards(), Done::AccessEnded)
}

/// Has all of a worker's phones forget her; card and PIN stay.
#[server(prefix = "/api", endpoint = "forget_phones")]
pub async fn forget_phones(event: String, worker: String) -> Result<(), Problem> {
    let worker: WorkerId = field::id("worker", &worker)?;
    as_coordinator()?.change_access(&event, ChangeAccess::ForgetPhones { worker }).await?;
    go(addresses::worker(worker), Done::PhonesForgotten)
}
