//! From one count to the next.

use super::factor::MILLION;
use super::history::{History, Offered, WorkDone};
use crate::model::Skill;
use crate::split::working_days;
use crate::values::day::Day;
use std::collections::BTreeMap;

/// What she made between two counts, or since she got work again after having none, and the time that she offered.
///
/// The day on which it begins was counted already; the day of the count belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub offered: i64,
    /// In working days, in millionths; none where what was offered is no more than a bound.
    pub days: Option<i64>,
    /// Pieces made, by step; at least one, and each at least one.
    pub made: BTreeMap<Skill, i64>,
}

/// A worker's stretches, in the order of time.
pub(super) fn stretches(history: &History) -> Vec<Stretch> {
    let mut offered = history.offered.clone();
    offered.sort_by_key(|offered| offered.from);
    let days = by_day(&history.done);
    let mut held = opening(&days);
    // The day of her last count, or of getting work after having none.
    let mut since = None;
    let mut stretches = Vec::new();
    for (day, doings) in days {
        let made: BTreeMap<Skill, i64> =
            doings.iter().filter(|done| done.made.any()).map(|done| (done.skill, done.made.0)).collect();
        if held <= 0 && doings.iter().any(|done| done.issued.any()) {
            since = Some(day);
        }
        // Whether she had something left to do until it was counted.
        let busy = made.values().fold(held, |left, made| left.saturating_sub(*made)) > 0;
        for done in &doings {
            held = held.saturating_add(change(done));
        }
        if !made.is_empty() {
            stretches.extend(since.and_then(|since| stretch(&offered, since, day, busy, made)));
            since = Some(day);
        }
    }
    stretches
}

/// One entry for each step of each day.
fn by_day(done: &[WorkDone]) -> BTreeMap<Day, Vec<WorkDone>> {
    let mut days: BTreeMap<Day, BTreeMap<Skill, WorkDone>> = BTreeMap::new();
    for one in done {
        let of_day = days.entry(one.day).or_default();
        of_day
            .entry(one.skill)
            .and_modify(|sum| {
                sum.issued = sum.issued + one.issued;
                sum.made = sum.made + one.made;
                sum.returned = sum.returned + one.returned;
            })
            .or_insert(*one);
    }
    days.into_iter().map(|(day, doings)| (day, doings.into_values().collect())).collect()
}

/// What a day changed in what she holds.
fn change(done: &WorkDone) -> i64 {
    done.issued.0.saturating_sub(done.made.0).saturating_sub(done.returned.0)
}

/// The least that she can have held before the first of these days.
fn opening(days: &BTreeMap<Day, Vec<WorkDone>>) -> i64 {
    // Of each step: what she holds of it, opening left out, and the least that this ever was.
    let mut steps: BTreeMap<Skill, (i64, i64)> = BTreeMap::new();
    for done in days.values().flatten() {
        let (now, least) = steps.entry(done.skill).or_default();
        *now = now.saturating_add(change(done));
        *least = (*least).min(*now);
    }
    steps.values().fold(0, |sum: i64, (_, least)| sum.saturating_sub(*least))
}

/// The stretch that ends with a count on that day; none where it says nothing of time.
fn stretch(offered: &[Offered], since: Day, day: Day, busy: bool, made: BTreeMap<Skill, i64>) -> Option<Stretch> {
    let (time, days) = between(offered, since, day);
    if time > 0 {
        let days = busy.then(|| days.saturating_mul(MILLION));
        return Some(Stretch { offered: time, days, made });
    }
    // A day off, or the day of the issue itself: a day's time at most.
    let of_day = offered.iter().rev().find(|offered| offered.from <= day).or(offered.first())?;
    (of_day.a_day > 0).then_some(Stretch { offered: of_day.a_day, days: None, made })
}

/// The time and the working days that she offered after one day through another.
fn between(offered: &[Offered], since: Day, until: Day) -> (i64, i64) {
    let mut sum = (0_i64, 0_i64);
    for (index, this) in offered.iter().enumerate() {
        let from = if index == 0 { None } else { Some(this.from) };
        let next = offered.get(index + 1).map(|next| next.from);
        // Days in (since, until] that lie in [from, next).
        let through = |day: Option<Day>| day.and_then(|day| day.0.pred_opt()).map(Day);
        let begin = through(from).map_or(since, |before| since.max(before));
        let end = through(next).map_or(until, |last| until.min(last));
        let Some(first) = begin.0.succ_opt().map(Day) else { continue };
        let days = working_days(&this.days_off, first, end);
        let a_day = this.a_day.max(0);
        let days = if a_day > 0 { days } else { 0 };
        sum = (sum.0.saturating_add(days.saturating_mul(a_day)), sum.1.saturating_add(days));
    }
    sum
}
