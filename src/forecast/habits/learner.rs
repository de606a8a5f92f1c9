//! All habits, and who learns them.

use super::giving::Giving;
use super::output::Output;
use super::piles::Piles;
use super::pools::Pools;
use super::quality::Quality;
use super::replacing::{GIVEN_UP, Replacing};
use super::sizes::Sizes;
use super::stops::Stops;
use super::visits::Visits;
use super::waits::Waits;
use crate::forecast::ground::{Ground, Step, Whereabouts};

/// What was seen of each habit.
#[derive(Clone, Debug)]
pub struct Habits {
    pub piles: Piles,
    pub pools: Pools,
    pub visits: Visits,
    pub giving: Giving,
    pub sizes: Sizes,
    pub output: Output,
    pub quality: Quality,
    pub replacing: Replacing,
    pub waits: Waits,
    pub stops: Stops,
}

/// Goes through the days of a village.
#[derive(Clone, Debug)]
pub struct Learner<'g> {
    pub(super) ground: &'g Ground,
    /// Where pieces are at the end of the last day that it went through.
    pub at: Whereabouts,
    pub habits: Habits,
    /// By woman, her working days since she last came.
    pub gone: Vec<i64>,
}

impl<'g> Learner<'g> {
    pub fn new(ground: &'g Ground, at: Whereabouts) -> Self {
        let women = ground.women.len();
        let habits = Habits {
            piles: Piles::default(),
            pools: Pools::default(),
            visits: Visits::default(),
            giving: Giving::none(women),
            sizes: Sizes::none(women),
            output: Output::none(women),
            quality: Quality::default(),
            replacing: Replacing::default(),
            waits: Waits::default(),
            stops: Stops::default(),
        };
        Self { ground, at, habits, gone: vec![0; women] }
    }

    /// Goes through all days up to today: the first ones to learn from, today only where it is over.
    pub fn live(&mut self, steps: &[Step], first: i64) {
        let mut rest = steps;
        for day in first..=self.ground.today {
            let (of_day, later) = rest.split_at(rest.partition_point(|step| step.day <= day));
            rest = later;
            if day < self.ground.today || self.ground.over {
                self.evening(day, of_day);
            } else {
                for step in of_day {
                    self.at.happened(self.ground, step);
                    if let Some(gone) = step.woman.and_then(|woman| self.gone.get_mut(woman)) {
                        *gone = 0;
                    }
                }
            }
        }
    }

    /// What is owed for long will never be made again.
    pub(super) fn give_up(&mut self, day: i64) {
        for owed in self.at.owed.iter_mut().filter(|owed| owed.0 > 0) {
            if day - owed.1 >= GIVEN_UP {
                self.habits.replacing.given_up(owed.0);
                *owed = (0, day);
            } else {
                self.habits.replacing.left(day, owed.0);
            }
        }
    }
}
