//! A firm’s payment.

use crate::journal::{Books, Transfer};
use crate::model::FirmPays;
use crate::rules::decision::{Decision, Moment};
use crate::rules::need::Need;
use crate::rules::pay::owed::one;
use crate::rules::refusal::{Refusal, Thing};
use crate::rules::rule::Rule;

impl Rule for FirmPays {
    fn within_limits(&self) -> bool {
        self.fen.is_entry()
    }

    fn needs(&self, _books: &Books) -> Vec<Need> {
        vec![Need::Firm(self.firm)]
    }

    fn decide(&self, books: &Books, _moment: &Moment) -> Result<Decision, Refusal> {
        let firm = books.firms.get(&self.firm).ok_or(Refusal::unknown(Thing::Firm))?;
        Ok(one(Transfer::received_from(firm.id, self.fen), &self.note))
    }
}
