//! People, pay, deliveries, styles and the journal.

pub(super) mod approval;
mod delivery;
mod firm;
pub(super) mod journal;
mod more;
mod pay;
mod settings;
mod style;
mod terms;
mod wage;
mod worker;

use approval::{ProposalPage, ProposalsPage};
use delivery::{DeliveriesPage, DeliveryPage, PackPage, WriteOffPage};
use firm::{FirmPage, FirmsPage};
use journal::{CorrectPage, JournalPage};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};
use more::MorePage;
use pay::{PayPage, SettlePage, SettlementPage, SettlementSlipsPage, WorkerSlipPage, WorkerSlipSoFarPage};
use settings::SettingsPage;
use style::{NewStylePage, StylePage, StylesPage};
use worker::{EditWorkerPage, HandOverPage, NewWorkerPage, WorkerCardPage, WorkerPage, WorkerPaperPage, WorkersPage};

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
        <Route path=path!("/settings") view=SettingsPage ssr=SsrMode::Async/>
        <Route path=path!("/styles") view=StylesPage ssr=SsrMode::Async/>
        <Route path=path!("/styles/new") view=NewStylePage ssr=SsrMode::Async/>
        <Route path=path!("/styles/:id") view=StylePage ssr=SsrMode::Async/>
        <Route path=path!("/workers") view=WorkersPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/new") view=NewWorkerPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id") view=WorkerPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/card") view=WorkerCardPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/hand-over") view=HandOverPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/slip") view=WorkerSlipSoFarPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/slips/:until") view=WorkerSlipPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/book") view=WorkerPaperPage ssr=SsrMode::Async/>
        <Route path=path!("/workers/:id/edit") view=EditWorkerPage ssr=SsrMode::Async/>
    }
    .into_inner()
}
