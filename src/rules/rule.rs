//! What each command's rule is made of.

use crate::journal::{Books, Entry};
use crate::model::{Actor, Entity};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::values::ids::EventId;
use crate::values::pieces::Pieces;

/// Who may make a request at all. Whose things they are, each rule checks itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Askers {
    /// A coordinator, or the command line on the workshop's own machine.
    Coordinator,
    /// A coordinator, the command line, or who helps a coordinator.
    CoordinatorOrHelper,
    /// A coordinator, signed in: the command line is nobody whom another could name.
    CoordinatorInPerson,
    /// A coordinator, the command line, or the firm.
    CoordinatorOrFirm,
    /// A worker, of what is hers.
    Worker,
}

impl Askers {
    pub const fn include(self, actor: Actor) -> bool {
        match actor {
            Actor::Coordinator { .. } => !matches!(self, Self::Worker),
            Actor::Operator => matches!(self, Self::Coordinator | Self::CoordinatorOrHelper | Self::CoordinatorOrFirm),
            Actor::Helper { .. } => matches!(self, Self::CoordinatorOrHelper),
            Actor::Firm { .. } => matches!(self, Self::CoordinatorOrFirm),
            Actor::Worker { .. } => matches!(self, Self::Worker),
        }
    }
}

/// A command's rule.
pub trait Rule {
    /// Who may ask it.
    fn askers(&self) -> Askers {
        Askers::Coordinator
    }

    /// Whether its counts and amounts are from zero to the most that one entry may hold, so that none overflows later. Forms and
    /// files cannot pass others; a call in JSON could.
    fn within_limits(&self) -> bool {
        true
    }

    /// What deciding it needs to know. It is asked again with what was read, until nothing is new.
    fn needs(&self, _books: &Books) -> Vec<Need> {
        Vec::new()
    }

    /// What follows from it.
    ///
    /// # Errors
    /// [`Refusal`]: it is against the rules, and nothing happens.
    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal>;

    /// What undoing an event of it needs to know, besides its moves and transfers.
    fn correction_needs(&self, _books: &Books, _event: EventId, _entry: &Entry) -> Vec<Need> {
        Vec::new()
    }

    /// The entities that change when an event of it is undone, as they stand without it.
    ///
    /// # Errors
    /// [`Refusal`]: something that it needs is not there, or it cannot be undone any more.
    fn undone(
        &self,
        _books: &Books,
        _event: EventId,
        _entry: &Entry,
        _correction: EventId,
    ) -> Result<Vec<Entity>, Refusal> {
        Ok(Vec::new())
    }
}

/// Whether each may stand in an entry.
pub fn counts(all: impl IntoIterator<Item = Pieces>) -> bool {
    all.into_iter().all(Pieces::is_entry)
}
