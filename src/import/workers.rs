//! Workers: added, or changed to what the file says; who is so already is left alone.

use super::finding::field_of;
use super::{Ledger, Outcome, Posting, RowFault};
use crate::model::{SaveWorker, Skill};
use crate::parse::field::Field;
use crate::parse::workers::WorkerRow;
use crate::rules::refusal::Thing;
use std::collections::BTreeSet;

pub(super) fn put(rows: &[WorkerRow], ledger: &mut impl Ledger, outcome: &mut Outcome) {
    for row in rows {
        if !ledger.is_awaited() {
            return;
        }
        if let Err(why) = one(row, ledger, outcome) {
            let field = match &why {
                RowFault::Unknown { .. } => Some(Field::Skills),
                RowFault::Refused(refusal) => field_of(refusal),
                RowFault::Unreadable(_) | RowFault::Ambiguous { .. } | RowFault::VariantMissing { .. } => None,
            };
            outcome.find(None, row.line, field, why);
        }
    }
}

fn one(row: &WorkerRow, ledger: &mut impl Ledger, outcome: &mut Outcome) -> Result<(), RowFault> {
    let books = ledger.books();
    let mut skills = BTreeSet::new();
    for (style, step) in &row.skills {
        let unknown = |thing| RowFault::Unknown { thing, code: format!("{style}/{step}") };
        let style = books.styles.values().find(|known| known.code == *style).ok_or_else(|| unknown(Thing::Style))?;
        let step = style.step_no(step).ok_or_else(|| unknown(Thing::Step))?;
        skills.insert(Skill { style: style.id, step });
    }
    let old = books.workers.values().find(|worker| worker.number == row.number);
    let ask = SaveWorker {
        worker: old.map(|worker| worker.id),
        number: row.number.clone(),
        name: row.name.clone(),
        minutes_a_day: row.minutes_a_day,
        days_off: row.days_off.clone(),
        skills,
        active: old.is_none_or(|worker| worker.active),
    };
    let so_already = old.is_some_and(|old| {
        (&old.name, old.minutes_a_day, &old.days_off, &old.skills)
            == (&ask.name, ask.minutes_a_day, &ask.days_off, &ask.skills)
    });
    if so_already {
        outcome.known += 1;
        return Ok(());
    }
    let id = ledger.next_id(&format!("worker {}", row.number));
    let event = ledger.decide(Posting { id, day: None, command: ask.into() }).map_err(RowFault::Refused)?;
    outcome.count(event.kind());
    Ok(())
}
