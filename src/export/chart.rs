//! The chart of accounts: what each place and each account is called outside.

use crate::journal::{Account, Books, Place};
use crate::values::ids::{IssueId, LineId, StepNo, WorkerId};
use std::borrow::Cow;

/// Names for places and accounts, by the entities as they stand now: one name for the whole time, whatever it was called before.
#[derive(Clone, Copy, Debug)]
pub struct Chart<'b> {
    pub books: &'b Books,
}

impl Chart<'_> {
    /// `worker:W01`, `firm:…`, `wages`, `cash`, `fees`
    #[must_use]
    pub fn account(self, account: Account) -> String {
        match account {
            Account::Wages | Account::Cash | Account::Fees => account.code().to_owned(),
            Account::Worker { worker } => ["worker:", &self.worker(worker)].concat(),
            Account::Firm { firm } => {
                let name = self.books.firms.get(&firm).map(|found| found.name.as_str());
                ["firm:", &part(name, firm.0)].concat()
            }
        }
    }

    /// `pieces:12 HR-2026-091.1:hand:W01:issue 34`: by order line, since pieces of a line are never those of another.
    #[must_use]
    pub fn place(self, place: Place) -> String {
        let line = self.line(place.line());
        let kind = place.kind().code();
        match place {
            Place::Ordered { .. } | Place::Stock { .. } => format!("pieces:{line}:{kind}"),
            Place::Pool { line: of, step } | Place::Scrap { line: of, step } | Place::Surplus { line: of, step } => {
                format!("pieces:{line}:{kind}:{}", self.step(of, step))
            }
            Place::Hand { issue: IssueId(issue), worker, .. } | Place::Redo { issue: IssueId(issue), worker, .. } => {
                format!("pieces:{line}:{kind}:{}:issue {issue}", self.worker(worker))
            }
            Place::Delivered { delivery, .. }
            | Place::Confirmed { delivery, .. }
            | Place::Refused { delivery, .. }
            | Place::Missing { delivery, .. }
            | Place::WrittenOff { delivery, .. } => format!("pieces:{line}:{kind}:delivery {delivery}"),
        }
    }

    fn worker(self, worker: WorkerId) -> String {
        part(self.books.workers.get(&worker).map(|found| found.number.as_str()), worker.0)
    }

    fn line(self, id: LineId) -> String {
        let line = self.books.lines.get(&id);
        let order = line.and_then(|line| self.books.orders.get(&line.order));
        match (line, order) {
            (Some(line), Some(order)) => format!("{id} {}.{}", plain(order.code.as_str()), line.no),
            _ => format!("{id} ?"),
        }
    }

    fn step(self, line: LineId, step: StepNo) -> String {
        let style = self.books.lines.get(&line).and_then(|line| self.books.styles.get(&line.style));
        part(style.and_then(|style| style.step(step)).map(|step| step.code.as_str()), step.0)
    }
}

/// A name as a part of an account's; with its id behind it where it had to be changed or is missing, so that no two are one.
fn part(name: Option<&str>, id: i64) -> String {
    match name.map(|name| (name, plain(name))) {
        Some((name, Cow::Borrowed(same))) if same == name => name.to_owned(),
        Some((_, changed)) => format!("{changed} #{id}"),
        None => format!("#{id}"),
    }
}

/// Without what means something to hledger: colons part accounts, semicolons begin remarks, two spaces end a name.
fn plain(name: &str) -> Cow<'_, str> {
    let means = |c: char| matches!(c, ':' | ';');
    if !name.contains(means) && !name.contains("  ") {
        return Cow::Borrowed(name);
    }
    let words: Vec<String> = name.replace(means, "-").split_whitespace().map(str::to_owned).collect();
    Cow::Owned(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_hledger_would_take_apart_is_made_plain_and_stays_its_own() {
        assert_eq!(part(Some("W01"), 4), "W01");
        assert_eq!(part(Some("A:1; x  y"), 4), "A-1- x y #4");
        assert_eq!(part(Some("A-1- x y"), 5), "A-1- x y", "and is no other's");
        assert_eq!(part(None, 6), "#6");
    }
}
