//! What a person, or a broken program, might ask next.

mod approval;
mod deliveries;
mod orders;
mod pay;
mod work;

use super::{Rng, spoil};
use crate::Command;
use crate::journal::{Books, Event, Place, PlaceKind};
use crate::model::{Actor, ChangeAccess, Correct};
use crate::testing::village::{COORDINATOR, SECOND, Village, day, note};
use crate::values::day::Day;
use crate::values::ids::{EventId, FirmId, StyleId, UserId, WorkerId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use rand::RngExt;
use rand::seq::{IndexedRandom, IteratorRandom};
use uuid::Uuid;

pub struct Asker<'a> {
    pub village: &'a Village,
    pub rng: &'a mut Rng,
}

/// What to ask for, and how often, in so many parts. `None` where the books hold nothing to ask it of.
type Ask<'a> = (u32, fn(&mut Asker<'a>) -> Option<Command>);

const fn asks<'a>() -> [Ask<'a>; 45] {
    [
        (1, Asker::save_style),
        (1, Asker::set_rate),
        (3, Asker::set_photo),
        (2, Asker::set_voice_clip),
        (2, Asker::save_worker),
        (1, Asker::save_firm),
        (1, Asker::save_contact),
        (1, Asker::let_in),
        (2, Asker::change_access),
        (3, Asker::open_order),
        (6, Asker::replace),
        (2, Asker::change_order),
        (2, Asker::change_price),
        (2, Asker::add_pieces),
        (1, Asker::add_line),
        (4, Asker::cancel_pieces),
        (10, Asker::issue),
        (8, Asker::split),
        (4, Asker::take_back),
        (26, Asker::count),
        (5, Asker::declare),
        (3, Asker::review),
        (3, Asker::answer_dispute),
        (14, Asker::deliver),
        (16, Asker::answer),
        (8, Asker::restock),
        (8, Asker::reissue),
        (8, Asker::write_off),
        (6, Asker::agree),
        (1, Asker::bonus),
        (1, Asker::deduct),
        (1, Asker::advance),
        (4, Asker::pay),
        (1, Asker::firm_pays),
        (2, Asker::settle),
        (1, Asker::set_minimum_wage),
        (1, Asker::record_time_study),
        (1, Asker::set_terms),
        (2, Asker::retract),
        (7, Asker::correct),
        (2, Asker::set_approval),
        (2, Asker::propose),
        (8, Asker::approve),
        (2, Asker::decline),
        (2, Asker::withdraw),
    ]
}

