//! How a request goes on: as it is, or, where a second coordinator must approve it, as a proposal.

use crate::journal::Books;
use crate::model::command::Command;
use crate::model::{Approvable, Propose};
use crate::rules::decision::Moment;

/// The command as the rules are to look at it, and as of which day.
///
/// What is approved happens on the day for which it was asked, where that was an earlier one, and else on the day of the approval:
/// wages that wait over the end of a month are not paid before it.
pub fn route(books: &Books, moment: Moment, command: Command) -> (Moment, Command) {
    let today = Moment { day: moment.today, ..moment };
    match &command {
        Command::Approve(ask) => {
            let named = books.proposals.get(&ask.proposal).and_then(|proposal| proposal.day);
            (Moment { day: named.unwrap_or(moment.today), ..moment }, command)
        }
        _ if !books.approval => (moment, command),
        _ => match Approvable::of(&command).filter(|asked| asked.waits(books, moment.day)) {
            Some(asked) => {
                let day = (moment.day != moment.today).then_some(moment.day);
                (today, Propose { asked, day }.into())
            }
            None => (moment, command),
        },
    }
}
