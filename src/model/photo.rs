//! Photos 照片 of the things of the trade.

use crate::values::ids::{BadId, EventId, OrderId, StepNo, StyleId};
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
    /// One of the pieces that a count sent back or scrapped: what was wrong with it.
    Count(EventId),
}

/// What a thing that is pictured is called in the database: its kind, its number, that of the step, and the event that it is.
/// 0 and none where it has no such one.
pub type PicturedParts = (&'static str, i64, i64, Option<EventId>);

impl Pictured {
    /// What it is called in the database.
    #[must_use]
    pub const fn parts(self) -> PicturedParts {
        match self {
            Self::Style(StyleId(style)) => ("style", style, 0, None),
            Self::Step(StyleId(style), StepNo(step)) => ("step", style, step, None),
            Self::Order(OrderId(order)) => ("order", order, 0, None),
            Self::Count(count) => ("count", 0, 0, Some(count)),
        }
    }

    /// What has these parts; none where nothing has.
    #[must_use]
    pub fn of_parts(kind: &str, thing: i64, step: i64, event: Option<EventId>) -> Option<Self> {
        match (kind, thing, step, event) {
            ("style", _, 0, None) => Some(Self::Style(StyleId(thing))),
            ("step", _, 1.., None) => Some(Self::Step(StyleId(thing), StepNo(step))),
            ("order", _, 0, None) => Some(Self::Order(OrderId(thing))),
            ("count", 0, 0, Some(count)) => Some(Self::Count(count)),
            _ => None,
        }
    }
}

/// `style-3`, `step-3-1`, `order-5`, `count-0191…`: as forms and addresses have it.
impl fmt::Display for Pictured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            (kind, .., Some(event)) => write!(f, "{kind}-{event}"),
            (kind, thing, 0, None) => write!(f, "{kind}-{thing}"),
            (kind, thing, step, None) => write!(f, "{kind}-{thing}-{step}"),
        }
    }
}

impl FromStr for Pictured {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (kind, rest) = text.split_once('-').ok_or(BadId)?;
        if kind == "count" {
            return rest.parse().map(Self::Count);
        }
        let number = |part: &str| part.parse().ok().filter(|number| *number > 0).ok_or(BadId);
        let (thing, step) = match rest.split_once('-') {
            Some((thing, step)) => (number(thing)?, number(step)?),
            None => (number(rest)?, 0),
        };
        Self::of_parts(kind, thing, step, None).ok_or(BadId)
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
        let count = EventId(uuid::Uuid::from_u128(7));
        let all = [
            Pictured::Style(StyleId(3)),
            Pictured::Step(StyleId(3), StepNo(1)),
            Pictured::Order(OrderId(5)),
            Pictured::Count(count),
        ];
        let written = ["style-3", "step-3-1", "order-5", "count-00000000-0000-0000-0000-000000000007"];
        assert_eq!(all.map(|of| of.to_string()), written);
        for of in all {
            assert_eq!(of.to_string().parse(), Ok(of));
            let (kind, thing, step, event) = of.parts();
            assert_eq!(Pictured::of_parts(kind, thing, step, event), Some(of));
            // What is an event has no number, and what has one is no event.
            let other = if event.is_some() { None } else { Some(count) };
            assert_eq!(Pictured::of_parts(kind, thing, step, other), None);
        }
        for bad in ["", "style", "style-", "style-0", "style--3", "style-3-1", "step-3", "step-3-0", "step-3-1-1"] {
            assert_eq!(bad.parse::<Pictured>(), Err(BadId), "{bad}");
        }
        for bad in ["worker-3", "count", "count-", "count-3", "style-00000000-0000-0000-0000-000000000007"] {
            assert_eq!(bad.parse::<Pictured>(), Err(BadId), "{bad}");
        }
    }
}
