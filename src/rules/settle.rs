//! Settling 结算: a slip for each of some workers.

use crate::journal::Books;
use crate::model::{Entity, Settle, Slip, Tally};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;
use crate::values::ids::WorkerId;
use crate::values::money::Fen;

impl Rule for Settle {
    fn needs(&self, _books: &Books) -> Vec<Need> {
        self.workers.iter().map(|worker| Need::Settlement(*worker)).collect()
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if self.until >= moment.today {
            return Err(Refusal::NotOver { day: self.until, today: moment.today });
        }
        if self.workers.is_empty() {
            return Err(Refusal::Nobody);
        }
        let slip = |worker: &WorkerId| self.slip(books, moment, *worker).map(Entity::Slip);
        Ok(Decision { entities: self.workers.iter().map(slip).collect::<Result<_, _>>()?, ..Decision::default() })
    }
}

impl Settle {
    fn slip(&self, books: &Books, moment: &Moment, id: WorkerId) -> Result<Slip, Refusal> {
        let worker = books.workers.get(&id).ok_or(Refusal::unknown(Thing::Worker))?;
        let last = books.last_slip(id);
        if let Some(last) = last.filter(|last| last.until >= self.until) {
            return Err(Refusal::SettledWith { worker: worker.name.to_string(), until: last.until });
        }
        if books.reviews.values().any(|review| review.worker == id && review.is_open()) {
            return Err(Refusal::Disputed { worker: worker.name.to_string() });
        }
        let rows = books.unsettled_of(id, self.until);
        let (tally, first) =
            rows.fold((Tally::default(), None), |(sum, first), (day, tally)| (sum.and(tally), first.or(Some(day))));
        Ok(Slip {
            worker: id,
            from: match last {
                Some(last) => last.until.next(),
                None => first.unwrap_or_else(|| self.until.month_start()),
            },
            until: self.until,
            carried: last.map_or(Fen::ZERO, Slip::owed),
            tally,
            settled: moment.id,
        })
    }
}
