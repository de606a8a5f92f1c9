//! Tables: ruled, with real heads.

use crate::markup::{Children, IntoMarkup};
use leptos::prelude::*;

/// The head of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// A column of words.
    Words(String),
    /// A column of numbers, set to the right; its cells are `<td class="n">`.
    Number(String),
    /// A column of buttons or links: only a screen reader hears its name.
    Act(String),
}

impl Head {
    pub fn words(words: impl Into<String>) -> Head {
        Head::Words(words.into())
    }

    pub fn number(words: impl Into<String>) -> Head {
        Head::Number(words.into())
    }

    pub fn act(words: impl Into<String>) -> Head {
        Head::Act(words.into())
    }
}

/// A table. Its children are `<tbody>` and perhaps `<tfoot>`, whose row is the sum under a double rule.
///
/// On a phone it scrolls sideways with its first column kept in view; with `stack`, each row becomes a small sheet and each
/// cell says its own label: then make the cells with [`Cell`].
#[component]
pub fn Table(
    /// What the table tells; read out, and shown above it.
    #[prop(into)]
    caption: String,
    /// Whether only a screen reader hears the caption, since a heading above says the same.
    #[prop(optional)]
    quiet: bool,
    heads: Vec<Head>,
    #[prop(optional)] stack: bool,
    children: Children,
) -> impl IntoView {
    let heads: Vec<_> = heads
        .into_iter()
        .map(|head| match head {
            Head::Words(words) => view! { <th scope="col">{words}</th> }.into_markup(),
            Head::Number(words) => view! { <th scope="col" class="n">{words}</th> }.into_markup(),
            Head::Act(words) => view! { <th scope="col"><span class="sr">{words}</span></th> }.into_markup(),
        })
        .collect();
    // A part that scrolls must be reachable by keyboard and have a name.
    let (focusable, role, label) =
        if stack { (None, None, None) } else { (Some("0"), Some("region"), Some(caption.clone())) };
    view! {
        <div class=if stack { "table stacks" } else { "table" } tabindex=focusable role=role aria-label=label>
            <table>
                <caption class=quiet.then_some("sr")>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                {children.call()}
            </table>
        </div>
    }
    .into_markup()
}

/// A cell of a table that stacks: on a phone it stands beside its label.
#[component]
pub fn Cell(
    /// The head of its column.
    #[prop(into)]
    label: String,
    /// Whether it is a number.
    #[prop(optional)]
    number: bool,
    children: Children,
) -> impl IntoView {
    view! { <td data-label=label class=number.then_some("n")>{children.call()}</td> }.into_markup()
}
