//! Where delivered pieces came from: which issues they may have been made in.
//!
//! Finished pieces lie together in the workshop and carry no name, so this is an assumption that can be explained and not a proof:
//! what was finished first is sent first (first in, first out, as stock is commonly valued: IAS 2, paragraph 27).

use crate::journal::{Flow, Move, Place};
use crate::values::ids::{DeliveryId, IssueId};
use crate::values::pieces::Pieces;
use std::collections::{BTreeMap, VecDeque};

/// Pieces of one origin: an issue, or none that is known (what came back and was put in stock again).
pub type Origin = (Option<IssueId>, Pieces);

/// Where the pieces of a delivery of one line may have come from, in the order in which they were finished; from all moves of the
/// line to and from the stock, in theirs.
#[must_use]
pub fn origins(moves: impl IntoIterator<Item = Move>, delivery: DeliveryId) -> Vec<Origin> {
    let mut stock: VecDeque<Origin> = VecDeque::new();
    let mut sent: BTreeMap<DeliveryId, Vec<Origin>> = BTreeMap::new();
    for step in moves {
        match (step.from, step.to) {
            (Place::Stock { .. }, Place::Delivered { delivery, .. }) => {
                sent.entry(delivery).or_default().extend(take(&mut stock, step.pieces, false));
            }
            // The delivery was undone: its pieces are the first again.
            (Place::Delivered { delivery, .. }, Place::Stock { .. }) => {
                let back = sent.remove(&delivery).unwrap_or_else(|| vec![(None, step.pieces)]);
                back.into_iter().rev().for_each(|origin| stock.push_front(origin));
            }
            // A count was undone: what it brought was brought last.
            (Place::Stock { .. }, _) => drop(take(&mut stock, step.pieces, true)),
            (from, Place::Stock { .. }) => {
                let issue = if step.flow == Flow::Accepted { from.home().map(|(_, issue)| issue) } else { None };
                stock.push_back((issue, step.pieces));
            }
            _ => {}
        }
    }
    let mut merged: Vec<Origin> = Vec::new();
    for (issue, pieces) in sent.remove(&delivery).unwrap_or_default() {
        match merged.iter_mut().find(|(known, _)| *known == issue) {
            Some((_, sum)) => *sum = *sum + pieces,
            None => merged.push((issue, pieces)),
        }
    }
    merged
}

/// Takes so many from the front, or from the back; what is not there is of no known origin.
fn take(stock: &mut VecDeque<Origin>, pieces: Pieces, last: bool) -> Vec<Origin> {
    let mut taken = Vec::new();
    let mut left = pieces;
    while left.any() {
        let next = if last { stock.pop_back() } else { stock.pop_front() };
        let Some((issue, have)) = next else {
            taken.push((None, left));
            return taken;
        };
        let some = have.min(left);
        left = left - some;
        taken.push((issue, some));
        if have > some {
            let rest = (issue, have - some);
            if last { stock.push_back(rest) } else { stock.push_front(rest) }
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::ids::{LineId, WorkerId};

    const LINE: LineId = LineId(1);
    const STOCK: Place = Place::Stock { line: LINE };

    fn made(issue: i64, pieces: i64) -> Move {
        let hand = Place::Hand { line: LINE, issue: IssueId(issue), worker: WorkerId(issue) };
        Move::new(Flow::Accepted, Pieces(pieces), hand, STOCK)
    }

    fn sent(delivery: i64, pieces: i64) -> Move {
        let to = Place::Delivered { line: LINE, delivery: DeliveryId(delivery) };
        Move::new(Flow::Delivered, Pieces(pieces), STOCK, to)
    }

    fn told(moves: &[Move], delivery: i64) -> Vec<(i64, i64)> {
        let origins = origins(moves.iter().copied(), DeliveryId(delivery));
        origins.into_iter().map(|(issue, pieces)| (issue.map_or(0, |issue| issue.0), pieces.0)).collect()
    }

    #[test]
    fn what_was_finished_first_is_sent_first() {
        let moves = [made(1, 30), made(2, 20), sent(7, 40), made(1, 5), sent(8, 15)];
        assert_eq!(told(&moves, 7), [(1, 30), (2, 10)]);
        assert_eq!(told(&moves, 8), [(2, 10), (1, 5)]);
        assert_eq!(told(&moves, 9), []);
    }

    #[test]
    fn an_undone_delivery_and_an_undone_count_leave_no_trace() {
        let moves = [made(1, 30), sent(7, 10), sent(7, 10).reversed(), made(2, 5), made(2, 5).reversed(), sent(8, 30)];
        assert_eq!(told(&moves, 7), []);
        assert_eq!(told(&moves, 8), [(1, 30)]);
    }

    #[test]
    fn what_came_back_and_was_restocked_has_no_name() {
        let refused = Place::Refused { line: LINE, delivery: DeliveryId(7) };
        let restocked = Move::new(Flow::Restocked, Pieces(4), refused, STOCK);
        assert_eq!(told(&[made(1, 10), sent(7, 10), restocked, sent(8, 4)], 8), [(0, 4)]);
    }
}
