//! What a woman makes in a run.

use super::run::Run;
use crate::forecast::ground::Pile;

/// Which pieces of a pile.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Again,
    Fresh,
    All,
}

impl Run<'_> {
    /// She makes what so much time, in hundredths of a minute, is enough for.
    pub(super) fn makes(&mut self, woman: usize, mut time: i64) {
        let mut piles = std::mem::take(&mut self.at.home[woman]);
        self.in_order(&mut piles);
        let mut first = vec![false; piles.len()];
        for (place, pile) in piles.iter_mut().enumerate() {
            if pile.again > 0 && self.dice.happens(self.learned.soon) {
                first[place] = true;
                self.makes_of(pile, Part::Again, &mut time);
            }
        }
        for (pile, was_first) in piles.iter_mut().zip(first) {
            self.makes_of(pile, if was_first { Part::Fresh } else { Part::All }, &mut time);
        }
        piles.retain(|pile| pile.pieces() > 0);
        self.at.home[woman] = piles;
    }

    fn in_order(&mut self, piles: &mut [Pile]) {
        if piles.len() < 2 {
            return;
        }
        match self.pile_rule {
            Some((rule, keeps)) if self.dice.happens(keeps) => {
                piles.sort_by_cached_key(|pile| rule.key(&self.ground, &self.learned.ranks, pile));
            }
            _ => self.dice.shuffle(piles),
        }
    }

    fn makes_of(&mut self, pile: &mut Pile, part: Part, time: &mut i64) {
        let minutes = self.ground.spots[pile.spot].minutes;
        let wanted = match part {
            Part::Again => pile.again,
            Part::Fresh => pile.fresh,
            Part::All => pile.pieces(),
        };
        if *time <= 0 || wanted <= 0 {
            return;
        }
        let pieces = self.dice.quotient(*time, minutes).min(wanted);
        *time -= pieces.saturating_mul(minutes);
        let again = match part {
            Part::Again => pieces,
            Part::Fresh => 0,
            Part::All => pile.again.min(pieces),
        };
        let fresh = pieces - again;
        let spoiled_again = self.dice.part(again, self.learned.scrapped_again).min(again);
        let spoiled = self.dice.part(fresh, self.learned.scrapped).min(fresh);
        let sent_back = self.dice.part(fresh, self.learned.sent_back).min(fresh - spoiled);
        pile.fresh -= fresh;
        pile.again += sent_back - again;
        self.pass_on(pile.spot, pieces - spoiled_again - spoiled - sent_back);
        self.spoil(pile.spot, spoiled + spoiled_again);
    }

    fn pass_on(&mut self, spot: usize, pieces: i64) {
        if self.ground.spots[spot].last {
            self.done(self.ground.spots[spot].order, pieces);
        } else {
            self.put(spot + 1, pieces);
        }
    }

    /// Some of what is spoiled will be made again; the rest nobody waits for.
    fn spoil(&mut self, spot: usize, pieces: i64) {
        if pieces > 0 {
            let owed = self.dice.part(pieces, self.learned.replaced_ever).min(pieces);
            self.at.owed[self.ground.spots[spot].line].0 += owed;
            self.done(self.ground.spots[spot].order, pieces - owed);
        }
    }
}
