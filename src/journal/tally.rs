//! What transfers add to a worker's sums.

use super::{Account, Purpose, Transfer};
use crate::model::Tally;
use crate::values::ids::WorkerId;
use crate::values::money::Fen;

impl Tally {
    /// Adds an amount to its purpose; what firms owe and pay is no worker's.
    pub fn add(&mut self, purpose: Purpose, fen: Fen) {
        let sum = match purpose {
            Purpose::Earned => &mut self.earned,
            Purpose::Bonus => &mut self.bonus,
            Purpose::Deduction => &mut self.deducted,
            Purpose::Advance => &mut self.advanced,
            Purpose::Paid => &mut self.paid,
            Purpose::Fee | Purpose::Receipt => return,
        };
        *sum = *sum + fen;
    }

    /// Adds what a transfer is to her.
    pub fn add_transfer(&mut self, worker: WorkerId, transfer: &Transfer) {
        let debit = transfer.change_of(Account::Worker { worker });
        match transfer.purpose {
            // What raises her credit.
            Purpose::Earned | Purpose::Bonus => self.add(transfer.purpose, -debit),
            Purpose::Deduction | Purpose::Advance | Purpose::Paid => self.add(transfer.purpose, debit),
            Purpose::Fee | Purpose::Receipt => {}
        }
    }
}
