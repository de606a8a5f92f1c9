//! A count by whose it is and of which day, with the photo of a bad piece.

use crate::store::columns::from_row;
use crate::store::sql::BAD_PIECE;
use crate::values::day::Day;
use crate::values::ids::WorkerId;
use crate::values::picture::PictureHash;

/// Whose work a count is of, of which day, and what was wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedCount {
    pub worker: WorkerId,
    pub day: Day,
    /// The photo of a bad piece.
    pub photo: Option<PictureHash>,
}

impl NamedCount {
    /// The text that reads counts with their ids, up to the list of those that are wanted.
    pub(super) fn among() -> String {
        format!(
            "SELECT e.id, m.worker, e.day, bad.picture FROM events e \
             JOIN moves m ON m.workshop = e.workshop AND m.seq = e.seq AND m.n = 1 {BAD_PIECE} \
             WHERE e.workshop = $1 AND e.id IN"
        )
    }
}

from_row!(NamedCount { worker, day, photo });
