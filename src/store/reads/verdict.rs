//! Counts of a worker's hand-ins, and what she said of them.

use super::task::Task;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::OfWorker;
use crate::store::sql::{BAD_PIECE, list};
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;

/// A count of what a worker handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub event: EventId,
    pub day: Day,
    /// Why some were sent back or scrapped; may be empty.
    pub reason: String,
    /// Issue by issue.
    pub parts: Vec<CountedPart>,
    /// The day of the correction that undid it.
    pub undone: Option<Day>,
    /// The photo of a piece that was not good, where it stands.
    pub photo: Option<PictureHash>,
    /// What she said of it last, if anything.
    pub review: Option<CountReview>,
}

impl Counted {
    /// Accepted pieces of all its parts.
    #[must_use]
    pub fn accepted(&self) -> Pieces {
        self.parts.iter().map(|part| part.accepted).sum()
    }

    /// Whether she may say that it is right, or is not.
    #[must_use]
    pub const fn open(&self) -> bool {
        self.undone.is_none()
    }
}

/// What was counted of one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedPart {
    pub task: Task,
    /// What she is paid for an accepted piece.
    pub rate: Fen,
    pub accepted: Pieces,
    pub rework: Pieces,
    pub scrapped: Pieces,
}

/// What a worker said of a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountReview {
    Right,
    /// 对不上: what she thinks was accepted, a few words, and what the coordinator answered.
    Wrong {
        accepted: Pieces,
        words: String,
        answer: Option<String>,
    },
}

impl OfWorker<'_> {
    /// Her latest counts, newest first, at most `most`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn latest_counts(&mut self, most: i64) -> Result<Vec<Counted>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = counts_of(
            "SELECT DISTINCT day, seq FROM moves WHERE workshop = $1 AND worker = $2 AND sign = 1 \
             AND flow IN ('accepted', 'sent_back', 'scrapped') ORDER BY day DESC, seq DESC LIMIT $3",
        );
        Ok(counts(query(text).bind(workshop).bind(worker).bind(most).all(self.db()).await?))
    }

    /// Those of these entries of hers that are counts, newest first.
    pub(super) async fn counts_among(&mut self, seqs: &[Seq]) -> Result<Vec<Counted>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let chosen = format!(
            "SELECT day, seq FROM events WHERE workshop = $1 AND kind = 'count' AND seq IN {}",
            list(3, seqs.len())
        );
        let asked = query(counts_of(&chosen)).bind(workshop).bind(worker).bind_all(seqs.iter().copied());
        Ok(counts(asked.all(self.db()).await?))
    }

    /// One count of hers; `None` for anybody else's, and for what is no count.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn count_of(&mut self, event: EventId) -> Result<Option<Counted>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = counts_of("SELECT day, seq FROM events WHERE workshop = $1 AND id = $3 AND kind = 'count'");
        Ok(counts(query(text).bind(workshop).bind(worker).bind(event).all(self.db()).await?).pop())
    }

    /// How many pieces she had declared of all that a count answered; `None` where it answered no hand-in.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn declared_for(&mut self, count: EventId) -> Result<Option<Pieces>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        // By way of the issues that it counted, which the hand-ins have an index for; CROSS JOIN keeps SQLite to it.
        let text = "SELECT CAST(SUM(h.pieces) AS BIGINT) FROM (SELECT DISTINCT m.issue FROM events AS e CROSS JOIN moves AS m \
               WHERE e.workshop = $1 AND e.id = $3 AND m.workshop = e.workshop AND m.seq = e.seq) AS counted \
             CROSS JOIN hand_ins AS h \
             WHERE h.workshop = $1 AND h.issue = counted.issue AND h.counted = $3 AND h.worker = $2";
        query(text).bind(workshop).bind(worker).bind(count).one(self.db()).await
    }
}

/// The text that reads those counts of worker `$2` whose day and seq `chosen` selects. From these few on, one after the other: of as many
/// tables SQLite without statistics began with the steps, and took seconds. CROSS JOIN keeps it to the order.
fn counts_of(chosen: &str) -> String {
    let (task, joins) = (Task::columns(), Task::JOINS);
    format!(
        "SELECT e.id, e.day, e.note, u.day, bad.picture, v.verdict, v.accepted, v.words, v.answer, i.rate, {task}, \
         CAST(SUM(CASE WHEN m.flow = 'accepted' THEN m.pieces ELSE 0 END) AS BIGINT), \
         CAST(SUM(CASE WHEN m.flow = 'sent_back' THEN m.pieces ELSE 0 END) AS BIGINT), \
         CAST(SUM(CASE WHEN m.flow = 'scrapped' THEN m.pieces ELSE 0 END) AS BIGINT) \
         FROM ({chosen}) AS c CROSS JOIN events AS e CROSS JOIN moves AS m CROSS JOIN issues AS i {joins} \
         LEFT JOIN events AS u ON u.workshop = e.workshop AND u.reverses = e.id \
         {BAD_PIECE} \
         LEFT JOIN reviews AS v ON v.workshop = e.workshop AND v.event_id = e.id AND v.worker = $2 AND v.earlier = 0 \
         WHERE e.workshop = $1 AND e.seq = c.seq AND m.workshop = e.workshop AND m.seq = e.seq AND m.worker = $2 \
           AND i.workshop = m.workshop AND i.id = m.issue \
         GROUP BY e.seq, e.id, e.day, e.note, u.day, bad.picture, v.verdict, v.accepted, v.words, v.answer, i.id, i.rate, {task} \
         ORDER BY e.day DESC, e.seq DESC, i.id"
    )
}

/// Parts with the counts that they are of, as counts with their parts.
fn counts(rows: Vec<(Counted, CountedPart)>) -> Vec<Counted> {
    let mut counts: Vec<Counted> = Vec::new();
    for (count, part) in rows {
        match counts.last_mut().filter(|last| last.event == count.event) {
            Some(last) => last.parts.push(part),
            None => counts.push(Counted { parts: vec![part], ..count }),
        }
    }
    counts
}

/// Without its parts.
impl FromRow for Counted {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (event, day, reason, undone): (_, _, _, Option<Day>) = columns.next()?;
        let photo: Option<PictureHash> = columns.next()?;
        let (verdict, accepted, words, answer): (Option<String>, Option<Pieces>, Option<String>, _) = columns.next()?;
        let review = match (verdict.as_deref(), accepted, words) {
            (None, ..) => None,
            (Some("right"), ..) => Some(CountReview::Right),
            (Some("wrong"), Some(accepted), Some(words)) => Some(CountReview::Wrong { accepted, words, answer }),
            (Some(other), ..) => return Err(StoreError::BadRow { table: "reviews".into(), what: other.to_owned() }),
        };
        // What was undone is no verdict on what she made.
        let photo = photo.filter(|_| undone.is_none());
        Ok(Self { event, day, reason, parts: Vec::new(), undone, photo, review })
    }
}

from_row!(CountedPart { rate, task, accepted, rework, scrapped });
