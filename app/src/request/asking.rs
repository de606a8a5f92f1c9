//! Someone who is known and may ask.

use super::books::{Claim, OpenBooks};
use super::{FileReader, Person, Problem, SessionId, Viewer, viewer};
use crate::hasher::Hasher;
use crate::security_log::SecurityEvent;
use chrono::{DateTime, Utc};
use ledger::Command;
use ledger::journal::Event;
use ledger::model::{Actor, ChangeAccess};
use ledger::rules::plausibility::Unusual;
use ledger::store::access::{AccessAsk, Holder, Secret};
use ledger::store::{Ask, Store};
use ledger::values::clock::{Clock, Zone};
use ledger::values::day::Day;
use ledger::values::ids::{DeliveryId, EventId, FirmId, Seq, WorkerId, WorkshopId};
use leptos::prelude::use_context;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What the server lends to every request.
#[derive(Clone)]
pub struct Services {
    pub store: Store,
    pub clock: Arc<dyn Clock>,
    pub files: Arc<dyn FileReader>,
    pub hasher: Hasher,
}

/// What the server lends to this request.
///
/// # Errors
/// [`Problem::Database`] when it lent nothing, which only a wrongly wired router does.
pub fn services() -> Result<Services, Problem> {
    use_context::<Services>().ok_or(Problem::Database)
}

/// Lets in anyone who holds a delivery note: its link speaks for the firm, for this delivery alone.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such link.
pub async fn as_delivery(token: &str) -> Result<(Asking, FirmId, DeliveryId), Problem> {
    let found = services()?.store.links().linked(token).await?;
    let Some((linked, delivery)) = found.and_then(|linked| linked.delivery.map(|delivery| (linked, delivery))) else {
        SecurityEvent::UnknownLink.log();
        return Err(Problem::NotFound);
    };
    let person = Person::Firm { firm: linked.firm, name: linked.firm_name.to_string() };
    // There is no session: the paper is all they have.
    let (holder, proved) = (Holder::Firm(linked.firm), DateTime::UNIX_EPOCH);
    let (session, newest) = (SessionId(0), Seq(0));
    let viewer = Viewer { session, workshop: linked.workshop, holder, person, pay_open: false, proved, newest };
    Ok((Asking::of(viewer, Actor::Firm { firm: linked.firm })?, linked.firm, delivery))
}

/// The day on which an entry was made that waited on a device. The server lends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnteredOn(pub Day);

/// Someone who was let in: for reads and writes of their own workshop, as themselves.
#[derive(Clone)]
pub struct Asking {
    pub store: Store,
    pub workshop: WorkshopId,
    pub actor: Actor,
    pub viewer: Viewer,
    pub now: DateTime<Utc>,
    /// The day that it is in the workshop.
    pub today: Day,
    /// The day on which it was entered, where it waited on a device since; for [`Asking::perform`] of what may wait.
    pub entered: Option<Day>,
    reading: Arc<AtomicBool>,
}

impl Asking {
    fn of(viewer: Viewer, actor: Actor) -> Result<Self, Problem> {
        let Services { store, clock, .. } = services()?;
        let now = clock.now();
        Ok(Self {
            store,
            workshop: viewer.workshop.id,
            actor,
            viewer,
            now,
            today: Zone::china().day(now),
            entered: use_context::<EnteredOn>().map(|EnteredOn(day)| day),
            reading: Arc::default(),
        })
    }

    /// Whether rates, pay and prices are for this one to see.
    #[must_use]
    pub const fn sees_money(&self) -> bool {
        !matches!(self.actor, Actor::Helper { .. })
    }

    /// Opens the books for a page: all that it shows is of one moment. Dropped before anything is written.
    ///
    /// # Errors
    /// [`Problem::Database`] when they cannot be read, or are open for this page already: a page that held two connections
    /// could wait for itself.
    pub async fn read(&self) -> Result<OpenBooks, Problem> {
        let Some(claim) = Claim::take(&self.reading) else {
            tracing::error!("a page opened its books twice");
            return Err(Problem::Database);
        };
        Ok(OpenBooks::new(self.store.read(self.workshop).await?, claim))
    }

    /// Carries out a command, as the event with the id that the form was made with; `day` where it happened on an earlier day.
    ///
    /// # Errors
    /// [`Problem`]; nothing was changed.
    pub async fn perform(&self, event: &str, day: Option<Day>, command: impl Into<Command>) -> Result<Event, Problem> {
        let id: EventId = event.parse().map_err(|_| Problem::BadForm)?;
        let ask = Ask { id, actor: self.actor, day, command: command.into() };
        Ok(self.store.perform(self.workshop, self.now, ask).await?.event)
    }

    /// Goes on only where a password or PIN was given a short while ago.
    ///
    /// # Errors
    /// [`Problem::ProofNeeded`]
    pub fn proved(self) -> Result<Self, Problem> {
        self.viewer.must_be_proved(self.now)?;
        Ok(self)
    }

    /// Changes somebody's access, as the event with the id that the form was made with. Returns the secret of a link, where it makes one.
    ///
    /// # Errors
    /// [`Problem`], [`Problem::ProofNeeded`] where it is long since she gave her password; nothing was changed.
    pub async fn change_access(&self, event: &str, change: ChangeAccess) -> Result<Option<Secret>, Problem> {
        self.viewer.must_be_proved(self.now)?;
        let id: EventId = event.parse().map_err(|_| Problem::BadForm)?;
        let what = change.code();
        let secret =
            self.store.change_access(self.workshop, self.now, AccessAsk { id, actor: self.actor, change }).await?;
        SecurityEvent::AccessChanged.log_at(self.workshop, self.viewer.holder, what);
        Ok(secret)
    }

