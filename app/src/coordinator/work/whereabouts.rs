//! Where pieces are, as the bar shows it.

use crate::components::Stage;
use ledger::store::reads::order::Whereabouts;
use ledger::values::pieces::Pieces;

/// The parts of a bar. What was given up is lost like what was spoiled.
pub(super) fn parts(at: &Whereabouts) -> Vec<(Stage, Pieces)> {
    vec![
        (Stage::Confirmed, at.confirmed),
        (Stage::Delivered, at.delivered),
        (Stage::Stock, at.stock),
        (Stage::Made, at.made),
        (Stage::Hand, at.hand),
        (Stage::Redo, at.redo),
        (Stage::Pool, at.pool),
        (Stage::Refused, at.refused),
        (Stage::Missing, at.missing),
        (Stage::Scrapped, at.scrap + at.written_off),
    ]
}
