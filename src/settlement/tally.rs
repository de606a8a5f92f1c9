//! What a worker's money came to, purpose by purpose.

use crate::ids::WorkerId;
use crate::journal::{Account, Purpose, Transfer};
use crate::money::Fen;
use serde::{Deserialize, Serialize};

/// Sums of a worker's transfers over some days, each as a plain amount; corrections are taken off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub earned: Fen,
    pub bonus: Fen,
    pub deducted: Fen,
    pub advanced: Fen,
    pub paid: Fen,
}

impl Tally {
    /// What it adds to the sum that she is owed.
    #[must_use]
    pub fn change(self) -> Fen {
        self.earned + self.bonus - self.deducted - self.advanced - self.paid
    }

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

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            earned: self.earned + other.earned,
            bonus: self.bonus + other.bonus,
            deducted: self.deducted + other.deducted,
            advanced: self.advanced + other.advanced,
            paid: self.paid + other.paid,
        }
    }
}
