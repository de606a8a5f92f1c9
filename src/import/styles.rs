//! Styles and rates: added, or changed to what the file says; what is so already is left alone.

use super::finding::field_of;
use super::{Ledger, Outcome, Posting, RowFault};
use crate::model::{SaveStyle, SetRate, Step, Style};
use crate::parse::styles::StyleRow;
use crate::values::ids::{StepNo, StyleId};
use crate::values::text::Code;
use std::collections::BTreeMap;

pub(super) fn put(rows: &[StyleRow], ledger: &mut impl Ledger, outcome: &mut Outcome) {
    let mut by_style: BTreeMap<&Code, Vec<&StyleRow>> = BTreeMap::new();
    let mut order = Vec::new();
    for row in rows {
        let of_style = by_style.entry(&row.style).or_default();
        if of_style.is_empty() {
            order.push(&row.style);
        }
        of_style.push(row);
    }
    for code in order {
        if !ledger.is_awaited() {
            return;
        }
        let rows = by_style.get(code).map_or(&[][..], Vec::as_slice);
        if let Some(style) = save(code, rows, ledger, outcome) {
            for row in rows {
                rate(style, row, ledger, outcome);
            }
        }
    }
}

/// Saves the style with the file's steps after, or in place of, those it has.
fn save(code: &Code, rows: &[&StyleRow], ledger: &mut impl Ledger, outcome: &mut Outcome) -> Option<StyleId> {
    let first = rows.first()?;
    let old: Option<Style> = ledger.books().styles.values().find(|style| style.code == *code).cloned();
    let mut steps = old.as_ref().map(|style| style.steps.clone()).unwrap_or_default();
    for row in rows {
        let step = Step { code: row.step.clone(), name: row.step_name.clone(), centiminutes: row.centiminutes };
        match steps.iter_mut().find(|known| known.code == row.step) {
            Some(known) => *known = step,
            None => steps.push(step),
        }
    }
    if let Some(old) = old.as_ref().filter(|old| old.steps == steps && old.name == first.name) {
        outcome.known += 1;
        return Some(old.id);
    }
    let ask = SaveStyle { style: old.map(|style| style.id), code: code.clone(), name: first.name.clone(), steps };
    let id = ledger.next_id(&format!("style {code}"));
    match ledger.decide(Posting { id, day: None, command: ask.into() }) {
        Ok(event) => {
            outcome.count(event.kind());
            ledger.books().styles.values().find(|style| style.code == *code).map(|style| style.id)
        }
        Err(refusal) => {
            outcome.find(None, first.line, field_of(&refusal), RowFault::Refused(refusal));
            None
        }
    }
}

fn rate(style: StyleId, row: &StyleRow, ledger: &mut impl Ledger, outcome: &mut Outcome) {
    let Some(step) = ledger.books().styles.get(&style).and_then(|style| style.step_no(&row.step)) else { return };
    let so_already = |step: StepNo| {
        let same = |rate: &&crate::model::Rate| rate.style == style && rate.step == step && rate.from == row.from;
        ledger.books().rates.values().find(same).is_some_and(|rate| rate.rate == row.rate)
    };
    if so_already(step) {
        outcome.known += 1;
        return;
    }
    let ask = SetRate { style, step, from: row.from, rate: row.rate };
    let id = ledger.next_id(&format!("rate {style} {step} {}", row.from));
    match ledger.decide(Posting { id, day: None, command: ask.into() }) {
        Ok(event) => outcome.count(event.kind()),
        Err(refusal) => outcome.find(None, row.line, field_of(&refusal), RowFault::Refused(refusal)),
    }
}
