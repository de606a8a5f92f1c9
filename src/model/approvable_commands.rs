//! Which commands a second coordinator may be asked for, and what is asked of the ledger once she has said yes.

use super::{Approvable, Command};

impl Approvable {
    /// The command, if it is one of these.
    #[must_use]
    pub fn of(command: &Command) -> Option<Self> {
        match command {
            Command::SetRate(ask) => Some(Self::SetRate(ask.clone())),
            Command::Correct(ask) => Some(Self::Correct(ask.clone())),
            Command::Bonus(ask) => Some(Self::Bonus(ask.clone())),
            Command::Deduct(ask) => Some(Self::Deduct(ask.clone())),
            Command::Advance(ask) => Some(Self::Advance(ask.clone())),
            Command::Pay(ask) => Some(Self::Pay(ask.clone())),
            Command::Reissue(ask) => Some(Self::Reissue(ask.clone())),
            Command::SetTerms(ask) => Some(Self::SetTerms(ask.clone())),
            Command::SetMinimumWage(ask) => Some(Self::SetMinimumWage(ask.clone())),
            Command::LetIn(ask) => Some(Self::LetIn(ask.clone())),
            Command::SetApproval(ask) => (!ask.on).then(|| Self::SetApproval(ask.clone())),
            _ => None,
        }
    }

    /// As it is asked of the ledger.
    #[must_use]
    pub fn command(&self) -> Command {
        match self.clone() {
            Self::SetRate(ask) => ask.into(),
            Self::Correct(ask) => ask.into(),
            Self::Bonus(ask) => ask.into(),
            Self::Deduct(ask) => ask.into(),
            Self::Advance(ask) => ask.into(),
            Self::Pay(ask) => ask.into(),
            Self::Reissue(ask) => ask.into(),
            Self::SetTerms(ask) => ask.into(),
            Self::SetMinimumWage(ask) => ask.into(),
            Self::LetIn(ask) => ask.into(),
            Self::SetApproval(ask) => ask.into(),
        }
    }

    /// Its kind's name, as [`Command::kind`].
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.command().kind()
    }
}
