//! What an hour of each step earns, and the least that it may.

use super::{day, fen, number, query, skill, text};
use crate::day::Day;
use crate::ids::{StepNo, StyleId, WorkshopId};
use crate::noun::Skill;
use crate::split::Centiminutes;
use crate::store::nouns::study;
use crate::store::{Store, StoreError};
use crate::text::Note;
use crate::wage::{MinimumWage, TimeStudy};
use std::collections::BTreeMap;

/// Studies that a style's page shows.
const STUDIES: i64 = 30;

impl Store {
    /// The minimum hourly wages that were entered, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn minimum_wages(&self, workshop: WorkshopId) -> Result<Vec<MinimumWage>, StoreError> {
        let sql = "SELECT from_day, fen, source FROM minimum_wages WHERE workshop = $1 ORDER BY from_day DESC";
        let rows = query(sql.to_owned(), workshop).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let source = text(row, 2)?;
                let source = Note::parse(&source)
                    .map_err(|_| StoreError::BadRow { table: "minimum_wages", what: source.clone() })?;
                Ok(MinimumWage { from: day(row, 0)?, fen: fen(row, 1)?, source })
            })
            .collect()
    }

    /// The one that holds on a day.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn minimum_wage(&self, workshop: WorkshopId, today: Day) -> Result<Option<MinimumWage>, StoreError> {
        Ok(self.minimum_wages(workshop).await?.into_iter().find(|wage| wage.from <= today))
    }

    /// The time studies of a style, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn time_studies(&self, workshop: WorkshopId, style: StyleId) -> Result<Vec<TimeStudy>, StoreError> {
        let sql = "SELECT style, step, day, pieces, took, rest, note FROM time_studies \
             WHERE workshop = $1 AND style = $2 ORDER BY day DESC, step LIMIT $3";
        let rows = query(sql.to_owned(), workshop).bind(style.0).bind(STUDIES).fetch_all(&self.pool).await?;
        rows.iter().map(study).collect()
    }

    /// The paces of all who do each step of a style and take work, in hundredths of a minute a piece.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn step_paces(
        &self,
        workshop: WorkshopId,
        style: StyleId,
        today: Day,
    ) -> Result<BTreeMap<StepNo, Vec<Centiminutes>>, StoreError> {
        let paces = self.paces(workshop, today).await?;
        let sql = "SELECT k.style, k.step, k.worker FROM skills k \
             JOIN workers w ON w.workshop = k.workshop AND w.id = k.worker AND w.active = 1 \
             WHERE k.workshop = $1 AND k.style = $2";
        let mut found: BTreeMap<StepNo, Vec<Centiminutes>> = BTreeMap::new();
        for row in query(sql.to_owned(), workshop).bind(style.0).fetch_all(&self.pool).await? {
            let skill: Skill = skill(&row, 0)?;
            let worker = crate::ids::WorkerId(number(&row, 2)?);
            found.entry(skill.step).or_default().push(paces.at(worker, skill).pace);
        }
        Ok(found)
    }
}
