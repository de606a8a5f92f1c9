//! Events in words.

use super::proposed;
use crate::words;
use ledger::Command;
use ledger::journal::{Account, Event, Flow, Move, Place, Purpose, Transfer};
use ledger::model::{
    Actor, IssueShares, Noun, Reissue, Said, SetApproval, SetMinimumWage, SetRate, SetTerms, Share, Verdict,
};
use ledger::store::reads::names::{Names, StyleNamed};
use ledger::store::reads::told::Told;
use ledger::values::ids::{DeliveryId, IssueId, LineId, StepNo, StyleId, WorkerId};
use ledger::values::pieces::Pieces;

/// An event in words: what sort it is, about what, and line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tale {
    /// 领活, 发工钱 …
    pub kind: String,
    pub about: String,
    pub lines: Vec<String>,
}

impl Tale {
    /// On one line.
    pub fn short(&self) -> String {
        if self.about.is_empty() { self.kind.clone() } else { format!("{} · {}", self.kind, self.about) }
    }
}

/// An event in words; of a correction, what it undid.
pub fn tale(told: &Told, names: &Names) -> Tale {
    match (told.event.proposal(), &told.undoes) {
        (Some(proposal), undoes) => proposed::tale(&told.event, proposal, undoes.as_deref(), names),
        (None, Some(undone)) => undoing(kind(told.event.kind()), undone, names),
        (None, None) => of_event(&told.event, names),
    }
}

/// What undoes an event, told by what it undoes.
pub fn undoing(kind: String, undone: &Event, names: &Names) -> Tale {
    let first = of_event(undone, names);
    Tale { kind, about: t!("tell-undoes", what = first.short(), day = undone.day), lines: first.lines }
}

/// A sort of event, by its name in the database.
pub fn kind(code: &str) -> String {
    match code {
        "save_style" => t!("kind-save-style"),
        "set_rate" => t!("kind-set-rate"),
        "save_worker" => t!("kind-save-worker"),
        "settle" => t!("kind-settle"),
        "set_minimum_wage" => t!("kind-set-minimum-wage"),
        "record_time_study" => t!("kind-record-time-study"),
        "set_terms" => t!("kind-set-terms"),
        "let_in" => t!("kind-let-in"),
        "save_firm" => t!("kind-save-firm"),
        "open_order" => t!("kind-open-order"),
        "replace" => t!("kind-replace"),
        "issue" => t!("kind-issue"),
        "split" => t!("kind-split"),
        "take_back" => t!("kind-take-back"),
        "count" => t!("kind-count"),
        "declare" => t!("kind-declare"),
        "retract" => t!("kind-retract"),
        "review" => t!("kind-review"),
        "answer_dispute" => t!("kind-answer-dispute"),
        "deliver" => t!("kind-deliver"),
        "answer" => t!("kind-answer"),
        "restock" => t!("kind-restock"),
        "reissue" => t!("kind-reissue"),
        "write_off" => t!("kind-write-off"),
        "agree" => t!("kind-agree"),
        "bonus" => t!("kind-bonus"),
        "deduct" => t!("kind-deduct"),
        "advance" => t!("kind-advance"),
        "pay" => t!("kind-pay"),
        "firm_pays" => t!("kind-firm-pays"),
        "correct" => t!("kind-correct"),
        "set_approval" => t!("kind-set-approval"),
        "propose" => t!("kind-propose"),
        "approve" => t!("kind-approve"),
        "decline" => t!("kind-decline"),
        "withdraw" => t!("kind-withdraw"),
        other => other.to_owned(),
    }
}

/// What a move was for.
pub fn flow(flow: Flow) -> String {
    match flow {
        Flow::Opened => t!("flow-opened"),
        Flow::Replaced => t!("flow-replaced"),
        Flow::Issued => t!("flow-issued"),
        Flow::Returned => t!("flow-returned"),
        Flow::Accepted => t!("flow-accepted"),
        Flow::SentBack => t!("flow-sent-back"),
        Flow::Scrapped => t!("flow-scrapped"),
        Flow::Delivered => t!("flow-delivered"),
        Flow::Confirmed => t!("flow-confirmed"),
        Flow::Refused => t!("flow-refused"),
        Flow::Short => t!("flow-short"),
        Flow::Restocked => t!("flow-restocked"),
        Flow::Reissued => t!("flow-reissued"),
        Flow::WrittenOff => t!("flow-written-off"),
        Flow::Agreed => t!("flow-agreed"),
    }
}

