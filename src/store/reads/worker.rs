//! Workers: the list of them, and one with her record book.

use super::book::BookKey;
use super::journal_entry::{JournalEntry, journal_entries};
use super::names::{Names, Wanted};
use super::sounds::keys;
use crate::journal::{Account, Books, Event, Flow};
use crate::model::{Contact, ContactDetails, Review, Worker};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfWorker, Snapshot};
use crate::store::records::{Want, read};
use crate::store::sql::step_photo;
use crate::values::day::Day;
use crate::values::ids::{EventId, IssueId, Seq, WorkerId, WorkshopId};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use crate::values::sought::Keys;
use sqlx::AnyConnection;

/// Rows of a record book on one page.
const BOOK_ROWS: usize = 40;

/// A worker in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerListed {
    pub id: WorkerId,
    pub number: String,
    pub name: String,
    /// Whether she takes new work at present.
    pub active: bool,
    /// Pieces at her home, those in rework among them.
    pub in_hand: Pieces,
    pub owed: Fen,
    /// By accepted pieces, since the first of the month.
    pub earned: Fen,
    /// By what she is found.
    pub keys: Keys,
}

/// One worker, and a page of her record book 记工本.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkerView {
    pub worker: Worker,
    pub owed: Fen,
    /// By accepted pieces, since the first of the month.
    pub earned: Fen,
    /// What is at her home now, the most urgent first.
    pub held: Vec<HeldIssue>,
    /// Newest first.
    pub book: Vec<WorkerEntry>,
    /// Where the older rows begin, if there are any.
    pub older: Option<BookKey>,
    pub names: Names,
}

/// What an issue still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldIssue {
    pub issue: IssueId,
    pub day: Day,
    /// When its order is due.
    pub due: Day,
    pub hand: Pieces,
    pub redo: Pieces,
    /// A photo of the step, or else of the style.
    pub photo: Option<PictureHash>,
}

/// A row of a record book: one event, as far as it concerns her.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkerEntry {
    pub entry: JournalEntry,
    pub parts: Vec<BookPart>,
    /// By how much it changed what she is owed.
    pub effect: Fen,
    /// What she was owed after it.
    pub owed: Fen,
    /// What she said of it, where it is a count.
    pub reviews: Vec<Review>,
}

/// Pieces that came to her home or left it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookPart {
    pub issue: IssueId,
    pub flow: Flow,
    /// Whether this undoes such a move.
    pub back: bool,
    pub pieces: Pieces,
}

impl Snapshot {
    /// All workers, those who take work first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn workers_listed(&mut self, month: Day) -> Result<Vec<WorkerListed>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT w.id, w.number, w.name, w.active, \
             CAST(COALESCE((SELECT SUM(p.pieces) FROM places p WHERE p.workshop = $1 AND p.worker = w.id \
                 AND p.worker > 0 AND p.pieces > 0), 0) AS BIGINT), \
             COALESCE((SELECT -a.fen FROM accounts a WHERE a.workshop = $1 AND a.kind = 'worker' AND a.owner = w.id), 0), \
             CAST(COALESCE((SELECT SUM(t.sign * t.fen) FROM transfers t WHERE t.workshop = $1 AND t.worker = w.id \
                 AND t.day >= $2 AND t.purpose = 'earned'), 0) AS BIGINT) \
             FROM workers w WHERE w.workshop = $1 ORDER BY w.active DESC, w.number";
        query(text).bind(workshop).bind(month.month_start()).all(self.db()).await
    }
}

impl OfWorker<'_> {
    /// One worker; her record book from before that row on, or from the newest. `None` when there is no such worker.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn worker_page(&mut self, month: Day, before: Option<BookKey>) -> Result<Option<WorkerView>, StoreError> {
        let workshop = self.workshop();
        let id = self.worker;
        let Some(worker) = worker(self.db(), workshop, id).await? else { return Ok(None) };
        let (owed, earned) = money(self.db(), workshop, id, month).await?;
        let held = held(self.db(), workshop, id).await?;
        let mut wanted = Wanted::default();
        wanted.issues.extend(held.iter().map(|held| held.issue));
        // By day, as on her phone and on paper: what was entered late stands where it belongs.
        let mut keys = self.book_keys(before, BOOK_ROWS + 1, true).await?;
        let more = keys.len() > BOOK_ROWS;
        keys.truncate(BOOK_ROWS);
        let older = keys.last().copied().filter(|_| more);
        let newest = match before {
            Some(before) => owed - since(self.db(), workshop, id, before).await?,
            None => owed,
        };
        let seqs: Vec<Seq> = keys.iter().map(|key| key.seq).collect();
        let (mut entries, names) = journal_entries(self.db(), workshop, &seqs, wanted).await?;
        entries.sort_by_key(|entry| std::cmp::Reverse((entry.event.day, entry.event.seq)));
        let book = book(self.db(), workshop, id, entries, newest).await?;
        Ok(Some(WorkerView { worker, owed, earned, held, book, older, names }))
    }

    /// What is noted of her; nothing where nothing is.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn contact(&mut self) -> Result<ContactDetails, StoreError> {
        let (workshop, worker) = (self.workshop(), self.worker);
        let mut books = Books::default();
        read::<Contact>(Want::Ids("worker", &[worker.0]), self.db(), workshop, &mut books).await?;
        Ok(books.contacts.remove(&worker).map(|contact| contact.details).unwrap_or_default())
    }

    /// One worker as she stands, to be changed. `None` when there is no such worker.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn worker(&mut self) -> Result<Option<Worker>, StoreError> {
        let workshop = self.workshop();
        let id = self.worker;
        worker(self.db(), workshop, id).await
    }
}

