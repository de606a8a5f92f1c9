//! The pure heart: what is true and what is requested → what happens, or why not.

use crate::journal::{Books, LawBroken, check};
use crate::model::command::{Command, for_all_commands};
use crate::model::{Approvable, Propose};
use crate::rules::closed;
use crate::rules::decision::{Decided, Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::routing::route;
use crate::rules::rule::Rule;
use crate::values::day::Day;

macro_rules! dispatch {
    ($($(#[$doc:meta])* $name:ident($request:ty) = $kind:literal),* $(,)?) => {
        /// A command's rule.
        pub(crate) fn rule_of(command: &Command) -> &dyn Rule {
            match command { $(Command::$name(request) => request),* }
        }
    };
}

for_all_commands!(dispatch);

/// What deciding a command of that day needs to know, as far as the books tell yet. It is asked again with what was read, until
/// nothing is new.
#[must_use]
pub fn needs(books: &Books, command: &Command, day: Day) -> Vec<Need> {
    let mut needs = rule_of(command).needs(books);
    if books.approval && Approvable::of(command).is_some() {
        needs.push(Need::OpenProposals);
    }
    if books.settled_through.is_some_and(|through| day <= through) {
        needs.push(Need::LatestSlips);
    }
    needs
}

/// Decides a command by what the books say. Where the workshop asks for a second coordinator, it may only be proposed by it.
///
/// # Errors
/// [`Refusal`]: the command is against the rules or the law, and nothing happens.
pub fn decide(books: &Books, moment: Moment, command: Command) -> Result<Decided, Refusal> {
    let (moment, asked) = route(books, moment, command);
    let decision = follow(books, &moment, &asked)?;
    Ok(Decided { asked, day: moment.day, decision })
}

/// What would come of a command once it is approved, where it must be: for pages that show it before it is asked for.
///
/// # Errors
/// [`Refusal`], as [`decide`] would.
pub fn would(books: &Books, moment: Moment, command: Command) -> Result<Decided, Refusal> {
    let (moment, asked) = match route(books, moment, command) {
        (moment, Command::Propose(Propose { asked, day })) => {
            (Moment { day: day.unwrap_or(moment.day), ..moment }, asked.command())
        }
        as_it_is => as_it_is,
    };
    let decision = follow(books, &moment, &asked)?;
    Ok(Decided { asked, day: moment.day, decision })
}

/// What the rules say of a command, though somebody else may have to approve it.
pub(crate) fn follow(books: &Books, moment: &Moment, command: &Command) -> Result<Decision, Refusal> {
    let rule = rule_of(command);
    if !rule.askers().include(moment.actor) {
        return Err(Refusal::NotYours);
    }
    if moment.day > moment.today {
        return Err(Refusal::DayAhead { day: moment.day, today: moment.today });
    }
    if !rule.within_limits() {
        return Err(Refusal::OutOfRange);
    }
    let decision = rule.decide(books, moment)?;
    closed::open(books, moment.day, &decision)?;
    if decision.is_of_nothing() {
        return Err(Refusal::Nothing);
    }
    match check(books, &decision.moves, &decision.transfers) {
        Ok(()) => Ok(decision),
        Err(LawBroken::BelowZero { place, have, short }) if decision.reverses.is_some() => {
            Err(Refusal::PassedOn { place: place.kind(), have, needed: have + short })
        }
        Err(LawBroken::BelowZero { place, have, short }) => {
            Err(Refusal::NotEnough { place: place.kind(), have, asked: have + short })
        }
        Err(LawBroken::TooLarge) => Err(Refusal::OutOfRange),
        // No rule asks for these: it is the program that is wrong.
        Err(broken @ (LawBroken::Nothing | LawBroken::Nowhere | LawBroken::OtherLine | LawBroken::Twice)) => {
            Err(Refusal::Internal { broken: broken.to_string() })
        }
    }
}
