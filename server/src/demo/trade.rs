//! What the notebook leaves out: the finished orders go to their firms, which answer, so that every role of the demo leads
//! somewhere.

use super::NoDemo;
use chrono::{DateTime, Days, Utc};
use ledger::Refusal;
use ledger::journal::{Event, Place};
use ledger::model::{Actor, Answer, Deliver, Entity, FirmPays, Line, LineAnswer, Order};
use ledger::store::{Ask, Store, Writing};
use ledger::values::day::Day;
use ledger::values::ids::{DeliveryId, EventId, LineId, WorkshopId};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::values::text::Note;
use uuid::Uuid;

/// How each finished order went, the earliest first.
const WENT: [Went; 6] = [Went::Paid, Went::Mixed, Went::Confirmed, Went::Paid, Went::Unanswered, Went::Unanswered];

/// Days that the road to the firm and its counting take.
const ROAD: u64 = 2;

#[derive(Clone, Copy)]
enum Went {
    /// Confirmed whole, and paid for.
    Paid,
    Confirmed,
    /// Some refused, some missing: to be corrected.
    Mixed,
    Unanswered,
}

/// Delivers every order that is finished.
pub(super) async fn deliver(store: &Store, workshop: WorkshopId, at: DateTime<Utc>) -> Result<(), NoDemo> {
    let mut writing = store.write(workshop, at).await?;
    writing.read_all().await?;
    let mut finished: Vec<(Order, Vec<Line>)> = writing
        .books()
        .orders
        .values()
        .map(|order| (order.clone(), lines_of(&writing, order)))
        .filter(|(_, lines)| lines.iter().all(|line| in_stock(&writing, line) >= line.pieces))
        .collect();
    finished.sort_by_key(|(order, _)| (order.due, order.id));
    for ((order, lines), went) in finished.into_iter().zip(WENT) {
        send(&mut writing, &order, &lines, went)?;
    }
    writing.commit().await?;
    Ok(())
}

fn lines_of(writing: &Writing, order: &Order) -> Vec<Line> {
    writing.books().lines.values().filter(|line| line.order == order.id).cloned().collect()
}

fn in_stock(writing: &Writing, line: &Line) -> Pieces {
    writing.books().pieces_at(Place::Stock { line: line.id })
}

fn send(writing: &mut Writing, order: &Order, lines: &[Line], went: Went) -> Result<(), Refusal> {
    let packed: Vec<(LineId, Pieces)> = lines.iter().map(|line| (line.id, line.pieces)).collect();
    let operator = |day, command| Ask { id: EventId(Uuid::new_v4()), actor: Actor::Operator, day: Some(day), command };
    let sent = Deliver { order: order.id, lines: packed, note: Note::default() };
    let Some(delivery) = delivery_of(&writing.decide(operator(order.due, sent.into()))?) else { return Ok(()) };
    let answered = Day(order.due.0.checked_add_days(Days::new(ROAD)).unwrap_or(order.due.0));
    let answer_lines = match went {
        Went::Unanswered => return Ok(()),
        Went::Paid | Went::Confirmed => lines.iter().map(|line| answer_line(line, 0, 0)).collect(),
        Went::Mixed => lines.iter().map(|line| answer_line(line, 6, 1)).collect(),
    };
    let firm = Actor::Firm { firm: order.firm };
    let answer = Ask { actor: firm, ..operator(answered, Answer { delivery, lines: answer_lines }.into()) };
    writing.decide(answer)?;
    if matches!(went, Went::Paid) {
        let fen: Fen = lines.iter().map(|line| line.price.times(line.pieces)).sum();
        let paid = FirmPays { firm: order.firm, fen, note: Note::default() };
        writing.decide(operator(answered, paid.into()))?;
    }
    Ok(())
}

fn answer_line(line: &Line, refused: i64, short: i64) -> LineAnswer {
    let reason = if refused > 0 { Note::parse("花瓣松").unwrap_or_default() } else { Note::default() };
    let (refused, short) = (Pieces(refused), Pieces(short));
    LineAnswer { line: line.id, confirmed: line.pieces - refused - short, refused, short, reason }
}

fn delivery_of(event: &Event) -> Option<DeliveryId> {
    event
        .entities
        .iter()
        .find_map(|entity| if let Entity::Delivery(delivery) = entity { Some(delivery.id) } else { None })
}
