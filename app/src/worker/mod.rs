//! What a worker sees and does, on a cheap phone over a weak network: few words, large numbers, small pages.

mod answers;
mod book;
mod count;
mod entry;
mod hand_in;
mod heard;
mod her_books;
mod home;
mod news;
mod paper;
mod reasons;
mod reviews;
mod slip;
mod spoken;
mod task;
mod terms;
mod verdict;
mod wages;

pub use count::{ConfirmCount, DisputeCount};
pub use hand_in::Declare;
pub use paper::ENTRIES as PAPER_ENTRIES;
pub use spoken::SayDispute;

use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};

#[component(transparent)]
pub fn WorkerRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/me") view=home::HomePage ssr=SsrMode::Async/>
        <Route path=path!("/me/hand-in/:issue") view=hand_in::HandInPage ssr=SsrMode::Async/>
        <Route path=path!("/me/book") view=book::BookPage ssr=SsrMode::Async/>
        <Route path=path!("/me/entry/:event") view=entry::EntryPage ssr=SsrMode::Async/>
        <Route path=path!("/me/book/paper") view=paper::MyPaperPage ssr=SsrMode::Async/>
        <Route path=path!("/me/count/:event") view=count::CountPage ssr=SsrMode::Async/>
        <Route path=path!("/me/slip") view=slip::MySlipSoFarPage ssr=SsrMode::Async/>
        <Route path=path!("/me/slips/:until") view=slip::MySlipPage ssr=SsrMode::Async/>
        <Route path=path!("/me/pay") view=wages::WagesPage ssr=SsrMode::Async/>
    }
    .into_inner()
}
