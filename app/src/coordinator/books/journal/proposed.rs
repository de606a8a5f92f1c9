//! Proposals in words, and what came of them.

use super::tell::{self, Tale};
use ledger::Command;
use ledger::journal::Event;
use ledger::model::{Approvable, Proposal};
use ledger::store::reads::names::Names;

/// An event that proposed something or answered a proposal; `undoes` is what it is about undoing.
///
/// An approval is told as what happened by it: wages paid are wages paid, whoever had to approve them.
pub fn tale(event: &Event, proposal: &Proposal, undoes: Option<&Event>, names: &Names) -> Tale {
    let mut asked = asked(proposal, undoes, names);
    if matches!(event.asked, Command::Approve(_)) {
        asked.lines.push(t!("tell-approved", who = tell::actor(proposal.by, names), day = proposal.on));
        return asked;
    }
    Tale { kind: tell::kind(event.kind()), about: asked.short(), lines: asked.lines }
}

/// What was asked for.
pub fn asked(proposal: &Proposal, undoes: Option<&Event>, names: &Names) -> Tale {
    let kind = tell::kind(proposal.asked.kind());
    let money = |worker, fen| tell::money(tell::worker_name(names, worker), fen);
    let about = match &proposal.asked {
        Approvable::SetRate(ask) => tell::rate(ask, names),
        Approvable::Bonus(ask) => money(ask.worker, ask.fen),
        Approvable::Deduct(ask) => money(ask.worker, ask.fen),
        Approvable::Advance(ask) => money(ask.worker, ask.fen),
        Approvable::Pay(ask) => money(ask.worker, ask.fen),
        Approvable::Reissue(ask) => tell::repair(ask, names),
        Approvable::SetTerms(ask) => tell::terms(ask),
        Approvable::SetMinimumWage(ask) => tell::wage(ask),
        Approvable::LetIn(ask) => ask.name.to_string(),
        Approvable::SetApproval(ask) => tell::approval(ask),
        Approvable::Correct(_) => {
            return undoes.map_or(Tale { kind: kind.clone(), about: String::new(), lines: Vec::new() }, |undone| {
                tell::undoing(kind, undone, names)
            });
        }
    };
    Tale { kind, about, lines: Vec::new() }
}
