//! Who lives there, and what is ordered.

use super::chance::Chance;
use super::habits::Habits;
use super::ledger::forecast::{PastLine, PastOrder};
use super::ledger::model::Skill;
use super::ledger::values::day::{Day, DaysOff};
use super::ledger::values::ids::{FirmId, LineId, OrderId, StepNo, StyleId};
use super::ledger::values::pieces::Pieces;
use super::ledger::values::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// Each style's code, pack and minutes for a piece by step.
const STYLES: [(&str, i64, &[i64]); 6] = [
    ("CD-04", 20, &[7, 4]),
    ("HC-11", 10, &[5, 11]),
    ("LE-02", 20, &[8, 6]),
    ("PB-07", 10, &[6, 9, 4]),
    ("RA-01", 20, &[4, 5, 3, 6]),
    ("TF-09", 20, &[3, 7, 5]),
];

const FIRMS: [&str; 3] = ["AK", "MT", "ZL"];

/// Days whose orders judge.
pub const DAYS: i64 = 82;

/// Days that are lived through. Life goes on, and orders come, so that all those that judge are ready by the end, however long
/// they take: quick ones alone would judge otherwise.
pub const LIFE: i64 = 140;

/// A woman as she is: minutes a day, the ISO weekdays on which she does not work, what she can do, and her own minutes for a piece.
pub struct Villager {
    pub minutes: i64,
    pub off: DaysOff,
    pub can: BTreeSet<Skill>,
    pub pace: BTreeMap<Skill, f64>,
}

/// What the village knows of its work.
pub struct People {
    pub villagers: Vec<Villager>,
    pub orders: Vec<PastOrder>,
    pub styles: BTreeMap<StyleId, Code>,
    pub minutes: BTreeMap<Skill, i64>,
}

pub fn day(ahead: i64) -> Day {
    let monday = Day::of(2026, 3, 2).expect("a day");
    Day(monday.0 + chrono::Days::new(u64::try_from(ahead).expect("no day before the first")))
}

/// Settles a village.
pub fn settle(habits: &Habits, chance: &mut Chance) -> People {
    let mut all: Vec<usize> = (0..STYLES.len()).collect();
    chance.shuffle(&mut all);
    let chosen: Vec<usize> = all.into_iter().take(4).collect();
    let id = |style: usize| StyleId(i64::try_from(style).expect("few") + 1);
    let (mut styles, mut minutes) = (BTreeMap::new(), BTreeMap::new());
    for style in &chosen {
        let (code, _, steps) = STYLES[*style];
        styles.insert(id(*style), Code::parse(code).expect("a code"));
        minutes.extend(
            (1..).zip(steps).map(|(step, minutes)| (Skill { style: id(*style), step: StepNo(step) }, *minutes)),
        );
    }
    let skills: Vec<Skill> = minutes.keys().copied().collect();
    let women = chance.whole(habits.women);
    let mut villagers: Vec<Villager> = (0..women).map(|_| villager(&minutes, chance)).collect();
    for skill in &skills {
        while villagers.iter().filter(|villager| villager.can.contains(skill)).count() < 3 {
            let who = chance.whole((0, women - 1));
            villagers[usize::try_from(who).expect("a place")].can.insert(*skill);
        }
    }
    let orders = orders(habits, &chosen, &villagers, chance);
    People { villagers, orders, styles, minutes }
}

fn villager(minutes: &BTreeMap<Skill, i64>, chance: &mut Chance) -> Villager {
    let skills: Vec<Skill> = minutes.keys().copied().collect();
    let mut can: BTreeSet<Skill> = skills.iter().copied().filter(|_| chance.happens(0.7)).collect();
    can.insert(chance.one_of(&skills));
    let off = chance.one_of(&[0, 1, 1, 1, 2]);
    let off = DaysOff::of((0..off).map(|_| u8::try_from(chance.whole((1, 7))).expect("a weekday")));
    let own = (chance.normal() * 0.15).exp();
    let pace = minutes.iter().map(|(skill, minutes)| (*skill, *minutes as f64 * own * (chance.normal() * 0.08).exp()));
    let pace = pace.collect();
    Villager { minutes: chance.one_of(&[120, 180, 240, 240, 300, 300, 360]), off, can, pace }
}

/// Minutes that these women have in a week.
fn a_week<'v>(villagers: impl Iterator<Item = &'v Villager>) -> i64 {
    villagers.map(|villager| villager.minutes * (7 - villager.off.iso_weekdays().count() as i64)).sum()
}

/// Orders that come evenly over the time and need as much of the women's time as they do there.
fn orders(habits: &Habits, styles: &[usize], villagers: &[Villager], chance: &mut Chance) -> Vec<PastOrder> {
    let count = chance.whole(habits.orders);
    let all = count * LIFE / DAYS;
    let drawn: Vec<Vec<(usize, f64)>> = (0..all)
        .map(|_| {
            let mut styles = styles.to_vec();
            chance.shuffle(&mut styles);
            let lines = chance.whole((1, 3));
            let pieces = chance.whole(habits.size) as f64;
            let shares: Vec<f64> = (0..lines).map(|_| chance.between((0.5, 1.5))).collect();
            let all: f64 = shares.iter().sum();
            styles.into_iter().zip(shares).map(|(style, share)| (style, pieces * share / all)).collect()
        })
        .collect();
    let work = |(style, pieces): &(usize, f64)| pieces * STYLES[*style].2.iter().sum::<i64>() as f64;
    let needed: f64 = drawn.iter().flatten().map(work).sum();
    let time = if habits.favourites > 0 {
        // What the favourites can do, and half as much by others.
        a_week(villagers.iter().take(habits.favourites)) as f64 * 1.5
    } else {
        a_week(villagers.iter()) as f64
    };
    let scale = habits.busy * time / 7.0 * LIFE as f64 / needed;
    let mut line_id = 0;
    let order = |(number, lines): (i64, Vec<(usize, f64)>)| {
        let all: f64 = lines.iter().map(|(_, pieces)| pieces).sum();
        // As large as orders are there, whatever the time.
        let scale = scale.clamp(habits.size.0 as f64 / all, habits.size.1 as f64 / all);
        let placed = DAYS * number / count + if number > 0 { chance.whole((0, 2)) } else { 0 };
        let firm = chance.whole((0, 2));
        let lines = lines.into_iter().map(|(style, pieces)| {
            line_id += 1;
            let (_, pack, steps) = STYLES[style];
            PastLine {
                line: LineId(line_id),
                style: StyleId(style as i64 + 1),
                last_step: StepNo(steps.len() as i64),
                pieces: Pieces(((pieces * scale / 10.0) as i64 * 10).max(10)),
                pack: Pieces(pack),
            }
        });
        let lines = lines.collect();
        PastOrder {
            order: OrderId(number + 1),
            firm: FirmId(firm + 1),
            code: Code::parse(&format!("{}-{}", FIRMS[firm as usize], 95 + number)).expect("a code"),
            placed: day(placed),
            due: day(placed + chance.whole(habits.lead)),
            lines,
        }
    };
    (0..).zip(drawn).map(order).collect()
}
