//! The forecast: on which day each order will be ready, how sure that is, and what would help.
//!
//! Two days are told. **By what the village does** ([`forecast_from`]): its habits are learned from its deeds, evening by evening
//! (`habits`), and the weeks that come are gone through many times as it has been seen to work (`runs`). That day, with a range of
//! 80 %, is what is promised and what an order's standing is told by. **By plan** ([`forecast`], [`Forecast::by_plan`]): if
//! everyone keeps her pace and does the order due first before the others. It tells what would help and what holds an order up,
//! and is all there is where nothing was seen yet. How far the two lie apart is what habits cost.
//!
//! # By plan
//!
//! The model is one that a coordinator could do on paper, and errs in ways that she can tell:
//!
//! 1. Each worker first does what she has at home, the order due first before the others, then as listed.
//! 2. What lies in the pools, and what will come to a step from earlier ones, is done by all who can do it and are free, the
//!    order due first before the others: list scheduling (Graham, *Bounds on multiprocessing timing anomalies*, SIAM J. Appl.
//!    Math. 17, 1969) of work that can be divided. A step is finished when those able, each free from some time on, have made
//!    its pieces: the least `t` with `Σ time(w, t) / pace(w) ≥ pieces`.
//! 3. Steps overlap, as pieces move on a pack at a time. But the last pack goes through the later steps one after another, and
//!    waits a day to be counted and issued: a finish of a step is followed by at least a day, or the time that the quickest
//!    takes for a pack if that is longer, for each step after it (the lag of critical-path planning; lot streaming).
//!
//! Since steps overlap nobody waits for anybody, and the anomalies that Graham found cannot happen: more time, more workers or
//! fewer pieces never make any order later. That a piece has to be made before it can be worked on is only in the lag.
//!
//! **The range** is one of 80 %. Someone who has `n` working days until a finish is off by a relative variance of
//! `of_a_day / n + of_pace` ([`crate::pace::Spread`]); of several who share the work, independently of each other, `Σ (share² ×
//! variance)`. Each finish is taken as normal around what is expected (as PERT does: Malcolm, Roseboom, Clark and Fazar,
//! Operations Research 7, 1959); the order is ready when all are, so its chance is their product, and the ends of the range are
//! where that is 10 % and 90 %. Since nobody can be sure in which order a woman does what she has at home, the late end has
//! this order as the last of it. Finishes that share workers are not independent, which makes the late end later still.
//!
//! The range knows how paces vary and that piles are done in any order. It does not know of a village that lets an order due
//! later go first out of the pools: there every plan is too early, as it is on the notebook of `tests/data`. What will be spoiled
//! or sent back is not foreseen either, nor who else will be away.
//!
//! # How good it is
//!
//! `cargo xtask bench forecast` replays the notebook of `tests/data` and made-up villages of seven habits evening by evening, with
//! no look ahead; the figures stand in ARCHITECTURE.md. Much of what is left is chance. In a first version, told all habits as they
//! were learned by the end of that notebook, errors were no smaller than learning on the way, and runs lay 3.1 to 3.5 days from
//! their own median in the mean: somebody who knew a village's habits exactly would still be about three days off. A changed habit is
//! tried on the villages from 1 on; those that judge are looked at only at the end.
//!
//! It calculates in plain whole numbers: every time here is in hundredths of a minute, unless a name says ticks or days; chances
//! are in 65,536ths. Only the weights of a few rules are logarithms (`habits/weight.rs`).

mod chance;
mod crew;
mod finish;
mod ground;
mod habits;
mod help;
mod hours;
mod instance;
mod learned;
mod odds;
mod outlook;
mod part;
mod past;
mod runs;
mod schedule;
mod work_left;

pub use help::{Bottleneck, Help};
pub use instance::{AtHome, Instance, Line, Order, Worker};
pub use outlook::{Forecast, Outlook, Standing, Unknown, When};
pub use past::{Deed, DeedKind, Past, PastLine, PastOrder};

use learned::by_habits;
use schedule::Schedule;
use std::collections::BTreeMap;

/// The forecast of each order by plan alone, in the order in which they are listed.
#[must_use]
pub fn forecast(instance: &Instance) -> Vec<Forecast> {
    Schedule::of(instance).forecasts(&BTreeMap::new())
}

/// The forecast of each order by what the village does, in the order in which they are listed. Without a deed to learn from it is
/// that by plan.
#[must_use]
pub fn forecast_from(instance: &Instance, past: &Past) -> Vec<Forecast> {
    Schedule::of(instance).forecasts(&by_habits(instance, past))
}

#[cfg(test)]
mod tests;
