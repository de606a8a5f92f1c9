//! Pieces that the firm refused or missed, wherever they go next. Nothing of it is taken from a worker.

use crate::journal::{Books, Flow, Move, Place};
use crate::model::{Came, Line};
use crate::rules::decision::Decision;
use crate::rules::refusal::{Refusal, Thing};
use crate::values::ids::{DeliveryId, LineId};
use crate::values::pieces::Pieces;
use crate::values::text::Note;

pub(crate) fn line_of(books: &Books, delivery: DeliveryId, line: LineId) -> Result<&Line, Refusal> {
    let delivery = books.deliveries.get(&delivery).ok_or(Refusal::unknown(Thing::Delivery))?;
    if delivery.lines.iter().all(|sent| sent.line != line) {
        return Err(Refusal::unknown(Thing::Line));
    }
    books.lines.get(&line).ok_or(Refusal::unknown(Thing::Line))
}

pub(crate) fn moved(flow: Flow, pieces: Pieces, from: Place, to: Place, note: &Note) -> Decision {
    Decision { moves: vec![Move::new(flow, pieces, from, to)], note: note.clone(), ..Decision::default() }
}

impl Came {
    pub(crate) const fn place(self, line: LineId, delivery: DeliveryId) -> Place {
        match self {
            Self::Back => Place::Refused { line, delivery },
            Self::Short => Place::Missing { line, delivery },
        }
    }
}
