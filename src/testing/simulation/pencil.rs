//! What a person with a pencil would write down of a command: how many pieces, how much money, for what.

use crate::Command;
use crate::journal::{Books, Event, Flow, Purpose};
use crate::values::ids::{IssueId, LineId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// Pieces by flow and fen by purpose. What is undone counts below zero; what is nothing is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pieces: BTreeMap<Flow, i64>,
    fen: BTreeMap<Purpose, i64>,
}

impl Sums {
    /// What an event did.
    pub fn of(event: &Event) -> Self {
        let sign = if event.reverses.is_some() { -1 } else { 1 };
        let mut sums = Self::default();
        for step in &event.moves {
            sums.add(step.flow, sign * step.pieces.0);
        }
        for transfer in &event.transfers {
            sums.owe(transfer.purpose, sign * transfer.fen.0);
        }
        sums
    }

    pub fn negated(&self) -> Self {
        Self {
            pieces: self.pieces.iter().map(|(flow, pieces)| (*flow, -pieces)).collect(),
            fen: self.fen.iter().map(|(purpose, fen)| (*purpose, -fen)).collect(),
        }
    }

    fn add(&mut self, flow: Flow, pieces: i64) {
        if pieces != 0 {
            *self.pieces.entry(flow).or_default() += pieces;
        }
    }

    fn owe(&mut self, purpose: Purpose, fen: i64) {
        if fen != 0 {
            *self.fen.entry(purpose).or_default() += fen;
        }
    }
}

/// What carrying out a command should do. The books are those after it, in which its issues are.
pub fn sums(books: &Books, command: &Command) -> Sums {
    let mut sums = Sums::default();
    let rate = |id: IssueId| books.issues.get(&id).expect("an issue").rate.0;
    let price = |id: LineId| books.lines.get(&id).expect("a line").price.0;
    let mut pieces = |flow, Pieces(n): Pieces| sums.add(flow, n);
    match command {
        Command::OpenOrder(ask) => ask.lines.iter().for_each(|line| pieces(Flow::Opened, line.pieces)),
        Command::Replace(ask) => pieces(Flow::Replaced, ask.pieces),
        Command::AddPieces(ask) => pieces(Flow::Opened, ask.pieces),
        Command::AddLine(ask) => pieces(Flow::Opened, ask.line.pieces),
        Command::Issue(ask) => ask.shares.iter().for_each(|share| pieces(Flow::Issued, share.pieces)),
        Command::Split(ask) => {
            let shares = ask.parts.iter().flat_map(|part| &part.shares);
            shares.for_each(|share| pieces(Flow::Issued, share.pieces));
        }
        Command::TakeBack(ask) => ask.parts.iter().for_each(|part| pieces(Flow::Returned, part.1)),
        Command::Deliver(ask) => ask.lines.iter().for_each(|line| pieces(Flow::Delivered, line.1)),
        Command::Restock(ask) => pieces(Flow::Restocked, ask.pieces),
        Command::Reissue(ask) => pieces(Flow::Reissued, ask.pieces),
        Command::WriteOff(ask) => pieces(Flow::WrittenOff, ask.pieces),
        Command::Count(ask) => {
            for part in &ask.parts {
                sums.add(Flow::Accepted, part.accepted.0);
                sums.add(Flow::SentBack, part.rework.0);
                sums.add(Flow::Scrapped, part.scrapped.0);
                sums.owe(Purpose::Earned, part.accepted.0 * rate(part.issue));
            }
        }
        Command::Answer(ask) => {
            for said in &ask.lines {
                sums.add(Flow::Confirmed, said.confirmed.0);
                sums.add(Flow::Refused, said.refused.0);
                sums.add(Flow::Short, said.short.0);
                sums.owe(Purpose::Fee, said.confirmed.0 * price(said.line));
            }
        }
        Command::Agree(ask) => {
            sums.add(Flow::Agreed, ask.pieces.0);
            let delivery = books.deliveries.get(&ask.delivery).expect("a delivery");
            let sent = delivery.lines.iter().find(|sent| sent.line == ask.line).expect("its line");
            sums.owe(Purpose::Fee, ask.pieces.0 * sent.price.expect("it was answered").0);
        }
        Command::Bonus(ask) => owe(&mut sums, Purpose::Bonus, ask.fen),
        Command::Deduct(ask) => owe(&mut sums, Purpose::Deduction, ask.fen),
        Command::Advance(ask) => owe(&mut sums, Purpose::Advance, ask.fen),
        Command::Pay(ask) => {
            // The books are those of after.
            let owed = books.owed_to(ask.worker) + ask.fen;
            let wages = ask.fen.min(owed.max(Fen::ZERO));
            owe(&mut sums, Purpose::Paid, wages);
            owe(&mut sums, Purpose::Advance, ask.fen - wages);
        }
        Command::FirmPays(ask) => owe(&mut sums, Purpose::Receipt, ask.fen),
        Command::ChangeOrder(_)
        | Command::ChangePrice(_)
        | Command::CancelPieces(_)
        | Command::SaveStyle(_)
        | Command::SetRate(_)
        | Command::SetMinimumWage(_)
        | Command::RecordTimeStudy(_)
        | Command::SetTerms(_)
        | Command::SetPhoto(_)
        | Command::SetVoiceClip(_)
        | Command::Retract(_)
        | Command::SaveWorker(_)
        | Command::SaveContact(_)
        | Command::SaveFirm(_)
        | Command::LetIn(_)
        | Command::ChangeAccess(_)
        | Command::Declare(_)
        | Command::Review(_)
        | Command::AnswerDispute(_)
        | Command::Settle(_)
        | Command::SetApproval(_)
        | Command::Propose(_)
        | Command::Decline(_)
        | Command::Withdraw(_) => {}
        Command::Approve(ask) => {
            let proposal = books.proposals.get(&ask.proposal).expect("a proposal");
            return self::sums(books, &proposal.asked.command());
        }
        Command::Correct(_) => unreachable!("a correction is its event's sums, negated"),
    }
    sums
}

fn owe(sums: &mut Sums, purpose: Purpose, Fen(fen): Fen) {
    sums.owe(purpose, fen);
}
