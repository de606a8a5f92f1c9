//! What else stood by an event, as it stands without it.
//!
//! Every noun that is asked for here must be in the books: a correction is whole or refused.

use crate::command::Command;
use crate::ids::{DeliveryId, EventId, LineId};
use crate::journal::{Books, Entry};
use crate::noun::{Delivery, DeliveryState, HandIn, Line, Noun, Order, Sent};
use crate::pieces::Pieces;
use crate::refusal::{Refusal, Thing};
use crate::text::{Code, Note};

/// The nouns that change when `event` is undone by `correction`.
pub fn nouns(books: &Books, event: EventId, entry: &Entry, correction: EventId) -> Result<Vec<Noun>, Refusal> {
    match &entry.asked {
        Command::OpenOrder(_) => struck_order(books, entry),
        Command::Count(_) => Ok(waiting_again(books, event)),
        Command::Declare(_) => struck_hand_in(books, event, correction),
        Command::Deliver(_) => {
            let sent = entry.moves.first().map(|sent| DeliveryId(sent.to.part()));
            let delivery = delivery(books, sent)?;
            Ok(vec![Noun::Delivery(Delivery { state: DeliveryState::Void, ..delivery.clone() })])
        }
        Command::Answer(answer) => Ok(vec![Noun::Delivery(unanswered(delivery(books, Some(answer.delivery))?))]),
        Command::SaveStyle(_)
        | Command::SetRate(_)
        | Command::SetMinimumWage(_)
        | Command::RecordTimeStudy(_)
        | Command::SetTerms(_)
        | Command::Retract(_)
        | Command::SaveWorker(_)
        | Command::SaveFirm(_)
        | Command::LetIn(_)
        | Command::Replace(_)
        | Command::Issue(_)
        | Command::Split(_)
        | Command::TakeBack(_)
        | Command::Review(_)
        | Command::AnswerDispute(_)
        | Command::Restock(_)
        | Command::Reissue(_)
        | Command::WriteOff(_)
        | Command::Agree(_)
        | Command::Bonus(_)
        | Command::Deduct(_)
        | Command::Advance(_)
        | Command::Pay(_)
        | Command::FirmPays(_)
        // What was settled stays as it is: what was wrong in it is corrected on its own, and stands in a later slip.
        | Command::Settle(_)
        | Command::Correct(_)
        // An approved correction is one itself; whatever else is approved needs no more than its balances undone.
        | Command::SetApproval(_)
        | Command::Propose(_)
        | Command::Approve(_)
        | Command::Decline(_)
        | Command::Withdraw(_) => Ok(Vec::new()),
    }
}

/// An order that never was: its lines are of no pieces, so that none can be replaced, and its number is free.
fn struck_order(books: &Books, entry: &Entry) -> Result<Vec<Noun>, Refusal> {
    let line = |id: LineId| books.lines.get(&id).ok_or(Refusal::unknown(Thing::Line));
    let lines = entry.moves.iter().map(|opened| line(opened.from.line())).collect::<Result<Vec<_>, _>>()?;
    let order = lines.first().and_then(|line| books.orders.get(&line.order)).ok_or(Refusal::unknown(Thing::Order))?;
    let struck = Noun::Order(Order { code: struck_code(order), ..order.clone() });
    let lines = lines.into_iter().map(|line| Noun::Line(Line { pieces: Pieces::ZERO, ..line.clone() }));
    Ok(std::iter::once(struck).chain(lines).collect())
}

/// `HR-2026-091 ✕42`: a number of its own, since that of the order itself may be given again, and struck again.
fn struck_code(order: &Order) -> Code {
    let mark = format!(" ✕{}", order.id);
    let kept = Code::MOST.saturating_sub(mark.chars().count());
    let code: String = order.code.as_str().chars().take(kept).collect();
    Code::parse(&format!("{code}{mark}")).unwrap_or_else(|_| order.code.clone())
}

/// The hand-ins that a count answered.
fn waiting_again(books: &Books, count: EventId) -> Vec<Noun> {
    let of_it = books.hand_ins.values().filter(|hand_in| hand_in.counted == Some(count));
    of_it.map(|hand_in| Noun::HandIn(HandIn { counted: None, ..hand_in.clone() })).collect()
}

/// A hand-in that was declared by mistake waits no more.
fn struck_hand_in(books: &Books, id: EventId, correction: EventId) -> Result<Vec<Noun>, Refusal> {
    let hand_in = books.hand_ins.get(&id).ok_or(Refusal::unknown(Thing::HandIn))?;
    match hand_in.counted {
        Some(_) => Err(Refusal::Answered),
        None => Ok(vec![Noun::HandIn(HandIn { counted: Some(correction), ..hand_in.clone() })]),
    }
}

fn delivery(books: &Books, id: Option<DeliveryId>) -> Result<&Delivery, Refusal> {
    id.and_then(|id| books.deliveries.get(&id)).ok_or(Refusal::unknown(Thing::Delivery))
}

fn unanswered(delivery: &Delivery) -> Delivery {
    let unsaid = |sent: &Sent| Sent {
        confirmed: Pieces::ZERO,
        refused: Pieces::ZERO,
        short: Pieces::ZERO,
        reason: Note::default(),
        ..sent.clone()
    };
    let lines = delivery.lines.iter().map(unsaid).collect();
    Delivery { lines, state: DeliveryState::Sent, ..delivery.clone() }
}
