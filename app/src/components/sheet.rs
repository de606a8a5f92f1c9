//! What is printed: pay slips, cards, delivery notes.

use crate::markup::{Children, IntoMarkup};
use ledger::values::day::Day;
use leptos::prelude::*;

use super::{Masthead, PaperOfPage, Seal};

/// How close the rows of a sheet stand, by how many it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    #[default]
    Usual,
    /// Closer, so that all of it is one page.
    Close,
    /// Small, each on one line.
    Dense,
}

/// A sheet of paper: on the screen as it will be printed, without navigation when it is.
#[component]
pub fn Sheet(
    /// What it is: pay slip, delivery note.
    #[prop(into)]
    title: String,
    /// Its number.
    #[prop(optional, into)]
    number: Option<String>,
    /// The day it was made; stands in the footer.
    day: Day,
    /// Who signs below, each on a line of her own: `t!("worker")`.
    #[prop(optional)]
    signs: Vec<String>,
    /// How close its rows stand when it is printed.
    #[prop(optional)]
    spacing: Spacing,
    children: Children,
) -> impl IntoView {
    PaperOfPage::is_there();
    let workshop = Masthead::of_request().workshop;
    let lines: Vec<_> = signs.into_iter().map(|who| view! { <p>{who}</p> }).collect();
    let class = match spacing {
        Spacing::Usual => "sheet",
        Spacing::Close => "sheet close",
        Spacing::Dense => "sheet dense",
    };
    view! {
        <article class=class>
            <header><Seal/><b>{workshop}</b><h2>{title}</h2>{number.map(|number| view! { <span>{number}</span> })}</header>
            {children.call()}
            {(!lines.is_empty()).then(|| view! { <div class="signs">{lines}</div> })}
            <footer>{t!("brand")} "\u{a0}· " {t!("printed-on", day = day)}</footer>
        </article>
    }
    .into_markup()
}

/// Small cards to cut out, several on a sheet of paper.
#[component]
pub fn Cards(children: Children) -> impl IntoView {
    PaperOfPage::is_there();
    view! { <div class="cards">{children.call()}</div> }.into_markup()
}
