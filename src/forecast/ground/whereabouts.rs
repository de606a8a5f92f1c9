//! Where pieces are.

use super::facts::Ground;
use super::step::Step;
use crate::forecast::past::DeedKind;
use crate::values::pieces::Pieces;

/// Pieces of one step at a woman's home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pile {
    pub spot: usize,
    /// Not yet made.
    pub fresh: i64,
    /// To be made again.
    pub again: i64,
    /// The higher, the later she got the first of it.
    pub got: i64,
}

impl Pile {
    pub const fn pieces(&self) -> i64 {
        self.fresh + self.again
    }
}

/// What has become of a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// Nothing was ever in it.
    #[default]
    Never,
    /// It has had pieces since that day, and none was issued yet.
    On(i64),
    /// Some of it was issued.
    Given,
}

/// Where all pieces of a village are.
#[derive(Clone, Debug, Default)]
pub struct Whereabouts {
    /// Pieces that wait, by spot.
    pub pool: Vec<i64>,
    /// The pools that have pieces, in no order.
    pub filled: Vec<usize>,
    /// The day on which a pool last became other than empty.
    pub since: Vec<i64>,
    pub opened: Vec<Opened>,
    /// By woman.
    pub home: Vec<Vec<Pile>>,
    /// Scrap that was not made again, by first spot of the line, and the day on which that last changed.
    pub owed: Vec<(i64, i64)>,
    got: i64,
}

impl Whereabouts {
    pub fn none(ground: &Ground) -> Self {
        let spots = ground.spots.len();
        Self {
            pool: vec![0; spots],
            filled: Vec::new(),
            since: vec![0; spots],
            opened: vec![Opened::Never; spots],
            home: vec![Vec::new(); ground.women.len()],
            owed: vec![(0, 0); spots],
            got: 0,
        }
    }

    /// Takes account of what happened; of what cannot have happened, as much as can.
    pub fn happened(&mut self, ground: &Ground, step: &Step) {
        let (day, spot, pieces) = (step.day, step.spot, step.pieces);
        let line = ground.spots.get(spot).map_or(spot, |at| at.line);
        match (step.kind, step.woman) {
            (DeedKind::Entered, _) => self.put(spot, pieces, day),
            (DeedKind::Replaced, _) => {
                self.owe(line, -pieces, day);
                self.put(spot, pieces, day);
            }
            (DeedKind::Cancelled, _) => self.take(spot, pieces),
            (DeedKind::Issued, Some(woman)) => {
                self.take(spot, pieces);
                if let Some(opened) = self.opened.get_mut(spot) {
                    *opened = Opened::Given;
                }
                self.give(woman, spot, pieces, 0);
            }
            (DeedKind::Returned, Some(woman)) => {
                self.hand_in(woman, spot, pieces, 0);
                self.put(spot, pieces, day);
            }
            (DeedKind::Accepted, Some(woman)) => {
                self.hand_in(woman, spot, pieces, 0);
                self.pass_on(ground, spot, pieces, day);
            }
            (DeedKind::SentBack, Some(woman)) => {
                self.hand_in(woman, spot, pieces, 0);
                self.give(woman, spot, 0, pieces);
            }
            (DeedKind::Scrapped, Some(woman)) => {
                self.hand_in(woman, spot, pieces, 0);
                self.owe(line, pieces, day);
            }
            (DeedKind::AcceptedAgain, Some(woman)) => {
                self.hand_in(woman, spot, 0, pieces);
                self.pass_on(ground, spot, pieces, day);
            }
            (DeedKind::ScrappedAgain, Some(woman)) => {
                self.hand_in(woman, spot, 0, pieces);
                self.owe(line, pieces, day);
            }
            (_, None) => {}
        }
    }

    /// Puts pieces into a pool.
    pub fn put(&mut self, spot: usize, pieces: i64, day: i64) {
        let places = self.pool.get_mut(spot).zip(self.since.get_mut(spot)).zip(self.opened.get_mut(spot));
        let Some(((pool, since), opened)) = places else { return };
        if pieces <= 0 {
            return;
        }
        if *pool <= 0 {
            *since = day;
            self.filled.push(spot);
        }
        *pool = pool.saturating_add(pieces).min(Pieces::MOST.0);
        if *opened == Opened::Never {
            *opened = Opened::On(day);
        }
    }

    /// Takes pieces out of a pool, as far as it has them.
    pub fn take(&mut self, spot: usize, pieces: i64) {
        let Some(pool) = self.pool.get_mut(spot).filter(|pool| **pool > 0) else { return };
        *pool = (*pool - pieces).max(0);
        if *pool == 0 {
            self.filled.retain(|filled| *filled != spot);
        }
    }

    /// Gives a woman pieces, to be made or made again.
    pub fn give(&mut self, woman: usize, spot: usize, fresh: i64, again: i64) {
        let Some(home) = self.home.get_mut(woman) else { return };
        self.got += 1;
        let got = self.got;
        match home.iter_mut().find(|pile| pile.spot == spot) {
            Some(pile) => {
                pile.fresh = pile.fresh.saturating_add(fresh).min(Pieces::MOST.0);
                pile.again = pile.again.saturating_add(again).min(Pieces::MOST.0);
            }
            None => home.push(Pile { spot, fresh, again, got }),
        }
    }

    /// Takes pieces from what she has at home; what is missing of one sort comes from the other.
    pub fn hand_in(&mut self, woman: usize, spot: usize, fresh: i64, again: i64) {
        let Some(home) = self.home.get_mut(woman) else { return };
        if let Some(pile) = home.iter_mut().find(|pile| pile.spot == spot) {
            let (missing, more) = ((fresh - pile.fresh).max(0), (again - pile.again).max(0));
            pile.fresh = (pile.fresh - fresh - more).max(0);
            pile.again = (pile.again - again - missing).max(0);
        }
    }

    /// Forgets piles of which nothing is left.
    pub fn tidy(&mut self, woman: usize) {
        if let Some(home) = self.home.get_mut(woman) {
            home.retain(|pile| pile.pieces() > 0);
        }
    }

    /// The standard time of all that she has at home, in hundredths of a minute.
    pub fn load(&self, ground: &Ground, woman: usize) -> i64 {
        let home = self.home.get(woman).into_iter().flatten();
        home.map(|pile| ground.time(pile.spot, pile.pieces())).fold(0, i64::saturating_add)
    }

    fn owe(&mut self, line: usize, pieces: i64, day: i64) {
        if let Some(owed) = self.owed.get_mut(line) {
            *owed = ((owed.0 + pieces).clamp(0, Pieces::MOST.0), day);
        }
    }

    fn pass_on(&mut self, ground: &Ground, spot: usize, pieces: i64, day: i64) {
        if ground.spots.get(spot).is_some_and(|at| !at.last) {
            self.put(spot + 1, pieces, day);
        }
    }
}
