//! What a plan is made from.

use super::{Choices, Outcome};
use ledger::day::{Day, DaysOff};
use ledger::ids::WorkerId;
use ledger::money::Fen;
use ledger::pieces::Pieces;
use ledger::split::{Can, Centiminutes, Instance, Job};
use ledger::store::reads::split::{Able, SplitPage, Waiting};

/// Days until which a late order is planned when no day within reach would hold it.
const A_FORTNIGHT: u64 = 14;

/// The pools to be split, and who could take of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    pub today: Day,
    /// The pools: what waits, and the day by which it is to be made unless another is chosen. They pay nothing while no rate holds.
    pub jobs: Vec<Job>,
    pub people: Vec<Person>,
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
        board.find_days_for_the_late();
        board
    }

    /// A plan needs days that lie ahead. Jobs that were due before today are planned for the earliest days by which they could be
    /// made, one after the other: whoever is busy with one has so much less time for the next.
    pub(super) fn find_days_for_the_late(&mut self) {
        let mut people = self.people.clone();
        for place in 0..self.jobs.len() {
            if self.jobs[place].due >= self.today {
                continue;
            }
            let due = self.soonest(place, &people);
            self.jobs[place].due = due;
            let outcome = self.alone(place, due, &people);
            for (at, person) in people.iter_mut().enumerate() {
                person.in_hand = person.in_hand.saturating_add(outcome.time(at).given);
            }
        }
    }

    /// The earliest day by which a job could be made, if there were no other.
    fn soonest(&self, place: usize, people: &[Person]) -> Day {
        let today = self.today;
        match self.alone(place, today, people).unplaced(0) {
            Some(unplaced) if unplaced.pieces.any() => {
                let later = today.0.checked_add_days(chrono::Days::new(A_FORTNIGHT)).map_or(today, Day);
                unplaced.help.due.unwrap_or(later)
            }
            _ => today,
        }
    }

    /// A job alone, split among these people by that day.
    fn alone(&self, place: usize, due: Day, people: &[Person]) -> Outcome {
        let job = Job { due, ..self.jobs[place].clone() };
        let of_it =
            |person: &Person| Person { pace: vec![person.pace.get(place).copied().flatten()], ..person.clone() };
        let alone = Self { today: self.today, jobs: vec![job], people: people.iter().map(of_it).collect() };
        Outcome::of(&alone, &Choices::none(&alone))
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
        let jobs = self.jobs.iter().enumerate().map(|(at, job)| Job {
            pieces: job.pieces.max(instance.locked(at)),
            due: choices.due(at).unwrap_or(job.due),
            ..job.clone()
        });
        instance.jobs = jobs.collect();
        instance
    }
}

fn job(pool: &Waiting) -> Job {
    Job { pieces: pool.pieces, pack: pool.pack, due: pool.due, rate: pool.rate.unwrap_or(Fen::ZERO) }
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