/// Who asks, as of which day, and what.
impl Asker<'_> {
    /// The first thing ever asked is an order, so that there is something to do.
    pub fn next(mut self, first: bool) -> (Actor, Day, Command) {
        let mut command = if first { self.open_order() } else { None }.unwrap_or_else(|| self.something());
        if self.rng.random_ratio(1, 7) {
            command = spoil::spoil(command, self.rng);
        }
        (self.actor(&command), self.day(), command)
    }

    fn something(&mut self) -> Command {
        let asks = asks();
        loop {
            let mut roll = self.rng.random_range(0..asks.iter().map(|(parts, _)| parts).sum());
            let rolled = asks.iter().find(|(parts, _)| {
                let hit = roll < *parts;
                roll = roll.saturating_sub(*parts);
                hit
            });
            if let Some(command) = rolled.and_then(|(_, ask)| ask(self)) {
                return command;
            }
        }
    }

    fn actor(&mut self, command: &Command) -> Actor {
        let books = self.books();
        let theirs = match command {
            Command::Declare(ask) => books.issues.get(&ask.issue).map(|issue| Actor::Worker { worker: issue.worker }),
            Command::Retract(ask) => {
                books.hand_ins.get(&ask.declared).map(|hand_in| Actor::Worker { worker: hand_in.worker })
            }
            Command::Review(ask) => books.entries.get(&ask.event).and_then(|entry| {
                let hers = |worker: &&WorkerId| entry.moves_work_of(**worker) || entry.moves_money_of(**worker);
                books.workers.keys().find(hers).map(|worker| Actor::Worker { worker: *worker })
            }),
            Command::Answer(ask) => {
                let order = books.deliveries.get(&ask.delivery).and_then(|delivery| books.orders.get(&delivery.order));
                order.map(|order| Actor::Firm { firm: order.firm })
            }
            Command::ChangeAccess(ChangeAccess::ChoosePin { worker }) => Some(Actor::Worker { worker: *worker }),
            other => self.who_answers(other),
        };
        match self.rng.random_range(0..40) {
            0 => Actor::Worker { worker: self.worker() },
            1 => Actor::Firm { firm: self.firm() },
            2 => Actor::Operator,
            3 => COORDINATOR,
            4 => SECOND,
            5 => Actor::Helper { user: UserId(3) },
            _ => theirs.unwrap_or(COORDINATOR),
        }
    }

    /// Mostly today; sometimes entered late, and even from a day without rates or a day to come.
    fn day(&mut self) -> Day {
        const OTHERS: [&str; 4] = ["2026-08-20", "2026-09-03", "2026-09-09", "2026-09-11"];
        let other = OTHERS.choose(self.rng).filter(|_| self.rng.random_ratio(1, 20));
        other.map_or(self.village.today, |text| day(text))
    }

    fn correct(&mut self) -> Option<Command> {
        // Mostly one of the last few: what is older was mostly passed on.
        let reach = if self.chance(4) { usize::MAX } else { 5 };
        let moved = |event: &&Event| !(event.moves.is_empty() && event.transfers.is_empty());
        let any = self.chance(6);
        let last = self.village.events.iter().rev().take(reach).filter(|event| any || moved(event));
        let event = last.map(|event| event.id).choose(self.rng)?;
        let event = if self.chance(30) { EventId(Uuid::from_u128(777)) } else { event };
        Some(Correct { event, reason: self.words() }.into())
    }
}

/// What there is to choose from.
impl<'a> Asker<'a> {
    const fn books(&self) -> &'a Books {
        &self.village.books
    }

    /// One time in so many.
    fn chance(&mut self, times: u32) -> bool {
        self.rng.random_ratio(1, times)
    }

    fn worker(&mut self) -> WorkerId {
        let known = self.books().workers.keys().copied().choose(self.rng);
        known.filter(|_| !self.chance(60)).unwrap_or(WorkerId(777))
    }

    fn firm(&mut self) -> FirmId {
        let known = self.books().firms.keys().copied().choose(self.rng);
        known.filter(|_| !self.chance(60)).unwrap_or(FirmId(777))
    }

    fn style(&mut self) -> StyleId {
        let known = self.books().styles.keys().copied().choose(self.rng);
        known.filter(|_| !self.chance(60)).unwrap_or(StyleId(777))
    }

    /// A place of one of these kinds, and what it holds.
    fn place(&mut self, kinds: &[PlaceKind]) -> Option<(Place, Pieces)> {
        let found = self.books().places.iter().filter(|(place, _)| kinds.contains(&place.kind()));
        found.map(|(place, pieces)| (*place, *pieces)).choose(self.rng)
    }

    /// Some of what is there: often all of it, and now and then one too many.
    fn some(&mut self, have: Pieces) -> Pieces {
        let have = have.0.max(1);
        match self.rng.random_range(0..16) {
            0 => Pieces(have + 1),
            1..=6 => Pieces(have),
            _ => Pieces(self.rng.random_range(1..=have)),
        }
    }

    /// Splits a number into three that add up to it, the first mostly the largest.
    fn three(&mut self, whole: Pieces) -> [Pieces; 3] {
        let first = if self.chance(3) { self.rng.random_range(0..=whole.0) } else { whole.0 - whole.0 / 5 };
        let second = self.rng.random_range(0..=whole.0 - first);
        [first, second, whole.0 - first - second].map(Pieces)
    }

    fn fen(&mut self) -> Fen {
        Fen(self.rng.random_range(1..=20_000))
    }

    /// A few words, or none where they may be needed.
    fn words(&mut self) -> Note {
        if self.chance(8) { Note::default() } else { note("有话") }
    }
}
