//! From what is asked to the village that is gone through.

use super::facts::{Ground, OrderFacts, Spot, Woman, number};
use super::step::Step;
use crate::forecast::instance::{Instance, MOST_STEPS, Worker};
use crate::forecast::past::{Deed, DeedKind, Past, PastOrder};
use crate::model::Skill;
use crate::split::after;
use crate::values::day::Day;
use crate::values::ids::{LineId, StepNo, StyleId, WorkerId};
use crate::values::pieces::Pieces;
use std::collections::{BTreeMap, BTreeSet};

/// What a piece is taken to need where no standard says it: five minutes.
const NO_STANDARD: i64 = 500;

/// The minutes of a day, in hundredths.
const MOST_A_DAY: i64 = 24 * 60 * 100;

/// Where ids stand in the lists.
#[derive(Clone, Debug, Default)]
pub struct Places {
    women: BTreeMap<WorkerId, usize>,
    /// The first spot of a line, and how many steps it has.
    lines: BTreeMap<LineId, (usize, i64)>,
    pub orders: BTreeMap<crate::values::ids::OrderId, usize>,
}

impl Places {
    pub fn woman(&self, worker: WorkerId) -> Option<usize> {
        self.women.get(&worker).copied()
    }

    pub fn spot(&self, line: LineId, step: StepNo) -> Option<usize> {
        let (first, steps) = self.lines.get(&line)?;
        let ahead = usize::try_from(step.0 - 1).ok()?;
        (step.0 <= *steps).then_some(first + ahead)
    }
}

impl Ground {
    /// The village, and where its ids stand.
    pub fn of(instance: &Instance, past: &Past) -> (Self, Places) {
        let mut placed: Vec<&PastOrder> = past.orders.iter().collect();
        placed.sort_by_key(|order| (order.placed, order.order));
        let mut skills = BTreeMap::new();
        for line in placed.iter().flat_map(|order| &order.lines) {
            for step in 1..=line.last_step.0.clamp(1, MOST_STEPS) {
                let next = skills.len();
                skills.entry(Skill { style: line.style, step: StepNo(step) }).or_insert(next);
            }
        }
        let mut ground = Self {
            today: number(instance.today),
            over: past.today_is_over,
            women: instance.workers.iter().map(|worker| woman(worker, &skills, instance.today)).collect(),
            ..Self::default()
        };
        let mut places = Places {
            women: instance.workers.iter().enumerate().map(|(place, worker)| (worker.worker, place)).collect(),
            ..Places::default()
        };
        let codes = ranks(past.orders.iter().map(|order| order.code.as_str()));
        let style_codes = ranks(past.styles.values().map(|code| code.as_str()));
        for order in placed {
            let place = ground.orders.len();
            if places.orders.insert(order.order, place).is_some() {
                continue;
            }
            let mut lines = Vec::new();
            for line in &order.lines {
                let (first, steps) = (ground.spots.len(), line.last_step.0.clamp(1, MOST_STEPS));
                if places.lines.insert(line.line, (first, steps)).is_some() {
                    continue;
                }
                lines.push((first, line.pieces.0.clamp(0, Pieces::MOST.0)));
                let style = past.styles.get(&line.style).and_then(|code| style_codes.get(code.as_str()));
                for step in 1..=steps {
                    let skill = Skill { style: line.style, step: StepNo(step) };
                    ground.spots.push(Spot {
                        order: place,
                        line: first,
                        step: step - 1,
                        last: step == steps,
                        skill: skills.get(&skill).copied().unwrap_or_default(),
                        style: style.copied().unwrap_or(line.style.0),
                        minutes: minutes(past, line.style, step),
                        pack: line.pack.0.clamp(1, Pieces::MOST.0),
                    });
                }
            }
            let code = codes.get(order.code.as_str()).copied().unwrap_or_default();
            let (placed, due) = (number(order.placed), number(order.due));
            ground.orders.push(OrderFacts { firm: order.firm.0, code, placed, due, lines });
        }
        (ground, places)
    }
}

/// What happened, of all that can be understood.
pub fn steps(past: &Past, places: &Places) -> Vec<Step> {
    let mut steps: Vec<Step> = past.deeds.iter().filter_map(|deed| step(deed, places)).collect();
    steps.sort_by_key(|step| step.day);
    steps
}

fn step(deed: &Deed, places: &Places) -> Option<Step> {
    let pool = matches!(deed.kind, DeedKind::Entered | DeedKind::Replaced | DeedKind::Cancelled);
    let woman = if pool { None } else { Some(places.woman(deed.worker?)?) };
    let pieces = deed.pieces.0.min(Pieces::MOST.0);
    let spot = places.spot(deed.line, deed.step)?;
    (pieces > 0).then_some(Step { day: number(deed.day), kind: deed.kind, woman, spot, pieces })
}

fn minutes(past: &Past, style: StyleId, step: i64) -> i64 {
    let standard = past.standards.get(&Skill { style, step: StepNo(step) });
    standard.map_or(NO_STANDARD, |standard| standard.0).clamp(1, MOST_A_DAY)
}

fn woman(worker: &Worker, skills: &BTreeMap<Skill, usize>, today: Day) -> Woman {
    let mut off = [false; 7];
    for ahead in 0..7 {
        let day = after(today, ahead);
        off[super::weekday(number(day))] = worker.days_off.contains(day);
    }
    let mut can = vec![false; skills.len()];
    for place in worker.pace.keys().filter(|_| worker.active).filter_map(|skill| skills.get(skill)) {
        can[*place] = true;
    }
    Woman { a_day: worker.a_day.clamp(0, MOST_A_DAY), off, can, comes_today: worker.from <= today }
}

/// The place of each text among all, in the order of the alphabet.
fn ranks<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeMap<&'t str, i64> {
    texts.collect::<BTreeSet<_>>().into_iter().zip(0..).collect()
}
