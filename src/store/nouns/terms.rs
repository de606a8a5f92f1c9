//! Terms and time studies ↔ rows.

use super::Want;
use super::read::{coded, parsed};
use crate::journal::Books;
use crate::model::{Noun, RepairPay, Terms, TimeStudy};
use crate::store::StoreError;
use crate::store::sql::day;
use crate::store::table::Table;
use crate::values::ids::{StepNo, StyleId, WorkshopId};
use crate::values::pieces::Pieces;
use crate::values::text::Note;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

const TERMS: &str = "terms";
const STUDIES: &str = "time_studies";

pub(super) const fn terms_table() -> Table {
    Table::new(TERMS, &["from_day"], &["share_shown", "repair"])
}

pub(super) fn put_terms(table: &mut Table, terms: &Terms) {
    let Terms { from, share_shown, repair } = terms;
    table.put([from.to_string().into()], [i64::from(*share_shown).into(), repair.code().into()]);
}

/// Terms, out of `from_day, share_shown, repair`.
pub(in crate::store) fn terms(row: &AnyRow) -> Result<Terms, StoreError> {
    let share_shown = match row.try_get(1)? {
        0 => false,
        1 => true,
        other => return Err(StoreError::BadRow { table: TERMS.into(), what: i64::to_string(&other) }),
    };
    let repair = coded(row, 2, TERMS, RepairPay::of_code)?;
    Ok(Terms { from: day(TERMS, row.try_get(0)?)?, share_shown, repair })
}

pub(super) const fn studies_table() -> Table {
    Table::new(STUDIES, &["style", "step", "day"], &["pieces", "took", "rest", "note"])
}

pub(super) fn put_study(table: &mut Table, study: &TimeStudy) {
    table.put(
        [study.style.0.into(), study.step.0.into(), study.day.to_string().into()],
        [study.pieces.0.into(), study.took.into(), study.rest.into(), study.note.as_str().into()],
    );
}

/// A study, out of `style, step, day, pieces, took, rest, note`.
pub(in crate::store) fn study(row: &AnyRow) -> Result<TimeStudy, StoreError> {
    Ok(TimeStudy {
        style: StyleId(row.try_get(0)?),
        step: StepNo(row.try_get(1)?),
        day: day(STUDIES, row.try_get(2)?)?,
        pieces: Pieces(row.try_get(3)?),
        took: row.try_get(4)?,
        rest: row.try_get(5)?,
        note: parsed(row, 6, STUDIES, Note::parse)?,
    })
}

impl Want<'_> {
    pub(in crate::store) async fn terms(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT from_day, share_shown, repair FROM terms WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::Terms(terms(&row)?));
        }
        Ok(())
    }

    pub(in crate::store) async fn time_studies(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT style, step, day, pieces, took, rest, note FROM time_studies WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::TimeStudy(study(&row)?));
        }
        Ok(())
    }
}
