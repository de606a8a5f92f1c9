//! What a rule needs to know, read into [`Books`]: no rules here, only where it is found.

use super::StoreError;
use super::nouns::Want::{All, Ids, Texts};
use super::sql::list;
use super::table::PARAMETERS;
use crate::journal::{Account, Books, Entry, Event, Place};
use crate::model::{Command, Noun};
use crate::rules::decide::needs;
use crate::rules::need::Need;
use crate::values::day::Day;
use crate::values::ids::{EventId, WorkerId, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::BTreeSet;

/// Reads what deciding a command of that day needs, round by round: what a rule needs may depend on what was read. Ids that are
/// not there are simply not in the books.
pub(super) async fn gather(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    command: &Command,
    day: Day,
    books: &mut Books,
) -> Result<(), StoreError> {
    let mut known = BTreeSet::new();
    loop {
        let asked: BTreeSet<Need> = needs(books, command, day).into_iter().collect();
        let new = Wanted::of(asked.difference(&known));
        if new.is_none() {
            return Ok(());
        }
        new.read(db, workshop, books).await?;
        known = asked;
    }
}

/// Needs by what they are read from: one statement each, however many there are.
#[derive(Default)]
struct Wanted {
    styles: Vec<i64>,
    style_codes: Vec<String>,
    rates_of: Vec<i64>,
    workers: Vec<i64>,
    worker_numbers: Vec<String>,
    firms: Vec<i64>,
    firm_names: Vec<String>,
    orders: Vec<i64>,
    order_codes: Vec<String>,
    lines: Vec<i64>,
    issues: Vec<i64>,
    deliveries: Vec<i64>,
    hand_ins: Vec<String>,
    hand_ins_of: Vec<i64>,
    reviews_of: Vec<String>,
    terms: bool,
    places: Vec<Place>,
    places_of: Vec<i64>,
    accounts: Vec<Account>,
    events: Vec<EventId>,
    proposals: Vec<String>,
    open_proposals: bool,
    latest_slips: bool,
    settlements: Vec<i64>,
    any: bool,
}

impl Wanted {
    fn of<'n>(needs: impl Iterator<Item = &'n Need>) -> Self {
        let mut wanted = Self::default();
        for need in needs {
            wanted.any = true;
            match need {
                Need::Style(id) => wanted.styles.push(id.0),
                Need::StyleCoded(code) => wanted.style_codes.push(code.to_string()),
                Need::RatesOf(style) => wanted.rates_of.push(style.0),
                Need::Worker(id) => wanted.workers.push(id.0),
                Need::WorkerNumbered(number) => wanted.worker_numbers.push(number.to_string()),
                Need::Firm(id) => wanted.firms.push(id.0),
                Need::FirmNamed(name) => wanted.firm_names.push(name.to_string()),
                Need::Order(id) => wanted.orders.push(id.0),
                Need::OrdersCoded(code) => wanted.order_codes.push(code.to_string()),
                Need::Line(id) => wanted.lines.push(id.0),
                Need::Issue(id) => wanted.issues.push(id.0),
                Need::Delivery(id) => wanted.deliveries.push(id.0),
                Need::HandIn(id) => wanted.hand_ins.push(id.to_string()),
                Need::HandInsOf(issue) => wanted.hand_ins_of.push(issue.0),
                Need::ReviewsOf(event) => wanted.reviews_of.push(event.to_string()),
                Need::Terms => wanted.terms = true,
                Need::Place(place) => wanted.places.push(*place),
                Need::PlacesOf(line) => wanted.places_of.push(line.0),
                Need::Account(account) => wanted.accounts.push(*account),
                Need::Event(id) => wanted.events.push(*id),
                Need::Proposal(id) => wanted.proposals.push(id.to_string()),
                Need::OpenProposals => wanted.open_proposals = true,
                Need::LatestSlips => wanted.latest_slips = true,
                Need::Settlement(worker) => wanted.settlements.push(worker.0),
            }
        }
        wanted
    }

    const fn is_none(&self) -> bool {
        !self.any
    }

    async fn read(self, db: &mut AnyConnection, workshop: WorkshopId, books: &mut Books) -> Result<(), StoreError> {
        Ids("id", &self.styles).styles(db, workshop, books).await?;
        Texts("code", &self.style_codes).styles(db, workshop, books).await?;
        Ids("style", &self.rates_of).rates(db, workshop, books).await?;
        Ids("id", &self.workers).workers(db, workshop, books).await?;
        Texts("number", &self.worker_numbers).workers(db, workshop, books).await?;
        Ids("id", &self.firms).firms(db, workshop, books).await?;
        Texts("name", &self.firm_names).firms(db, workshop, books).await?;
        Ids("id", &self.orders).orders(db, workshop, books).await?;
        Texts("code", &self.order_codes).orders(db, workshop, books).await?;
        Ids("id", &self.lines).lines(db, workshop, books).await?;
        Ids("id", &self.issues).issues(db, workshop, books).await?;
        Ids("id", &self.deliveries).deliveries(db, workshop, books).await?;
        Texts("id", &self.hand_ins).hand_ins(db, workshop, books).await?;
        Ids("issue", &self.hand_ins_of).hand_ins(db, workshop, books).await?;
        Texts("event_id", &self.reviews_of).reviews(db, workshop, books).await?;
        Texts("id", &self.proposals).proposals(db, workshop, books).await?;
        Ids("line", &self.places_of).places(db, workshop, books).await?;
        for place in self.places {
            self::place(db, workshop, place, books).await?;
        }
        for account in self.accounts {
            self::account(db, workshop, account, books).await?;
        }
        for id in self.events {
            entry(db, workshop, id, books).await?;
        }
        if self.terms {
            All.terms(db, workshop, books).await?;
        }
        if self.open_proposals {
            Texts("state", &["open".to_owned()]).proposals(db, workshop, books).await?;
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

/// Reads all nouns and balances of a workshop. Events are not among them.
pub(super) async fn everything(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    All.styles(db, workshop, books).await?;
    All.rates(db, workshop, books).await?;
    All.workers(db, workshop, books).await?;
    All.firms(db, workshop, books).await?;
    All.orders(db, workshop, books).await?;
    All.lines(db, workshop, books).await?;
    All.issues(db, workshop, books).await?;
    All.deliveries(db, workshop, books).await?;
    All.hand_ins(db, workshop, books).await?;
    All.reviews(db, workshop, books).await?;
    All.slips(db, workshop, books).await?;
    All.proposals(db, workshop, books).await?;
    All.minimum_wages(db, workshop, books).await?;
    All.time_studies(db, workshop, books).await?;
    All.terms(db, workshop, books).await?;
    All.places(db, workshop, books).await?;
    All.accounts(db, workshop, books).await
}

/// Everybody's latest slip: what is entered late may not be of a day that was settled.
pub(super) async fn last_slips(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    let text = "SELECT s.worker, s.until_day, s.from_day, s.carried, s.earned, s.bonus, s.deducted, s.advanced, s.paid, \
         s.owed, s.settled FROM workers w CROSS JOIN slips s WHERE w.workshop = $1 AND s.workshop = $1 AND s.worker = w.id \
         AND s.until_day = (SELECT MAX(l.until_day) FROM slips l WHERE l.workshop = $1 AND l.worker = w.id)";
    for row in sqlx::query(text).bind(workshop.0).fetch_all(db).await? {
        books.learn(Noun::Slip(super::nouns::slip(&row)?));
    }
    Ok(())
}

/// The event of that id.
pub(super) async fn event(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    id: EventId,
) -> Result<Option<Event>, StoreError> {
    let text = "SELECT body FROM events WHERE workshop = $1 AND id = $2";
    let body: Option<String> =
        sqlx::query_scalar(text).bind(workshop.0).bind(id.to_string()).fetch_optional(db).await?;
    body.map(|body| {
        serde_json::from_str(&body)
            .map_err(|error| StoreError::BadRow { table: "events".into(), what: error.to_string() })
    })
    .transpose()
}

/// Which of these events are there.
pub(super) async fn known(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    ids: &[EventId],
) -> Result<BTreeSet<EventId>, StoreError> {
    let mut found = BTreeSet::new();
    for chunk in ids.chunks(PARAMETERS) {
        let text = format!("SELECT id FROM events WHERE workshop = $1 AND id IN {}", list(2, chunk.len()));
        let query = sqlx::query(AssertSqlSafe(text)).bind(workshop.0);
        let query = chunk.iter().fold(query, |query, id| query.bind(id.to_string()));
        for row in query.fetch_all(&mut *db).await? {
            found.insert(super::sql::read("events", row.try_get(0)?)?);
        }
    }
    Ok(found)
}

/// One place's balance, by its whole key: a line may have many places.
async fn place(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    place: Place,
    books: &mut Books,
) -> Result<(), StoreError> {
    let text = "SELECT pieces FROM places WHERE workshop = $1 AND line = $2 AND kind = $3 AND part = $4";
    let pieces: Option<i64> = sqlx::query_scalar(text)
        .bind(workshop.0)
        .bind(place.line().0)
        .bind(place.kind().code())
        .bind(place.part())
        .fetch_optional(db)
        .await?;
    if let Some(pieces) = pieces.filter(|pieces| *pieces != 0) {
        books.places.insert(place, Pieces(pieces));
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
    let fen: Option<i64> =
        sqlx::query_scalar(text).bind(workshop.0).bind(account.code()).bind(account.owner()).fetch_optional(db).await?;
    if let Some(fen) = fen.filter(|fen| *fen != 0) {
        books.accounts.insert(account, Fen(fen));
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
    Ids("id", workers).workers(db, workshop, books).await?;
    Ids("answer IS NULL AND verdict <> 'right' AND earlier = 0 AND worker", workers)
        .reviews(db, workshop, books)
        .await?;
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
        let query = sqlx::query(AssertSqlSafe(text)).bind(workshop.0);
        let query = chunk.iter().fold(query, |query, id| query.bind(*id));
        for row in query.fetch_all(&mut *db).await? {
            let purpose = super::sql::purpose(row.try_get(2)?)?;
            let key = (WorkerId(row.try_get(0)?), super::sql::day("transfers", row.try_get(1)?)?);
            books.unsettled.entry(key).or_default().add(purpose, Fen(row.try_get(3)?));
        }
    }
    Ok(())
}

/// A past event, and whether it was undone.
async fn entry(db: &mut AnyConnection, workshop: WorkshopId, id: EventId, books: &mut Books) -> Result<(), StoreError> {
    let Some(event) = event(db, workshop, id).await? else { return Ok(()) };
    let text = "SELECT id FROM events WHERE workshop = $1 AND reverses = $2";
    let undone: Option<String> =
        sqlx::query_scalar(text).bind(workshop.0).bind(id.to_string()).fetch_optional(db).await?;
    let entry = Entry {
        asked: event.asked,
        moves: event.moves,
        transfers: event.transfers,
        reverses: event.reverses,
        reversed_by: undone.map(|id| super::sql::read("events", &id)).transpose()?,
    };
    books.entries.insert(id, entry);
    Ok(())
}
