//! A bonus 奖金.

use crate::journal::{Account, Books, Purpose, Transfer};
use crate::model::Bonus;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::pay::owed::{known, one};
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;

impl Rule for Bonus {
    fn within_limits(&self) -> bool {
        self.fen.is_entry()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let worker = self.worker;
        vec![Need::Worker(worker), Need::Account(Account::Worker { worker })]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let worker = known(books, self.worker)?;
        Ok(one(Transfer::owed_to(worker, Purpose::Bonus, self.fen), &self.note))
    }
}
