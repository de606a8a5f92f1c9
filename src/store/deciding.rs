//! Commands decided in memory: a workshop's books as far as they were read, and what was decided on them since, until it is posted.

use super::coordinators::Coordinators;
use super::end::End;
use super::{Ask, BoxFuture, Refused, StoreError, gather, post, records};
use crate::journal::{Books, ChainLink, Event, Hash};
use crate::model::Actor;
use crate::model::command::Command;
use crate::rules::decide::{decide, would};
use crate::rules::decision::{Decided, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::values::clock::Zone;
use crate::values::day::Day;
use crate::values::ids::{EventId, Seq, WorkshopId};
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use std::collections::BTreeSet;

/// A workshop's books, and what was decided on them.
pub(super) struct Deciding {
    workshop: WorkshopId,
    at: DateTime<Utc>,
    today: Day,
    /// Where the chain ended when its books were opened.
    began: End,
    /// Whether events of a long file were still to be posted behind it.
    unposted: bool,
    coordinators: Coordinators,
    /// Where it ends with what was decided.
    head: Hash,
    seq: Seq,
    pub books: Books,
    decided: Vec<(Event, ChainLink)>,
}

impl Deciding {
    /// Opens the books; with `lock`, nobody else writes to them until the transaction ends.
    pub async fn open(
        db: &mut AnyConnection,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        lock: &'static str,
    ) -> Result<Self, StoreError> {
        let (began, unposted) = End::read(db, workshop, lock).await?;
        let End { last_id, settled_through, approval, .. } = began;
        Ok(Self {
            workshop,
            at,
            today: Zone::china().day(at),
            head: began.hash.clone(),
            seq: began.seq,
            books: Books { approval, settled_through, last_id, ..Books::default() },
            began,
            unposted,
            coordinators: Coordinators::default(),
            decided: Vec::new(),
        })
    }

    /// Whether nobody wrote to these books since they were opened.
    pub async fn is_current(&self, db: &mut AnyConnection, lock: &'static str) -> Result<bool, StoreError> {
        Ok(End::read(db, self.workshop, lock).await? == (self.began.clone(), self.unposted))
    }

    /// Whether a part of a long file is to be posted before anybody writes.
    pub const fn is_behind(&self) -> bool {
        self.unposted
    }

    pub const fn workshop(&self) -> WorkshopId {
        self.workshop
    }

    /// Where the chain ends, with what was decided.
    pub const fn head(&self) -> &Hash {
        &self.head
    }

    /// Reads all entities and balances. Past events are not among them.
    pub async fn read_all(&mut self, db: &mut AnyConnection) -> Result<(), StoreError> {
        records::read_all(db, self.workshop, &mut self.books).await
    }

    /// Reads what deciding that command needs, beside what is in the books already.
    pub async fn read_for(&mut self, db: &mut AnyConnection, command: &Command) -> Result<(), StoreError> {
        self.gather(db, command, self.today).await
    }

    async fn gather(&mut self, db: &mut AnyConnection, command: &Command, day: Day) -> Result<(), StoreError> {
        let needed = gather::gather(&mut *db, self.workshop, command, day, &mut self.books).await?;
        if needed.contains(&Need::Coordinators) {
            self.coordinators = Coordinators::read(db, self.workshop, self.at).await?;
        }
        Ok(())
    }

    /// Which of these events were posted already.
    pub async fn known(&self, db: &mut AnyConnection, ids: &[EventId]) -> Result<BTreeSet<EventId>, StoreError> {
        gather::known(db, self.workshop, ids).await
    }

    /// The event that a command was already, or else what deciding it needs to know.
    pub fn earlier_or_read<'a>(
        &'a mut self,
        db: &'a mut AnyConnection,
        ask: &'a Ask,
    ) -> BoxFuture<'a, Option<Event>, Refused> {
        Box::pin(async move {
            if let Some(event) = gather::event(&mut *db, self.workshop, ask.id).await? {
                let same = event.is_of(&ask.command) && event.actor == ask.actor;
                return if same { Ok(Some(event)) } else { Err(Refusal::IdReused.into()) };
            }
            let day = ask.day.unwrap_or(self.today);
            self.gather(db, &ask.command, day).await?;
            Ok(None)
        })
    }

    /// Decides a command by these books and adds its event to them.
    ///
    /// # Errors
    /// [`Refusal`]: nothing was added.
    pub fn decide(&mut self, ask: Ask) -> Result<Event, Refusal> {
        if self.books.entries.contains_key(&ask.id) {
            return Err(Refusal::IdReused);
        }
        let (id, actor, moment) = (ask.id, ask.actor, self.moment(&ask));
        let decided = decide(&self.books, moment, ask.command)?;
        let event = self.event(id, actor, decided);
        // `decide` has checked the law against the same books.
        let internal = |broken: &dyn ToString| Refusal::Internal { broken: broken.to_string() };
        self.books.apply(&event).map_err(|broken| internal(&broken))?;
        let body = post::body(&event).map_err(|error| internal(&error))?;
        let link = ChainLink::after(self.head.clone(), body);
        self.head = link.hash.clone();
        self.seq = event.seq;
        self.decided.push((event.clone(), link));
        Ok(event)
    }

    fn moment(&self, ask: &Ask) -> Moment {
        let day = ask.day.unwrap_or(self.today);
        let newcomer = match ask.actor {
            Actor::Coordinator { user } => self.coordinators.newcomer(user),
            _ => None,
        };
        Moment { id: ask.id, actor: ask.actor, day, today: self.today, coordinators: self.coordinators.count, newcomer }
    }

    /// The next event of the chain.
    fn event(&self, id: EventId, actor: Actor, decided: Decided) -> Event {
        decided.event(self.workshop, Seq(self.seq.0 + 1), self.at, id, actor)
    }

    /// The event that a command would be; of one that must be approved, once it is.
    ///
    /// # Errors
    /// [`Refusal`], as [`Deciding::decide`] would.
    pub fn would(&self, ask: Ask) -> Result<Event, Refusal> {
        let (id, actor) = (ask.id, ask.actor);
        let decided = would(&self.books, self.moment(&ask), ask.command)?;
        Ok(self.event(id, actor, decided))
    }

    /// What was decided, and where the chain ends with it.
    pub fn decided(&self) -> (&[(Event, ChainLink)], End) {
        (&self.decided, self.end())
    }

    fn end(&self) -> End {
        let Books { last_id, settled_through, approval, .. } = self.books;
        End { seq: self.seq, hash: self.head.clone(), last_id, settled_through, approval }
    }

    /// Writes down what was decided.
    pub fn post<'a>(&'a mut self, db: &'a mut AnyConnection) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            post::post(db, self.workshop, &self.decided, &self.end()).await?;
            self.decided.clear();
            Ok(())
        })
    }
}