/// Who did it.
pub fn actor(actor: Actor, names: &Names) -> String {
    match actor {
        Actor::Coordinator { user } => names.users.get(&user).cloned().unwrap_or_else(|| t!("actor-coordinator")),
        Actor::Worker { worker } => worker_name(names, worker),
        Actor::Firm { firm } => names.firms.get(&firm).cloned().unwrap_or_default(),
        Actor::Operator => t!("actor-operator"),
    }
}

/// One move: how many, from where, to where.
pub fn step(step: &Move, names: &Names) -> String {
    t!("journal-move", n = step.pieces, from = place(step.from, names), to = place(step.to, names))
}

/// One transfer: how much, and between which accounts.
pub fn transfer(transfer: &Transfer, names: &Names) -> String {
    let (debit, credit) = (account(transfer.debit, names), account(transfer.credit, names));
    t!("journal-transfer", money = transfer.fen, debit = debit, credit = credit)
}

fn of_event(event: &Event, names: &Names) -> Tale {
    if let Some(proposal) = event.proposal() {
        return proposed::tale(event, proposal, None, names);
    }
    let (about, lines) = match &event.asked {
        Command::SaveStyle(ask) => {
            let steps = ask.steps.iter().map(|step| step.name.to_string()).collect::<Vec<_>>().join(" → ");
            (t!("tell-style", code = ask.code.as_str(), name = ask.name.as_str()), vec![steps])
        }
        Command::SetRate(ask) => (rate(ask, names), Vec::new()),
        Command::SaveWorker(ask) => (format!("{} {}", ask.number, ask.name), Vec::new()),
        Command::LetIn(ask) => (ask.name.to_string(), Vec::new()),
        Command::SaveFirm(ask) => (ask.name.to_string(), Vec::new()),
        Command::OpenOrder(ask) => {
            let firm = names.firms.get(&ask.firm).cloned().unwrap_or_default();
            let lines = ask.lines.iter().map(|line| t!("tell-line", style = style(names, line.style), n = line.pieces));
            (t!("tell-order", code = ask.code.as_str(), firm = firm), lines.collect())
        }
        Command::Replace(ask) => (t!("tell-line", style = style_of(names, ask.line), n = ask.pieces), Vec::new()),
        Command::Issue(ask) => (made(names, ask.line, ask.step), shares(ask, names)),
        Command::Split(ask) => match ask.parts.as_slice() {
            [part] => (made(names, part.line, part.step), shares(part, names)),
            parts => {
                let each = parts.iter().map(|part| {
                    let shares = shares(part, names).join(" · ");
                    t!("tell-part", what = made(names, part.line, part.step), shares = shares)
                });
                (String::new(), each.collect())
            }
        },
        Command::TakeBack(_) => (whose(event, names), by_issue(event, names)),
        Command::Count(ask) => (worker_name(names, ask.worker), by_issue(event, names)),
        Command::Declare(ask) => {
            let worker = names.issues.get(&ask.issue).map(|issue| worker_name(names, issue.worker)).unwrap_or_default();
            (t!("tell-declared", worker = worker, n = ask.pieces), issue_lines(names, ask.issue))
        }
        Command::Retract(_) => match event.nouns.first() {
            Some(Noun::HandIn(gone)) => {
                let worker = worker_name(names, gone.worker);
                (t!("tell-retracted", worker = worker, n = gone.pieces), issue_lines(names, gone.issue))
            }
            _ => (String::new(), Vec::new()),
        },
        Command::Review(ask) => (verdict(event, &ask.verdict, names), Vec::new()),
        Command::AnswerDispute(_) => (whose(event, names), Vec::new()),
        Command::Deliver(ask) => {
            let lines = ask.lines.iter().filter(|(_, pieces)| pieces.any());
            let lines = lines.map(|(line, n)| t!("tell-line", style = style_of(names, *line), n = *n));
            (delivered(event, names), lines.collect())
        }
        Command::Answer(ask) => {
            (delivery(names, ask.delivery), ask.lines.iter().map(|said| answer(said, names)).collect())
        }
        Command::Restock(ask) => (delivery(names, ask.delivery), came(names, ask.line, ask.pieces)),
        Command::WriteOff(ask) => (delivery(names, ask.delivery), came(names, ask.line, ask.pieces)),
        Command::Agree(ask) => (delivery(names, ask.delivery), came(names, ask.line, ask.pieces)),
        Command::Reissue(ask) => (delivery(names, ask.delivery), vec![repair(ask, names)]),
        Command::Bonus(ask) => (money(worker_name(names, ask.worker), ask.fen), Vec::new()),
        Command::Deduct(ask) => (money(worker_name(names, ask.worker), ask.fen), Vec::new()),
        Command::Advance(ask) => (money(worker_name(names, ask.worker), ask.fen), Vec::new()),
        Command::Pay(ask) => {
            let ahead = event.transfers.iter().find(|part| part.purpose == Purpose::Advance);
            let ahead = ahead.map(|part| t!("tell-ahead", money = part.fen));
            (money(worker_name(names, ask.worker), ask.fen), ahead.into_iter().collect())
        }
        Command::FirmPays(ask) => (money(names.firms.get(&ask.firm).cloned().unwrap_or_default(), ask.fen), Vec::new()),
        Command::SetMinimumWage(ask) => (wage(ask), Vec::new()),
        Command::RecordTimeStudy(ask) => {
            let (style, step) = style_step(names, ask.style, ask.step);
            let took = words::minutes(ask.took);
            (t!("tell-time-study", style = style, step = step, n = ask.pieces, minutes = took), Vec::new())
        }
        Command::SetTerms(ask) => (terms(ask), Vec::new()),
        Command::Settle(ask) => {
            let workers = ask.workers.iter().map(|worker| worker_name(names, *worker)).collect();
            (t!("tell-settled", day = ask.until, n = ask.workers.len()), workers)
        }
        Command::SetApproval(ask) => (approval(ask), Vec::new()),
        // What is proposed and answered is told by its proposal.
        Command::Correct(_)
        | Command::Propose(_)
        | Command::Approve(_)
        | Command::Decline(_)
        | Command::Withdraw(_) => (String::new(), Vec::new()),
    };
    Tale { kind: kind(event.kind()), about, lines }
}

