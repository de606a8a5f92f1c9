//! The pure heart: what is true and what is asked → what happens, or why not.

use crate::approval;
use crate::bounds;
use crate::command::Command;
use crate::day::Day;
use crate::ids::EventId;
use crate::journal::{Actor, Books, LawBroken, Move, Transfer, check};
use crate::noun::Noun;
use crate::refusal::Refusal;
use crate::settlement;
use crate::text::Note;

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The event that this will be.
    pub id: EventId,
    pub actor: Actor,
    /// The day on which it happened, in the workshop's zone: today, or an earlier one that is entered late.
    pub day: Day,
    /// The day that it is there now.
    pub today: Day,
    /// How many coordinators of the workshop have a way to sign in.
    pub coordinators: i64,
}

/// What happens: the parts of an event that follow from the rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    pub nouns: Vec<Noun>,
    pub moves: Vec<Move>,
    pub transfers: Vec<Transfer>,
    pub reverses: Option<EventId>,
    pub note: Note,
}

/// What is written down: the request as it went on, the day on which it happened, and what followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// What was asked; where a second coordinator must approve it, the proposal of it.
    pub asked: Command,
    pub day: Day,
    pub decision: Decision,
}

/// Decides a command by what the books say. Where the workshop asks for a second coordinator, it may only be proposed by it.
///
/// # Errors
/// [`Refusal`]: the command is against the rules or the law, and nothing happens.
pub fn decide(books: &Books, moment: Moment, command: Command) -> Result<Decided, Refusal> {
    let (moment, asked) = approval::road(books, moment, command);
    let decision = rule(books, &moment, &asked)?;
    Ok(Decided { asked, day: moment.day, decision })
}

/// What would come of a command once whoever else must approve it has: for pages that show it before it is asked for.
///
/// # Errors
/// [`Refusal`], as [`decide`] would.
pub fn would(books: &Books, moment: Moment, command: Command) -> Result<Decided, Refusal> {
    let (moment, asked) = match approval::road(books, moment, command) {
        (moment, Command::Propose(ask)) => {
            (Moment { day: ask.day.unwrap_or(moment.day), ..moment }, ask.asked.command())
        }
        as_it_is => as_it_is,
    };
    let decision = rule(books, &moment, &asked)?;
    Ok(Decided { asked, day: moment.day, decision })
}

/// What the rules say of a command, whoever else may have to approve it.
pub(crate) fn rule(books: &Books, moment: &Moment, command: &Command) -> Result<Decision, Refusal> {
    if !may(moment.actor, command) {
        return Err(Refusal::NotYours);
    }
    if moment.day > moment.today {
        return Err(Refusal::DayAhead { day: moment.day, today: moment.today });
    }
    bounds::check(command)?;
    let decision = match command {
        Command::SaveStyle(ask) => ask.decide(books),
        Command::SetRate(ask) => ask.decide(books),
        Command::SetMinimumWage(ask) => ask.decide(),
        Command::RecordTimeStudy(ask) => ask.decide(books, moment),
        Command::SetTerms(ask) => ask.decide(books, moment),
        Command::SaveWorker(ask) => ask.decide(books),
        Command::SaveFirm(ask) => ask.decide(books),
        Command::LetIn(ask) => Ok(ask.decide()),
        Command::OpenOrder(ask) => ask.decide(books),
        Command::Replace(ask) => ask.decide(books),
        Command::Issue(ask) => ask.decide(books, moment),
        Command::Split(ask) => ask.decide(books, moment),
        Command::TakeBack(ask) => ask.decide(books),
        Command::Count(ask) => ask.decide(books, moment),
        Command::Declare(ask) => ask.decide(books, moment),
        Command::Retract(ask) => ask.decide(books, moment),
        Command::Review(ask) => ask.decide(books, moment),
        Command::AnswerDispute(ask) => ask.decide(books),
        Command::Deliver(ask) => ask.decide(books, moment),
        Command::Answer(ask) => ask.decide(books, moment),
        Command::Restock(ask) => ask.decide(books),
        Command::Reissue(ask) => ask.decide(books, moment),
        Command::WriteOff(ask) => ask.decide(books),
        Command::Agree(ask) => ask.decide(books),
        Command::Bonus(ask) => ask.decide(books),
        Command::Deduct(ask) => ask.decide(books),
        Command::Advance(ask) => ask.decide(books),
        Command::Pay(ask) => ask.decide(books),
        Command::FirmPays(ask) => ask.decide(books),
        Command::Settle(ask) => ask.decide(books, moment),
        Command::Correct(ask) => ask.decide(books, moment),
        Command::SetApproval(ask) => ask.decide(books, moment),
        Command::Propose(ask) => ask.decide(books, moment),
        Command::Approve(ask) => ask.decide(books, moment),
        Command::Decline(ask) => ask.decide(books, moment),
        Command::Withdraw(ask) => ask.decide(books, moment),
    }?;
    settlement::open(books, moment.day, &decision)?;
    match check(books, &decision.moves, &decision.transfers) {
        Ok(()) => Ok(decision),
        Err(LawBroken::BelowZero { place, have, short }) if decision.reverses.is_some() => {
            Err(Refusal::PassedOn { place: place.kind(), have, needed: have + short })
        }
        Err(LawBroken::BelowZero { place, have, short }) => {
            Err(Refusal::NotEnough { place: place.kind(), have, asked: have + short })
        }
        Err(LawBroken::TooLarge) => Err(Refusal::OutOfRange),
        // No rule makes the last two, and only `apply` meets an event twice; if one did, this refuses all the same.
        Err(LawBroken::Nothing | LawBroken::Nowhere | LawBroken::OtherLine | LawBroken::Twice) => Err(Refusal::Nothing),
    }
}

/// Who may ask what at all: design's "who may see and do what". Whose things they are, each rule checks itself.
const fn may(actor: Actor, command: &Command) -> bool {
    match actor {
        Actor::Coordinator { .. } => !hers(command),
        // The command line is nobody whom another could name: it may ask, and others answer.
        Actor::Operator => {
            !hers(command) && !matches!(command, Command::Approve(_) | Command::Decline(_) | Command::Withdraw(_))
        }
        Actor::Worker { .. } => hers(command),
        Actor::Firm { .. } => matches!(command, Command::Answer(_)),
    }
}

/// What only a worker says, of what is hers.
const fn hers(command: &Command) -> bool {
    matches!(command, Command::Declare(_) | Command::Retract(_) | Command::Review(_))
}

#[cfg(test)]
mod tests;
