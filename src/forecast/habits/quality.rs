//! What is sent back, spoiled, and made again.

use crate::forecast::odds::{CERTAIN, Odds, leaning};

/// Pieces that were made, and what became of them.
#[derive(Clone, Debug, Default)]
pub struct Quality {
    pub made: i64,
    pub sent_back: i64,
    pub scrapped: i64,
    pub made_again: i64,
    pub scrapped_again: i64,
    /// Pieces to be made again that she handed in on her next visit, of how many.
    pub next_visit: (i64, i64),
}

impl Quality {
    pub fn sent_back(&self) -> Odds {
        leaning(self.sent_back, self.made, CERTAIN * 3 / 100, 100)
    }

    pub fn scrapped(&self) -> Odds {
        leaning(self.scrapped, self.made, CERTAIN / 100, 100)
    }

    pub fn scrapped_again(&self) -> Odds {
        leaning(self.scrapped_again, self.made_again, CERTAIN / 10, 10)
    }

    /// Whether what was sent back is made again on the next visit.
    pub fn soon(&self) -> Odds {
        leaning(self.next_visit.0, self.next_visit.1, CERTAIN / 2, 2)
    }
}
