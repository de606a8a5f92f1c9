//! What stood when a period began.

use crate::journal::{Account, Event, Place};
use std::collections::BTreeMap;

/// The sum of all events before a period.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// In pieces.
    pub places: BTreeMap<Place, i64>,
    /// In fen, debits − credits.
    pub accounts: BTreeMap<Account, i64>,
}

impl Opening {
    pub fn add(&mut self, event: &Event) {
        for step in &event.moves {
            *self.places.entry(step.from).or_default() -= step.pieces.0;
            *self.places.entry(step.to).or_default() += step.pieces.0;
        }
        for transfer in &event.transfers {
            *self.accounts.entry(transfer.debit).or_default() += transfer.fen.0;
            *self.accounts.entry(transfer.credit).or_default() -= transfer.fen.0;
        }
    }
}
