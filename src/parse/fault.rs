//! What is wrong with a file, and where: enough for a person to find the cell and mend it.

use super::limit;
pub use super::place::{Column, Position};
pub use super::reason::Reason;
use serde::{Deserialize, Serialize};

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Where it is.
    pub place: Position,
    /// What it is.
    pub reason: Reason,
}

/// All that is wrong with a file, in the order of its sheets and lines; of very many, the first
/// [`limit::FAULTS`] and the number of the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Faults {
    list: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// Nothing is wrong.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// One thing that is wrong with the file as a whole.
    #[must_use]
    pub fn whole(reason: Reason) -> Self {
        Self { list: vec![Fault { place: Position::default(), reason }], more: 0 }
    }

    /// Adds one.
    pub fn push(&mut self, place: Position, reason: Reason) {
        if self.list.len() < limit::FAULTS {
            self.list.push(Fault { place, reason });
        } else {
            self.more += 1;
        }
    }

    /// Those that are listed.
    #[must_use]
    pub fn list(&self) -> &[Fault] {
        &self.list
    }

    /// How many there are beyond those that are listed.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }

    /// How many there are, those that are not listed too.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len() + self.more
    }

    /// Whether they are of a row of headers, so that no row below it was read.
    #[must_use]
    pub fn are_of_headers(&self) -> bool {
        let of_headers = |fault: &Fault| {
            let Fault { reason, .. } = fault;
            matches!(reason, Reason::MissingHeader { .. } | Reason::HeaderTwice { .. } | Reason::OtherUnit { .. })
        };
        self.list.iter().any(of_headers)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn very_many_faults_are_counted_not_kept() {
        let mut faults = Faults::none();
        for _ in 0..limit::FAULTS + 7 {
            faults.push(Position::default(), Reason::MissingValue);
        }
        assert_eq!((faults.list().len(), faults.more()), (limit::FAULTS, 7));
    }
}