/// A rate in words.
pub(super) fn rate(ask: &SetRate, names: &Names) -> String {
    let (style, step) = style_step(names, ask.style, ask.step);
    t!("tell-rate", style = style, step = step, day = ask.from, rate = ask.rate)
}

/// A repair in words: who, how many, and at which rate.
pub(super) fn repair(ask: &Reissue, names: &Names) -> String {
    let share = t!("tell-share", worker = worker_name(names, ask.worker), n = ask.pieces);
    t!("tell-repair", style = style_of(names, ask.line), share = share, rate = ask.rate)
}

/// A minimum hourly wage in words.
pub(super) fn wage(ask: &SetMinimumWage) -> String {
    t!("tell-wage", money = ask.fen, day = ask.from)
}

/// The workshop's terms, in words.
pub(super) fn terms(ask: &SetTerms) -> String {
    let share = if ask.share_shown { t!("terms-share-on") } else { t!("terms-share-off") };
    [crate::words::repair(ask.repair), share].join(" · ")
}

/// Whether a second coordinator is asked for, in words.
pub(super) fn approval(ask: &SetApproval) -> String {
    if ask.on { t!("tell-approval-on") } else { t!("tell-approval-off") }
}

pub(super) fn money(who: String, fen: ledger::values::money::Fen) -> String {
    t!("tell-money", who = who, money = fen)
}

fn verdict(event: &Event, verdict: &Verdict, names: &Names) -> String {
    let worker = actor(event.actor, names);
    match verdict {
        Verdict::Right => t!("tell-right", worker = worker),
        Verdict::Wrong { accepted, words } => t!("tell-wrong", worker = worker, n = *accepted, words = words.as_str()),
        Verdict::Amount { fen, words } => t!("tell-amount", worker = worker, money = *fen, words = words.as_str()),
    }
}

fn answer(said: &Said, names: &Names) -> String {
    let parts = [(Flow::Confirmed, said.confirmed), (Flow::Refused, said.refused), (Flow::Short, said.short)];
    format!("{}: {}", style_of(names, said.line), counted(&parts))
}

/// `合格 50 · 返工 6`, leaving out what is none.
fn counted(parts: &[(Flow, Pieces)]) -> String {
    let parts = parts.iter().filter(|(_, pieces)| pieces.any());
    parts.map(|(of, n)| t!("tell-counted", flow = flow(*of), n = *n)).collect::<Vec<_>>().join(" · ")
}

/// What happened to each issue that the event touched.
fn by_issue(event: &Event, names: &Names) -> Vec<String> {
    let mut issues: Vec<(IssueId, Vec<(Flow, Pieces)>)> = Vec::new();
    for step in &event.moves {
        let Some((_, issue)) = step.from.home().or(step.to.home()) else { continue };
        match issues.iter_mut().find(|(id, _)| *id == issue) {
            Some((_, parts)) => parts.push((step.flow, step.pieces)),
            None => issues.push((issue, vec![(step.flow, step.pieces)])),
        }
    }
    let line = |(issue, parts): &(IssueId, Vec<_>)| format!("{}: {}", issue_name(names, *issue), counted(parts));
    issues.iter().map(line).collect()
}

