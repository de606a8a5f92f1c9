//! What each sort of event is about.

use super::access::access;
use super::changes::{Reader, changes};
use super::entries::actor;
use super::kind::flow;
use super::names::{delivery, issue_name, order_code, order_of, style, style_of, style_step, work, worker_name};
use super::photo::photo;
use super::requests::{approval, money, rate, repair, terms, wage};
use super::voice::voice_clip;
use crate::words;
use ledger::Command;
use ledger::journal::{Event, Flow, Purpose};
use ledger::model::{Entity, IssueShares, LineAnswer, Share, Verdict};
use ledger::store::reads::names::Names;
use ledger::values::ids::{IssueId, LineId};
use ledger::values::pieces::Pieces;

/// What an event is about, and line by line what it did. What is proposed and answered is described by its proposal.
pub(super) fn about(event: &Event, names: &Names) -> (String, Vec<String>) {
    match &event.asked {
        Command::SaveStyle(ask) => {
            let steps = ask.steps.iter().map(|step| step.name.to_string()).collect::<Vec<_>>().join(" → ");
            (t!("tell-style", code = ask.code.as_str(), name = ask.name.as_str()), vec![steps])
        }
        Command::SetRate(ask) => (rate(ask, names), Vec::new()),
        Command::SetPhoto(ask) => photo(ask, names),
        Command::SetVoiceClip(ask) => voice_clip(ask),
        Command::SaveWorker(ask) => (format!("{} {}", ask.number, ask.name), Vec::new()),
        Command::LetIn(ask) if ask.helper => (t!("tell-helper", name = ask.name.as_str()), Vec::new()),
        Command::LetIn(ask) => (ask.name.to_string(), Vec::new()),
        Command::ChangeAccess(change) => access(change, names),
        Command::SaveContact(ask) => {
            let details = &ask.details;
            let phone = details.phone.as_ref().map(ToString::to_string).unwrap_or_default();
            let noted = [phone.as_str(), details.group.as_str(), details.remarks.as_str()];
            let noted = noted.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\u{a0}· ");
            (worker_name(names, ask.worker), vec![noted])
        }
        Command::SaveFirm(ask) => (ask.name.to_string(), Vec::new()),
        Command::OpenOrder(ask) => {
            let firm = names.firms.get(&ask.firm).cloned().unwrap_or_default();
            let lines = ask.lines.iter().map(|line| {
                let style = line.variant.behind(&style(names, line.style));
                t!("tell-line", style = style, n = line.pieces)
            });
            (t!("tell-order", code = ask.code.as_str(), firm = firm), lines.collect())
        }
        Command::ChangeOrder(ask) => (order_code(names, ask.order), changes(&event.asked, names, Reader::Coordinator)),
        Command::AddLine(ask) => (order_code(names, ask.order), changes(&event.asked, names, Reader::Coordinator)),
        Command::CancelPieces(ask) => (order_code(names, ask.order), changes(&event.asked, names, Reader::Coordinator)),
        Command::ChangePrice(ask) => (order_of(names, ask.line), changes(&event.asked, names, Reader::Coordinator)),
        Command::AddPieces(ask) => (order_of(names, ask.line), changes(&event.asked, names, Reader::Coordinator)),
        Command::Replace(ask) => (t!("tell-line", style = style_of(names, ask.line), n = ask.pieces), Vec::new()),
        Command::Issue(ask) => (work(names, ask.line, ask.step), shares(ask, names)),
        Command::Split(ask) => match ask.parts.as_slice() {
            [part] => (work(names, part.line, part.step), shares(part, names)),
            parts => {
                let each = parts.iter().map(|part| {
                    let shares = shares(part, names).join("\u{a0}· ");
                    t!("tell-part", what = work(names, part.line, part.step), shares = shares)
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
        Command::Retract(_) => match event.entities.first() {
            Some(Entity::HandIn(gone)) => {
                let worker = worker_name(names, gone.worker);
                (t!("tell-retracted", worker = worker, n = gone.pieces), issue_lines(names, gone.issue))
            }
            _ => (String::new(), Vec::new()),
        },
        Command::Review(ask) => {
            let new_card = ask.new_card.then(|| t!("review-new-card"));
            (verdict(event, &ask.verdict, names), new_card.into_iter().collect())
        }
        Command::AnswerDispute(_) => (whose(event, names), Vec::new()),
        Command::Deliver(ask) => {
            let lines = ask.lines.iter().filter(|(_, pieces)| pieces.any());
            let lines = lines.map(|(line, n)| t!("tell-line", style = style_of(names, *line), n = *n));
            (delivered(event, names), lines.collect())
        }
        Command::Answer(ask) => {
            (delivery(names, ask.delivery), ask.lines.iter().map(|line| answer(line, names)).collect())
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
            let workers = ask.workers.iter().map(|worker| worker_name(names, *worker)).collect::<Vec<_>>();
            (t!("tell-settled", day = ask.until, n = ask.workers.len()), vec![workers.join("\u{a0}· ")])
        }
        Command::SetApproval(ask) => (approval(ask), Vec::new()),
        Command::Correct(_)
        | Command::Propose(_)
        | Command::Approve(_)
        | Command::Decline(_)
        | Command::Withdraw(_) => (String::new(), Vec::new()),
    }
}

fn verdict(event: &Event, verdict: &Verdict, names: &Names) -> String {
    let worker = actor(event.actor, names);
    match verdict {
        Verdict::Right => t!("tell-right", worker = worker),
        Verdict::Wrong { accepted, words } => t!("tell-wrong", worker = worker, n = *accepted, words = words.as_str()),
        Verdict::Amount { fen, words } => t!("tell-amount", worker = worker, money = *fen, words = words.as_str()),
    }
}

fn answer(line: &LineAnswer, names: &Names) -> String {
    let parts = [(Flow::Confirmed, line.confirmed), (Flow::Refused, line.refused), (Flow::Short, line.short)];
    t!("tell-part", what = style_of(names, line.line), shares = counted(&parts))
}

/// `合格 50 · 返工 6`, leaving out zeros.
fn counted(parts: &[(Flow, Pieces)]) -> String {
    let parts = parts.iter().filter(|(_, pieces)| pieces.any());
    parts.map(|(of, n)| t!("tell-counted", flow = flow(*of), n = *n)).collect::<Vec<_>>().join("\u{a0}· ")
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
    let line =
        |(issue, parts): &(IssueId, Vec<_>)| t!("tell-part", what = issue_name(names, *issue), shares = counted(parts));
    issues.iter().map(line).collect()
}

fn issue_lines(names: &Names, issue: IssueId) -> Vec<String> {
    vec![issue_name(names, issue)]
}

fn came(names: &Names, line: LineId, pieces: Pieces) -> Vec<String> {
    vec![t!("tell-line", style = style_of(names, line), n = pieces)]
}

/// Whose work or money the event is about.
fn whose(event: &Event, names: &Names) -> String {
    let of_moves = event.moves.iter().find_map(|step| step.from.home().or(step.to.home())).map(|(worker, _)| worker);
    let of_nouns = event
        .entities
        .iter()
        .find_map(|entity| if let Entity::Review(review) = entity { Some(review.worker) } else { None });
    of_moves.or(of_nouns).map(|worker| worker_name(names, worker)).unwrap_or_default()
}

fn delivered(event: &Event, known: &Names) -> String {
    let entity =
        event.entities.iter().find_map(|entity| if let Entity::Delivery(it) = entity { Some(it.id) } else { None });
    entity.map(|id| delivery(known, id)).unwrap_or_default()
}

fn shares(ask: &IssueShares, names: &Names) -> Vec<String> {
    let share = |share: &Share| t!("tell-share", worker = worker_name(names, share.worker), n = share.pieces);
    ask.shares.iter().map(share).collect()
}
