//! A worker says whether an entry of hers is right.

use crate::journal::Books;
use crate::model::{Actor, Entity, Review, ReviewEntry, Verdict};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::{Askers, Rule};
use crate::values::ids::WorkerId;

pub(crate) const fn asking_worker(moment: &Moment) -> Result<WorkerId, Refusal> {
    match moment.actor {
        Actor::Worker { worker } => Ok(worker),
        Actor::Coordinator { .. } | Actor::Helper { .. } | Actor::Firm { .. } | Actor::Operator => {
            Err(Refusal::NotYours)
        }
    }
}

impl Rule for ReviewEntry {
    fn askers(&self) -> Askers {
        Askers::Worker
    }

    fn within_limits(&self) -> bool {
        match &self.verdict {
            Verdict::Right => true,
            Verdict::Wrong { accepted, .. } => accepted.is_entry(),
            Verdict::Amount { fen, .. } => fen.is_entry(),
        }
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Event(self.event), Need::ReviewsOf(self.event)]
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        let worker = asking_worker(moment)?;
        let entry = books.entries.get(&self.event).ok_or(Refusal::unknown(Thing::Event))?;
        // Work is disputed in pieces, money in yuan; another's entry is not there.
        let fits = match self.verdict {
            Verdict::Right => entry.moves_work_of(worker) || entry.moves_money_of(worker),
            Verdict::Wrong { .. } => entry.moves_work_of(worker),
            Verdict::Amount { .. } => !entry.moves_work_of(worker) && entry.moves_money_of(worker),
        };
        if !fits {
            return Err(Refusal::unknown(Thing::Event));
        }
        if entry.reversed_by.is_some() {
            return Err(Refusal::Corrected);
        }
        let before = books.reviews_of(self.event, worker).next_back();
        if before.is_some_and(|before| {
            before.verdict == self.verdict && before.spoken == self.spoken && before.answer.is_none()
        }) {
            return Err(Refusal::SetAlready);
        }
        let review = Review {
            event: self.event,
            worker,
            turn: before.map_or(1, |before| before.turn + 1),
            verdict: self.verdict.clone(),
            day: moment.day,
            answer: None,
            earlier: false,
            new_card: self.new_card,
            spoken: self.spoken,
        };
        let earlier = before.map(|before| Entity::Review(Review { earlier: true, ..before.clone() }));
        Ok(Decision { entities: earlier.into_iter().chain([Entity::Review(review)]).collect(), ..Decision::default() })
    }
}
