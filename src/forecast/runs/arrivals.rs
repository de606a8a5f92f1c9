//! The orders that come in a run.

use super::run::Run;
use crate::forecast::ground::{Opened, OrderFacts, Spot};

impl Run<'_> {
    /// Draws the day of the next order: as long after the last one as others came after each other.
    pub(super) fn first_order(&mut self) {
        let Some(last) = self.ground.orders.last().map(|order| order.placed) else { return };
        if self.learned.gaps.is_empty() {
            return;
        }
        let still = |gap: &&i64| last + **gap > self.today;
        let gaps: Vec<i64> = self.learned.gaps.iter().filter(still).copied().collect();
        let gap = self.dice.one_of(&gaps).copied();
        self.next_order = Some(gap.map_or(self.today + 1, |gap| last + gap));
    }

    /// Lets those come that come today.
    pub(super) fn new_orders(&mut self) {
        while let Some(day) = self.next_order.filter(|day| *day <= self.today) {
            self.order(day);
            let gap = self.dice.one_of(&self.learned.gaps).copied().unwrap_or(1);
            self.next_order = Some(day.max(self.today) + gap.max(1));
        }
    }

    /// An order like one of those that are known.
    fn order(&mut self, day: i64) {
        let Some(like) = self.dice.one_of(&self.learned.ground.orders) else { return };
        let place = self.ground.orders.len();
        let mut lines = Vec::new();
        for (first, pieces) in &like.lines {
            let line = self.ground.spots.len();
            let spots = self.learned.ground.spots.iter().skip(*first).take_while(|spot| spot.line == *first);
            self.ground.spots.extend(spots.map(|spot| Spot { order: place, line, ..spot.clone() }));
            let spots = self.ground.spots.len();
            self.at.pool.resize(spots, 0);
            self.at.since.resize(spots, 0);
            self.at.opened.resize(spots, Opened::Never);
            self.at.owed.resize(spots, (0, 0));
            self.shut.resize(spots, i64::MIN);
            self.put(line, *pieces);
            lines.push((line, *pieces));
        }
        let due = day + like.due - like.placed;
        self.ground.orders.push(OrderFacts { placed: day, due, lines, ..like.clone() });
    }
}
