//! What things are called, for pages that tell of them by id.

use super::Who;
use super::named_count::NamedCount;
use crate::journal::{Account, Event, Move, Transfer};
use crate::model::{Actor, Approvable, Command, Entity, Pictured};
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::sql::{STYLE_PHOTO, list};
use crate::store::{BoxFuture, StoreError};
use crate::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, UserId, WorkerId, WorkshopId,
};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::text::Variant;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};

/// A style's code, name and the names of its steps, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleNamed {
    pub code: String,
    pub name: String,
    pub steps: Vec<String>,
    pub photo: Option<PictureHash>,
}

/// Which line of which order, and what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineNamed {
    pub order: OrderId,
    pub no: i64,
    pub style: StyleId,
    pub variant: Variant,
    /// What the firm pays for a piece.
    pub price: Fen,
}

/// Whose issue, of what, at which rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssueNamed {
    pub line: LineId,
    pub step: StepNo,
    pub worker: WorkerId,
    /// Fen a piece.
    pub rate: Fen,
    /// Whether its pieces came back from a firm to be repaired.
    pub repairs: bool,
}

/// Names of one workshop's things, as many as were asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Those who sign in with a password.
    pub users: BTreeMap<UserId, String>,
    pub workers: BTreeMap<WorkerId, Who>,
    pub firms: BTreeMap<FirmId, String>,
    pub styles: BTreeMap<StyleId, StyleNamed>,
    /// The firm's own number for each order.
    pub orders: BTreeMap<OrderId, String>,
    pub lines: BTreeMap<LineId, LineNamed>,
    pub issues: BTreeMap<IssueId, IssueNamed>,
    /// The order of each delivery.
    pub deliveries: BTreeMap<DeliveryId, OrderId>,
    /// Those that are told of, or of which a photo is.
    pub counts: BTreeMap<EventId, NamedCount>,
}

impl Names {
    /// What a line is of: its style's name, with its variant behind.
    #[must_use]
    pub fn line(&self, line: LineId) -> Option<String> {
        let line = self.lines.get(&line)?;
        self.styles.get(&line.style).map(|style| line.variant.behind(&style.name))
    }

    /// What an issue is of, and the step.
    #[must_use]
    pub fn made_by(&self, issue: IssueId) -> Option<(String, &str)> {
        let issue = self.issues.get(&issue)?;
        let style = self.styles.get(&self.lines.get(&issue.line)?.style)?;
        Some((self.line(issue.line)?, style.step(issue.step)))
    }

    /// The styles that an event tells of.
    #[must_use]
    pub fn styles_of(&self, event: &Event) -> Vec<&StyleNamed> {
        let mut wanted = Wanted::default();
        wanted.event(event);
        let lines = wanted.issues.iter().filter_map(|id| self.issues.get(id)).map(|issue| issue.line);
        let lines: BTreeSet<LineId> = lines.chain(wanted.lines.iter().copied()).collect();
        let styles = lines.iter().filter_map(|id| self.lines.get(id)).map(|line| line.style);
        let styles: BTreeSet<StyleId> = styles.chain(wanted.styles.iter().copied()).collect();
        styles.iter().filter_map(|id| self.styles.get(id)).collect()
    }

    /// The photo of a bad piece of the count that an event is, or puts a photo to.
    #[must_use]
    pub fn bad_piece_of(&self, event: &Event) -> Option<PictureHash> {
        self.counts.get(&count_of(event)?)?.photo
    }

    /// The firm's own number for the order of an issue.
    #[must_use]
    pub fn ordered_as(&self, issue: IssueId) -> Option<&str> {
        let line = self.lines.get(&self.issues.get(&issue)?.line)?;
        self.orders.get(&line.order).map(String::as_str)
    }
}

impl StyleNamed {
    /// A step's name; empty for one that it does not have.
    #[must_use]
    pub fn step(&self, no: StepNo) -> &str {
        let index = usize::try_from(no.0).ok().and_then(|no| no.checked_sub(1));
        index.and_then(|index| self.steps.get(index)).map_or("", String::as_str)
    }
}

