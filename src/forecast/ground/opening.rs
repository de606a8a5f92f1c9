//! Where pieces were before the past began.

use super::facts::{Ground, number};
use super::reading::Places;
use super::step::Step;
use super::whereabouts::{Opened, Pile, Whereabouts};
use crate::forecast::instance::Instance;
use crate::forecast::past::DeedKind;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// Where pieces are now: by spot in the pools, and by woman and spot at home.
#[derive(Clone, Debug, Default)]
pub struct Now {
    pools: BTreeMap<usize, i64>,
    homes: BTreeMap<(usize, usize), i64>,
}

impl Now {
    pub fn of(instance: &Instance, places: &Places) -> Self {
        let mut now = Self::default();
        let bounded = |pieces: Pieces| pieces.0.clamp(0, Pieces::MOST.0);
        for line in instance.orders.iter().flat_map(|order| &order.lines) {
            for (step, pieces) in &line.pools {
                if let Some(spot) = places.spot(line.line, *step) {
                    *now.pools.entry(spot).or_default() += bounded(*pieces);
                }
            }
            for at in &line.at_home {
                if let Some((woman, spot)) = places.woman(at.worker).zip(places.spot(line.line, at.step)) {
                    *now.homes.entry((woman, spot)).or_default() += bounded(at.pieces);
                }
            }
        }
        now
    }

    /// Before all that happened: what there is now, less what has come since.
    pub fn before(&self, ground: &Ground, steps: &[Step], day: i64) -> Whereabouts {
        let mut before = self.clone();
        for step in steps {
            let back = step.pieces;
            let mut pool = |spot: usize, pieces: i64| *before.pools.entry(spot).or_default() += pieces;
            let mut home = 0;
            match step.kind {
                DeedKind::Entered | DeedKind::Replaced => pool(step.spot, -back),
                DeedKind::Cancelled => pool(step.spot, back),
                DeedKind::Issued => {
                    pool(step.spot, back);
                    home = -back;
                }
                DeedKind::Returned => {
                    pool(step.spot, -back);
                    home = back;
                }
                DeedKind::Accepted | DeedKind::AcceptedAgain => {
                    if ground.spots.get(step.spot).is_some_and(|spot| !spot.last) {
                        pool(step.spot + 1, -back);
                    }
                    home = back;
                }
                DeedKind::Scrapped | DeedKind::ScrappedAgain => home = back,
                DeedKind::SentBack => {}
            }
            if let Some(woman) = step.woman {
                *before.homes.entry((woman, step.spot)).or_default() += home;
            }
        }
        let mut at = Whereabouts::none(ground);
        for (spot, pieces) in before.pools.into_iter().filter(|(_, pieces)| *pieces > 0) {
            at.put(spot, pieces, day);
            if let Some(opened) = at.opened.get_mut(spot) {
                *opened = Opened::Given;
            }
        }
        for ((woman, spot), pieces) in before.homes.into_iter().filter(|(_, pieces)| *pieces > 0) {
            at.give(woman, spot, pieces, 0);
        }
        at
    }

    /// Has the books right where what happened does not add up to them.
    pub fn settle(&self, at: &mut Whereabouts, today: i64) {
        for spot in 0..at.pool.len() {
            let (now, was) = (self.pools.get(&spot).copied().unwrap_or_default().min(Pieces::MOST.0), at.pool[spot]);
            at.take(spot, was);
            if now > 0 {
                let since = if was > 0 { at.since[spot] } else { today };
                at.put(spot, now, since);
            }
        }
        for woman in 0..at.home.len() {
            for pile in &mut at.home[woman] {
                let now = self.homes.get(&(woman, pile.spot)).copied().unwrap_or_default().min(Pieces::MOST.0);
                *pile = Pile { again: pile.again.min(now), fresh: now - pile.again.min(now), ..*pile };
            }
            at.tidy(woman);
        }
        for ((woman, spot), pieces) in &self.homes {
            let has = at.home.get(*woman).is_some_and(|home| home.iter().any(|pile| pile.spot == *spot));
            if !has && *pieces > 0 {
                at.give(*woman, *spot, (*pieces).min(Pieces::MOST.0), 0);
            }
        }
    }
}

/// The first day that is gone through: that of the first deed, but no more than a year ago.
pub fn first_day(steps: &[Step], instance: &Instance) -> i64 {
    let today = number(instance.today);
    steps.first().map_or(today, |step| step.day).clamp(today - 366, today)
}
