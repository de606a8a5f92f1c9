//! What a made-up village writes down, and where its pieces then belong.

use super::ledger::forecast::{Deed, DeedKind, PastLine, PastOrder};
use super::ledger::model::Skill;
use super::ledger::values::ids::{StepNo, WorkerId};
use super::ledger::values::pieces::Pieces;
use super::life::{Life, Lying, Spot};
use super::people::day;

impl Life<'_> {
    /// Writes down what happened to pieces, and lets them go where they then belong.
    pub(super) fn write(&mut self, kind: DeedKind, woman: Option<usize>, spot: Spot, pieces: i64) {
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

    pub(super) fn put(&mut self, spot: Spot, pieces: i64) {
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

    pub(super) fn order(&self, spot: Spot) -> &PastOrder {
        let mut orders = self.people.orders.iter();
        orders.find(|order| order.lines.iter().any(|line| line.line == spot.0)).expect("an order")
    }

    pub(super) fn line(&self, spot: Spot) -> &PastLine {
        self.order(spot).lines.iter().find(|line| line.line == spot.0).expect("a line")
    }

    pub(super) fn skill(&self, spot: Spot) -> Skill {
        Skill { style: self.line(spot).style, step: spot.1 }
    }

    pub(super) fn minutes(&self, spot: Spot) -> f64 {
        self.people.minutes[&self.skill(spot)] as f64
    }

    pub(super) fn pace(&self, woman: usize, spot: Spot) -> f64 {
        self.people.villagers[woman].pace[&self.skill(spot)]
    }
}
