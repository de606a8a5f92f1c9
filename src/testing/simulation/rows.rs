//! The table of the trade once more, as one would read it aloud: which flow goes from where to where.

use crate::journal::{Account, Books, Flow, Move, Place, Purpose, Transfer};
use crate::model::Issue;
use crate::values::ids::{DeliveryId, IssueId, StepNo};

/// Whether a move, forwards or backwards, is one of the table's.
pub fn has(books: &Books, step: &Move) -> bool {
    let (from, to) = if step.back { (step.to, step.from) } else { (step.from, step.to) };
    from.line() == to.line() && row(books, step.flow, from, to)
}

fn row(books: &Books, flow: Flow, from: Place, to: Place) -> bool {
    let last = |step: StepNo| books.lines.get(&from.line()).is_some_and(|line| line.last_step == step);
    let issue = |id: IssueId, is: &dyn Fn(&Issue) -> bool| {
        books.issues.get(&id).is_some_and(|issue| issue.line == from.line() && is(issue))
    };
    match (flow, from, to) {
        (Flow::Opened | Flow::Replaced, Place::Ordered { .. }, Place::Pool { step, .. }) => step == StepNo::FIRST,
        (Flow::Issued, Place::Pool { step, .. }, Place::Hand { issue: id, worker, .. }) => {
            issue(id, &|issue| issue.step == step && issue.worker == worker && issue.repairs.is_none())
        }
        (Flow::Returned, Place::Hand { issue: id, .. }, Place::Pool { step, .. }) => {
            issue(id, &|issue| issue.step == step && issue.repairs.is_none())
        }
        (Flow::Returned, Place::Hand { issue: id, .. }, Place::Refused { delivery, .. })
        | (Flow::Reissued, Place::Refused { delivery, .. }, Place::Hand { issue: id, .. }) => {
            issue(id, &|issue| issue.repairs == Some(delivery) && last(issue.step))
        }
        (Flow::Accepted, Place::Hand { issue: id, .. } | Place::Redo { issue: id, .. }, Place::Pool { step, .. }) => {
            issue(id, &|issue| issue.step.next() == step && !last(issue.step))
        }
        (Flow::Accepted, Place::Hand { issue: id, .. } | Place::Redo { issue: id, .. }, Place::Stock { .. }) => {
            issue(id, &|issue| last(issue.step))
        }
        (Flow::SentBack, Place::Hand { issue: id, worker, .. }, Place::Redo { issue: again, worker: her, .. }) => {
            id == again && worker == her
        }
        (Flow::Scrapped, Place::Hand { issue: id, .. } | Place::Redo { issue: id, .. }, Place::Scrap { step, .. }) => {
            issue(id, &|issue| issue.step == step)
        }
        (Flow::Delivered, Place::Stock { .. }, Place::Delivered { delivery, .. }) => {
            books.deliveries.contains_key(&delivery)
        }
        (Flow::Confirmed, Place::Delivered { delivery, .. }, Place::Confirmed { .. })
        | (Flow::Refused, Place::Delivered { delivery, .. }, Place::Refused { .. })
        | (Flow::Short, Place::Delivered { delivery, .. }, Place::Missing { .. })
        | (
            Flow::WrittenOff,
            Place::Refused { delivery, .. } | Place::Missing { delivery, .. },
            Place::WrittenOff { .. },
        )
        | (Flow::Agreed, Place::Refused { delivery, .. } | Place::Missing { delivery, .. }, Place::Confirmed { .. }) => {
            DeliveryId(to.part()) == delivery
        }
        // What was not begun goes back to where it came from; what was made is kept apart, by the step that it waited for.
        (Flow::Cancelled, Place::Pool { step: StepNo::FIRST, .. }, Place::Ordered { .. }) => true,
        (Flow::Cancelled, Place::Pool { step, .. }, Place::Surplus { step: kept, .. }) => {
            step == kept && step != StepNo::FIRST
        }
        (Flow::Cancelled, Place::Stock { .. }, Place::Surplus { step, .. }) => last(StepNo(step.0 - 1)),
        (Flow::Restocked, Place::Refused { .. } | Place::Missing { .. }, Place::Stock { .. }) => true,
        _ => false,
    }
}

/// Whether a transfer, read forwards, is one of the table's.
pub const fn has_transfer(transfer: &Transfer) -> bool {
    matches!(
        (transfer.purpose, transfer.debit, transfer.credit),
        (Purpose::Earned | Purpose::Bonus, Account::Wages, Account::Worker { .. })
            | (Purpose::Deduction, Account::Worker { .. }, Account::Wages)
            | (Purpose::Advance | Purpose::Paid, Account::Worker { .. }, Account::Cash)
            | (Purpose::Fee, Account::Firm { .. }, Account::Fees)
            | (Purpose::Receipt, Account::Cash, Account::Firm { .. })
    )
}