fn issue_lines(names: &Names, issue: IssueId) -> Vec<String> {
    vec![issue_name(names, issue)]
}

fn issue_name(names: &Names, issue: IssueId) -> String {
    names.issues.get(&issue).map(|issue| made(names, issue.line, issue.step)).unwrap_or_default()
}

fn came(names: &Names, line: LineId, pieces: Pieces) -> Vec<String> {
    vec![t!("tell-line", style = style_of(names, line), n = pieces)]
}

/// Whose work or money the event is about.
fn whose(event: &Event, names: &Names) -> String {
    let of_moves = event.moves.iter().find_map(|step| step.from.home().or(step.to.home())).map(|(worker, _)| worker);
    let of_nouns =
        event.nouns.iter().find_map(|noun| if let Noun::Review(review) = noun { Some(review.worker) } else { None });
    of_moves.or(of_nouns).map(|worker| worker_name(names, worker)).unwrap_or_default()
}

fn delivered(event: &Event, names: &Names) -> String {
    let made = event.nouns.iter().find_map(|noun| if let Noun::Delivery(it) = noun { Some(it.id) } else { None });
    made.map(|id| delivery(names, id)).unwrap_or_default()
}

fn delivery(names: &Names, id: DeliveryId) -> String {
    let code = names.deliveries.get(&id).and_then(|order| names.orders.get(order)).cloned().unwrap_or_default();
    t!("tell-delivery", n = id.to_string(), code = code)
}

fn shares(ask: &IssueShares, names: &Names) -> Vec<String> {
    let share = |share: &Share| t!("tell-share", worker = worker_name(names, share.worker), n = share.pieces);
    ask.shares.iter().map(share).collect()
}

/// Style, step and order of a line's work.
fn made(names: &Names, line: LineId, no: StepNo) -> String {
    let Some(named) = names.lines.get(&line) else { return String::new() };
    let (style, step) = style_step(names, named.style, no);
    let order = names.orders.get(&named.order).cloned().unwrap_or_default();
    format!("{} · {order}", t!("tell-step", style = style, step = step))
}

fn style_of(names: &Names, line: LineId) -> String {
    names.lines.get(&line).map(|line| style(names, line.style)).unwrap_or_default()
}

fn style(names: &Names, id: StyleId) -> String {
    names.styles.get(&id).map(|style| style.name.clone()).unwrap_or_default()
}

fn style_step(names: &Names, id: StyleId, no: StepNo) -> (String, String) {
    let found = names.styles.get(&id);
    (style(names, id), found.map(|style: &StyleNamed| style.step(no).to_owned()).unwrap_or_default())
}

pub(super) fn worker_name(names: &Names, worker: WorkerId) -> String {
    names.workers.get(&worker).map(|worker| worker.name.clone()).unwrap_or_default()
}

fn step_name(names: &Names, line: LineId, no: StepNo) -> String {
    names.lines.get(&line).map(|line| style_step(names, line.style, no).1).unwrap_or_default()
}

fn place(place: Place, names: &Names) -> String {
    let kind = words::place_kind(place.kind());
    match place {
        Place::Ordered { .. } | Place::Stock { .. } => kind,
        Place::Pool { line, step } => t!("place-of-pool", step = step_name(names, line, step)),
        Place::Scrap { line, step } => t!("place-of-scrap", step = step_name(names, line, step)),
        Place::Hand { worker, .. } => t!("place-of-hand", worker = worker_name(names, worker)),
        Place::Redo { worker, .. } => t!("place-of-redo", worker = worker_name(names, worker)),
        Place::Delivered { delivery, .. }
        | Place::Confirmed { delivery, .. }
        | Place::Refused { delivery, .. }
        | Place::Missing { delivery, .. }
        | Place::WrittenOff { delivery, .. } => t!("place-of-delivery", place = kind, n = delivery.to_string()),
    }
}

fn account(account: Account, names: &Names) -> String {
    match account {
        Account::Wages => t!("account-wages"),
        Account::Cash => t!("account-cash"),
        Account::Fees => t!("account-fees"),
        Account::Worker { worker } => worker_name(names, worker),
        Account::Firm { firm } => names.firms.get(&firm).cloned().unwrap_or_default(),
    }
}
