//! The days by which jobs are planned that are late already.

use super::{Board, BoardWorker, Choices, SplitOutcome};
use ledger::split::Job;
use ledger::values::day::Day;

/// Days until which a late order is planned when no day within reach would hold it.
const A_FORTNIGHT: u64 = 14;

/// A plan needs days that lie ahead. Jobs that were due before today are planned for the earliest days by which they could be
/// made, one after the other: anyone who is busy with one has so much less time for the next.
pub fn find_days_for_the_late(board: &mut Board) {
    let mut people = board.people.clone();
    for place in 0..board.jobs.len() {
        if board.jobs[place].due >= board.today {
            continue;
        }
        let due = soonest(board, place, &people);
        board.jobs[place].due = due;
        let outcome = alone(board, place, due, &people);
        for (at, person) in people.iter_mut().enumerate() {
            person.in_hand = person.in_hand.saturating_add(outcome.time(at).given);
        }
    }
}

/// The earliest day by which a job could be made, if there were no other.
fn soonest(board: &Board, place: usize, people: &[BoardWorker]) -> Day {
    let today = board.today;
    match alone(board, place, today, people).unplaced(0) {
        Some(unplaced) if unplaced.pieces.any() => {
            let later = today.0.checked_add_days(chrono::Days::new(A_FORTNIGHT)).map_or(today, Day);
            unplaced.help.due.unwrap_or(later)
        }
        _ => today,
    }
}

/// A job alone, split among these people by that day.
fn alone(board: &Board, place: usize, due: Day, people: &[BoardWorker]) -> SplitOutcome {
    let job = Job { due, ..board.jobs[place].clone() };
    let of_it =
        |person: &BoardWorker| BoardWorker { pace: vec![person.pace.get(place).copied().flatten()], ..person.clone() };
    let alone = Board { today: board.today, jobs: vec![job], people: people.iter().map(of_it).collect() };
    SplitOutcome::of(&alone, &Choices::none(&alone))
}
