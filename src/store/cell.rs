//! Values on their way into the database.

use crate::values::clip_name::ClipName;
use crate::values::day::Day;
use crate::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, Seq, StepNo, StyleId, UserId, WorkerId, WorkshopId,
};
use crate::values::minutes::{Centiminutes, Minutes};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use crate::values::recording::RecordingHash;
use crate::values::text::{Code, Name, Note, Variant};
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::any::AnyArguments;
use sqlx::{Any, query::Query};

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    Number(i64),
    Text(String),
    OptionalNumber(Option<i64>),
    OptionalText(Option<String>),
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Cell {
    fn from(is: bool) -> Self {
        Self::Number(i64::from(is))
    }
}

/// As the database keeps a time: of one width, so that it compares as text.
impl From<DateTime<Utc>> for Cell {
    fn from(at: DateTime<Utc>) -> Self {
        Self::Text(at.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        Self::OptionalNumber(number)
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        Self::OptionalText(text)
    }
}

macro_rules! kept_as {
    (numbers: $($number:ty),+; texts: $($text:ty),+ $(,)?) => {
        $(
            impl From<$number> for Cell {
                fn from(value: $number) -> Self {
                    Self::Number(value.0)
                }
            }

            impl From<Option<$number>> for Cell {
                fn from(value: Option<$number>) -> Self {
                    Self::OptionalNumber(value.map(|value| value.0))
                }
            }
        )+
        $(
            impl From<$text> for Cell {
                fn from(value: $text) -> Self {
                    Self::Text(value.to_string())
                }
            }

            impl From<Option<$text>> for Cell {
                fn from(value: Option<$text>) -> Self {
                    Self::OptionalText(value.map(|value| value.to_string()))
                }
            }
        )+
    };
}

kept_as! {
    numbers: Centiminutes, DeliveryId, Fen, FirmId, IssueId, LineId, Minutes, OrderId, Pieces, Seq, StepNo, StyleId, UserId, WorkerId, WorkshopId;
    texts: Day, ClipName, EventId, PictureHash, RecordingHash, &Code, &Name, &Note, &Variant,
}

impl Cell {
    pub(super) fn bind(self, query: Query<'_, Any, AnyArguments>) -> Query<'_, Any, AnyArguments> {
        match self {
            Self::Number(number) => query.bind(number),
            Self::Text(text) => query.bind(text),
            Self::OptionalNumber(number) => query.bind(number),
            Self::OptionalText(text) => query.bind(text),
        }
    }
}
