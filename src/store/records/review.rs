//! What workers said of entries.

use super::record::Record;
use crate::model::{Review, Verdict};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::table::Shape;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;

impl Record for Review {
    const TABLE: Shape = Shape {
        name: "reviews",
        key: &["event_id", "worker", "turn"],
        rest: &["verdict", "accepted", "fen", "words", "day", "answer", "earlier", "new_card", "spoken"],
    };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let (verdict, accepted, fen, words) = match &self.verdict {
            Verdict::Right => ("right", Pieces::ZERO, Fen::ZERO, ""),
            Verdict::Wrong { accepted, words } => ("wrong", *accepted, Fen::ZERO, words.as_str()),
            Verdict::Amount { fen, words } => ("amount", Pieces::ZERO, *fen, words.as_str()),
        };
        let rest = vec![
            verdict.into(),
            accepted.into(),
            fen.into(),
            words.into(),
            self.day.into(),
            self.answer.as_ref().into(),
            self.earlier.into(),
            self.new_card.into(),
            self.spoken.into(),
        ];
        Ok((vec![self.event.into(), self.worker.into(), self.turn.into()], rest))
    }
}

from_row!(Review { event, worker, turn, verdict, day, answer, earlier, new_card, spoken });

impl FromRow for Verdict {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (verdict, accepted, fen, words): (String, Pieces, Fen, Note) = columns.next()?;
        // A number where none belongs is one that no event wrote.
        match (verdict.as_str(), accepted, fen) {
            ("right", Pieces::ZERO, Fen::ZERO) if words.as_str().is_empty() => Ok(Self::Right),
            ("wrong", accepted, Fen::ZERO) => Ok(Self::Wrong { accepted, words }),
            ("amount", Pieces::ZERO, fen) => Ok(Self::Amount { fen, words }),
            _ => Err(StoreError::BadRow { table: "reviews".into(), what: format!("{verdict} {accepted} {fen}") }),
        }
    }
}
