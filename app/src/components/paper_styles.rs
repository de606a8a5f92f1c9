//! The styles of paper, which only a page with something to print on its own sheet loads.

use crate::assets::Assets;
use crate::markup::IntoMarkup;
use leptos::prelude::*;
use leptos_meta::Stylesheet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether there is paper on the page. The request provides it, a paper says so while it is made.
#[derive(Clone, Debug, Default)]
pub struct PaperOfPage(Arc<AtomicBool>);

impl PaperOfPage {
    /// Said by each paper: a sheet, cards, slips.
    pub(crate) fn is_there() {
        if let Some(Self(paper)) = use_context() {
            paper.store(true, Ordering::Relaxed);
        }
    }
}

/// Their link, where there is paper. To be shown when all parts of the page are made.
#[component]
pub(super) fn PaperStyles() -> impl IntoView {
    let wanted = use_context::<PaperOfPage>().is_some_and(|PaperOfPage(paper)| paper.load(Ordering::Relaxed));
    let Assets { paper_stylesheet, .. } = use_context::<Assets>().unwrap_or_default();
    wanted.then(|| view! { <Stylesheet href=paper_stylesheet/> }).into_markup()
}
