//! Paying wages 发工钱.

use crate::journal::{Account, Books, Purpose, Transfer};
use crate::model::Pay;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::pay::owed::{known, one};
use crate::rules::refusal::Refusal;
use crate::rules::rule::Rule;
use crate::values::money::Fen;

impl Rule for Pay {
    fn within_limits(&self) -> bool {
        self.fen.is_entry()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        let worker = self.worker;
        vec![Need::Worker(worker), Need::Account(Account::Worker { worker })]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let worker = known(books, self.worker)?;
        let owed = books.owed_to(worker);
        if let Some(seen) = self.seen.filter(|seen| *seen != owed) {
            return Err(Refusal::OwedChanged { seen, now: owed });
        }
        // Who was given an advance may owe herself; to be paid there is then nothing.
        let due = owed.max(Fen::ZERO);
        if self.fen > due && !self.ahead {
            return Err(Refusal::MoreThanOwed { owed: due });
        }
        let wages = self.fen.min(due);
        let mut decision = one(Transfer::given_to(worker, Purpose::Paid, wages), &self.note);
        if self.fen > due {
            let rest = Transfer::given_to(worker, Purpose::Advance, self.fen - due);
            decision.transfers.push(rest);
            decision.transfers.retain(|transfer| transfer.fen > Fen::ZERO);
        }
        Ok(decision)
    }
}
