//! A village's two months, as its files have them.

use super::ledger::model::Skill;
use super::ledger::pace::Standards;
use super::ledger::parse::entry::Deed;
use super::ledger::parse::notebook::{NotebookEntry, NotebookRow, Spot};
use super::ledger::parse::workers::WorkerRow;
use super::ledger::parse::{notebook, styles, workers};
use super::ledger::values::day::Day;
use super::ledger::values::ids::{StepNo, StyleId};
use super::ledger::values::pieces::Pieces;
use super::ledger::values::text::Code;
use std::collections::BTreeMap;

const STYLES: &[u8] = include_bytes!("../../../tests/data/styles.csv");
const WORKERS: &[u8] = include_bytes!("../../../tests/data/workers.csv");
const NOTEBOOK: &[u8] = include_bytes!("../../../tests/data/notebook.csv");

/// What happened to some pieces.
pub type Row = (Deed, Spot, Pieces);

pub struct VillageNotebook {
    skills: BTreeMap<(Code, Code), Skill>,
    pub standards: Standards,
    pub workers: Vec<WorkerRow>,
    /// The notebook, row after row.
    pub rows: Vec<NotebookRow>,
}

impl VillageNotebook {
    pub fn read() -> Self {
        let (mut steps, mut skills, mut standards) = (BTreeMap::new(), BTreeMap::new(), Standards::new());
        for (id, row) in (1..).zip(styles::read(STYLES).rows) {
            let (style, last) = steps.entry(row.style.clone()).or_insert((StyleId(id), StepNo(0)));
            let skill = *skills.entry((row.style, row.step)).or_insert_with(|| {
                *last = last.next();
                Skill { style: *style, step: *last }
            });
            standards.insert(skill, row.centiminutes);
        }
        Self { skills, standards, workers: workers::read(WORKERS).rows, rows: notebook::read(NOTEBOOK).rows }
    }

    /// What happened to pieces in each worker's hands, day by day.
    pub fn days(&self) -> BTreeMap<Code, BTreeMap<Day, Vec<Row>>> {
        let mut days: BTreeMap<Code, BTreeMap<Day, Vec<Row>>> = BTreeMap::new();
        for row in &self.rows {
            if let NotebookEntry::Work { deed, worker, spot, pieces } = &row.entry {
                let of_day = days.entry(worker.clone()).or_default().entry(row.day).or_default();
                of_day.push((*deed, spot.clone(), *pieces));
            }
        }
        days
    }

    pub fn skill(&self, spot: &Spot) -> Skill {
        self.skill_of(&spot.style, &spot.step)
    }

    pub fn skill_of(&self, style: &Code, step: &Code) -> Skill {
        self.skills[&(style.clone(), step.clone())]
    }

    pub fn style(&self, style: &Code) -> StyleId {
        self.skills.iter().find(|((code, _), _)| code == style).expect("a style").1.style
    }

    pub fn last_step(&self, style: StyleId) -> StepNo {
        let steps = self.skills.values().filter(|skill| skill.style == style);
        steps.map(|skill| skill.step).max().expect("a step")
    }

    pub fn standard(&self, spot: &Spot) -> i64 {
        self.standards[&self.skill(spot)].0
    }
}
