//! What workers said of entries ↔ rows.

use super::Want;
use crate::journal::Books;
use crate::model::{Noun, Review, Verdict};
use crate::store::StoreError;
use crate::store::sql::{day, read};
use crate::store::table::{Cell, Table};
use crate::values::ids::{EventId, WorkerId, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

const TABLE: &str = "reviews";
/// What [`review`] reads.
pub const REVIEW: &str = "event_id, worker, verdict, accepted, words, day, answer, fen, turn, earlier";

pub(super) fn table() -> Table {
    Table::new(
        TABLE,
        &["event_id", "worker", "turn"],
        &["verdict", "accepted", "fen", "words", "day", "answer", "earlier"],
    )
}

pub(super) fn put(table: &mut Table, review: &Review) {
    let (verdict, accepted, fen, words) = match &review.verdict {
        Verdict::Right => ("right", 0, 0, ""),
        Verdict::Wrong { accepted, words } => ("wrong", accepted.0, 0, words.as_str()),
        Verdict::Amount { fen, words } => ("amount", 0, fen.0, words.as_str()),
    };
    table.put(
        [review.event.to_string().into(), review.worker.0.into(), review.turn.into()],
        [
            verdict.into(),
            accepted.into(),
            fen.into(),
            words.into(),
            review.day.to_string().into(),
            Cell::OptionalText(review.answer.as_ref().map(ToString::to_string)),
            i64::from(review.earlier).into(),
        ],
    );
}

impl Want<'_> {
    pub(in crate::store) async fn reviews(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = format!("SELECT {REVIEW} FROM reviews WHERE workshop = $1");
        for row in self.rows(db, workshop, &select).await? {
            books.learn(Noun::Review(review(&row)?));
        }
        Ok(())
    }
}

/// A row of [`REVIEW`].
pub fn review(row: &AnyRow) -> Result<Review, StoreError> {
    let (said, accepted, fen): (String, i64, i64) = (row.try_get(2)?, row.try_get(3)?, row.try_get(7)?);
    let note = |text: String| Note::parse(&text).map_err(|_| StoreError::BadRow { table: TABLE.into(), what: text });
    let words = || note(row.try_get(4)?);
    // A number where none belongs is one that no event wrote.
    let verdict = match (said.as_str(), accepted, fen) {
        ("right", 0, 0) => Verdict::Right,
        ("wrong", accepted, 0) => Verdict::Wrong { accepted: Pieces(accepted), words: words()? },
        ("amount", 0, fen) => Verdict::Amount { fen: Fen(fen), words: words()? },
        _ => return Err(StoreError::BadRow { table: TABLE.into(), what: format!("{said} {accepted} {fen}") }),
    };
    Ok(Review {
        event: read::<EventId>(TABLE, row.try_get(0)?)?,
        worker: WorkerId(row.try_get(1)?),
        turn: row.try_get(8)?,
        verdict,
        day: day(TABLE, row.try_get(5)?)?,
        answer: row.try_get::<Option<String>, _>(6)?.map(note).transpose()?,
        earlier: row.try_get::<i64, _>(9)? != 0,
    })
}
