//! How a village lives through its days, and what it writes down.

use super::super::books::{VillageBooks, Woman};
use super::chance::Chance;
use super::habits::{Habits, Home, Pool};
use super::ledger::forecast::{Deed, DeedKind, PastLine, PastOrder};
use super::ledger::model::Skill;
use super::ledger::values::ids::{LineId, StepNo, WorkerId};
use super::ledger::values::minutes::Centiminutes;
use super::ledger::values::pieces::Pieces;
use super::people::{DAYS, People, day, settle};
use std::collections::BTreeMap;

/// A step of a line.
type Spot = (LineId, StepNo);

/// Pieces at home: fresh, to be made again, and how late she got them.
#[derive(Clone, Copy, Default)]
struct Pile {
    fresh: i64,
    again: i64,
    got: i64,
}

#[derive(Clone, Copy, Default)]
struct Lying {
    pieces: i64,
    since: i64,
    /// The day from which it is given out.
    opens: i64,
}

struct Life<'h> {
    habits: &'h Habits,
    people: People,
    chance: Chance,
    today: i64,
    got: i64,
    pools: BTreeMap<Spot, Lying>,
    homes: Vec<BTreeMap<Spot, Pile>>,
    /// Minutes of a piece that is half made, and minutes worked since she last handed in.
    half_made: Vec<f64>,
    worked: Vec<f64>,
    owed: BTreeMap<LineId, i64>,
    deeds: Vec<Deed>,
}

/// The books of the village of these habits with that number.
pub fn live(habits: &Habits, number: u64) -> VillageBooks {
    let seed = habits.name.bytes().fold(number, |seed, byte| seed.wrapping_mul(131).wrapping_add(u64::from(byte)));
    let mut chance = Chance::new(seed);
    let people = settle(habits, &mut chance);
    let women = people.villagers.len();
    let mut life = Life {
        habits,
        people,
        chance,
        today: 0,
        got: 0,
        pools: BTreeMap::new(),
        homes: vec![BTreeMap::new(); women],
        half_made: vec![0.0; women],
        worked: vec![0.0; women],
        owed: BTreeMap::new(),
        deeds: Vec::new(),
    };
    let harvest = habits.harvest.map(|from| life.chance.whole(from));
    for today in 0..DAYS {
        life.today = today;
        let harvest = harvest.is_some_and(|from| (from..from + 7).contains(&today));
        life.day(harvest);
    }
    let Life { people, deeds, .. } = life;
    let women = (0..).zip(&people.villagers).map(|(place, villager)| Woman {
        worker: WorkerId(place + 1),
        minutes_a_day: villager.minutes,
        days_off: villager.off.clone(),
        skills: villager.can.clone(),
    });
    let standards = people.minutes.iter().map(|(skill, minutes)| (*skill, Centiminutes(minutes * 100))).collect();
    VillageBooks::new(women.collect(), people.orders, people.styles, standards, deeds)
}

