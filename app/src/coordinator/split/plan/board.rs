//! What a plan is made from.

use ledger::split::Job;
use ledger::store::reads::split::{Able, SplitPage, SplitPool};
use ledger::values::day::{Day, DaysOff};
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// The pools to be split, and who could take of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    pub today: Day,
    /// The pools: what waits, and the day by which it is to be made unless another is chosen. They pay nothing while no rate holds.
    pub jobs: Vec<Job>,
    pub people: Vec<BoardWorker>,
}

/// A worker who can do one of the jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardWorker {
    pub id: WorkerId,
    /// Minutes that she offers on each of her working days.
    pub minutes: i64,
    pub days_off: DaysOff,
    pub in_hand: i64,
    pub worked: i64,
    /// Her time for a piece of each job; `None` of what she cannot do.
    pub pace: Vec<Option<i64>>,
    /// Whether she takes part unless something else is chosen.
    pub takes: bool,
}

impl Board {
    /// The board of these pools, each with the day by which its order is due; of a pool of which less is to be split, so many. Everybody
    /// with time takes part at first, but for her who is to be spared.
    pub fn of(page: &SplitPage, parts: &[Option<Pieces>], spared: Option<WorkerId>, today: Day) -> Self {
        let people = page.workers.iter().map(|able| person(able, spared)).collect();
        let jobs = page.pools.iter().zip(parts).map(|(pool, part)| job(pool, *part)).collect();
        Self { today, jobs, people }
    }
}

fn job(pool: &SplitPool, part: Option<Pieces>) -> Job {
    let pieces = part.unwrap_or(pool.pieces);
    Job { pieces, pack: pool.pack, due: pool.due, rate: pool.rate.unwrap_or(Fen::ZERO) }
}

fn person(able: &Able, spared: Option<WorkerId>) -> BoardWorker {
    BoardWorker {
        id: able.who.id,
        minutes: able.minutes,
        days_off: able.days_off.clone(),
        in_hand: able.in_hand.0,
        worked: able.worked.0,
        pace: able.pace.iter().map(|learned| learned.map(|learned| learned.pace.0)).collect(),
        takes: able.minutes > 0 && spared != Some(able.who.id),
    }
}
