//! What a plan is made from.

use super::{Choices, Outcome};
use ledger::day::{Day, DaysOff};
use ledger::ids::WorkerId;
use ledger::money::Fen;
use ledger::pieces::Pieces;
use ledger::split::{Can, Centiminutes, Instance};
use ledger::store::reads::split::{Able, SplitPage, Waiting};

/// Days until which a late order is planned when no day within reach would hold it.
const A_FORTNIGHT: u64 = 14;

/// The pools to be split, and who could take of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    pub today: Day,
    pub jobs: Vec<Job>,
    pub people: Vec<Person>,
}

/// A pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// What waits in it.
    pub pool: Pieces,
    pub pack: Pieces,
    /// The day by which it is to be made, unless another is chosen.
    pub due: Day,
    /// What a piece pays; nothing while no rate holds.
    pub rate: Fen,
}

/// A worker who can do one of the jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: WorkerId,
    /// Minutes that she offers on each of her working days.
    pub minutes: i64,
    pub days_off: DaysOff,
    pub in_hand: Centiminutes,
    pub worked: Centiminutes,
    /// Her time for a piece of each job; `None` of what she cannot do.
    pub pace: Vec<Option<Centiminutes>>,
    /// Whether she takes part unless something else is chosen.
    pub takes: bool,
}

impl Board {
    /// The board of these pools. Everybody with time takes part at first, but for her who is to be spared.
    pub fn of(page: &SplitPage, spared: Option<WorkerId>, today: Day) -> Self {
        let people = page.workers.iter().map(|able| person(able, spared)).collect();
        let mut board = Self { today, jobs: page.pools.iter().map(job).collect(), people };
        for place in 0..board.jobs.len() {
            if board.jobs[place].due < today {
                board.jobs[place].due = board.soonest(place);
            }
        }
        board
    }

    /// The earliest day by which a job could be made that was due before today: a plan needs a day that lies ahead.
    fn soonest(&self, place: usize) -> Day {
        let today = self.today;
        let mut alone = self.clone();
        alone.jobs = vec![Job { due: today, ..self.jobs[place].clone() }];
        for person in &mut alone.people {
            person.pace = vec![person.pace.get(place).copied().flatten()];
        }
        let outcome = Outcome::of(&alone, &Choices::none(&alone));
        match outcome.unplaced(0) {
            Some(unplaced) if unplaced.pieces.any() => {
                let later = today.0.checked_add_days(chrono::Days::new(A_FORTNIGHT)).map_or(today, Day);
                unplaced.help.due.unwrap_or(later)
            }
            _ => today,
        }
    }

    /// The split to be made, as chosen. Where more is kept than waits, the job is as large as that: nobody else gets any.
    pub(super) fn instance(&self, choices: &Choices) -> Instance {
        let workers = self.people.iter().enumerate().map(|(at, person)| {
            let can = |job: usize, pace: Centiminutes| Can {
                pace: pace.max(1),
                least: Pieces::ZERO,
                most: None,
                locked: choices.kept(at, job),
            };
            let paces = person.pace.iter().enumerate();
            ledger::split::Worker {
                a_day: person.minutes.saturating_mul(100),
                days_off: person.days_off.clone(),
                in_hand: person.in_hand,
                worked: person.worked,
                can: paces.map(|(job, pace)| pace.filter(|_| choices.takes(at)).map(|pace| can(job, pace))).collect(),
            }
        });
        let workers = workers.collect();
        let mut instance = Instance { today: self.today, policy: choices.policy, jobs: Vec::new(), workers };
        let jobs = self.jobs.iter().enumerate().map(|(at, job)| ledger::split::Job {
            pieces: job.pool.max(instance.locked(at)),
            pack: job.pack,
            due: choices.due(at).unwrap_or(job.due),
            rate: job.rate,
        });
        instance.jobs = jobs.collect();
        instance
    }
}

fn job(pool: &Waiting) -> Job {
    Job { pool: pool.pieces, pack: pool.pack, due: pool.due, rate: pool.rate.unwrap_or(Fen::ZERO) }
}

fn person(able: &Able, spared: Option<WorkerId>) -> Person {
    Person {
        id: able.who.id,
        minutes: able.minutes,
        days_off: able.days_off.clone(),
        in_hand: able.in_hand,
        worked: able.worked,
        pace: able.pace.iter().map(|learned| learned.map(|learned| learned.pace)).collect(),
        takes: able.minutes > 0 && spared != Some(able.who.id),
    }
}
