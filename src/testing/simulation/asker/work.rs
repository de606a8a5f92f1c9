//! Asking for issues, returns and counts, and saying what workers say.

use super::Asker;
use crate::Command;
use crate::journal::{Place, PlaceKind};
use crate::model::{
    AnswerDispute, Count, CountPart, Declare, IssueShares, Made, Retract, ReviewEntry, Share, Skill, SplitShares,
    TakeBack, Verdict,
};
use crate::values::ids::{IssueId, LineId, StepNo, WorkerId};
use crate::values::pieces::Pieces;
use rand::RngExt;
use rand::seq::{IndexedRandom, IteratorRandom};

impl Asker<'_> {
    pub(super) fn issue(&mut self) -> Option<Command> {
        self.shares().map(Into::into)
    }

    /// Of several pools at once; sometimes the same one twice.
    pub(super) fn split(&mut self) -> Option<Command> {
        let parts: Vec<_> = (0..self.rng.random_range(1..=3)).filter_map(|_| self.shares()).collect();
        (!parts.is_empty()).then(|| SplitShares { parts }.into())
    }

    fn shares(&mut self) -> Option<IssueShares> {
        let (Place::Pool { line, step }, have) = self.place(&[PlaceKind::Pool])? else { return None };
        let mut left = have;
        let shares = (0..self.rng.random_range(1..=3)).map(|_| {
            let share = Share { worker: self.able(line, step), pieces: self.some(left) };
            left = left - share.pieces;
            share
        });
        let mut shares: Vec<_> = shares.collect();
        if !self.chance(10) {
            shares.sort_by_key(|share| share.worker);
            shares.dedup_by_key(|share| share.worker);
        }
        let seen = match self.rng.random_range(0..12) {
            0 => Some(have - Pieces(1)),
            1..=4 => Some(have),
            _ => None,
        };
        Some(IssueShares { line, step, shares, seen })
    }

    /// Someone who can do that step, mostly.
    fn able(&mut self, line: LineId, step: StepNo) -> WorkerId {
        let Some(style) = self.books().lines.get(&line).map(|line| line.style) else { return self.worker() };
        let able = self.books().workers.values().filter(|worker| worker.skills.contains(&Skill { style, step }));
        let able = able.map(|worker| worker.id).choose(self.rng);
        able.filter(|_| !self.chance(12)).unwrap_or_else(|| self.worker())
    }

    pub(super) fn take_back(&mut self) -> Option<Command> {
        let parts = (0..if self.chance(4) { 2 } else { 1 }).filter_map(|_| {
            let (place, have) = self.place(&[PlaceKind::Hand])?;
            let (_, issue) = place.home()?;
            Some((issue, self.some(have)))
        });
        let parts: Vec<_> = parts.collect();
        (!parts.is_empty()).then(|| TakeBack { parts, note: self.words() }.into())
    }

    /// Mostly what still waits.
    pub(super) fn retract(&mut self) -> Option<Command> {
        let waits = self.chance(6);
        let hand_ins = self.books().hand_ins.values().filter(|hand_in| waits || hand_in.counted.is_none());
        let declared = hand_ins.map(|hand_in| hand_in.id).choose(self.rng)?;
        Some(Retract { declared }.into())
    }

    pub(super) fn count(&mut self) -> Option<Command> {
        let first = self.at_home(None)?;
        let worker = self.books().issues.get(&first.issue)?.worker;
        let mut parts = vec![first];
        if self.chance(4) {
            let whose = Some(worker).filter(|_| !self.chance(10));
            parts.extend(self.at_home(whose));
        }
        let declared = if self.chance(5) { self.books().hand_ins.keys().copied().choose(self.rng) } else { None };
        let worker = if self.chance(40) { self.worker() } else { worker };
        Some(Count { worker, parts, reason: self.words(), declared }.into())
    }

    /// A part of a count, of something that is at her home, or at anyone's.
    fn at_home(&mut self, whose: Option<WorkerId>) -> Option<CountPart> {
        let hers = |place: &Place| place.home().filter(|(worker, _)| whose.is_none_or(|whose| whose == *worker));
        let homes = self.books().places.iter().filter_map(|(place, have)| Some((place, *have, hers(place)?.1)));
        let (place, have, issue) = homes.choose(self.rng)?;
        let some = self.some(have);
        let [accepted, mut rework, scrapped] = self.three(some);
        let made = if place.kind() == PlaceKind::Hand { Made::Fresh } else { Made::Again };
        if made == Made::Again && !self.chance(20) {
            rework = Pieces::ZERO;
        }
        Some(CountPart { issue, made, accepted, rework, scrapped, seen: None })
    }

    pub(super) fn declare(&mut self) -> Option<Command> {
        let (issue, have) = match self.place(&[PlaceKind::Hand, PlaceKind::Redo]) {
            Some((place, have)) => (place.home()?.1, have),
            None => (IssueId(777), Pieces(1)),
        };
        Some(Declare { issue, pieces: self.some(have) }.into())
    }

    pub(super) fn review(&mut self) -> Option<Command> {
        let entries = self.books().entries.iter().filter(|(_, entry)| {
            let hers = |worker: &WorkerId| entry.moves_work_of(*worker) || entry.moves_money_of(*worker);
            self.village.books.workers.keys().any(hers)
        });
        let (&event, _) = entries.choose(self.rng)?;
        let (words, pieces, fen) = (self.words(), Pieces(self.rng.random_range(0..60)), self.fen());
        let wrong = Verdict::Wrong { accepted: pieces, words: words.clone() };
        let verdict = [Verdict::Right, wrong, Verdict::Amount { fen, words }].choose(self.rng)?.clone();
        Some(ReviewEntry { event, verdict, new_card: false, spoken: None }.into())
    }

    pub(super) fn answer_dispute(&mut self) -> Option<Command> {
        let (event, worker, _) = *self.books().reviews.keys().choose(self.rng)?;
        let worker = (!self.chance(3)).then_some(worker);
        Some(AnswerDispute { event, worker, answer: self.words() }.into())
    }
}
