//! What one day teaches.

use super::giving::place;
use super::her_day::{HerDay, could_have};
use super::learner::Learner;
use super::moments::{leaving, looked_at};
use super::piles::preferences;
use super::pools::PoolRule;
use super::weight::Weighed;
use crate::forecast::ground::{Opened, Step};
use crate::forecast::odds::{CERTAIN, odds};
use crate::forecast::past::DeedKind;

impl Learner<'_> {
    /// Learns from a day.
    pub(super) fn evening(&mut self, day: i64, steps: &[Step]) {
        let ground = self.ground;
        let entered = |step: &&Step| step.kind == DeedKind::Entered;
        for step in steps.iter().filter(entered) {
            self.at.happened(ground, step);
        }
        let mut days: Vec<HerDay> = (0..ground.women.len()).map(|woman| self.morning(woman)).collect();
        let rules = self.habits.pools.rules();
        let rule = rules.iter().max_by_key(|rule| rule.weight);
        let steps: Vec<&Step> = steps.iter().filter(|step| !entered(step)).collect();
        let leave = leaving(day, &steps, days.len());
        for number in 0..=steps.len() {
            if let Some(step) = number.checked_sub(1).and_then(|before| steps.get(before)) {
                if let Some(hers) = step.woman.and_then(|woman| days.get_mut(woman)) {
                    self.in_hand(step, hers, rule);
                } else if step.kind == DeedKind::Replaced {
                    self.habits.replacing.replaced(day, step.pieces);
                }
                self.at.happened(ground, step);
            }
            for woman in leave.get(&number).into_iter().flatten() {
                days[*woman].look(ground, &self.at, *woman);
            }
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
            self.her_day(woman, day, hers, idle, rule);
        }
        self.habits.piles.day_ends(day);
        self.habits.pools.day_ends();
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
    fn in_hand(&mut self, step: &Step, hers: &mut HerDay, rule: Option<&Weighed<PoolRule>>) {
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
                self.issued(step, rule);
                hers.issues.push(ground.time(step.spot, pieces));
            }
            _ => {}
        }
    }

    fn issued(&mut self, step: &Step, rule: Option<&Weighed<PoolRule>>) {
        let Some(woman) = step.woman else { return };
        let ground = self.ground;
        let pools: Vec<usize> = could_have(ground, &self.at, woman).collect();
        self.habits.pools.picked(ground, &self.at, &pools, step.spot);
        if let Some((Opened::On(since), spot)) = self.at.opened.get(step.spot).zip(ground.spots.get(step.spot)) {
            self.habits.waits.waited(step.spot, spot, (step.day - since).max(0));
        }
        self.habits.waits.chance(ground, &self.at, &pools, rule, CERTAIN);
        let left = self.at.pool.get(step.spot).is_some_and(|pool| *pool > step.pieces);
        if left && ground.a_day(woman) > 0 {
            self.habits
                .sizes
                .issued(woman, ground.time(step.spot, step.pieces).saturating_mul(1_000) / ground.a_day(woman));
        }
    }

    fn her_day(&mut self, woman: usize, day: i64, hers: &HerDay, idle: bool, rule: Option<&Weighed<PoolRule>>) {
        let works = self.ground.works(woman, day);
        let came = hers.made_time > 0 || !hers.issues.is_empty();
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
            if looked_at(woman, day, self.ground.women.len()) {
                for (first, then) in preferences(&hers.had, made) {
                    self.habits.piles.preferred(self.ground, &first, &then);
                }
            }
        }
        if came || works && hers.load <= 0 {
            let issued = hers.issues.iter().copied().fold(0, i64::saturating_add);
            let before = (self.at.load(self.ground, woman) - issued).max(0);
            let capacity = self.capacity(woman);
            let load = (hers.load > 0).then(|| before.saturating_mul(1_000) / capacity);
            let mut loads = vec![place(load)];
            let mut after = before;
            for time in &hers.issues {
                after = after.saturating_add(*time);
                loads.push(place(Some(after.saturating_mul(1_000) / capacity)));
            }
            let more = hers.chances > 0;
            if hers.issues.is_empty() && !hers.left_behind.is_empty() {
                let given = self.habits.giving.odds(woman)[place(load)];
                self.habits.waits.chance(self.ground, &self.at, &hers.left_behind, rule, given);
            }
            if !hers.issues.is_empty() || more {
                self.habits.giving.day(woman, &loads, more.then(|| odds(hers.chances, hers.looks)));
            }
        }
    }
}
