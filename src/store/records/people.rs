//! Workers with their skills, and firms.

use super::record::{Record, among};
use super::rows::Rows;
use crate::journal::Books;
use crate::model::{Firm, Skill, Worker};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::table::Shape;
use crate::values::ids::{WorkerId, WorkshopId};
use sqlx::AnyConnection;
use std::collections::BTreeSet;

const SKILLS: Shape = Shape { name: "skills", key: &["worker", "style", "step"], rest: &[] };

impl Record for Worker {
    const TABLE: Shape =
        Shape { name: "workers", key: &["id"], rest: &["number", "name", "minutes_a_day", "days_off", "active"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let days: String = self.days_off.iso_weekdays().map(|day| day.to_string()).collect();
        let rest = vec![
            (&self.number).into(),
            (&self.name).into(),
            self.minutes_a_day.into(),
            days.into(),
            self.active.into(),
        ];
        Ok((vec![self.id.into()], rest))
    }

    fn put_parts(&self, rows: &mut Rows) {
        rows.replace(SKILLS, self.id.0);
        for skill in &self.skills {
            rows.put(SKILLS, vec![self.id.into(), skill.style.into(), skill.step.into()], Vec::new());
        }
    }

    async fn read_parts(
        of: Option<&[i64]>,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = || "SELECT worker, style, step FROM skills WHERE workshop = $1".to_owned();
        let skills: Vec<(WorkerId, Skill)> = among(of, "worker").rows(db, workshop, "skills", select).await?;
        for (worker, skill) in skills {
            if let Some(worker) = books.workers.get_mut(&worker) {
                worker.skills.insert(skill);
            }
        }
        Ok(())
    }
}

impl FromRow for Worker {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.next()?,
            number: columns.next()?,
            name: columns.next()?,
            minutes_a_day: columns.next()?,
            days_off: columns.next()?,
            active: columns.next()?,
            skills: BTreeSet::new(),
        })
    }
}

from_row!(Skill { style, step });

impl Record for Firm {
    const TABLE: Shape = Shape { name: "firms", key: &["id"], rest: &["name"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        Ok((vec![self.id.into()], vec![(&self.name).into()]))
    }
}

from_row!(Firm { id, name });
