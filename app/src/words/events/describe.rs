//! Events, and proposals, as a whole. They know one another: an event may undo one that was proposed, and a proposal may
//! be of undoing an event.

use super::about::about;
use super::entries::actor;
use super::kind::{kind, kind_of};
use super::names::worker_name;
use super::requests;
use ledger::Command;
use ledger::journal::Event;
use ledger::model::{Approvable, Proposal};
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;

/// An event in words: what sort it is, about what, and line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// 领活, 发工钱 …
    pub kind: String,
    /// Whose, how many, how much.
    pub about: String,
    /// What it did, line by line.
    pub lines: Vec<String>,
}

impl Description {
    /// On one line.
    pub fn short(&self) -> String {
        if self.about.is_empty() { self.kind.clone() } else { format!("{}\u{a0}· {}", self.kind, self.about) }
    }
}

/// An event in words; of a correction, what it undid.
pub fn describe(record: &JournalEntry, names: &Names) -> Description {
    match (record.event.proposal(), &record.undoes) {
        (Some(proposal), undoes) => of_proposal_event(&record.event, proposal, undoes.as_deref(), names),
        (None, Some(undone)) => undoing(kind_of(&record.event.asked), undone, names),
        (None, None) => of_event(&record.event, names),
    }
}

/// What a proposal proposes.
pub fn describe_proposal(proposal: &Proposal, undoes: Option<&Event>, names: &Names) -> Description {
    let kind = kind(proposal.asked.kind());
    let money = |worker, fen| requests::money(worker_name(names, worker), fen);
    let about = match &proposal.asked {
        Approvable::SetRate(request) => requests::rate(request, names),
        Approvable::Bonus(request) => money(request.worker, request.fen),
        Approvable::Deduct(request) => money(request.worker, request.fen),
        Approvable::Advance(request) => money(request.worker, request.fen),
        Approvable::Pay(request) => money(request.worker, request.fen),
        Approvable::Reissue(request) => requests::repair(request, names),
        Approvable::SetTerms(request) => requests::terms(request),
        Approvable::SetMinimumWage(request) => requests::wage(request),
        Approvable::LetIn(request) => request.name.to_string(),
        Approvable::SetApproval(request) => requests::approval(request),
        Approvable::Correct(_) => match undoes {
            Some(undone) => return undoing(kind, undone, names),
            None => String::new(),
        },
    };
    Description { kind, about, lines: Vec::new() }
}

/// An event that proposed something or answered a proposal; `undoes` is what it is about undoing.
///
/// An approval is described as what happened by it: wages paid are wages paid, no matter who had to approve them.
fn of_proposal_event(event: &Event, proposal: &Proposal, undoes: Option<&Event>, names: &Names) -> Description {
    let mut proposed = describe_proposal(proposal, undoes, names);
    if matches!(event.asked, Command::Approve(_)) {
        proposed.lines.push(t!("tell-approved", who = actor(proposal.by, names), day = proposal.on));
        return proposed;
    }
    Description { kind: kind_of(&event.asked), about: proposed.short(), lines: proposed.lines }
}

/// What undoes an event, described by what it undoes.
fn undoing(kind: String, undone: &Event, names: &Names) -> Description {
    let first = of_event(undone, names);
    Description { kind, about: t!("tell-undoes", what = first.short(), day = undone.day), lines: first.lines }
}

fn of_event(event: &Event, names: &Names) -> Description {
    if let Some(proposal) = event.proposal() {
        return of_proposal_event(event, proposal, None, names);
    }
    let (about, lines) = about(event, names);
    Description { kind: kind_of(&event.asked), about, lines }
}
