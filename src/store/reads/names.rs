//! What things are called, for pages that tell of them by id.

use crate::journal::{Account, Event, Move, Transfer};
use crate::model::{Actor, Approvable, Noun};
use crate::store::StoreError;
use crate::store::sql::list;
use crate::values::ids::{DeliveryId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, UserId, WorkerId, WorkshopId};
use crate::values::money::Fen;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::{BTreeMap, BTreeSet};

/// A worker's number and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerNamed {
    pub number: String,
    pub name: String,
}

/// A style's code, name and the names of its steps, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleNamed {
    pub code: String,
    pub name: String,
    pub steps: Vec<String>,
}

/// Which line of which order, and what it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineNamed {
    pub order: OrderId,
    pub no: i64,
    pub style: StyleId,
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
    pub workers: BTreeMap<WorkerId, WorkerNamed>,
    pub firms: BTreeMap<FirmId, String>,
    pub styles: BTreeMap<StyleId, StyleNamed>,
    /// The firm's own number for each order.
    pub orders: BTreeMap<OrderId, String>,
    pub lines: BTreeMap<LineId, LineNamed>,
    pub issues: BTreeMap<IssueId, IssueNamed>,
    /// The order of each delivery.
    pub deliveries: BTreeMap<DeliveryId, OrderId>,
}

