//! A village's notebook gone through day by day: what learned paces foretell, against what standard minutes foretell.
//!
//! Nobody peeks: a day is foretold from what was written before it. Three things are foretold:
//!
//! - **work in hand**: on each day on which a worker was given work, the day on which she will have made as much as she
//!   then holds, in standard minutes, whichever pieces she makes first. Whole days.
//! - **hand-ins**: at each count, how many working days what she now hands in should have taken since the last. Hundredths
//!   of a day; counts that left her without work are passed over, as nobody knows when she had finished.
//! - **issues**: the day on which an issue will be handed in to the last piece, if she does all that she holds before it.
//!   Whole days. In which order she does it is not known, which weighs more than any pace.
//!
//! Read by the tests of `pace` and by `benches/pace.rs`; `ledger` is what either calls the ledger.

use super::foretold::{after, foretold, working};
use super::ledger::forecast::When;
use super::ledger::pace::{History, Offered, Pace, WorkDone};
use super::ledger::parse::entry::Deed;
use super::ledger::parse::notebook::Spot;
use super::ledger::values::day::Day;
use super::ledger::values::minutes::Centiminutes;
use super::ledger::values::pieces::Pieces;
use super::village::{Row, VillageNotebook};
use std::collections::BTreeMap;

/// How far what was foretold lay from what came, summed, in hundredths of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaceError {
    pub count: i64,
    pub by_standard: i64,
    pub by_learned: i64,
}

impl PaceError {
    fn add(&mut self, came: i64, [standard, learned]: [i64; 2]) {
        self.count += 1;
        self.by_standard += (standard - came).abs();
        self.by_learned += (learned - came).abs();
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaceReplay {
    pub in_hand: PaceError,
    pub hand_ins: PaceError,
    pub issues: PaceError,
    /// Of the days on which work in hand was done, those within the range that was foretold for 80 % of them.
    pub in_range: i64,
    /// How many days those ranges have beyond their first, summed.
    pub width: i64,
}

/// What she waits for: so much of something, foretold for two days, by standard and by what was learned.
struct Awaited<T> {
    left: T,
    told: [Day; 2],
    range: Option<When>,
}

/// Goes through the notebook.
pub fn replay() -> PaceReplay {
    let village = VillageNotebook::read();
    let days = village.days();
    let mut replayed = PaceReplay::default();
    for worker in &village.workers {
        let Some(days) = days.get(&worker.number) else { continue };
        let Some(from) = days.keys().next().copied() else { continue };
        let offered = Offered { from, a_day: worker.minutes_a_day.0 * 100, days_off: worker.days_off.clone() };
        let mut woman = Woman {
            village: &village,
            history: History { offered: vec![offered], done: Vec::new() },
            held: BTreeMap::new(),
            since: from,
            in_hand: Vec::new(),
            issues: Vec::new(),
        };
        for (day, rows) in days {
            woman.day(*day, rows, &mut replayed);
        }
    }
    replayed
}

struct Woman<'a> {
    village: &'a VillageNotebook,
    history: History,
    held: BTreeMap<Spot, i64>,
    /// The day of her last count, or of getting work after having none.
    since: Day,
    in_hand: Vec<Awaited<i64>>,
    issues: Vec<Awaited<(Spot, i64)>>,
}

impl Woman<'_> {
    fn day(&mut self, day: Day, rows: &[Row], replayed: &mut PaceReplay) {
        let had = self.held.values().sum::<i64>();
        let before = Pace::learn(&self.history, &self.village.standards);
        let (mut made, mut given_back, none) = (BTreeMap::new(), false, Pieces::ZERO);
        for (deed, spot, pieces) in rows {
            let mut done = WorkDone { day, skill: self.village.skill(spot), issued: none, made: none, returned: none };
            let held = self.held.entry(spot.clone()).or_default();
            match deed {
                Deed::Issued => (done.issued, *held) = (*pieces, *held + pieces.0),
                Deed::Returned => (done.returned, *held, given_back) = (*pieces, *held - pieces.0, true),
                Deed::Accepted | Deed::SentBack | Deed::Scrapped => {
                    (done.made, *held) = (*pieces, *held - pieces.0);
                    *made.entry(spot.clone()).or_default() += pieces.0;
                }
                Deed::AcceptedAfterRework | Deed::ScrappedInRework => continue,
            }
            self.history.done.push(done);
        }
        if !made.is_empty() {
            if had > made.values().sum() {
                let offered = &self.history.offered[0];
                let came = working(&offered.days_off, self.since, day) * 100;
                replayed.hand_ins.add(came, self.work(&made, &before).map(|work| work * 100 / offered.a_day));
            }
            self.count(day, &made, replayed);
        }
        if had == 0 || !made.is_empty() {
            self.since = day;
        }
        if given_back {
            self.in_hand.clear();
            self.issues.clear();
        }
        self.foretell(day, rows);
    }

    /// Foretells when what she now holds will be done, if she was given something.
    fn foretell(&mut self, day: Day, rows: &[Row]) {
        let mut given: Vec<&Spot> = rows.iter().filter(|row| row.0 == Deed::Issued).map(|row| &row.1).collect();
        given.sort();
        given.dedup();
        if given.is_empty() {
            return;
        }
        let now = Pace::learn(&self.history, &self.village.standards);
        let work = self.work(&self.held, &now);
        let offered = &self.history.offered[0];
        let told = work.map(|work| after(offered, day, work));
        let range = foretold(offered, &now, day, work[1]);
        assert_eq!(range.map(|when| when.expected), Some(told[1]), "both count the same days");
        self.in_hand.push(Awaited { left: work[0], told, range });
        let issues = given.into_iter();
        self.issues.extend(issues.map(|spot| Awaited { left: (spot.clone(), self.held[spot]), told, range }));
    }

    /// Compares what came with what was foretold.
    fn count(&mut self, day: Day, made: &BTreeMap<Spot, i64>, replayed: &mut PaceReplay) {
        let off = |told: [Day; 2]| told.map(|told| (told.0 - day.0).num_days() * 100);
        let work: i64 = made.iter().map(|(spot, made)| made * self.village.standard(spot)).sum();
        self.in_hand.retain_mut(|awaited| {
            awaited.left -= work;
            if awaited.left <= 0 {
                replayed.in_hand.add(0, off(awaited.told));
                if let Some(when) = awaited.range {
                    replayed.in_range += i64::from(when.early <= day && day <= when.late);
                    replayed.width += (when.late.0 - when.early.0).num_days();
                }
            }
            awaited.left > 0
        });
        self.issues.retain_mut(|awaited| {
            let (spot, left) = &mut awaited.left;
            *left -= made.get(spot).copied().unwrap_or_default();
            if *left <= 0 {
                replayed.issues.add(0, off(awaited.told));
            }
            *left > 0
        });
    }

    /// The time that pieces take, by standard and by what was learned.
    fn work(&self, pieces: &BTreeMap<Spot, i64>, pace: &Pace) -> [i64; 2] {
        pieces.iter().fold([0, 0], |[standard, learned], (spot, pieces)| {
            let a_piece = self.village.standard(spot);
            [
                standard + pieces * a_piece,
                learned + pieces * pace.at(self.village.skill(spot), Centiminutes(a_piece)).pace.0,
            ]
        })
    }
}
