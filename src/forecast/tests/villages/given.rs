//! What a woman of a made-up village is given.

use super::habits::Pool;
use super::ledger::forecast::DeedKind;
use super::life::{Life, Lying, Pile, Spot};
use super::people::day;

/// So many pools' work is given at once at most: until she has enough.
const MOST_ISSUES: usize = 4;

impl Life<'_> {
    pub(super) fn is_given(&mut self, woman: usize) {
        let habits = self.habits;
        let favourite = woman < habits.favourites;
        let low = habits.low
            * if habits.favourites == 0 {
                1.0
            } else if favourite {
                2.0
            } else {
                0.5
            };
        for _ in 0..MOST_ISSUES {
            let minutes = self.people.villagers[woman].minutes as f64;
            let homes = self.homes[woman].iter();
            let load: f64 = homes.map(|(spot, pile)| (pile.fresh + pile.again) as f64 * self.pace(woman, *spot)).sum();
            if load / minutes >= low || habits.favourites > 0 && !favourite && self.chance.happens(0.75) {
                break;
            }
            let can = &self.people.villagers[woman].can;
            let able = |(spot, lying): &(&Spot, &Lying)| {
                lying.pieces > 0 && lying.opens <= self.today && can.contains(&self.skill(**spot))
            };
            let pools: Vec<Spot> = self.pools.iter().filter(able).map(|(spot, _)| *spot).collect();
            if pools.is_empty() {
                break;
            }
            let spot = self.pool(&pools);
            let (lying, line) = (self.pools[&spot], self.line(spot));
            let (pack, total) = (line.pack.0, line.pieces.0);
            let days = self.chance.between(habits.gives) * if favourite { 1.5 } else { 1.0 };
            let mut pieces = (days * minutes / self.minutes(spot) / pack as f64).round() as i64 * pack;
            if habits.at_once && lying.opens == self.today {
                let skill = self.skill(spot);
                let able = self.people.villagers.iter().filter(|villager| villager.can.contains(&skill)).count() as i64;
                pieces = (total / able / pack + 1) * pack;
            }
            let pieces = pieces.max(pack).min(lying.pieces);
            self.pools.get_mut(&spot).expect("a pool").pieces -= pieces;
            self.got += 1;
            let got = self.got;
            self.homes[woman].entry(spot).or_insert(Pile { got, ..Pile::default() }).fresh += pieces;
            self.write(DeedKind::Issued, Some(woman), spot, pieces);
        }
    }

    fn pool(&mut self, pools: &[Spot]) -> Spot {
        if self.habits.pool == Pool::Any || !self.chance.happens(self.habits.keeps_pool) {
            return self.chance.one_of(pools);
        }
        let key = |spot: &&Spot| match self.habits.pool {
            Pool::Due => ((self.order(**spot).due.0 - day(0).0).num_days(), -spot.1.0),
            _ => (self.pools[spot].since, 0),
        };
        *pools.iter().min_by_key(key).expect("a pool")
    }
}
