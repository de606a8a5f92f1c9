//! One village's walk.

use super::asker::Asker;
use super::checks::Checks;
use super::{Rng, approval, rules};
use crate::Command;
use crate::journal::{Account, Books, Event, LawBroken, Place};
use crate::model::{Actor, Correct};
use crate::rules::refusal::Refusal;
use crate::testing::village::{COORDINATOR, Village, note};
use crate::values::day::Day;
use crate::values::ids::EventId;
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What was asked, by whom, as of which day, under which id, and why not, if it was refused.
pub type Told<'a> = (EventId, Actor, Day, &'a Command, Option<&'a Refusal>);

pub struct Walk {
    village: Village,
    checks: Checks,
    rng: Rng,
}

impl Walk {
    /// A village with its people and styles, in which nothing was ordered yet.
    pub fn begin(seed: u64) -> Self {
        static SETTLED: LazyLock<Village> = LazyLock::new(Village::new);
        let mut village = SETTLED.clone();
        let mut rng = Rng::seed_from_u64(seed);
        village.coordinators = if rng.random_ratio(1, 6) { 1 } else { 2 };
        Self { village, checks: Checks::default(), rng }
    }

    /// How many coordinators can sign in.
    #[cfg(feature = "store")]
    pub const fn coordinators(&self) -> i64 {
        self.village.coordinators
    }

    /// Walks to the end, telling of every step; returns the village as it then is.
    pub fn live(mut self, mut tell: impl FnMut(Told<'_>)) -> Village {
        for n in 0..self.rng.random_range(15..=40) {
            let (actor, day, command) = Asker { village: &self.village, rng: &mut self.rng }.next(n == 0);
            let id = self.village.next_id();
            let before = self.rng.random_ratio(1, 8).then(|| balances(&self.village.books));
            let said = self.village.ask_as(actor, day, command.clone());
            tell((id, actor, day, &command, said.as_ref().err()));
            if let Ok(event) = said {
                self.checks.after(&self.village.books, &event);
                rules::hold(&self.village.books, &event);
                if let Some(before) = before {
                    undone_leaves_what_was(&before, self.village.clone(), &event);
                }
            }
        }
        self.replayed_is_what_it_is();
        rules::hold_at_last(&self.village.books, &self.village.events);
        self.village
    }

    /// All that is true follows from the events, one after another into empty books; from their kept text, too,
    /// which is looked at in some walks only, for it takes longer than all else.
    fn replayed_is_what_it_is(&mut self) {
        let from_text = self.rng.random_ratio(1, 16);
        let mut books = Books::default();
        for event in &self.village.events {
            if from_text {
                let kept = serde_json::to_string(event).expect("plain data");
                let read: Event = serde_json::from_str(&kept).expect("what is kept can be read");
                assert_eq!(read, *event);
            }
            books.apply(event).expect("what happened is lawful");
        }
        assert_eq!(books, self.village.books);
    }
}

type Balances = (BTreeMap<Place, Pieces>, BTreeMap<Account, Fen>);

fn balances(books: &Books) -> Balances {
    (books.places.clone(), books.accounts.clone())
}

/// With nothing in between, a correction restores every balance, once and for all; and an event happens once.
fn undone_leaves_what_was(before: &Balances, mut now: Village, event: &Event) {
    let then = balances(&now.books);
    assert_eq!(now.books.apply(event), Err(LawBroken::Twice));
    assert_eq!(balances(&now.books), then, "the same event again changes nothing");
    let ask = |event| Correct { event, reason: note("试") };
    let moved = !(event.moves.is_empty() && event.transfers.is_empty());
    match now.ask(ask(event.id)).map(|asked| approval::approved(&mut now, asked)) {
        Ok(correction) => {
            assert!(event.reverses.is_none(), "a correction was corrected: {event:?}");
            assert_eq!(balances(&now.books), *before, "{event:?}");
            assert_eq!(now.ask(ask(event.id)), Err(Refusal::Corrected));
            assert_eq!(now.ask_as(COORDINATOR, now.today, ask(correction.id)), Err(Refusal::IsCorrection));
        }
        Err(Refusal::IsCorrection) => assert!(event.reverses.is_some(), "{event:?}"),
        Err(Refusal::NothingToUndo) => assert!(!moved, "{event:?}"),
        Err(refusal) => panic!("{refusal:?} stands in the way of undoing {event:?}"),
    }
}
