//! What a rule needs to know, read into [`Books`]: no rules here, only where it is found.

use super::query::query;
use super::records::Want::{All, Ids, Texts};
use super::records::{self, columns_of, read};
use super::sql::{list, rows};
use super::table::PARAMETERS;
use super::{BoxFuture, StoreError};
use crate::journal::{Account, Books, Entry, Event, Place, Purpose};
use crate::model::{
    Command, Contact, Delivery, Firm, HandIn, Issue, Line, Order, OrderChange, Photo, Proposal, Rate, Review, Slip,
    Style, Terms, VoiceClip, Worker,
};
use crate::rules::decide::needs;
use crate::rules::need::Need;
use crate::values::day::Day;
use crate::values::ids::{EventId, WorkerId, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::AnyConnection;
use std::collections::BTreeSet;

/// Reads what deciding a command of that day needs, round by round: what a rule needs may depend on what was read. Ids that are
/// not there are simply not in the books. Returns all that was needed, with what stands beside the books.
pub(super) fn gather<'a>(
    db: &'a mut AnyConnection,
    workshop: WorkshopId,
    command: &'a Command,
    day: Day,
    books: &'a mut Books,
) -> BoxFuture<'a, BTreeSet<Need>> {
    Box::pin(async move {
        let mut known = BTreeSet::new();
        loop {
            let asked: BTreeSet<Need> = needs(books, command, day).into_iter().collect();
            let mut new = asked.difference(&known).peekable();
            if new.peek().is_none() {
                return Ok(asked);
            }
            Wanted::of(new).read(db, workshop, books).await?;
            known = asked;
        }
    })
}

/// Needs by what they are read from: one statement each, however many there are.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one thing is wanted, and none depends on another")]
struct Wanted {
    styles: Vec<i64>,
    style_codes: Vec<String>,
    rates_of: Vec<i64>,
    workers: Vec<i64>,
    worker_numbers: Vec<String>,
    contacts: Vec<i64>,
    firms: Vec<i64>,
    firm_names: Vec<String>,
    orders: Vec<i64>,
    order_codes: Vec<String>,
    lines: Vec<i64>,
    lines_of: Vec<i64>,
    changes_of: Vec<i64>,
    issues: Vec<i64>,
    deliveries: Vec<i64>,
    last_delivery: bool,
    hand_ins: Vec<String>,
    hand_ins_of: Vec<i64>,
    reviews_of: Vec<String>,
    terms: bool,
    places: Vec<Place>,
    places_of: Vec<i64>,
    accounts: Vec<Account>,
    photos_of: Vec<i64>,
    photos_of_events: Vec<String>,
    voice_clips: Vec<String>,
    events: Vec<EventId>,
    proposals: Vec<String>,
    open_proposals: bool,
    latest_slips: bool,
    settlements: Vec<i64>,
}

