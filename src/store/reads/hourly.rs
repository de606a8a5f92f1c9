//! What an hour of each step earns, and the least that it may.

use crate::model::{MinimumWage, Skill, TimeStudy};
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfStyles;
use crate::values::day::Day;
use crate::values::ids::{StepNo, StyleId, WorkerId};
use crate::values::minutes::Centiminutes;
use std::collections::BTreeMap;

/// Studies that a style's page shows.
const STUDIES: i64 = 30;

impl OfStyles<'_> {
    /// The minimum hourly wages that were entered, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn minimum_wages(&mut self) -> Result<Vec<MinimumWage>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT from_day, fen, source FROM minimum_wages WHERE workshop = $1 ORDER BY from_day DESC";
        query(sql).bind(workshop).all(self.db()).await
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
        query(sql).bind(workshop).bind(style).bind(STUDIES).all(self.db()).await
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
        let paces = self.snapshot.paces(today).await?;
        let sql = "SELECT k.style, k.step, k.worker FROM skills k \
             JOIN workers w ON w.workshop = k.workshop AND w.id = k.worker AND w.active = 1 \
             WHERE k.workshop = $1 AND k.style = $2";
        let mut found: BTreeMap<StepNo, Vec<Centiminutes>> = BTreeMap::new();
        for (skill, worker) in query(sql).bind(workshop).bind(style).all::<(Skill, WorkerId)>(self.db()).await? {
            found.entry(skill.step).or_default().push(paces.at(worker, skill).pace);
        }
        Ok(found)
    }
}
