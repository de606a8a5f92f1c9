//! A journal in hledger's own format (<https://hledger.org/hledger.html#journal>): one transaction an event, pieces and yuan as
//! two commodities. What each posting was for is its tag `purpose`; `back:` marks what undoes.

use super::opening::Opening;
use super::{Chart, Period};
use crate::journal::Event;
use crate::values::money::Fen;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A journal in the making: give it every event, in order, then [`Hledger::end`] it.
#[derive(Debug)]
pub struct Hledger<'b> {
    chart: Chart<'b>,
    period: Period,
    opening: Opening,
    /// Named so far: declared at the end, so that hledger's strict check passes.
    named: BTreeSet<String>,
}

impl<'b> Hledger<'b> {
    /// A journal of that period, with what stood when it began.
    #[must_use]
    pub fn new(chart: Chart<'b>, period: Period) -> Self {
        Self { chart, period, opening: Opening::default(), named: BTreeSet::new() }
    }

    /// How it begins.
    #[must_use]
    pub fn begin(workshop: &str) -> String {
        let name = workshop.replace(['\n', '\r'], " ");
        format!("; {name}\n\ncommodity 1000.00 CNY\ncommodity 1000. pcs\ndecimal-mark .\n")
    }

    /// An event; nothing where it is not of the period. What moved nothing stands as a remark.
    pub fn event(&mut self, event: &Event) -> String {
        if self.period.is_after(event.day) {
            self.opening.add(event);
        }
        if !self.period.contains(event.day) {
            return String::new();
        }
        let remark = if event.moves.is_empty() && event.transfers.is_empty() { "; " } else { "" };
        let note = event.note.as_str().replace([';', '|'], ",");
        let mut text = format!("\n{remark}{} ({}) {}", event.day, event.seq, event.kind());
        if !note.is_empty() {
            let _ = write!(text, " | {note}");
        }
        let _ = write!(text, "  ; id:{}", event.id);
        if let Some(undone) = event.reverses {
            let _ = write!(text, ", undoes:{undone}");
        }
        text.push('\n');
        for step in &event.moves {
            let (from, to) = (self.chart.place(step.from), self.chart.place(step.to));
            let tags = tags(step.flow.code(), step.back);
            self.name([&from, &to]);
            let _ = writeln!(text, "    {to}  {} pcs  ; {tags}", step.pieces.0);
            let _ = writeln!(text, "    {from}  -{} pcs  ; {tags}", step.pieces.0);
        }
        for transfer in &event.transfers {
            let (debit, credit) = (self.chart.account(transfer.debit), self.chart.account(transfer.credit));
            let tags = tags(transfer.purpose.code(), event.reverses.is_some());
            self.name([&debit, &credit]);
            let _ = writeln!(text, "    {debit}  {} CNY  ; {tags}", transfer.fen);
            let _ = writeln!(text, "    {credit}  -{} CNY  ; {tags}", transfer.fen);
        }
        text
    }

    fn name(&mut self, names: [&String; 2]) {
        for name in names {
            if !self.named.contains(name) {
                self.named.insert(name.clone());
            }
        }
    }

    /// How it ends: with what stood when the period began, on the day before, and the accounts.
    #[must_use]
    pub fn end(mut self) -> String {
        let mut text = String::new();
        let places = self.opening.places.iter().filter(|(_, pieces)| **pieces != 0);
        let places = places.map(|(place, pieces)| (self.chart.place(*place), format!("{pieces} pcs")));
        let accounts = self.opening.accounts.iter().filter(|(_, fen)| **fen != 0);
        let accounts = accounts.map(|(account, fen)| (self.chart.account(*account), format!("{} CNY", Fen(*fen))));
        let stood: Vec<(String, String)> = places.chain(accounts).collect();
        let eve = self.period.from().and_then(|from| from.0.pred_opt());
        if let (Some(eve), false) = (eve, stood.is_empty()) {
            let _ = write!(text, "\n{eve} opening\n");
            for (name, balance) in stood {
                let _ = writeln!(text, "    {name}  {balance}");
                self.named.insert(name);
            }
        }
        text.push('\n');
        for name in &self.named {
            let _ = writeln!(text, "account {name}");
        }
        text
    }
}

fn tags(purpose: &str, back: bool) -> String {
    if back { format!("purpose:{purpose}, back:") } else { format!("purpose:{purpose}") }
}
