//! Who owes whom, and how that changes.

use crate::values::ids::{FirmId, WorkerId};
use crate::values::money::Fen;
use serde::{Deserialize, Serialize};

/// An account of the workshop's books. Its balance is debits − credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Account {
    /// What work has cost.
    Wages,
    /// What the workshop owes a worker: her credit.
    Worker { worker: WorkerId },
    /// Money in hand.
    Cash,
    /// What firms' confirmed pieces have brought.
    Fees,
    /// What a firm owes: its debit.
    Firm { firm: FirmId },
}

impl Account {
    /// Its kind's name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wages => "wages",
            Self::Worker { .. } => "worker",
            Self::Cash => "cash",
            Self::Fees => "fees",
            Self::Firm { .. } => "firm",
        }
    }

    /// The worker or firm whose it is; 0 for the workshop's own.
    #[must_use]
    pub const fn owner(self) -> i64 {
        match self {
            Self::Worker { worker } => worker.0,
            Self::Firm { firm } => firm.0,
            Self::Wages | Self::Cash | Self::Fees => 0,
        }
    }

    /// The account of that kind and owner.
    #[must_use]
    pub fn of_code(code: &str, owner: i64) -> Option<Self> {
        Some(match code {
            "wages" => Self::Wages,
            "worker" => Self::Worker { worker: WorkerId(owner) },
            "cash" => Self::Cash,
            "fees" => Self::Fees,
            "firm" => Self::Firm { firm: FirmId(owner) },
            _ => return None,
        })
    }
}

/// What a transfer was for. One that undoes another keeps its purpose, with debit and credit exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Accepted pieces × the rate.
    Earned,
    Bonus,
    Deduction,
    Advance,
    /// Wages paid out.
    Paid,
    /// Confirmed pieces × the line's price.
    Fee,
    /// What a firm paid.
    Receipt,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 7] =
        [Self::Earned, Self::Bonus, Self::Deduction, Self::Advance, Self::Paid, Self::Fee, Self::Receipt];

    /// Its name in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Earned => "earned",
            Self::Bonus => "bonus",
            Self::Deduction => "deduction",
            Self::Advance => "advance",
            Self::Paid => "paid",
            Self::Fee => "fee",
            Self::Receipt => "receipt",
        }
    }

    /// The purpose of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}

/// Fen that go from one account to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    pub purpose: Purpose,
    pub debit: Account,
    pub credit: Account,
    pub fen: Fen,
}

impl Transfer {
    /// The transfer that undoes this one.
    #[must_use]
    pub const fn reversed(self) -> Self {
        Self { purpose: self.purpose, debit: self.credit, credit: self.debit, fen: self.fen }
    }

    /// By how much it changes that account's balance, debits − credits.
    #[must_use]
    pub fn change_of(&self, account: Account) -> Fen {
        match (self.debit == account, self.credit == account) {
            (true, false) => self.fen,
            (false, true) => -self.fen,
            _ => Fen::ZERO,
        }
    }

    /// `wages → worker`: she is owed that much more.
    #[must_use]
    pub const fn owed_to(worker: WorkerId, purpose: Purpose, fen: Fen) -> Self {
        Self { purpose, debit: Account::Wages, credit: Account::Worker { worker }, fen }
    }

    /// `worker → wages`: she is owed that much less, and nobody was paid.
    #[must_use]
    pub const fn withheld_from(worker: WorkerId, purpose: Purpose, fen: Fen) -> Self {
        Self { purpose, debit: Account::Worker { worker }, credit: Account::Wages, fen }
    }

    /// `worker → cash`: she was given that much.
    #[must_use]
    pub const fn given_to(worker: WorkerId, purpose: Purpose, fen: Fen) -> Self {
        Self { purpose, debit: Account::Worker { worker }, credit: Account::Cash, fen }
    }

    /// `firm → fees`: the firm owes that much more.
    #[must_use]
    pub const fn charged_to(firm: FirmId, fen: Fen) -> Self {
        Self { purpose: Purpose::Fee, debit: Account::Firm { firm }, credit: Account::Fees, fen }
    }

    /// `cash → firm`: the firm paid that much.
    #[must_use]
    pub const fn received_from(firm: FirmId, fen: Fen) -> Self {
        Self { purpose: Purpose::Receipt, debit: Account::Cash, credit: Account::Firm { firm }, fen }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_and_purposes_are_found_by_their_names() {
        let (worker, firm) = (WorkerId(3), FirmId(4));
        for account in
            [Account::Wages, Account::Worker { worker }, Account::Cash, Account::Fees, Account::Firm { firm }]
        {
            assert_eq!(Account::of_code(account.code(), account.owner()), Some(account));
        }
        assert!(Purpose::ALL.into_iter().all(|purpose| Purpose::of_code(purpose.code()) == Some(purpose)));
        assert_eq!((Account::of_code("pocket", 1), Purpose::of_code("gift")), (None, None));
    }
}