impl Wanted {
    fn of<'n>(needs: impl Iterator<Item = &'n Need>) -> Self {
        let mut wanted = Self::default();
        for need in needs {
            match need {
                Need::Style(id) => wanted.styles.push(id.0),
                Need::StyleCoded(code) => wanted.style_codes.push(code.to_string()),
                Need::RatesOf(style) => wanted.rates_of.push(style.0),
                Need::Worker(id) => wanted.workers.push(id.0),
                Need::WorkerNumbered(number) => wanted.worker_numbers.push(number.to_string()),
                Need::Contact(worker) => wanted.contacts.push(worker.0),
                Need::Firm(id) => wanted.firms.push(id.0),
                Need::FirmNamed(name) => wanted.firm_names.push(name.to_string()),
                Need::Order(id) => wanted.orders.push(id.0),
                Need::OrdersCoded(code) => wanted.order_codes.push(code.to_string()),
                Need::Line(id) => wanted.lines.push(id.0),
                Need::LinesOf(order) => wanted.lines_of.push(order.0),
                Need::ChangesOf(order) => wanted.changes_of.push(order.0),
                Need::Issue(id) => wanted.issues.push(id.0),
                Need::Delivery(id) => wanted.deliveries.push(id.0),
                Need::LastDelivery => wanted.last_delivery = true,
                Need::HandIn(id) => wanted.hand_ins.push(id.to_string()),
                Need::HandInsOf(issue) => wanted.hand_ins_of.push(issue.0),
                Need::ReviewsOf(event) => wanted.reviews_of.push(event.to_string()),
                Need::Terms => wanted.terms = true,
                Need::Place(place) => wanted.places.push(*place),
                Need::PlacesOf(line) => wanted.places_of.push(line.0),
                Need::Account(account) => wanted.accounts.push(*account),
                Need::PhotosOf(of) => match of.parts() {
                    (.., Some(event)) => wanted.photos_of_events.push(event.to_string()),
                    (_, thing, ..) => wanted.photos_of.push(thing),
                },
                Need::VoiceClip(clip) => wanted.voice_clips.push(clip.to_string()),
                Need::Event(id) => wanted.events.push(*id),
                Need::Proposal(id) => wanted.proposals.push(id.to_string()),
                Need::OpenProposals => wanted.open_proposals = true,
                Need::LatestSlips => wanted.latest_slips = true,
                Need::Settlement(worker) => wanted.settlements.push(worker.0),
                // No part of the books.
                Need::Coordinators => {}
            }
        }
        wanted
    }

    async fn read(self, db: &mut AnyConnection, workshop: WorkshopId, books: &mut Books) -> Result<(), StoreError> {
        read::<Style>(Ids("id", &self.styles), db, workshop, books).await?;
        read::<Style>(Texts("code", &self.style_codes), db, workshop, books).await?;
        read::<Rate>(Ids("style", &self.rates_of), db, workshop, books).await?;
        read::<Worker>(Ids("id", &self.workers), db, workshop, books).await?;
        read::<Worker>(Texts("number", &self.worker_numbers), db, workshop, books).await?;
        read::<Contact>(Ids("worker", &self.contacts), db, workshop, books).await?;
        read::<Firm>(Ids("id", &self.firms), db, workshop, books).await?;
        read::<Firm>(Texts("name", &self.firm_names), db, workshop, books).await?;
        read::<Order>(Ids("id", &self.orders), db, workshop, books).await?;
        read::<Order>(Texts("code", &self.order_codes), db, workshop, books).await?;
        read::<Line>(Ids("id", &self.lines), db, workshop, books).await?;
        read::<Line>(Ids("order_id", &self.lines_of), db, workshop, books).await?;
        read::<OrderChange>(Ids("order_id", &self.changes_of), db, workshop, books).await?;
        read::<Issue>(Ids("id", &self.issues), db, workshop, books).await?;
        read::<Delivery>(Ids("id", &self.deliveries), db, workshop, books).await?;
        read::<HandIn>(Texts("id", &self.hand_ins), db, workshop, books).await?;
        read::<HandIn>(Ids("issue", &self.hand_ins_of), db, workshop, books).await?;
        read::<Review>(Texts("event_id", &self.reviews_of), db, workshop, books).await?;
        read::<Proposal>(Texts("id", &self.proposals), db, workshop, books).await?;
        read::<Photo>(Ids("thing", &self.photos_of), db, workshop, books).await?;
        read::<Photo>(Texts("event_id", &self.photos_of_events), db, workshop, books).await?;
        read::<VoiceClip>(Texts("clip", &self.voice_clips), db, workshop, books).await?;
        records::places(Ids("line", &self.places_of), db, workshop, books).await?;
        for place in self.places {
            self::place(db, workshop, place, books).await?;
        }
        for account in self.accounts {
            self::account(db, workshop, account, books).await?;
        }
        for id in self.events {
            entry(db, workshop, id, books).await?;
        }
        if self.last_delivery {
            let text = "SELECT MAX(id) FROM deliveries WHERE workshop = $1";
            let last: Option<i64> = query(text).bind(workshop).one(&mut *db).await?;
            read::<Delivery>(Ids("id", last.as_slice()), db, workshop, books).await?;
        }
        if self.terms {
            read::<Terms>(All, db, workshop, books).await?;
        }
        if self.open_proposals {
            read::<Proposal>(Texts("state", &["open".to_owned()]), db, workshop, books).await?;
        }
        if self.latest_slips || !self.settlements.is_empty() {
            last_slips(db, workshop, books).await?;
        }
        if !self.settlements.is_empty() {
            settlement(db, workshop, &self.settlements, books).await?;
        }
        Ok(())
    }
}

/// Everybody's latest slip: what is entered late may not be of a day that was settled.
pub(super) async fn last_slips(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    let columns = columns_of::<Slip>().replace(", ", ", s.");
    let text = format!(
        "SELECT s.{columns} FROM workers w CROSS JOIN slips s WHERE w.workshop = $1 AND s.workshop = $1 AND s.worker = w.id \
         AND s.until_day = (SELECT MAX(l.until_day) FROM slips l WHERE l.workshop = $1 AND l.worker = w.id)"
    );
    for slip in query(text).bind(workshop).all::<Slip>(db).await? {
        books.learn(slip.into());
    }
    Ok(())
}