impl Names {
    /// The style and step of an issue.
    #[must_use]
    pub fn made_by(&self, issue: IssueId) -> Option<(&StyleNamed, &str)> {
        let issue = self.issues.get(&issue)?;
        let style = self.styles.get(&self.lines.get(&issue.line)?.style)?;
        Some((style, style.step(issue.step)))
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

/// Which things are to be named.
#[derive(Default)]
pub(in crate::store) struct Wanted {
    pub users: BTreeSet<i64>,
    pub workers: BTreeSet<i64>,
    pub firms: BTreeSet<i64>,
    pub styles: BTreeSet<i64>,
    pub orders: BTreeSet<i64>,
    pub lines: BTreeSet<i64>,
    pub issues: BTreeSet<i64>,
    pub deliveries: BTreeSet<i64>,
}

impl Wanted {
    /// All that an event tells of.
    pub fn event(&mut self, event: &Event) {
        self.actor(event.actor);
        event.moves.iter().for_each(|step| self.step(step));
        event.transfers.iter().for_each(|transfer| self.transfer(transfer));
        event.nouns.iter().for_each(|noun| self.noun(noun));
    }

    fn actor(&mut self, actor: Actor) {
        match actor {
            Actor::Coordinator { user } => drop(self.users.insert(user.0)),
            Actor::Worker { worker } => drop(self.workers.insert(worker.0)),
            Actor::Firm { firm } => drop(self.firms.insert(firm.0)),
            Actor::Operator => {}
        }
    }

    fn step(&mut self, step: &Move) {
        self.lines.insert(step.from.line().0);
        for place in [step.from, step.to] {
            use crate::journal::Place::{Confirmed, Delivered, Missing, Refused, WrittenOff};
            if let Some((worker, issue)) = place.home() {
                self.workers.insert(worker.0);
                self.issues.insert(issue.0);
            }
            if let Delivered { delivery, .. }
            | Confirmed { delivery, .. }
            | Refused { delivery, .. }
            | Missing { delivery, .. }
            | WrittenOff { delivery, .. } = place
            {
                self.deliveries.insert(delivery.0);
            }
        }
    }

    fn transfer(&mut self, transfer: &Transfer) {
        for account in [transfer.debit, transfer.credit] {
            match account {
                Account::Worker { worker } => drop(self.workers.insert(worker.0)),
                Account::Firm { firm } => drop(self.firms.insert(firm.0)),
                Account::Wages | Account::Cash | Account::Fees => {}
            }
        }
    }

    fn noun(&mut self, noun: &Noun) {
        match noun {
            Noun::Rate(rate) => drop(self.styles.insert(rate.style.0)),
            Noun::Order(order) => {
                self.orders.insert(order.id.0);
                self.firms.insert(order.firm.0);
            }
            Noun::Delivery(delivery) => drop(self.deliveries.insert(delivery.id.0)),
            Noun::HandIn(hand_in) => {
                self.issues.insert(hand_in.issue.0);
                self.workers.insert(hand_in.worker.0);
            }
            Noun::Review(review) => drop(self.workers.insert(review.worker.0)),
            Noun::Proposal(proposal) => {
                self.actor(proposal.by);
                self.workers.extend(proposal.asked.worker().map(|worker| worker.0));
                match &proposal.asked {
                    Approvable::SetRate(ask) => drop(self.styles.insert(ask.style.0)),
                    Approvable::Reissue(ask) => {
                        self.lines.insert(ask.line.0);
                        self.deliveries.insert(ask.delivery.0);
                    }
                    _ => {}
                }
            }
            Noun::TimeStudy(study) => drop(self.styles.insert(study.style.0)),
            Noun::MinimumWage(_) | Noun::Terms(_) | Noun::Approval(_) => {}
            Noun::Contact(contact) => drop(self.workers.insert(contact.worker.0)),
            Noun::Slip(slip) => drop(self.workers.insert(slip.worker.0)),
            Noun::Issue(issue) => drop(self.issues.insert(issue.id.0)),
            Noun::Style(_) | Noun::Worker(_) | Noun::Firm(_) | Noun::Line(_) => {}
        }
    }

    /// Reads the names: at most one statement a kind, and each only where something of it is wanted.
    pub async fn read(mut self, db: &mut AnyConnection, workshop: WorkshopId) -> Result<Names, StoreError> {
        let mut names = Names::default();
        let text = "SELECT id, line, step, worker, rate, repairs FROM issues WHERE workshop = $1 AND id IN";
        for row in rows(db, workshop, text, &self.issues).await? {
            let issue = IssueNamed {
                line: LineId(row.try_get(1)?),
                step: StepNo(row.try_get(2)?),
                worker: WorkerId(row.try_get(3)?),
                rate: Fen(row.try_get(4)?),
                repairs: row.try_get::<Option<i64>, _>(5)?.is_some(),
            };
            self.lines.insert(issue.line.0);
            self.workers.insert(issue.worker.0);
            names.issues.insert(IssueId(row.try_get(0)?), issue);
        }
        let text = "SELECT id, order_id FROM deliveries WHERE workshop = $1 AND id IN";
        for row in rows(db, workshop, text, &self.deliveries).await? {
            let order: i64 = row.try_get(1)?;
            self.orders.insert(order);
            names.deliveries.insert(DeliveryId(row.try_get(0)?), OrderId(order));
        }
        let text = "SELECT id, order_id, no, style, price FROM lines WHERE workshop = $1 AND id IN";
        for row in rows(db, workshop, text, &self.lines).await? {
            let line = LineNamed {
                order: OrderId(row.try_get(1)?),
                no: row.try_get(2)?,
                style: StyleId(row.try_get(3)?),
                price: Fen(row.try_get(4)?),
            };
            self.orders.insert(line.order.0);
            self.styles.insert(line.style.0);
            names.lines.insert(LineId(row.try_get(0)?), line);
        }
        let text = "SELECT id, code FROM orders WHERE workshop = $1 AND id IN";
        for row in rows(db, workshop, text, &self.orders).await? {
            names.orders.insert(OrderId(row.try_get(0)?), row.try_get(1)?);
        }
        let text = "SELECT id, number, name FROM workers WHERE workshop = $1 AND id IN";
        for row in rows(db, workshop, text, &self.workers).await? {
            let worker = WorkerNamed { number: row.try_get(1)?, name: row.try_get(2)? };
            names.workers.insert(WorkerId(row.try_get(0)?), worker);
        }
        let text = "SELECT id, name FROM users WHERE workshop = $1 AND id IN";
        for row in rows(db, workshop, text, &self.users).await? {
            names.users.insert(UserId(row.try_get(0)?), row.try_get(1)?);
        }
        let text = "SELECT id, name FROM firms WHERE workshop = $1 AND id IN";
        for row in rows(db, workshop, text, &self.firms).await? {
            names.firms.insert(FirmId(row.try_get(0)?), row.try_get(1)?);
        }
        let text = "SELECT s.id, s.code, s.name, t.name FROM styles s \
             JOIN steps t ON t.workshop = s.workshop AND t.style = s.id WHERE s.workshop = $1 AND s.id IN";
        for row in rows_then(db, workshop, text, &self.styles, " ORDER BY s.id, t.no").await? {
            let style = names.styles.entry(StyleId(row.try_get(0)?)).or_insert(StyleNamed {
                code: row.try_get(1)?,
                name: row.try_get(2)?,
                steps: Vec::new(),
            });
            style.steps.push(row.try_get(3)?);
        }
        Ok(names)
    }
}

async fn rows(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    text: &str,
    ids: &BTreeSet<i64>,
) -> Result<Vec<AnyRow>, StoreError> {
    rows_then(db, workshop, text, ids, "").await
}

async fn rows_then(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    text: &str,
    ids: &BTreeSet<i64>,
    ending: &str,
) -> Result<Vec<AnyRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let text = format!("{text} {}{ending}", list(2, ids.len()));
    let query = sqlx::query(AssertSqlSafe(text)).bind(workshop.0);
    Ok(ids.iter().fold(query, |query, id| query.bind(*id)).fetch_all(db).await?)
}
