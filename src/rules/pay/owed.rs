//! What all payments share.

use crate::journal::{Books, Transfer};
use crate::rules::decision::Decision;
use crate::rules::refusal::{Refusal, Thing};
use crate::values::ids::WorkerId;
use crate::values::text::Note;

pub(crate) fn one(transfer: Transfer, note: &Note) -> Decision {
    Decision { transfers: vec![transfer], note: note.clone(), ..Decision::default() }
}

pub(crate) fn known(books: &Books, worker: WorkerId) -> Result<WorkerId, Refusal> {
    books.workers.get(&worker).map(|found| found.id).ok_or(Refusal::unknown(Thing::Worker))
}