/// The event of that id.
pub(super) fn event(db: &mut AnyConnection, workshop: WorkshopId, id: EventId) -> BoxFuture<'_, Option<Event>> {
    Box::pin(async move {
        let text = "SELECT body FROM events WHERE workshop = $1 AND id = $2";
        query(text).bind(workshop).bind(id).optional(db).await
    })
}

/// Which of these events are there.
pub(super) fn known<'a>(
    db: &'a mut AnyConnection,
    workshop: WorkshopId,
    ids: &'a [EventId],
) -> BoxFuture<'a, BTreeSet<EventId>> {
    Box::pin(async move {
        let mut found = BTreeSet::new();
        for chunk in ids.chunks(PARAMETERS) {
            // Not `id IN`: while PostgreSQL has not counted a new table's ids, it goes through all events for each chunk, and
            // through the whole chunk for each event.
            let text = format!(
                "SELECT e.id FROM (VALUES {}) AS wanted CROSS JOIN events e WHERE e.workshop = $1 AND e.id = wanted.column1",
                rows(2, chunk.len(), 1)
            );
            found.extend(query(text).bind(workshop).bind_all(chunk.iter().copied()).all::<EventId>(&mut *db).await?);
        }
        Ok(found)
    })
}

/// One place's balance, by its whole key: a line may have many places.
async fn place(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    place: Place,
    books: &mut Books,
) -> Result<(), StoreError> {
    let text = "SELECT pieces FROM places WHERE workshop = $1 AND line = $2 AND kind = $3 AND part = $4";
    let key = query(text).bind(workshop).bind(place.line()).bind(place.kind().code()).bind(place.part());
    let pieces: Option<Pieces> = key.optional(db).await?;
    if let Some(pieces) = pieces.filter(|pieces| *pieces != Pieces::ZERO) {
        books.places.insert(place, pieces);
    }
    Ok(())
}

async fn account(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    account: Account,
    books: &mut Books,
) -> Result<(), StoreError> {
    let text = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = $2 AND owner = $3";
    let fen: Option<Fen> = query(text).bind(workshop).bind(account.code()).bind(account.owner()).optional(db).await?;
    if let Some(fen) = fen.filter(|fen| *fen != Fen::ZERO) {
        books.accounts.insert(account, fen);
    }
    Ok(())
}

/// Workers, what is in no slip of theirs yet, and what they dispute.
async fn settlement(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    workers: &[i64],
    books: &mut Books,
) -> Result<(), StoreError> {
    read::<Worker>(Ids("id", workers), db, workshop, books).await?;
    let open = Ids("answer IS NULL AND verdict <> 'right' AND earlier = 0 AND worker", workers);
    read::<Review>(open, db, workshop, books).await?;
    books.unsettled.retain(|(worker, _), _| !workers.contains(&worker.0));
    for chunk in workers.chunks(PARAMETERS) {
        // Whose comes first: SQLite would else go through all transfers.
        let text = format!(
            "SELECT t.worker, t.day, t.purpose, CAST(SUM(t.sign * t.fen) AS BIGINT) FROM (SELECT w.id, \
             COALESCE((SELECT MAX(s.until_day) FROM slips s WHERE s.workshop = $1 AND s.worker = w.id), '') AS settled \
             FROM workers w WHERE w.workshop = $1 AND w.id IN {}) AS whose CROSS JOIN transfers t \
             WHERE t.workshop = $1 AND t.worker = whose.id AND t.day > whose.settled \
             GROUP BY t.worker, t.day, t.purpose",
            list(2, chunk.len())
        );
        let rows = query(text).bind(workshop).bind_all(chunk.iter().copied());
        for (worker, day, purpose, fen) in rows.all::<(WorkerId, Day, Purpose, Fen)>(&mut *db).await? {
            books.unsettled.entry((worker, day)).or_default().add(purpose, fen);
        }
    }
    Ok(())
}

/// A past event, and whether it was undone.
async fn entry(db: &mut AnyConnection, workshop: WorkshopId, id: EventId, books: &mut Books) -> Result<(), StoreError> {
    let Some(event) = event(db, workshop, id).await? else { return Ok(()) };
    let text = "SELECT id FROM events WHERE workshop = $1 AND reverses = $2";
    let reversed_by: Option<EventId> = query(text).bind(workshop).bind(id).optional(db).await?;
    let entry = Entry {
        asked: event.asked,
        moves: event.moves,
        transfers: event.transfers,
        reverses: event.reverses,
        reversed_by,
    };
    books.entries.insert(id, entry);
    Ok(())
}
