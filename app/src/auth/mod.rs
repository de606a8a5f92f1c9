//! Signing in and out, one's own account, and who else has access.
//!
//! Coordinators and clerks come in by phone number and password, workers by card and PIN, firms by their link. What is known
//! of them is kept by [`ledger::store::access`]; here are the pages, the rules for passwords and PINs, and the delays.

mod access;
mod account;
mod card;
mod cards;
mod demo;
mod enter;
mod entry;
mod field;
mod firm_link;
mod forgotten_pin;
mod form_page;
mod guessable;
mod invitation;
mod known_phone;
mod landing;
mod offline;
mod phones;
mod pin;
mod pin_number;
mod proof;
mod roles;
mod second_step;
mod set_up;
mod sign_in;
mod start;
mod user;

pub use cards::MakeCards;
pub use demo::MakeDemo;
pub use form_page::form_page;

use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn AuthRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/") view=landing::LandingPage ssr=SsrMode::Async/>
        <Route path=path!("/sign-in") view=sign_in::SignInPage ssr=SsrMode::Async/>
        <Route path=path!("/set-up/:token") view=set_up::SetUpPage ssr=SsrMode::Async/>
        <Route path=path!("/enter") view=enter::EnterPage ssr=SsrMode::Async/>
        <Route path=path!("/card") view=card::FindCardPage ssr=SsrMode::Async/>
        <Route path=path!("/card/:code") view=card::CardPage ssr=SsrMode::Async/>
        <Route path=path!("/me/pin") view=pin::PinPage ssr=SsrMode::Async/>
        <Route path=path!("/forgotten-pin") view=forgotten_pin::ForgottenPinPage ssr=SsrMode::Async/>
        <Route path=path!("/f/:token") view=firm_link::FirmLinkPage ssr=SsrMode::Async/>
        <Route path=path!("/offline") view=offline::OfflinePage ssr=SsrMode::Async/>
        <Route path=path!("/account") view=account::AccountPage ssr=SsrMode::Async/>
        <Route path=path!("/sign-in/second-step") view=second_step::TakeSecondStepPage ssr=SsrMode::Async/>
        <Route path=path!("/account/second-step") view=second_step::SecondStepPage ssr=SsrMode::Async/>
        <Route path=path!("/account/second-step/codes") view=second_step::RecoveryCodesPage ssr=SsrMode::Async/>
        <Route path=path!("/account/proof") view=proof::ProofPage ssr=SsrMode::Async/>
        <Route path=path!("/access") view=access::AccessPage ssr=SsrMode::Async/>
        <Route path=path!("/access/firm/:firm") view=firm_link::FirmAccessPage ssr=SsrMode::Async/>
        <Route path=path!("/access/user/:user") view=user::UserPage ssr=SsrMode::Async/>
        <Route path=path!("/invitations/:token") view=invitation::InvitationPage ssr=SsrMode::Async/>
        <Route path=path!("/cards") view=cards::CardsPage ssr=SsrMode::Async/>
        <Route path=path!("/cards/replace/:worker") view=cards::ReplaceCardPage ssr=SsrMode::Async/>
        <Route path=path!("/cards/pin/:worker") view=pin_number::PinNumberPage ssr=SsrMode::Async/>
    }
    .into_inner()
}
