//! What was settled stays as it is.

use crate::journal::{Account, Books};
use crate::rules::decision::Decision;
use crate::rules::refusal::Refusal;
use crate::values::day::Day;
use crate::values::ids::WorkerId;

/// Whether what was decided may still be written down for that day: nobody whom it touches has settled it.
///
/// # Errors
/// [`Refusal::Settled`] with the day until which she has.
pub fn open(books: &Books, day: Day, decision: &Decision) -> Result<(), Refusal> {
    if books.settled_through.is_none_or(|through| day > through) {
        return Ok(());
    }
    let homes = decision.moves.iter().flat_map(|step| [step.from.home(), step.to.home()]).flatten();
    let accounts = decision.transfers.iter().flat_map(|transfer| [transfer.debit, transfer.credit]);
    let owners =
        accounts.filter_map(|account| if let Account::Worker { worker } = account { Some(worker) } else { None });
    homes.map(|(worker, _)| worker).chain(owners).try_for_each(|worker| untouched(books, day, worker))
}

fn untouched(books: &Books, day: Day, worker: WorkerId) -> Result<(), Refusal> {
    match books.last_slip(worker) {
        Some(slip) if day <= slip.until => Err(Refusal::Settled { until: slip.until }),
        _ => Ok(()),
    }
}

/// Whether a rate may begin on that day: what was issued on a day that anybody has settled keeps the rate that it had.
///
/// # Errors
/// [`Refusal::RateSettled`] with the last day that is settled.
pub fn rate_open(books: &Books, from: Day) -> Result<(), Refusal> {
    match books.settled_through {
        Some(through) if from <= through => Err(Refusal::RateSettled { until: through }),
        _ => Ok(()),
    }
}
