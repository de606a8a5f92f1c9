//! Her record book as it is printed, to be kept or shown to others.

use crate::addresses;
use crate::components::{DaysForm, Link, Page, PaperBook, SheetTools, load};
use crate::markup::IntoMarkup;
use crate::request::{Problem, as_worker, days, link};
use leptos::prelude::*;

/// Entries on paper at most: as many as a busy year.
pub const ENTRIES: usize = 1_000;

/// `/me/book/paper?from=2026-10-01&until=2026-10-31`
#[component]
pub fn MyPaperPage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        if !asking.viewer.pay_open {
            return Err(Problem::PinNeeded);
        }
        let (from, until) = days(asking.today);
        let paper = asking.read().await?.of_worker(worker).paper_book(from, until, ENTRIES).await?;
        let paper = paper.ok_or(Problem::NotFound)?;
        Ok(view! {
            <Page title=t!("nav-book") back=Link::to(addresses::my_book(), t!("nav-book"))>
                <DaysForm action=addresses::my_paper_book() from until workbook=addresses::my_workbook() words=t!("paper-xlsx")/>
                <SheetTools/>
                <PaperBook paper today=asking.today live=link(&addresses::my_book())/>
            </Page>
        }
        .into_markup())
    })
}
