//! Her slips: the same as on paper.

use super::heard;
use crate::addresses;
use crate::components::{Hear, Link, Page, SheetTools, SlipSheet, load};
use crate::markup::IntoMarkup;
use crate::request::{Problem, as_worker, param};
use crate::spoken::OwnVoice;
use ledger::values::day::Day;
use leptos::prelude::*;

/// `/me/slip`: what came since her last slip.
#[component]
pub fn MySlipSoFarPage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        if !asking.viewer.pay_open {
            return Err(Problem::PinNeeded);
        }
        let mut books = asking.read().await?;
        OwnVoice::speak(books.own_clips().await?);
        let slip = books.of_worker(worker).slip_so_far(asking.today).await?.ok_or(Problem::NotFound)?;
        Ok(view! {
            <Page title=t!("slip-so-far", name = &slip.who.name) back=Link::to(addresses::my_pay(), t!("nav-pay"))>
                <Hear say=heard::slip(&slip)/>
                <SheetTools/>
                <SlipSheet slip/>
            </Page>
        }
        .into_markup())
    })
}

/// `/me/slips/:until`
#[component]
pub fn MySlipPage() -> impl IntoView {
    let until = param::<Day>("until");
    load(async move {
        let ((asking, worker), until) = (as_worker()?, until?);
        if !asking.viewer.pay_open {
            return Err(Problem::PinNeeded);
        }
        let mut books = asking.read().await?;
        OwnVoice::speak(books.own_clips().await?);
        let slip = books.of_worker(worker).slip_page(until).await?.ok_or(Problem::NotFound)?;
        Ok(view! {
            <Page title=t!("slip-title", name = &slip.who.name) back=Link::to(addresses::my_pay(), t!("nav-pay"))>
                <Hear say=heard::slip(&slip)/>
                <SheetTools/>
                <SlipSheet slip/>
            </Page>
        }
        .into_markup())
    })
}