/// The count that an event is, or puts a photo to.
const fn count_of(event: &Event) -> Option<EventId> {
    match &event.asked {
        Command::Count(_) => Some(event.id),
        Command::SetPhoto(ask) => match ask.of {
            Pictured::Count(count) => Some(count),
            _ => None,
        },
        _ => None,
    }
}

/// Which things are to be named.
#[derive(Default)]
pub(in crate::store) struct Wanted {
    pub users: BTreeSet<UserId>,
    pub workers: BTreeSet<WorkerId>,
    pub firms: BTreeSet<FirmId>,
    pub styles: BTreeSet<StyleId>,
    pub orders: BTreeSet<OrderId>,
    pub lines: BTreeSet<LineId>,
    pub issues: BTreeSet<IssueId>,
    pub deliveries: BTreeSet<DeliveryId>,
    pub counts: BTreeSet<EventId>,
}

impl Wanted {
    /// All that an event tells of.
    pub fn event(&mut self, event: &Event) {
        self.actor(event.actor);
        self.counts.extend(count_of(event));
        event.moves.iter().for_each(|step| self.step(step));
        event.transfers.iter().for_each(|transfer| self.transfer(transfer));
        event.entities.iter().for_each(|entity| self.entity(entity));
        // A change of access has nothing that moves or changes in the books.
        if let Command::ChangeAccess(change) = &event.asked {
            self.workers.extend(change.worker());
            self.firms.extend(change.firm());
        }
    }

    fn actor(&mut self, actor: Actor) {
        match actor {
            Actor::Coordinator { user } | Actor::Helper { user } => drop(self.users.insert(user)),
            Actor::Worker { worker } => drop(self.workers.insert(worker)),
            Actor::Firm { firm } => drop(self.firms.insert(firm)),
            Actor::Operator => {}
        }
    }

    fn step(&mut self, step: &Move) {
        self.lines.insert(step.from.line());
        for place in [step.from, step.to] {
            use crate::journal::Place::{Confirmed, Delivered, Missing, Refused, WrittenOff};
            if let Some((worker, issue)) = place.home() {
                self.workers.insert(worker);
                self.issues.insert(issue);
            }
            if let Delivered { delivery, .. }
            | Confirmed { delivery, .. }
            | Refused { delivery, .. }
            | Missing { delivery, .. }
            | WrittenOff { delivery, .. } = place
            {
                self.deliveries.insert(delivery);
            }
        }
    }

    fn transfer(&mut self, transfer: &Transfer) {
        for account in [transfer.debit, transfer.credit] {
            match account {
                Account::Worker { worker } => drop(self.workers.insert(worker)),
                Account::Firm { firm } => drop(self.firms.insert(firm)),
                Account::Wages | Account::Cash | Account::Fees => {}
            }
        }
    }

    fn entity(&mut self, entity: &Entity) {
        match entity {
            Entity::Rate(rate) => drop(self.styles.insert(rate.style)),
            Entity::Order(order) => {
                self.orders.insert(order.id);
                self.firms.insert(order.firm);
            }
            Entity::Delivery(delivery) => drop(self.deliveries.insert(delivery.id)),
            Entity::HandIn(hand_in) => {
                self.issues.insert(hand_in.issue);
                self.workers.insert(hand_in.worker);
            }
            Entity::Review(review) => drop(self.workers.insert(review.worker)),
            Entity::Proposal(proposal) => {
                self.actor(proposal.by);
                self.workers.extend(proposal.asked.worker());
                match &proposal.asked {
                    Approvable::SetRate(ask) => drop(self.styles.insert(ask.style)),
                    Approvable::Reissue(ask) => {
                        self.lines.insert(ask.line);
                        self.deliveries.insert(ask.delivery);
                    }
                    _ => {}
                }
            }
            Entity::TimeStudy(study) => drop(self.styles.insert(study.style)),
            Entity::VoiceClip(clip) => self.actor(clip.by),
            Entity::MinimumWage(_) | Entity::Terms(_) | Entity::Approval(_) => {}
            Entity::Contact(contact) => drop(self.workers.insert(contact.worker)),
            Entity::Slip(slip) => drop(self.workers.insert(slip.worker)),
            Entity::OrderChange(change) => {
                self.orders.insert(change.order);
                self.lines.extend(change.former_price.map(|(line, _)| line));
            }
            Entity::Photo(photo) => match photo.of {
                Pictured::Style(style) | Pictured::Step(style, _) => drop(self.styles.insert(style)),
                Pictured::Order(order) => drop(self.orders.insert(order)),
                Pictured::Count(count) => drop(self.counts.insert(count)),
            },
            Entity::Issue(issue) => drop(self.issues.insert(issue.id)),
            Entity::Line(line) => drop(self.lines.insert(line.id)),
            Entity::Style(_) | Entity::Worker(_) | Entity::Firm(_) => {}
        }
    }

