//! How a village lives through its days, and what it writes down.

use super::super::books::{VillageBooks, Woman};
use super::chance::Chance;
use super::habits::{Habits, Home};
use super::ledger::forecast::{Deed, DeedKind, PastLine};
use super::ledger::values::ids::{LineId, StepNo, WorkerId};
use super::ledger::values::minutes::Centiminutes;
use super::people::{DAYS, LIFE, People, day, settle};
use std::collections::BTreeMap;

/// A step of a line.
pub(super) type Spot = (LineId, StepNo);

/// Pieces at home: fresh, to be made again, and how late she got them.
#[derive(Clone, Copy, Default)]
pub(super) struct Pile {
    pub(super) fresh: i64,
    pub(super) again: i64,
    pub(super) got: i64,
}

#[derive(Clone, Copy, Default)]
pub(super) struct Lying {
    pub(super) pieces: i64,
    pub(super) since: i64,
    /// The day from which it is given out.
    pub(super) opens: i64,
}

pub(super) struct Life<'h> {
    pub(super) habits: &'h Habits,
    pub(super) people: People,
    pub(super) chance: Chance,
    pub(super) today: i64,
    pub(super) got: i64,
    pub(super) pools: BTreeMap<Spot, Lying>,
    pub(super) homes: Vec<BTreeMap<Spot, Pile>>,
    /// Minutes of a piece that is half made, and minutes worked since she last handed in.
    half_made: Vec<f64>,
    worked: Vec<f64>,
    pub(super) owed: BTreeMap<LineId, i64>,
    pub(super) deeds: Vec<Deed>,
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
    for today in 0..LIFE {
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
    let books = VillageBooks::new(women.collect(), people.orders, people.styles, standards, deeds);
    VillageBooks { judges_until: day(DAYS), ..books }
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

    fn replace(&mut self) {
        if self.habits.replaces_weekly && self.today % 7 != 6 {
            return;
        }
        for (line, pieces) in std::mem::take(&mut self.owed) {
            self.write(DeedKind::Replaced, None, (line, StepNo::FIRST), pieces);
        }
    }
}
