//! The numbers that one entry may carry. Forms and files cannot pass others; a call in JSON could.

use crate::command::Command;
use crate::delivery::Said;
use crate::money::Fen;
use crate::noun::Verdict;
use crate::order::NewLine;
use crate::pieces::Pieces;
use crate::refusal::Refusal;
use crate::work::CountPart;

/// Refuses counts and amounts below zero and above [`Pieces::MOST`] and [`Fen::MOST`], so that no rule after
/// this one can meet a number that overflows or that a filter for "any" would pass over in silence.
///
/// # Errors
/// [`Refusal::OutOfRange`].
pub fn check(command: &Command) -> Result<(), Refusal> {
    if holds(command) { Ok(()) } else { Err(Refusal::OutOfRange) }
}

fn holds(command: &Command) -> bool {
    match command {
        // Their numbers are minutes, which their own rules look at, or they have none.
        Command::SaveStyle(_)
        | Command::SaveWorker(_)
        | Command::SaveFirm(_)
        | Command::LetIn(_)
        | Command::AnswerDispute(_)
        | Command::Settle(_)
        | Command::SetApproval(_)
        | Command::SetTerms(_)
        | Command::Retract(_)
        | Command::Approve(_)
        | Command::Decline(_)
        | Command::Withdraw(_)
        // What is proposed is looked at as itself.
        | Command::Propose(_)
        | Command::Correct(_) => true,
        Command::SetRate(ask) => ask.rate.is_entry(),
        Command::SetMinimumWage(ask) => ask.fen.is_entry(),
        Command::RecordTimeStudy(ask) => ask.pieces.is_entry(),
        Command::OpenOrder(ask) => ask.lines.iter().all(line),
        Command::Replace(ask) => ask.pieces.is_entry(),
        Command::Issue(ask) => counts(ask.shares.iter().map(|share| share.pieces)),
        Command::Split(ask) => ask.parts.iter().all(|part| counts(part.shares.iter().map(|share| share.pieces))),
        Command::TakeBack(ask) => counts(ask.parts.iter().map(|(_, pieces)| *pieces)),
        Command::Count(ask) => ask.parts.iter().all(part),
        Command::Declare(ask) => ask.pieces.is_entry(),
        Command::Review(ask) => match &ask.verdict {
            Verdict::Right => true,
            Verdict::Wrong { accepted, .. } => accepted.is_entry(),
            Verdict::Amount { fen, .. } => fen.is_entry(),
        },
        Command::Deliver(ask) => counts(ask.lines.iter().map(|(_, pieces)| *pieces)),
        Command::Answer(ask) => ask.lines.iter().all(said),
        Command::Restock(ask) => ask.pieces.is_entry(),
        Command::Reissue(ask) => ask.pieces.is_entry() && ask.rate.is_entry(),
        Command::WriteOff(ask) => ask.pieces.is_entry(),
        Command::Agree(ask) => ask.pieces.is_entry(),
        Command::Bonus(ask) => ask.fen.is_entry(),
        Command::Deduct(ask) => ask.fen.is_entry(),
        Command::Advance(ask) => ask.fen.is_entry(),
        Command::Pay(ask) => ask.fen.is_entry(),
        Command::FirmPays(ask) => ask.fen.is_entry(),
    }
}

fn counts(all: impl IntoIterator<Item = Pieces>) -> bool {
    all.into_iter().all(Pieces::is_entry)
}

fn line(line: &NewLine) -> bool {
    counts([line.pieces, line.pack]) && Fen::is_entry(line.price)
}

fn part(part: &CountPart) -> bool {
    counts([part.accepted, part.rework, part.scrapped])
}

fn said(said: &Said) -> bool {
    counts([said.confirmed, said.refused, said.short])
}
