//! Photos 照片 of the things of the trade.

use crate::values::ids::{BadId, OrderId, StepNo, StyleId};
use crate::values::picture::PictureHash;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Of what there may be a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pictured {
    /// A style, as it is when it is finished.
    Style(StyleId),
    /// A step of a style: how its work looks when it is done.
    Step(StyleId, StepNo),
    /// An order's sample card 样品卡, as the firm sent it.
    Order(OrderId),
}

impl Pictured {
    /// Its name in the database, and the numbers of the thing and of the step; 0 where it is of no step.
    #[must_use]
    pub const fn parts(self) -> (&'static str, i64, i64) {
        match self {
            Self::Style(StyleId(style)) => ("style", style, 0),
            Self::Step(StyleId(style), StepNo(step)) => ("step", style, step),
            Self::Order(OrderId(order)) => ("order", order, 0),
        }
    }

    /// What has these parts; none where nothing has.
    #[must_use]
    pub fn of_parts(kind: &str, thing: i64, step: i64) -> Option<Self> {
        match (kind, step) {
            ("style", 0) => Some(Self::Style(StyleId(thing))),
            ("step", 1..) => Some(Self::Step(StyleId(thing), StepNo(step))),
            ("order", 0) => Some(Self::Order(OrderId(thing))),
            _ => None,
        }
    }
}

/// `style-3`, `step-3-1`, `order-5`: as forms and addresses have it.
impl fmt::Display for Pictured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            (kind, thing, 0) => write!(f, "{kind}-{thing}"),
            (kind, thing, step) => write!(f, "{kind}-{thing}-{step}"),
        }
    }
}

impl FromStr for Pictured {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let mut parts = text.split('-');
        let kind = parts.next().unwrap_or_default();
        let mut number = || parts.next().map(|part| part.parse().ok().filter(|number| *number > 0).ok_or(BadId));
        let (thing, step) = (number().ok_or(BadId)??, number().unwrap_or(Ok(0))?);
        Self::of_parts(kind, thing, step).filter(|_| parts.next().is_none()).ok_or(BadId)
    }
}

/// The photo of a thing, as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    pub of: Pictured,
    /// None once it was taken away.
    pub picture: Option<PictureHash>,
}

/// Puts a photo to a thing, in the place of the one that it has, or takes it away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPhoto {
    pub of: Pictured,
    /// As it was seen: if it is otherwise by now, somebody else changed it.
    pub was: Option<PictureHash>,
    pub picture: Option<PictureHash>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pictured_is_read_as_it_is_written_and_nothing_else_is() {
        let all = [Pictured::Style(StyleId(3)), Pictured::Step(StyleId(3), StepNo(1)), Pictured::Order(OrderId(5))];
        assert_eq!(all.map(|of| of.to_string()), ["style-3", "step-3-1", "order-5"]);
        for of in all {
            assert_eq!(of.to_string().parse(), Ok(of));
            let (kind, thing, step) = of.parts();
            assert_eq!(Pictured::of_parts(kind, thing, step), Some(of));
        }
        for bad in
            ["", "style", "style-", "style-0", "style--3", "style-3-1", "step-3", "step-3-0", "step-3-1-1", "worker-3"]
        {
            assert_eq!(bad.parse::<Pictured>(), Err(BadId), "{bad}");
        }
    }
}