    /// Reads the names: at most one statement a kind, and each only where something of it is wanted.
    pub fn read(mut self, db: &mut AnyConnection, workshop: WorkshopId) -> BoxFuture<'_, Names> {
        Box::pin(async move {
            let mut names = Names::default();
            names.counts.extend(rows::<(_, NamedCount), _>(db, workshop, &NamedCount::among(), &self.counts).await?);
            self.workers.extend(names.counts.values().map(|count| count.worker));
            let text = "SELECT id, line, step, worker, rate, repairs FROM issues WHERE workshop = $1 AND id IN";
            for (id, issue) in rows::<(_, IssueNamed), _>(db, workshop, text, &self.issues).await? {
                self.lines.insert(issue.line);
                self.workers.insert(issue.worker);
                names.issues.insert(id, issue);
            }
            let text = "SELECT id, order_id FROM deliveries WHERE workshop = $1 AND id IN";
            for (id, order) in rows(db, workshop, text, &self.deliveries).await? {
                self.orders.insert(order);
                names.deliveries.insert(id, order);
            }
            let text = "SELECT id, order_id, no, style, variant, price FROM lines WHERE workshop = $1 AND id IN";
            for (id, line) in rows::<(_, LineNamed), _>(db, workshop, text, &self.lines).await? {
                self.orders.insert(line.order);
                self.styles.insert(line.style);
                names.lines.insert(id, line);
            }
            let text = "SELECT id, code FROM orders WHERE workshop = $1 AND id IN";
            names.orders.extend(rows::<(_, String), _>(db, workshop, text, &self.orders).await?);
            let text = "SELECT id, number, name FROM workers WHERE workshop = $1 AND id IN";
            let workers = rows::<Who, _>(db, workshop, text, &self.workers).await?;
            names.workers.extend(workers.into_iter().map(|who| (who.id, who)));
            let text = "SELECT id, name FROM users WHERE workshop = $1 AND id IN";
            names.users.extend(rows::<(_, String), _>(db, workshop, text, &self.users).await?);
            let text = "SELECT id, name FROM firms WHERE workshop = $1 AND id IN";
            names.firms.extend(rows::<(_, String), _>(db, workshop, text, &self.firms).await?);
            let text = format!(
                "SELECT s.id, s.code, s.name, {STYLE_PHOTO}, t.name FROM styles s \
                 JOIN steps t ON t.workshop = s.workshop AND t.style = s.id WHERE s.workshop = $1 AND s.id IN"
            );
            let steps = rows_then(db, workshop, &text, &self.styles, " ORDER BY s.id, t.no").await?;
            for (id, code, name, photo, step) in steps {
                let style = names.styles.entry(id).or_insert(StyleNamed { code, name, photo, steps: Vec::new() });
                style.steps.push(step);
            }
            Ok(names)
        })
    }
}

impl FromRow for IssueNamed {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            line: columns.next()?,
            step: columns.next()?,
            worker: columns.next()?,
            rate: columns.next()?,
            repairs: columns.next::<Option<DeliveryId>>()?.is_some(),
        })
    }
}

from_row!(LineNamed { order, no, style, variant, price });

async fn rows<T: FromRow, I: Into<Cell> + Copy>(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    text: &str,
    ids: &BTreeSet<I>,
) -> Result<Vec<T>, StoreError> {
    rows_then(db, workshop, text, ids, "").await
}

async fn rows_then<T: FromRow, I: Into<Cell> + Copy>(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    text: &str,
    ids: &BTreeSet<I>,
    ending: &str,
) -> Result<Vec<T>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!("{text} {}{ending}", list(2, ids.len()));
    query(text).bind(workshop).bind_all(ids.iter().copied()).all(db).await
}
