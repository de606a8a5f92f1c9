//! What one day teaches.

use super::giving::place;
use super::learner::Learner;
use super::piles::preferences;
use crate::forecast::ground::{Ground, Opened, Pile, Step, Whereabouts};
use crate::forecast::past::DeedKind;
use std::collections::BTreeMap;

/// A woman's day.
#[derive(Clone, Debug, Default)]
struct HerDay {
    /// What she had in the morning.
    had: Vec<Pile>,
    load: i64,
    /// Standard time of all that she handed in.
    made_time: i64,
    /// Fresh pieces that she handed in, by spot.
    made: BTreeMap<usize, i64>,
    made_again: i64,
    issues: i64,
    issued_time: i64,
}

impl Learner<'_> {
    /// Learns from a day.
    pub(super) fn evening(&mut self, day: i64, steps: &[Step]) {
        let ground = self.ground;
        let entered = |step: &&Step| step.kind == DeedKind::Entered;
        for step in steps.iter().filter(entered) {
            self.at.happened(ground, step);
        }
        let mut days: Vec<HerDay> = (0..ground.women.len()).map(|woman| self.morning(woman)).collect();
        let shown = self.at.pool.iter().zip(&self.at.opened);
        let open: Vec<usize> = (0..)
            .zip(shown)
            .filter(|(_, (pieces, opened))| **pieces > 0 && **opened == Opened::Given)
            .map(|(spot, _)| spot)
            .collect();
        for step in steps.iter().filter(|step| !entered(step)) {
            if let Some(hers) = step.woman.and_then(|woman| days.get_mut(woman)) {
                self.in_hand(step, hers);
            } else if step.kind == DeedKind::Replaced {
                self.habits.replacing.replaced(day, step.pieces);
            }
            self.at.happened(ground, step);
        }
        for woman in 0..days.len() {
            self.at.tidy(woman);
        }
        self.give_up(day);
        let could: i64 = (0..days.len())
            .filter(|woman| ground.works(*woman, day))
            .map(|woman| days[woman].load.min(self.capacity(woman)))
            .fold(0, i64::saturating_add);
        let made: i64 = days.iter().map(|hers| hers.made_time).fold(0, i64::saturating_add);
        let idle = made < could / 4;
        self.habits.stops.day(idle);
        for (woman, hers) in days.iter().enumerate() {
            self.her_day(woman, day, hers, idle, &open);
        }
        self.habits.piles.day_ends();
    }

    fn morning(&self, woman: usize) -> HerDay {
        let had = self.at.home.get(woman).cloned().unwrap_or_default();
        HerDay { had, load: self.at.load(self.ground, woman), ..HerDay::default() }
    }

    /// What she makes of the standard in a day, in hundredths of a minute; at least 1.
    fn capacity(&self, woman: usize) -> i64 {
        (self.ground.a_day(woman).saturating_mul(self.habits.output.pace(woman)) / 1_000).max(1)
    }

    /// What happened in her hands.
    fn in_hand(&mut self, step: &Step, hers: &mut HerDay) {
        let ground = self.ground;
        let quality = &mut self.habits.quality;
        let pieces = step.pieces;
        match step.kind {
            DeedKind::Accepted | DeedKind::SentBack | DeedKind::Scrapped => {
                quality.made += pieces;
                quality.sent_back += if step.kind == DeedKind::SentBack { pieces } else { 0 };
                quality.scrapped += if step.kind == DeedKind::Scrapped { pieces } else { 0 };
                *hers.made.entry(step.spot).or_default() += pieces;
                hers.made_time = hers.made_time.saturating_add(ground.time(step.spot, pieces));
            }
            DeedKind::AcceptedAgain | DeedKind::ScrappedAgain => {
                quality.made_again += pieces;
                quality.scrapped_again += if step.kind == DeedKind::ScrappedAgain { pieces } else { 0 };
                hers.made_again += pieces;
                hers.made_time = hers.made_time.saturating_add(ground.time(step.spot, pieces));
            }
            DeedKind::Issued => {
                self.issued(step);
                hers.issues += 1;
                hers.issued_time = hers.issued_time.saturating_add(ground.time(step.spot, pieces));
            }
            _ => {}
        }
    }

    fn issued(&mut self, step: &Step) {
        let Some(woman) = step.woman else { return };
        let ground = self.ground;
        let pools: Vec<usize> = could_have(ground, &self.at, woman).collect();
        self.habits.pools.picked(ground, &self.at, &pools, step.spot);
        let left = self.at.pool.get(step.spot).is_some_and(|pool| *pool > step.pieces);
        if left && ground.a_day(woman) > 0 {
            self.habits.sizes.issued(ground.time(step.spot, step.pieces).saturating_mul(1_000) / ground.a_day(woman));
        }
        if let Some((Opened::On(since), spot)) = self.at.opened.get(step.spot).zip(ground.spots.get(step.spot)) {
            self.habits.waits.waited(spot, (step.day - since).max(0));
        }
    }

    fn her_day(&mut self, woman: usize, day: i64, hers: &HerDay, idle: bool, open: &[usize]) {
        let works = self.ground.works(woman, day);
        let came = hers.made_time > 0 || hers.issues > 0;
        if idle && !came {
            return;
        }
        let gone = self.gone[woman] + i64::from(works || came);
        self.gone[woman] = if came || hers.load <= 0 { 0 } else { gone };
        if hers.load > 0 && (works || came) && self.ground.a_day(woman) > 0 {
            self.habits.visits.day(gone, came);
            if came {
                let offered = self.ground.a_day(woman).saturating_mul(gone.max(1));
                let ratio = hers.made_time.saturating_mul(1_000) / offered;
                self.habits.output.day(woman, ratio, hers.made_time >= hers.load);
            }
        }
        if hers.made_time > 0 {
            let again: i64 = hers.had.iter().map(|pile| pile.again).sum();
            let next = &mut self.habits.quality.next_visit;
            *next = (next.0 + hers.made_again.min(again), next.1 + again);
            let made = |spot| hers.made.get(&spot).copied().unwrap_or_default();
            for (first, then) in preferences(&hers.had, made) {
                self.habits.piles.preferred(self.ground, &first, &then);
            }
        }
        if came || works && hers.load <= 0 {
            let before = (self.at.load(self.ground, woman) - hers.issued_time).max(0);
            let load = (hers.load > 0).then(|| before.saturating_mul(1_000) / self.capacity(woman));
            let more = open.iter().any(|spot| self.at.pool[*spot] > 0 && self.ground.can(woman, *spot));
            if hers.issues > 0 || more {
                self.habits.giving.day(woman, place(load), hers.issues, more);
            }
        }
    }
}

/// The pools that have pieces which she can make.
fn could_have<'a>(ground: &'a Ground, at: &'a Whereabouts, woman: usize) -> impl Iterator<Item = usize> + 'a {
    let pools = (0..).zip(&at.pool).filter(|(_, pieces)| **pieces > 0).map(|(spot, _)| spot);
    pools.filter(move |spot| ground.can(woman, *spot))
}
