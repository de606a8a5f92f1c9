//! What stays as it is.

use crate::values::day::Day;
use chrono::Datelike;

/// A village's women, orders and steps.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    pub today: i64,
    /// Whether all that today brings is entered.
    pub over: bool,
    pub women: Vec<Woman>,
    pub orders: Vec<OrderFacts>,
    pub spots: Vec<Spot>,
}

/// A worker.
#[derive(Clone, Debug)]
pub struct Woman {
    /// What she offers on each of her working days, in hundredths of a minute.
    pub a_day: i64,
    /// By day of the week, Monday first.
    pub off: [bool; 7],
    /// By skill, whether she can do it and takes new work.
    pub can: Vec<bool>,
    /// Whether today's work of hers is still to come.
    pub comes_today: bool,
}

/// An order.
#[derive(Clone, Debug)]
pub struct OrderFacts {
    /// Which firm's, as a number of its own.
    pub firm: i64,
    /// Its place among all orders by their numbers as text.
    pub code: i64,
    pub placed: i64,
    pub due: i64,
    /// The first spot of each line, and the pieces ordered.
    pub lines: Vec<(usize, i64)>,
}

/// A step of a line: where pieces wait, or have to be made.
#[derive(Clone, Debug)]
pub struct Spot {
    pub order: usize,
    /// The first spot of its line.
    pub line: usize,
    /// 0 for the first step.
    pub step: i64,
    pub last: bool,
    pub skill: usize,
    /// The place of its style among all styles by their codes as text.
    pub style: i64,
    /// Standard time of a piece, in hundredths of a minute; at least 1.
    pub minutes: i64,
    /// What is issued together; at least 1.
    pub pack: i64,
}

impl Ground {
    /// The time that pieces of a spot take by the standard, in hundredths of a minute.
    pub fn time(&self, spot: usize, pieces: i64) -> i64 {
        self.spots.get(spot).map_or(0, |spot| spot.minutes.saturating_mul(pieces))
    }

    pub fn can(&self, woman: usize, spot: usize) -> bool {
        let can = self.women.get(woman).zip(self.spots.get(spot)).and_then(|(woman, spot)| woman.can.get(spot.skill));
        can.copied().unwrap_or_default()
    }

    /// Whether she works on that day of the week.
    pub fn works(&self, woman: usize, day: i64) -> bool {
        self.women.get(woman).is_some_and(|woman| woman.a_day > 0 && !woman.off[weekday(day)])
    }

    pub fn a_day(&self, woman: usize) -> i64 {
        self.women.get(woman).map_or(0, |woman| woman.a_day)
    }
}

/// A day as a number; a Monday is one more than a multiple of seven.
pub fn number(day: Day) -> i64 {
    i64::from(day.0.num_days_from_ce())
}

/// Its place in the week, 0 for a Monday.
pub fn weekday(day: i64) -> usize {
    usize::try_from((day - 1).rem_euclid(7)).unwrap_or_default()
}