impl Life<'_> {
    fn day(&mut self, harvest: bool) {
        let placed: Vec<PastLine> = self
            .people
            .orders
            .iter()
            .filter(|order| order.placed == day(self.today))
            .flat_map(|order| order.lines.clone())
            .collect();
        for line in placed {
            self.put((line.line, StepNo::FIRST), line.pieces.0);
        }
        let mut women: Vec<usize> = (0..self.homes.len()).collect();
        self.chance.shuffle(&mut women);
        for woman in women {
            let villager = &self.people.villagers[woman];
            if villager.off.contains(day(self.today)) || harvest && self.chance.happens(0.93) {
                continue;
            }
            if !self.chance.happens(self.habits.absent) {
                self.worked[woman] += villager.minutes as f64 * (1.0 + 0.25 * self.chance.normal()).max(0.1);
            }
            let due = (self.today + woman as i64) % self.habits.hands_in == 0;
            if !due && self.chance.happens(0.9) {
                continue;
            }
            let time = std::mem::take(&mut self.worked[woman]);
            if time > 0.0 && !self.homes[woman].is_empty() {
                self.hands_in(woman, time);
            }
            self.replace();
            self.is_given(woman);
        }
    }

    fn hands_in(&mut self, woman: usize, time: f64) {
        let mut time = time + std::mem::take(&mut self.half_made[woman]);
        let spots: Vec<Spot> = self.homes[woman].keys().copied().collect();
        for spot in spots.iter().copied() {
            // What was sent back comes first; it takes a good half of the time.
            let pace = self.pace(woman, spot) * 0.6;
            let again = self.homes[woman][&spot].again.min((time / pace) as i64);
            if again > 0 {
                time -= again as f64 * pace;
                let spoiled = (0..again).filter(|_| self.chance.happens(0.15)).count() as i64;
                self.homes[woman].get_mut(&spot).expect("a pile").again -= again;
                self.write(DeedKind::AcceptedAgain, Some(woman), spot, again - spoiled);
                self.write(DeedKind::ScrappedAgain, Some(woman), spot, spoiled);
            }
        }
        for spot in self.in_order(woman, spots) {
            let (pace, fresh) = (self.pace(woman, spot), self.homes[woman][&spot].fresh);
            let made = fresh.min((time / pace) as i64);
            if made > 0 {
                time -= made as f64 * pace;
                let scrapped = (0..made).filter(|_| self.chance.happens(self.habits.scrapped)).count() as i64;
                let back = (0..made - scrapped).filter(|_| self.chance.happens(self.habits.sent_back)).count() as i64;
                let pile = self.homes[woman].get_mut(&spot).expect("a pile");
                pile.fresh -= made;
                pile.again += back;
                self.write(DeedKind::Accepted, Some(woman), spot, made - scrapped - back);
                self.write(DeedKind::SentBack, Some(woman), spot, back);
                self.write(DeedKind::Scrapped, Some(woman), spot, scrapped);
            }
            if made < fresh {
                self.half_made[woman] = time.min(pace);
                break;
            }
        }
        self.homes[woman].retain(|_, pile| pile.fresh + pile.again > 0);
    }

    fn in_order(&mut self, woman: usize, mut spots: Vec<Spot>) -> Vec<Spot> {
        if self.chance.happens(self.habits.keeps_home) {
            let key = |spot: &Spot| {
                let (order, got) = (self.order(*spot), self.homes[woman][spot].got);
                let first = (order.due.0 - day(0).0).num_days();
                match self.habits.home {
                    Home::Due => (first, 0),
                    Home::Oldest => (got, 0),
                    Home::Newest => (-got, 0),
                    // The second firm of the alphabet before the third, and both before the first.
                    Home::OneFirmFirst => ((order.firm.0 + 1) % 3, got),
                }
            };
            spots.sort_by_key(|spot| (key(spot), *spot));
        } else {
            self.chance.shuffle(&mut spots);
        }
        spots
    }

    fn is_given(&mut self, woman: usize) {
        let habits = self.habits;
        let favourite = woman < habits.favourites;
        let low = habits.low
            * if habits.favourites == 0 {
                1.0
            } else if favourite {
                3.5
            } else {
                0.5
            };
        for _ in 0..if favourite { 2 } else { 1 } {
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
            let days = self.chance.between(habits.gives) * if favourite { 2.0 } else { 1.0 };
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

    fn replace(&mut self) {
        if self.habits.replaces_weekly && self.today % 7 != 6 {
            return;
        }
        for (line, pieces) in std::mem::take(&mut self.owed) {
            self.write(DeedKind::Replaced, None, (line, StepNo::FIRST), pieces);
        }
    }

    /// Writes down what happened to pieces, and lets them go where they then belong.
    fn write(&mut self, kind: DeedKind, woman: Option<usize>, spot: Spot, pieces: i64) {
        if pieces <= 0 {
            return;
        }
        let worker = woman.map(|woman| WorkerId(woman as i64 + 1));
        let (line, step) = spot;
        self.deeds.push(Deed { day: day(self.today), kind, worker, line, step, pieces: Pieces(pieces) });
        match kind {
            DeedKind::Accepted | DeedKind::AcceptedAgain if step < self.line(spot).last_step => {
                self.put((line, step.next()), pieces);
            }
            DeedKind::Scrapped | DeedKind::ScrappedAgain => *self.owed.entry(line).or_default() += pieces,
            DeedKind::Replaced => self.put(spot, pieces),
            _ => {}
        }
    }

    fn put(&mut self, spot: Spot, pieces: i64) {
        let (low, high) = self.habits.lies;
        let lies = if spot.1 == StepNo::FIRST { (low, high) } else { (0, high / 3) };
        let (chance, today) = (&mut self.chance, self.today);
        let lying =
            self.pools.entry(spot).or_insert_with(|| Lying { opens: today + chance.whole(lies), ..Lying::default() });
        if lying.pieces <= 0 {
            lying.since = today;
        }
        lying.pieces += pieces;
    }

    fn order(&self, spot: Spot) -> &PastOrder {
        let mut orders = self.people.orders.iter();
        orders.find(|order| order.lines.iter().any(|line| line.line == spot.0)).expect("an order")
    }

    fn line(&self, spot: Spot) -> &PastLine {
        self.order(spot).lines.iter().find(|line| line.line == spot.0).expect("a line")
    }

    fn skill(&self, spot: Spot) -> Skill {
        Skill { style: self.line(spot).style, step: spot.1 }
    }

    fn minutes(&self, spot: Spot) -> f64 {
        self.people.minutes[&self.skill(spot)] as f64
    }

    fn pace(&self, woman: usize, spot: Spot) -> f64 {
        self.people.villagers[woman].pace[&self.skill(spot)]
    }
}
