//! A village's two months, as its files have them.

use super::ledger::day::Day;
use super::ledger::ids::{StepNo, StyleId};
use super::ledger::noun::Skill;
use super::ledger::pace::Standards;
use super::ledger::pieces::Pieces;
use super::ledger::reading::entry::Deed;
use super::ledger::reading::notebook::{Entry, Spot};
use super::ledger::reading::workers::WorkerRow;
use super::ledger::reading::{notebook, styles, workers};
use super::ledger::text::Code;
use std::collections::BTreeMap;

const STYLES: &[u8] = include_bytes!("../../../tests/data/styles.csv");
const WORKERS: &[u8] = include_bytes!("../../../tests/data/workers.csv");
const NOTEBOOK: &[u8] = include_bytes!("../../../tests/data/notebook.csv");

/// What happened to some pieces.
pub type Row = (Deed, Spot, Pieces);

pub struct Village {
    skills: BTreeMap<(Code, Code), Skill>,
    pub standards: Standards,
    pub workers: Vec<WorkerRow>,
    /// The rows of each worker's days, as they stand in the notebook.
    pub days: BTreeMap<Code, BTreeMap<Day, Vec<Row>>>,
}

impl Village {
    pub fn read() -> Self {
        let (mut skills, mut standards) = (BTreeMap::new(), Standards::new());
        for (id, row) in (1..).zip(styles::read(STYLES).rows) {
            let skill = *skills.entry((row.style, row.step)).or_insert(Skill { style: StyleId(id), step: StepNo(1) });
            standards.insert(skill, row.centiminutes);
        }
        let mut days: BTreeMap<Code, BTreeMap<Day, Vec<Row>>> = BTreeMap::new();
        for row in notebook::read(NOTEBOOK).rows {
            if let Entry::Work { deed, worker, spot, pieces } = row.entry {
                days.entry(worker).or_default().entry(row.day).or_default().push((deed, spot, pieces));
            }
        }
        Self { skills, standards, workers: workers::read(WORKERS).rows, days }
    }

    pub fn skill(&self, spot: &Spot) -> Skill {
        self.skills[&(spot.style.clone(), spot.step.clone())]
    }

    pub fn standard(&self, spot: &Spot) -> i64 {
        self.standards[&self.skill(spot)]
    }
}
