//! Styles with their steps and rates.

use super::sounds::keys;
use crate::journal::Books;
use crate::model::{Photo, Pictured, Rate, Style};
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfStyles;
use crate::store::records::{Want, read};
use crate::values::day::Day;
use crate::values::ids::{StepNo, StyleId};
use crate::values::minutes::Centiminutes;
use crate::values::picture::PictureHash;
use crate::values::sought::Keys;
use crate::values::text::Code;
use std::collections::{BTreeMap, BTreeSet};

/// Styles, and every rate of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Styles {
    /// By code.
    pub styles: Vec<Style>,
    /// The latest day first.
    rates: Vec<Rate>,
    in_work: BTreeSet<StyleId>,
    photos: BTreeMap<Pictured, PictureHash>,
}

impl Styles {
    /// The rate that holds for a step on a day.
    #[must_use]
    pub fn rate_on(&self, style: StyleId, step: StepNo, day: Day) -> Option<&Rate> {
        self.rates_of(style, step).into_iter().find(|rate| rate.from <= day)
    }

    /// The standard time for a piece of a step.
    #[must_use]
    pub fn standard(&self, style: StyleId, step: StepNo) -> Option<Centiminutes> {
        let style = self.styles.iter().find(|known| known.id == style)?;
        style.step(step).map(|step| step.centiminutes)
    }

    /// The rates of a step, the latest day first.
    #[must_use]
    pub fn rates_of(&self, style: StyleId, step: StepNo) -> Vec<&Rate> {
        self.rates.iter().filter(|rate| rate.style == style && rate.step == step).collect()
    }

    /// The photo of a style or of a step.
    #[must_use]
    pub fn photo(&self, of: Pictured) -> Option<PictureHash> {
        self.photos.get(&of).copied()
    }

    /// Whether there is a style of that code, and no photo of it.
    #[must_use]
    pub fn lacks_photo(&self, code: &Code) -> bool {
        let style = self.styles.iter().find(|style| style.code == *code);
        style.is_some_and(|style| self.photo(Pictured::Style(style.id)).is_none())
    }

    /// By what a style is found.
    #[must_use]
    pub fn keys(style: &Style) -> Keys {
        keys(style.code.as_str(), style.name.as_str())
    }

    /// Whether pieces of it are being made now.
    #[must_use]
    pub fn in_work(&self, style: StyleId) -> bool {
        self.in_work.contains(&style)
    }
}

impl OfStyles<'_> {
    /// All styles, or only that one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn styles_listed(&mut self, only: Option<StyleId>) -> Result<Styles, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        let mut books = Books::default();
        let ids: Vec<i64> = only.into_iter().map(|id| id.0).collect();
        let among = |column| if only.is_some() { Want::Ids(column, &ids) } else { Want::All };
        read::<Style>(among("id"), &mut *db, workshop, &mut books).await?;
        read::<Rate>(among("style"), &mut *db, workshop, &mut books).await?;
        // Of all: those of orders and counts grow with the history, and are no style's.
        let kinds = ["style", "step"].map(str::to_owned);
        let photos = if only.is_some() { Want::Ids("thing", &ids) } else { Want::Texts("kind", &kinds) };
        read::<Photo>(photos, &mut *db, workshop, &mut books).await?;
        let text = "SELECT DISTINCT l.style FROM places p JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
             WHERE p.workshop = $1 AND p.pieces > 0 AND p.kind IN ('pool', 'hand', 'redo')";
        let in_work: Vec<StyleId> = query(text).bind(workshop).all(&mut *db).await?;
        let mut rates: Vec<Rate> = books.rates.into_values().collect();
        rates.sort_by_key(|rate| std::cmp::Reverse((rate.from, rate.style, rate.step)));
        let mut styles: Vec<Style> = books.styles.into_values().collect();
        styles.sort_by(|a, b| a.code.cmp(&b.code));
        let photos = books.photos.into_values().filter_map(|photo| Some((photo.of, photo.picture?))).collect();
        Ok(Styles { photos, styles, rates, in_work: in_work.into_iter().collect() })
    }
}
