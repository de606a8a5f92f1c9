//! What a village does: learned evening by evening, each day looked at with what was known before it.

mod evening;
mod giving;
mod learner;
mod output;
mod piles;
mod pools;
mod quality;
mod ranks;
mod replacing;
mod sizes;
mod stops;
mod visits;
mod waits;
mod weight;

pub(super) use giving::place as load_place;
pub(super) use learner::{Habits, Learner};
pub(super) use piles::{PileRanks, PileRule};
pub(super) use pools::PoolRule;
pub(super) use visits::place as visit_place;
pub(super) use waits::Waits;
pub(super) use weight::Weighed;
