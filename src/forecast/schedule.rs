//! The work gone through, most urgent first.

use super::crew::{Crew, Hand};
use super::hours::{A_DAY, HORIZON, Hours, Ticks, first, morning};
use super::instance::{AtHome, Instance, Line, Order, Worker};
use super::outlook::{Forecast, Unknown};
use super::work_left::WorkLeft;
use crate::day::Day;
use crate::ids::{StepNo, WorkerId};
use crate::noun::Skill;
use crate::pieces::Pieces;
use std::collections::BTreeMap;

/// Who is busy until when, and what is left of each order.
pub(super) struct Schedule<'a> {
    instance: &'a Instance,
    hands: Vec<Hand<'a>>,
    places: BTreeMap<WorkerId, usize>,
    /// Those who can do a step.
    crews: BTreeMap<Skill, Crew>,
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
        let mut crews = BTreeMap::new();
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

    pub fn forecasts(self) -> Vec<Forecast> {
        let orders = self.instance.orders.iter().zip(self.left);
        orders.map(|(order, left)| left.forecast(order, self.instance.today)).collect()
    }

    fn go(&mut self) {
        let mut urgent: Vec<(usize, &'a Order)> = self.instance.orders.iter().enumerate().collect();
        urgent.sort_by_key(|(index, order)| (order.due, *index));
        let lines =
            || urgent.iter().flat_map(|(index, order)| order.lines.iter().map(|line| (*index, order.due, line)));
        // What is at home comes first, whatever lies in the pools.
        for (order, due, line) in lines() {
            for at in line.at_home.iter().filter(|at| at.pieces.any()) {
                self.do_at_home(order, line, at, self.deadline(due, line, at.step));
            }
        }
        for (order, _, line) in lines() {
            self.end_of_piles(order, line);
        }
        for (order, due, line) in lines() {
            for step in line.steps() {
                self.share(order, line, step, self.deadline(due, line, step));
                self.weigh(order, line, step);
            }
        }
    }

    /// Her place among the workers.
    fn place(&self, worker: WorkerId) -> Option<usize> {
        self.places.get(&worker).copied()
    }

    /// Notes when those who have some of it at home are through with all that they have.
    fn end_of_piles(&mut self, order: usize, line: &Line) {
        for at in line.at_home.iter().filter(|at| at.pieces.any()) {
            let lag = self.lag(line, at.step);
            if let Some(hand) = self.place(at.worker).and_then(|place| self.hands.get(place)) {
                self.left[order].end_of_pile(at.worker, hand.finish(hand.free), lag);
            }
        }
    }

    /// Lets her do what she has at home.
    fn do_at_home(&mut self, order: usize, line: &Line, at: &AtHome, deadline: Ticks) {
        let lag = self.lag(line, at.step);
        let place = self.place(at.worker);
        let left = &mut self.left[order];
        let hand = place.and_then(|place| self.hands.get_mut(place));
        let Some((hand, pace)) = hand.and_then(|hand| hand.pace(line.skill(at.step)).map(|pace| (hand, pace))) else {
            left.nobody_knows(Unknown::Stuck { line: line.line, step: at.step });
            return;
        };
        let (free, hours) = (hand.free, hand.hours);
        let work = at.pieces.0.min(Pieces::MOST.0).saturating_mul(pace);
        left.short_of(deadline, (work - hours.time(free, deadline)).clamp(0, work));
        match first(free, |moment| hours.time(free, moment) >= work) {
            Some(done) => {
                left.at_home(hand.worker.worker, hand.finish(done), lag);
                hand.free = done;
            }
            None => {
                left.nobody_knows(Unknown::TooFar);
                hand.free = HORIZON;
            }
        }
    }

    /// Lets all who can do it and are free do what will have to be given out.
    fn share(&mut self, order: usize, line: &Line, step: StepNo, deadline: Ticks) {
        let pieces = line.to_come(step);
        if pieces == 0 {
            return;
        }
        let lag = self.lag(line, step);
        let left = &mut self.left[order];
        let Some(crew) = self.crews.get(&line.skill(step)).filter(|crew| !crew.is_empty()) else {
            left.nobody_knows(Unknown::Nobody { line: line.line, step });
            return;
        };
        left.short_of(deadline, crew.short(&self.hands, pieces, deadline));
        let done = crew.done(&self.hands, pieces);
        match done {
            Some(done) => left.shared(crew.finish(&self.hands, done), lag),
            None => left.nobody_knows(Unknown::TooFar),
        }
        crew.occupy(&mut self.hands, done.unwrap_or(HORIZON));
    }

    /// How much a step is for those who can do it.
    fn weigh(&mut self, order: usize, line: &Line, step: StepNo) {
        let pieces = line.to_come(step) + line.in_hand(step);
        if let Some(crew) = self.crews.get(&line.skill(step)) {
            let (offered, parts) = crew.a_week(&self.hands);
            self.left[order].weigh(line.line, step, pieces, offered, parts);
        }
    }

    /// The moment until which a step has to be done for the order to be ready in time.
    fn deadline(&self, due: Day, line: &Line, step: StepNo) -> Ticks {
        let days = (due.0 - self.instance.today.0).num_days() + 1;
        (days * A_DAY).clamp(0, HORIZON) - self.lag(line, step)
    }

    /// What a line's last pack still takes after a step: for each later step a day, or longer if the quickest takes longer.
    fn lag(&self, line: &Line, after: StepNo) -> Ticks {
        let later = line.steps().filter(|step| *step > after && line.to_come(*step) > 0);
        let lags = later.map(|step| {
            let pack = line.pack.0.clamp(1, line.to_come(step));
            let crew = self.crews.get(&line.skill(step));
            crew.and_then(|crew| crew.quickest(&self.hands, pack)).unwrap_or(A_DAY).clamp(A_DAY, HORIZON)
        });
        lags.sum()
    }
}