    /// Whether the form with that event id was carried out before.
    ///
    /// # Errors
    /// [`Problem`] when the books cannot be read.
    pub async fn was_done(&self, event: &str) -> Result<bool, Problem> {
        let id: EventId = event.parse().map_err(|_| Problem::BadForm)?;
        Ok(self.read().await?.is_written(id).await?)
    }

    /// Carries out several commands that do not depend on one another, all or none, each as an event of its own.
    ///
    /// # Errors
    /// The place of the command that was refused, from 0, and why; nothing was changed.
    pub async fn perform_all(
        &self,
        day: Option<Day>,
        commands: Vec<(EventId, Command)>,
    ) -> Result<Vec<Event>, (usize, Problem)> {
        let ask = |(id, command)| Ask { id, actor: self.actor, day, command };
        let asks = commands.into_iter().map(ask).collect();
        let done = self.store.perform_all(self.workshop, self.now, asks).await;
        let receipts = done.map_err(|(place, refused)| (place, refused.into()))?;
        Ok(receipts.into_iter().map(|receipt| receipt.event).collect())
    }

    /// Carries out a command, then those that follow from its event, all or none, each as an event of its own.
    ///
    /// # Errors
    /// The place of the command that was refused, from 0, and why; nothing was changed.
    pub async fn perform_then(
        &self,
        event: &str,
        command: impl Into<Command>,
        then: impl FnOnce(&Event) -> Vec<(EventId, Command)> + Send,
    ) -> Result<Vec<Event>, (usize, Problem)> {
        let id: EventId = event.parse().map_err(|_| (0, Problem::BadForm))?;
        let ask = |(id, command)| Ask { id, actor: self.actor, day: None, command };
        let first = ask((id, command.into()));
        let then = |event: &Event| then(event).into_iter().map(ask).collect();
        let done = self.store.perform_then(self.workshop, self.now, first, then).await;
        let receipts = done.map_err(|(place, refused)| (place, refused.into()))?;
        Ok(receipts.into_iter().map(|receipt| receipt.event).collect())
    }

    /// Asks about what is unusual, unless the one who sends it is sure, or sends again what was done.
    ///
    /// # Errors
    /// [`Problem::Ask`].
    pub async fn ask(&self, event: &str, unusual: Option<Unusual>, sure: &str) -> Result<(), Problem> {
        let Some(unusual) = unusual.filter(|_| sure.is_empty()) else { return Ok(()) };
        if self.was_done(event).await? { Ok(()) } else { Err(Problem::Ask { unusual, name: None }) }
    }

    /// Whether a command would be carried out, and what would come of it; nothing is changed.
    ///
    /// # Errors
    /// [`Problem`], as [`Asking::perform`] would.
    pub async fn rehearse(&self, books: &mut OpenBooks, command: impl Into<Command>) -> Result<Event, Problem> {
        let ask = Ask { id: EventId(uuid::Uuid::new_v4()), actor: self.actor, day: None, command: command.into() };
        Ok(books.rehearse(self.now, ask).await?)
    }
}

/// Lets coordinators in, and nobody else.
///
/// # Errors
/// [`Problem::SignedOut`] or [`Problem::NotFound`].
pub fn as_coordinator() -> Result<Asking, Problem> {
    let viewer = viewer().ok_or(Problem::SignedOut)?;
    match viewer.person {
        Person::Coordinator { user, .. } => Asking::of(viewer, Actor::Coordinator { user }),
        Person::Helper { .. } | Person::Worker { .. } | Person::Firm { .. } => Err(Problem::NotFound),
    }
}

/// Lets coordinators in, and those who help them; what has to do with money is shown only where [`Asking::sees_money`].
///
/// # Errors
/// [`Problem::SignedOut`] or [`Problem::NotFound`].
pub fn as_coordinator_or_helper() -> Result<Asking, Problem> {
    let viewer = viewer().ok_or(Problem::SignedOut)?;
    match viewer.person {
        Person::Coordinator { user, .. } => Asking::of(viewer, Actor::Coordinator { user }),
        Person::Helper { user, .. } => Asking::of(viewer, Actor::Helper { user }),
        Person::Worker { .. } | Person::Firm { .. } => Err(Problem::NotFound),
    }
}

/// Lets workers in, and nobody else. Her pay also needs [`Viewer::pay_open`].
///
/// # Errors
/// [`Problem::SignedOut`] or [`Problem::NotFound`].
pub fn as_worker() -> Result<(Asking, WorkerId), Problem> {
    let viewer = viewer().ok_or(Problem::SignedOut)?;
    match viewer.person {
        Person::Worker { worker, .. } => Ok((Asking::of(viewer, Actor::Worker { worker })?, worker)),
        Person::Coordinator { .. } | Person::Helper { .. } | Person::Firm { .. } => Err(Problem::NotFound),
    }
}

/// Lets a firm's clerks in, and nobody else.
///
/// # Errors
/// [`Problem::SignedOut`] or [`Problem::NotFound`].
pub fn as_firm() -> Result<(Asking, FirmId), Problem> {
    let viewer = viewer().ok_or(Problem::SignedOut)?;
    match viewer.person {
        Person::Firm { firm, .. } => Ok((Asking::of(viewer, Actor::Firm { firm })?, firm)),
        Person::Coordinator { .. } | Person::Helper { .. } | Person::Worker { .. } => Err(Problem::NotFound),
    }
}
