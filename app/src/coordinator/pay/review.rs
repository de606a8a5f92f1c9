//! Money of several people, looked at once more before something is done with it.

use crate::components::{Draft, DraftAnswer, Fold, Head, Hidden, Table};
use crate::form_target::FormTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// Whose, and how much, in fen, as a form sends it back: other than this is looked at again.
pub(super) fn looked_at(mut amounts: Vec<(WorkerId, Fen)>) -> String {
    amounts.sort_unstable();
    amounts.iter().map(|(worker, fen)| format!("{worker}:{}", fen.0)).collect::<Vec<_>>().join(" ")
}

/// A list to look at, and the field that says it was.
pub(super) struct Review {
    /// The field's name.
    pub field: &'static str,
    /// Its value: what is looked at.
    pub looked_at: String,
    /// All together, in words.
    pub title: String,
    /// What the columns are called.
    pub heads: [String; 2],
    /// Who, and how much.
    pub amounts: Vec<(String, Fen)>,
    /// What cannot be undone afterwards.
    pub then: String,
}

impl Review {
    /// Stands in the form that is sent once more; nothing where nobody is on the list.
    pub fn shown(self) -> Option<Markup> {
        let Self { field, looked_at, title, heads: [who, money], amounts, then } = self;
        let row = |(name, fen): (String, Fen)| {
            view! { <tr><th scope="row">{name}</th><td class="n">{words::money(fen)}</td></tr> }
        };
        let rows: Vec<_> = amounts.into_iter().map(row).collect();
        let caption = title.clone();
        (!rows.is_empty()).then(|| {
            view! {
                <Hidden name=field value=looked_at/>
                <div class="panel next" id="review">
                    <strong>{title}</strong>
                    <Table caption quiet=true heads=vec![Head::words(who), Head::number(money)]><tbody>{rows}</tbody></Table>
                    <p>{then}</p>
                </div>
            }
            .into_markup()
        })
    }
}

/// A form's fields, what of them is to be looked at once more, and its button. While it is looked at, the button stands right below it
/// and the fields are folded away: of thirty women nobody looks for it at their end.
pub(super) fn laid_out(target: &FormTarget, fields: Markup, review: Option<Markup>, submit: Markup) -> Markup {
    if review.is_some() && Draft::sent_to(target).is_some_and(|draft| draft.answer == DraftAnswer::Review) {
        view! { {review} {submit} <Fold title=t!("pay-review-change")>{fields}</Fold> }.into_markup()
    } else {
        view! { {fields} {review} {submit} }.into_markup()
    }
}
