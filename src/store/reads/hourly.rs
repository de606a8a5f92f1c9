//! What an hour of each step earns, and the least that it may.

use super::{day, fen, number, query, skill, text};
use crate::model::{MinimumWage, Skill, TimeStudy};
use crate::store::StoreError;
use crate::store::columns::first_of;
use crate::store::read::Snapshot;
use crate::values::day::Day;
use crate::values::ids::{StepNo, StyleId};
use crate::values::minutes::Centiminutes;
use crate::values::text::Note;
use std::collections::BTreeMap;

/// Studies that a style's page shows.
const STUDIES: i64 = 30;

impl Snapshot {
    /// The minimum hourly wages that were entered, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn minimum_wages(&mut self) -> Result<Vec<MinimumWage>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT from_day, fen, source FROM minimum_wages WHERE workshop = $1 ORDER BY from_day DESC";
        let rows = query(sql.to_owned(), workshop).fetch_all(self.db()).await?;
        rows.iter()
            .map(|row| {
                let source = text(row, 2)?;
                let source = Note::parse(&source)
                    .map_err(|_| StoreError::BadRow { table: "minimum_wages".into(), what: source.clone() })?;
                Ok(MinimumWage { from: day(row, 0)?, fen: fen(row, 1)?, source })
            })
            .collect()
    }

    /// The one that holds on a day.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn minimum_wage(&mut self, today: Day) -> Result<Option<MinimumWage>, StoreError> {
        Ok(self.minimum_wages().await?.into_iter().find(|wage| wage.from <= today))
    }

    /// The time studies of a style, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn time_studies(&mut self, style: StyleId) -> Result<Vec<TimeStudy>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT style, step, day, pieces, took, rest, note FROM time_studies \
             WHERE workshop = $1 AND style = $2 ORDER BY day DESC, step LIMIT $3";
        let rows = query(sql.to_owned(), workshop).bind(style.0).bind(STUDIES).fetch_all(self.db()).await?;
        rows.iter().map(first_of).collect()
    }

    /// The paces of all who do each step of a style and take work, in hundredths of a minute a piece.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn step_paces(
        &mut self,
        style: StyleId,
        today: Day,
    ) -> Result<BTreeMap<StepNo, Vec<Centiminutes>>, StoreError> {
        let workshop = self.workshop();
        let paces = self.paces(today).await?;
        let sql = "SELECT k.style, k.step, k.worker FROM skills k \
             JOIN workers w ON w.workshop = k.workshop AND w.id = k.worker AND w.active = 1 \
             WHERE k.workshop = $1 AND k.style = $2";
        let mut found: BTreeMap<StepNo, Vec<Centiminutes>> = BTreeMap::new();
        for row in query(sql.to_owned(), workshop).bind(style.0).fetch_all(self.db()).await? {
            let skill: Skill = skill(&row, 0)?;
            let worker = crate::values::ids::WorkerId(number(&row, 2)?);
            found.entry(skill.step).or_default().push(paces.at(worker, skill).pace);
        }
        Ok(found)
    }
}
