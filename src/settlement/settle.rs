//! Settling 结算.

use super::{Slip, Tally};
use crate::day::Day;
use crate::decide::{Decision, Moment};
use crate::ids::WorkerId;
use crate::journal::Books;
use crate::money::Fen;
use crate::noun::Noun;
use crate::refusal::{Refusal, Thing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Settles with some workers: a slip for each, from the day after her last one through `until`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settle {
    /// The last day; it must be over, for work of that day may still come in.
    pub until: Day,
    pub workers: BTreeSet<WorkerId>,
}

impl Settle {
    pub(crate) fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if self.until >= moment.today {
            return Err(Refusal::NotOver { day: self.until, today: moment.today });
        }
        if self.workers.is_empty() {
            return Err(Refusal::Nobody);
        }
        let slip = |worker: &WorkerId| self.slip(books, moment, *worker).map(Noun::Slip);
        Ok(Decision { nouns: self.workers.iter().map(slip).collect::<Result<_, _>>()?, ..Decision::default() })
    }

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
