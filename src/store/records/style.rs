//! Styles, their steps and rates.

use super::record::{Record, among};
use super::rows::Rows;
use crate::journal::Books;
use crate::model::{Rate, Step, Style};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::table::Shape;
use crate::values::ids::{StyleId, WorkshopId};
use sqlx::AnyConnection;

const STEPS: Shape = Shape { name: "steps", key: &["style", "no"], rest: &["code", "name", "centiminutes"] };

impl Record for Style {
    const TABLE: Shape = Shape { name: "styles", key: &["id"], rest: &["code", "name"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        Ok((vec![self.id.into()], vec![(&self.code).into(), (&self.name).into()]))
    }

    fn put_parts(&self, rows: &mut Rows) {
        for (no, step) in (1_i64..).zip(&self.steps) {
            let rest = vec![(&step.code).into(), (&step.name).into(), step.centiminutes.into()];
            rows.put(STEPS, vec![self.id.into(), no.into()], rest);
        }
    }

    async fn read_parts(
        of: Option<&[i64]>,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT style, code, name, centiminutes FROM (SELECT * FROM steps WHERE workshop = $1 ORDER BY no) \
             AS steps WHERE workshop = $1";
        let steps: Vec<(StyleId, Step)> = among(of, "style").rows(db, workshop, "steps", || select.to_owned()).await?;
        for (style, step) in steps {
            if let Some(style) = books.styles.get_mut(&style) {
                style.steps.push(step);
            }
        }
        Ok(())
    }
}

impl FromRow for Style {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self { id: columns.next()?, code: columns.next()?, name: columns.next()?, steps: Vec::new() })
    }
}

from_row!(Step { code, name, centiminutes });

impl Record for Rate {
    const TABLE: Shape = Shape { name: "rates", key: &["style", "step", "from_day"], rest: &["rate"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        Ok((vec![self.style.into(), self.step.into(), self.from.into()], vec![self.rate.into()]))
    }
}

from_row!(Rate { style, step, from, rate });
