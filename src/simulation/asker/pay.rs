//! Asking for money to be owed and paid.

use super::Asker;
use crate::Command;
use crate::money::Fen;
use crate::pay::{Advance, Bonus, Deduct, FirmPays, Pay};

impl Asker<'_> {
    pub(super) fn bonus(&mut self) -> Option<Command> {
        Some(Bonus { worker: self.worker(), fen: self.fen(), note: self.words() }.into())
    }

    pub(super) fn deduct(&mut self) -> Option<Command> {
        Some(Deduct { worker: self.worker(), fen: self.fen(), reason: self.words() }.into())
    }

    pub(super) fn advance(&mut self) -> Option<Command> {
        Some(Advance { worker: self.worker(), fen: self.fen(), note: self.words() }.into())
    }

    pub(super) fn pay(&mut self) -> Option<Command> {
        let worker = self.worker();
        let owed = self.books().owed_to(worker);
        let fen = if owed > Fen::ZERO && !self.chance(5) { owed } else { self.fen() };
        Some(Pay { worker, fen, note: self.words() }.into())
    }

    pub(super) fn firm_pays(&mut self) -> Option<Command> {
        Some(FirmPays { firm: self.firm(), fen: self.fen(), note: self.words() }.into())
    }
}
