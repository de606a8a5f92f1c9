//! Lists of what waits, wherever it would else be proposed twice.

use crate::addresses;
use crate::components::{Notice, Panel, Row, Rows, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{OpenBooks, Problem};
use crate::words::{self, events};
use ledger::model::Proposal;
use ledger::store::reads::approval::ToApprove;
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;
use ledger::values::ids::EventId;
use leptos::prelude::*;

/// Those that are wanted, each a way to its page: what, for whom, how much, who proposed it and when.
pub fn rows(waiting: &ToApprove, wanted: impl Fn(&Proposal) -> bool) -> Vec<Markup> {
    let found = waiting.proposals.iter().filter(|(proposal, _)| wanted(proposal));
    found
        .map(|(proposal, record)| {
            let what = events::describe_proposal(proposal, record.undoes.as_deref(), &waiting.names);
            let requested_by = requested_by(proposal, record, &waiting.names);
            view! {
                <Row href=addresses::approval(proposal.id) title=what.short() note=requested_by/>
            }
            .into_markup()
        })
        .collect()
}

/// Who proposed it and when, and the note beside it.
pub fn requested_by(proposal: &Proposal, record: &JournalEntry, names: &Names) -> String {
    let (who, when) = (events::actor(proposal.by, names), words::moment(record.event.at));
    let parts = [t!("approval-proposed-by", who = who, when = when), words::note(record.event.note.as_str())];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\u{a0}· ")
}

/// A panel of them; nothing where there are none.
pub fn panel(title: String, rows: Vec<Markup>) -> Option<Markup> {
    (!rows.is_empty()).then(|| view! { <Panel title id="waiting"><Rows>{rows}</Rows></Panel> }.into_markup())
}

/// Where an entry's correction waits already: that it does, and the way to it.
///
/// # Errors
/// [`Problem`] when the database fails.
pub async fn correction(books: &mut OpenBooks, event: EventId) -> Result<Option<Markup>, Problem> {
    let waiting = books.to_approve().await?;
    let mut open = waiting.proposals.iter();
    let found = open.find(|(proposal, _)| proposal.asked.undoes() == Some(event));
    Ok(found.map(|(proposal, _)| {
        let waits = addresses::approval(proposal.id);
        view! {
            <Notice tone=Tone::Warn title=t!("approval-correct-waits")>
                <a href=waits>{t!("approval-correct-see")}</a>
            </Notice>
        }
        .into_markup()
    }))
}
