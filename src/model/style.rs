//! Styles 款, their steps 工序 and piece rates 工价.

use crate::values::day::Day;
use crate::values::ids::{StepNo, StyleId};
use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;
use crate::values::text::{Code, Name};
use serde::{Deserialize, Serialize};

/// A step 工序 of a style.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub code: Code,
    pub name: Name,
    /// Standard time for a piece, in hundredths of a minute.
    pub centiminutes: Centiminutes,
}

/// A style 款: what is made, in which steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style {
    pub id: StyleId,
    pub code: Code,
    pub name: Name,
    /// In the order of the work; [`StepNo`] 1 is the first.
    pub steps: Vec<Step>,
}

impl Style {
    /// The step of that number.
    #[must_use]
    pub fn step(&self, no: StepNo) -> Option<&Step> {
        usize::try_from(no.0).ok()?.checked_sub(1).and_then(|index| self.steps.get(index))
    }

    /// The number of the step with that code.
    #[must_use]
    pub fn step_no(&self, code: &Code) -> Option<StepNo> {
        (1..).zip(&self.steps).find(|(_, step)| step.code == *code).map(|(no, _)| StepNo(no))
    }
}

/// A piece rate 工价: what a step pays a worker for a piece, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    pub style: StyleId,
    pub step: StepNo,
    pub from: Day,
    pub rate: Fen,
}

/// Adds a style, or changes its names and standard minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveStyle {
    /// The style to change; none for a new one.
    pub style: Option<StyleId>,
    pub code: Code,
    pub name: Name,
    pub steps: Vec<Step>,
}

/// Sets the rate of a step from a day on. Issues made before keep theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRate {
    pub style: StyleId,
    pub step: StepNo,
    pub from: Day,
    /// Fen a piece, more than nothing.
    pub rate: Fen,
}
