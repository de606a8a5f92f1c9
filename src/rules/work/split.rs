//! Issuing all shares of a split 派活.

use crate::journal::Books;
use crate::model::{IssueShares, SplitShares};
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;
use std::collections::BTreeSet;

impl Rule for SplitShares {
    fn within_limits(&self) -> bool {
        self.parts.iter().all(IssueShares::within_limits)
    }

    fn needs(&self, books: &Books) -> Vec<Need> {
        self.parts.iter().flat_map(|part| part.shares_need(books)).collect()
    }

    fn decide(&self, books: &Books, moment: &Moment) -> Result<Decision, Refusal> {
        if self.parts.is_empty() {
            return Err(Refusal::Nothing);
        }
        let mut all = Decision::default();
        let mut pools = BTreeSet::new();
        for (part, before) in self.parts.iter().zip(0..) {
            if !pools.insert((part.line, part.step)) {
                return Err(Refusal::Twice { code: (before + 1).to_string() });
            }
            let issued = i64::try_from(all.entities.len()).unwrap_or(i64::MAX);
            let Decision { entities, moves, .. } = part.issues(books, moment, books.last_id + 1 + issued)?;
            all.entities.extend(entities);
            all.moves.extend(moves);
        }
        Ok(all)
    }
}
