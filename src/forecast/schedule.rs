//! The work gone through, most urgent first.

use super::crew::{Crew, Hand};
use super::hours::{HORIZON, Hours, first, morning};
use super::instance::{AtHome, Instance, Order, Worker};
use super::outlook::{Forecast, Unknown, When};
use super::part::{Crews, Part};
use super::work_left::WorkLeft;
use crate::values::ids::{OrderId, StepNo, WorkerId};
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// Who is busy until when, and what is left of each order.
pub(super) struct Schedule<'a> {
    instance: &'a Instance,
    hands: Vec<Hand<'a>>,
    places: BTreeMap<WorkerId, usize>,
    /// Those who can do a step.
    crews: Crews,
    /// By order, as listed.
    left: Vec<WorkLeft>,
}

impl<'a> Schedule<'a> {
    pub fn of(instance: &'a Instance) -> Self {
        let today = instance.today;
        let hand = |worker: &'a Worker| {
            let begins = morning(today, worker.from);
            Hand { worker, hours: Hours::of(worker, today), begins, free: begins }
        };
        let hands: Vec<Hand<'a>> = instance.workers.iter().map(hand).collect();
        let places = (0..).zip(&instance.workers).map(|(place, worker)| (worker.worker, place)).collect();
        let mut crews = Crews::new();
        for line in instance.orders.iter().flat_map(|order| &order.lines) {
            for skill in line.steps().map(|step| line.skill(step)) {
                crews.entry(skill).or_insert_with(|| Crew::able(&hands, skill));
            }
        }
        let left = instance.orders.iter().map(|_| WorkLeft::default()).collect();
        let mut schedule = Self { instance, hands, places, crews, left };
        schedule.go();
        schedule
    }

    /// What is foreseen of each order, with the days that habits foretell.
    pub fn forecasts(self, by_habits: &BTreeMap<OrderId, When>) -> Vec<Forecast> {
        let orders = self.instance.orders.iter().zip(self.left);
        let forecast = |(order, left): (&Order, WorkLeft)| {
            left.forecast(order, self.instance.today, by_habits.get(&order.order).copied())
        };
        orders.map(forecast).collect()
    }

    fn go(&mut self) {
        let parts = Part::all(&self.instance.orders, self.instance.today, &self.crews, &self.hands);
        // What is at home comes first, whatever lies in the pools.
        for part in &parts {
            for at in part.line.at_home.iter().filter(|at| at.pieces.any()) {
                self.do_at_home(part, at);
            }
        }
        for part in &parts {
            self.end_of_piles(part);
        }
        for part in &parts {
            for step in part.line.steps() {
                self.share(part, step);
                self.weigh(part, step);
            }
        }
    }

    /// Her place among the workers.
    fn place(&self, worker: WorkerId) -> Option<usize> {
        self.places.get(&worker).copied()
    }

    /// Notes when those who have some of it at home are through with all that they have.
    fn end_of_piles(&mut self, part: &Part<'_>) {
        for at in part.line.at_home.iter().filter(|at| at.pieces.any()) {
            if let Some(hand) = self.place(at.worker).and_then(|place| self.hands.get(place)) {
                self.left[part.order].end_of_pile(at.worker, hand.finish(hand.free), part.lag(at.step));
            }
        }
    }

    /// Lets her do what she has at home.
    fn do_at_home(&mut self, part: &Part<'_>, at: &AtHome) {
        let (line, deadline) = (part.line, part.deadline(at.step));
        let place = self.place(at.worker);
        let left = &mut self.left[part.order];
        if self.crews.get(&line.skill(at.step)).is_some_and(|crew| crew.has_others(place)) {
            left.others_can(at.worker);
        }
        let hand = place.and_then(|place| self.hands.get_mut(place));
        let Some((hand, pace)) = hand.and_then(|hand| hand.pace(line.skill(at.step)).map(|pace| (hand, pace))) else {
            left.stuck(at.worker, Unknown::Stuck { line: line.line, step: at.step });
            return;
        };
        let (free, hours) = (hand.free, hand.hours);
        let work = at.pieces.0.min(Pieces::MOST.0).saturating_mul(pace);
        left.short_of(deadline, (work - hours.time(free, deadline)).clamp(0, work), Some(at.worker));
        match first(free, |moment| hours.time(free, moment) >= work) {
            Some(done) => {
                left.at_home(hand.worker.worker, hand.finish(done), part.lag(at.step));
                hand.free = done;
            }
            None => {
                left.nobody_knows(Unknown::TooFar);
                hand.free = HORIZON;
            }
        }
    }

    /// Lets all who can do it and are free do what will have to be given out.
    fn share(&mut self, part: &Part<'_>, step: StepNo) {
        let (line, deadline) = (part.line, part.deadline(step));
        let pieces = line.to_come(step);
        if pieces == 0 {
            return;
        }
        let left = &mut self.left[part.order];
        let Some(crew) = self.crews.get(&line.skill(step)).filter(|crew| !crew.is_empty()) else {
            left.nobody_knows(Unknown::Nobody { line: line.line, step });
            return;
        };
        left.short_of(deadline, crew.short(&self.hands, pieces, deadline), None);
        let done = crew.done(&self.hands, pieces);
        match done {
            Some(done) => left.shared(crew.finish(&self.hands, done), part.lag(step)),
            None => left.nobody_knows(Unknown::TooFar),
        }
        crew.occupy(&mut self.hands, done.unwrap_or(HORIZON));
    }

    /// How much a step is for those who can do it.
    fn weigh(&mut self, part: &Part<'_>, step: StepNo) {
        let line = part.line;
        let pieces = line.to_come(step) + line.in_hand(step);
        if let Some(crew) = self.crews.get(&line.skill(step)) {
            let (offered, parts) = crew.a_week(&self.hands);
            self.left[part.order].weigh(line.line, step, pieces, offered, parts);
        }
    }
}
