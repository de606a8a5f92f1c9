//! Asking for money to be owed and paid.

use super::Asker;
use crate::Command;
use crate::model::{
    Advance, Bonus, Deduct, FirmPays, Pay, RecordTimeStudy, RepairPay, SetMinimumWage, SetTerms, Settle,
};
use crate::testing::village::day;
use crate::values::ids::StepNo;
use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;
use crate::values::phone::Phone;
use crate::values::pieces::Pieces;
use rand::RngExt;
use rand::seq::IndexedRandom;

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
        let seen = match self.rng.random_range(0..8) {
            0 => Some(owed + Fen(1)),
            1..=4 => Some(owed),
            _ => None,
        };
        Some(Pay { worker, fen, note: self.words(), seen, ahead: self.chance(6) }.into())
    }

    pub(super) fn settle(&mut self) -> Option<Command> {
        let until = day(["2026-09-02", "2026-09-08", "2026-09-09", "2026-09-10"].choose(self.rng)?);
        let workers = if self.chance(12) { 0 } else { self.rng.random_range(1..=3) };
        Some(Settle { until, workers: (0..workers).map(|_| self.worker()).collect() }.into())
    }

    pub(super) fn set_minimum_wage(&mut self) -> Option<Command> {
        let from = day(["2026-07-01", "2026-09-01"].choose(self.rng)?);
        Some(SetMinimumWage { from, fen: self.fen(), source: self.words() }.into())
    }

    pub(super) fn record_time_study(&mut self) -> Option<Command> {
        let step = StepNo(self.rng.random_range(1..=4));
        let took = Centiminutes(if self.chance(8) { 0 } else { self.rng.random_range(1..=144_000) });
        let (style, pieces, rest) = (self.style(), self.some(Pieces(40)), self.rng.random_range(0..=105));
        Some(RecordTimeStudy { style, step, pieces, took, rest, note: self.words() }.into())
    }

    pub(super) fn set_terms(&mut self) -> Option<Command> {
        let repair = *RepairPay::ALL.choose(self.rng)?;
        let phone = if self.chance(3) { Phone::parse("13800000000").ok() } else { None };
        Some(SetTerms { share_shown: self.chance(2), repair, phone }.into())
    }

    pub(super) fn firm_pays(&mut self) -> Option<Command> {
        Some(FirmPays { firm: self.firm(), fen: self.fen(), note: self.words() }.into())
    }
}
