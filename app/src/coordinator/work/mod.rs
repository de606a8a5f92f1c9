//! Orders and the work on them: today, orders, split, issue, count.

mod count;
mod due;
mod order;
mod orders;
mod outlook;
mod split;
mod today;
mod whereabouts;

use count::{CountPage, WrongCountPage};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, components::Route, path};
use order::{OrderPage, TakeBackPage};
use orders::{NewOrderPage, OrdersPage};
use split::SplitPage;
pub(super) use split::{PoolOf, address};
use today::TodayPage;

#[component(transparent)]
pub fn WorkRoutes() -> impl MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/today") view=TodayPage ssr=SsrMode::Async/>
        <Route path=path!("/orders") view=OrdersPage ssr=SsrMode::Async/>
        <Route path=path!("/orders/new") view=NewOrderPage ssr=SsrMode::Async/>
        <Route path=path!("/orders/:order") view=OrderPage ssr=SsrMode::Async/>
        <Route path=path!("/orders/:order/back/:issue") view=TakeBackPage ssr=SsrMode::Async/>
        <Route path=path!("/split") view=SplitPage ssr=SsrMode::Async/>
        <Route path=path!("/count") view=CountPage ssr=SsrMode::Async/>
        <Route path=path!("/count/wrong/:count") view=WrongCountPage ssr=SsrMode::Async/>
    }
    .into_inner()
}
