//! A worker's days made up.

use crate::model::Skill;
use crate::pace::{History, Offered, Standards, WorkDone};
use crate::values::day::{Day, DaysOff};
use crate::values::ids::{StepNo, StyleId};
use crate::values::minutes::Centiminutes;
use crate::values::pieces::Pieces;
use chrono::Days;

pub fn day(ahead: i64) -> Day {
    // A Tuesday.
    let first: Day = "2026-09-01".parse().expect("a day");
    Day(first.0 + Days::new(u64::try_from(ahead).expect("ahead")))
}

pub const fn skill(step: i64) -> Skill {
    Skill { style: StyleId(1), step: StepNo(step) }
}

/// Ten minutes, five minutes.
pub fn standards() -> Standards {
    [(skill(1), Centiminutes(1000)), (skill(2), Centiminutes(500))].into()
}

pub fn issued(ahead: i64, step: i64, pieces: i64) -> WorkDone {
    done(ahead, step, [pieces, 0, 0])
}

pub fn made(ahead: i64, step: i64, pieces: i64) -> WorkDone {
    done(ahead, step, [0, pieces, 0])
}

pub fn returned(ahead: i64, step: i64, pieces: i64) -> WorkDone {
    done(ahead, step, [0, 0, pieces])
}

fn done(ahead: i64, step: i64, [issued, made, returned]: [i64; 3]) -> WorkDone {
    let day = day(ahead);
    WorkDone { day, skill: skill(step), issued: Pieces(issued), made: Pieces(made), returned: Pieces(returned) }
}

/// Five hours a day, Mondays off.
pub fn history(done: Vec<WorkDone>) -> History {
    History { offered: vec![Offered { from: day(0), a_day: 30_000, days_off: DaysOff::of([1]) }], done }
}