async fn worker(db: &mut AnyConnection, workshop: WorkshopId, id: WorkerId) -> Result<Option<Worker>, StoreError> {
    let mut books = Books::default();
    read::<Worker>(Want::Ids("id", &[id.0]), db, workshop, &mut books).await?;
    Ok(books.workers.remove(&id))
}

/// What she is owed, and what she has earned since the first of the month.
async fn money(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    id: WorkerId,
    month: Day,
) -> Result<(Fen, Fen), StoreError> {
    let text = "SELECT \
         COALESCE((SELECT -fen FROM accounts WHERE workshop = $1 AND kind = 'worker' AND owner = $2), 0), \
         CAST(COALESCE((SELECT SUM(sign * fen) FROM transfers WHERE workshop = $1 AND worker = $2 AND day >= $3 \
             AND purpose = 'earned'), 0) AS BIGINT)";
    query(text).bind(workshop).bind(id).bind(month.month_start()).one(db).await
}

async fn held(db: &mut AnyConnection, workshop: WorkshopId, id: WorkerId) -> Result<Vec<HeldIssue>, StoreError> {
    let photo = step_photo();
    let text = format!(
        "SELECT i.id, i.day, o.due, \
         CAST(SUM(CASE WHEN p.kind = 'hand' THEN p.pieces ELSE 0 END) AS BIGINT), \
         CAST(SUM(CASE WHEN p.kind = 'redo' THEN p.pieces ELSE 0 END) AS BIGINT), {photo} \
         FROM places p JOIN issues i ON i.workshop = p.workshop AND i.id = p.part \
         JOIN lines l ON l.workshop = i.workshop AND l.id = i.line \
         JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
         JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
         JOIN steps t ON t.workshop = s.workshop AND t.style = s.id AND t.no = i.step \
         WHERE p.workshop = $1 AND p.worker = $2 AND p.worker > 0 AND p.pieces > 0 \
         GROUP BY i.id, i.day, o.due, s.id, t.no ORDER BY o.due, i.id"
    );
    query(text).bind(workshop).bind(id).all(db).await
}

impl FromRow for WorkerListed {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (id, number, name): (_, String, String) = columns.next()?;
        let (active, in_hand, owed, earned) = columns.next()?;
        let keys = keys(&number, &name);
        Ok(Self { id, number, name, active, in_hand, owed, earned, keys })
    }
}

from_row!(HeldIssue { issue, day, due, hand, redo, photo });

/// By how much her book's entries from that place on have changed what she is owed.
async fn since(db: &mut AnyConnection, workshop: WorkshopId, id: WorkerId, from: BookKey) -> Result<Fen, StoreError> {
    let text = "SELECT CAST(COALESCE(SUM(CASE WHEN credit = 'worker' THEN fen ELSE -fen END), 0) AS BIGINT) \
         FROM transfers WHERE workshop = $1 AND worker = $2 AND day >= $3 AND (day > $3 OR seq >= $4)";
    query(text).bind(workshop).bind(id).bind(from.day).bind(from.seq).one(db).await
}

/// Events as rows, newest first, from what she was owed after the newest of them.
async fn book(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    id: WorkerId,
    entries: Vec<JournalEntry>,
    mut owed: Fen,
) -> Result<Vec<WorkerEntry>, StoreError> {
    let events: Vec<EventId> = entries.iter().map(|entry| entry.event.id).collect();
    let reviews = reviews(db, workshop, &events).await?;
    let mut book = Vec::with_capacity(entries.len());
    for entry in entries {
        let effect = effect(&entry.event, id);
        let reviews = reviews.reviews_of(entry.event.id, id).cloned().collect();
        book.push(WorkerEntry { parts: parts(&entry.event, id), effect, owed, reviews, entry });
        owed = owed - effect;
    }
    Ok(book)
}

/// Books that know what was said of these events, and nothing else.
async fn reviews(db: &mut AnyConnection, workshop: WorkshopId, events: &[EventId]) -> Result<Books, StoreError> {
    let mut books = Books::default();
    if !events.is_empty() {
        let ids: Vec<String> = events.iter().map(ToString::to_string).collect();
        read::<Review>(Want::Texts("event_id", &ids), db, workshop, &mut books).await?;
    }
    Ok(books)
}

/// By how much it changed what she is owed, which is her credit.
fn effect(event: &Event, id: WorkerId) -> Fen {
    event.transfers.iter().map(|transfer| -transfer.change_of(Account::Worker { worker: id })).sum()
}

fn parts(event: &Event, id: WorkerId) -> Vec<BookPart> {
    let hers = |step: &&crate::journal::Move| {
        [step.from, step.to].iter().any(|place| place.home().is_some_and(|home| home.0 == id))
    };
    event
        .moves
        .iter()
        .filter(hers)
        .filter_map(|step| {
            let (_, issue) = step.from.home().or(step.to.home())?;
            Some(BookPart { issue, flow: step.flow, back: step.back, pieces: step.pieces })
        })
        .collect()
}
