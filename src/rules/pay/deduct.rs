//! A deduction 扣款.

use crate::journal::{Account, Books, Purpose, Transfer};
use crate::model::Deduct;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::pay::owed::{known, one};
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;
use crate::values::text::Note;

pub(crate) fn stated(reason: &Note) -> Result<&Note, Refusal> {
    if reason.as_str().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason) }
}

impl Rule for Deduct {
    fn within_limits(&self) -> bool {
        self.fen.is_entry()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let worker = self.worker;
        vec![Need::Worker(worker), Need::Account(Account::Worker { worker })]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let worker = known(books, self.worker)?;
        let reason = stated(&self.reason)?;
        Ok(one(Transfer::withheld_from(worker, Purpose::Deduction, self.fen), reason))
    }
}
