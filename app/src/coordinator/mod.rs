//! What the coordinator sees and does: a folder for each of the addresses.

mod approvals;
mod calendar;
mod count;
mod deliveries;
mod firms;
mod imports;
mod journal;
mod orders;
mod pay;
mod photos;
mod search;
mod settings;
pub(crate) mod split;
mod styles;
mod today;
mod voice;
mod workers;

pub use imports::{ImportRoutes, UploadFile, added, findings};
pub use photos::SetPhoto;
pub use voice::SetVoiceClip;

use crate::components::{MorePlaces, Page, SearchBox, load};
use crate::markup::IntoMarkup;
use crate::request::as_coordinator;
use approvals::{ProposalPage, ProposalsPage};
use calendar::CalendarPage;
use count::{CountAwayPage, CountPage, WrongCountPage};
use deliveries::{DeliveriesPage, DeliveryPage, PackPage, WriteOffPage};
use firms::{FirmPage, FirmsPage};
use journal::{CorrectPage, JournalPage};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};
use orders::{ChangeOrderPage, IssuedPage, NewOrderPage, OrderPage, OrdersPage, TakeBackPage};
use pay::{PayPage, SettlePage, SettlementPage, SettlementSlipsPage, WorkerSlipPage, WorkerSlipSoFarPage};
use search::SearchPage;
use settings::SettingsPage;
use split::SplitPage;
use styles::{NewStylePage, StylePage, StylesPage};
use today::TodayPage;
use voice::{VoiceClipPage, VoicePage};
use workers::{
    ContactPage, EditWorkerPage, HandOverPage, LatePage, NewWorkerPage, WorkerCardPage, WorkerPage, WorkerPaperPage,
    WorkersPage,
};

/// Orders and the work on them.
#[component(transparent)]
pub fn WorkRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/today") view=TodayPage ssr=SsrMode::Async/>
        <Route path=path!("/calendar") view=CalendarPage ssr=SsrMode::Async/>
        <Route path=path!("/orders") view=OrdersPage ssr=SsrMode::Async/>
        <Route path=path!("/orders/new") view=NewOrderPage ssr=SsrMode::Async/>
        <Route path=path!("/orders/:order") view=OrderPage ssr=SsrMode::Async/>
        <Route path=path!("/orders/:order/change") view=ChangeOrderPage ssr=SsrMode::Async/>
        <Route path=path!("/orders/:order/back/:issue") view=TakeBackPage ssr=SsrMode::Async/>
        <Route path=path!("/issued/:event") view=IssuedPage ssr=SsrMode::Async/>
        <Route path=path!("/split") view=SplitPage ssr=SsrMode::Async/>
        <Route path=path!("/count") view=CountPage ssr=SsrMode::Async/>
        <Route path=path!("/count/away") view=CountAwayPage ssr=SsrMode::Async/>
        <Route path=path!("/count/wrong/:count") view=WrongCountPage ssr=SsrMode::Async/>
    }
    .into_inner()
}

/// People, pay, deliveries, styles and the journal.
#[component(transparent)]
pub fn BookRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/approvals") view=ProposalsPage ssr=SsrMode::Async/>
        <Route path=path!("/approvals/:proposal") view=ProposalPage ssr=SsrMode::Async/>
        <Route path=path!("/correct/:event") view=CorrectPage ssr=SsrMode::Async/>
        <Route path=path!("/deliveries") view=DeliveriesPage ssr=SsrMode::Async/>
        <Route path=path!("/deliveries/new") view=PackPage ssr=SsrMode::Async/>
        <Route path=path!("/deliveries/:id") view=DeliveryPage ssr=SsrMode::Async/>
        <Route path=path!("/deliveries/:id/write-off") view=WriteOffPage ssr=SsrMode::Async/>
        <Route path=path!("/firms") view=FirmsPage ssr=SsrMode::Async/>
        <Route path=path!("/firms/:id") view=FirmPage ssr=SsrMode::Async/>
        <Route path=path!("/journal") view=JournalPage ssr=SsrMode::Async/>
        <Route path=path!("/more") view=MorePage ssr=SsrMode::Async/>
        <Route path=path!("/pay") view=PayPage ssr=SsrMode::Async/>
        <Route path=path!("/pay/settle") view=SettlePage ssr=SsrMode::Async/>
        <Route path=path!("/settlements/:id") view=SettlementPage ssr=SsrMode::Async/>
        <Route path=path!("/settlements/:id/slips") view=SettlementSlipsPage ssr=SsrMode::Async/>
        <Route path=path!("/search") view=SearchPage ssr=SsrMode::Async/>
        <Route path=path!("/settings") view=SettingsPage ssr=SsrMode::Async/>
        <Route path=path!("/voice") view=VoicePage ssr=SsrMode::Async/>
        <Route path=path!("/voice/:language/:clip") view=VoiceClipPage ssr=SsrMode::Async/>
        <Route path=path!("/styles") view=StylesPage ssr=SsrMode::Async/>
        <Route path=path!("/styles/new") view=NewStylePage ssr=SsrMode::Async/>
        <Route path=path!("/styles/:id") view=StylePage ssr=SsrMode::Async/>
        <Route path=path!("/workers") view=WorkersPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/new") view=NewWorkerPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/late") view=LatePage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id") view=WorkerPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/card") view=WorkerCardPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/hand-over") view=HandOverPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/slip") view=WorkerSlipSoFarPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/slips/:until") view=WorkerSlipPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/book") view=WorkerPaperPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/contact") view=ContactPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/edit") view=EditWorkerPage ssr=SsrMode::Async/>
    }
    .into_inner()
}

/// `/more`: what a phone's bar has no room for.
#[component]
fn MorePage() -> impl IntoView {
    load(async {
        as_coordinator()?;
        Ok(view! { <Page title=t!("nav-more")><SearchBox/><MorePlaces/></Page> }.into_markup())
    })
}
