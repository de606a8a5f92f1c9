//! Why pieces went back or were scrapped.

use crate::components::{Draft, Field, Fold, Pick, Select};
use crate::markup::{IntoMarkup, Markup};

use leptos::prelude::*;

/// The reason, folded away until one is needed. Made inside the form that it is of; `draft` is what was typed into that, `before` the reason
/// of a count that is entered again.
pub(super) fn why(draft: Option<&Draft>, before: String) -> Markup {
    let typed = |name: &str| draft.and_then(|draft| draft.typed(name)).is_some_and(|typed| !typed.is_empty());
    let is_lacking = draft.is_some_and(|draft| draft.wrong("reason").is_some());
    let open = is_lacking || typed("reason") || typed("words") || !before.is_empty();
    view! {
        <Fold title=t!("count-reason") open>
            <div class="two">
                <Select name="reason" label=t!("count-reason-which") options=reasons() conditional=true/>
                <Field name="words" label=t!("count-words") value=before optional=true max=120/>
            </div>
        </Fold>
    }
    .into_markup()
}

/// The usual reasons. What is chosen is written down in the words that were read.
fn reasons() -> Vec<Pick> {
    [t!("reason-loose"), t!("reason-wire"), t!("reason-colour"), t!("reason-other")]
        .into_iter()
        .map(|words| Pick::new(&words, words.clone()))
        .collect()
}
