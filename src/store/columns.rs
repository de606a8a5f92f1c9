//! Rows, read column by column in the order of their SELECT, each as what it is. Nothing else looks into a row.

use super::StoreError;
use super::cell::Cell;
use super::sql;
use crate::journal::{Event, Flow, Purpose};
use crate::model::DeliveryState;
use crate::values::clip_name::ClipName;
use crate::values::day::{Day, DaysOff};
use crate::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, Seq, StepNo, StyleId, UserId, WorkerId, WorkshopId,
};
use crate::values::minutes::{Centiminutes, Minutes};
use crate::values::money::Fen;
use crate::values::phone::Phone;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use crate::values::recording::RecordingHash;
use crate::values::text::{Code, Name, Note, Variant};
use chrono::{DateTime, Utc};
use sqlx::any::AnyRow;
use sqlx::{Column as _, Row, ValueRef};

/// The columns of one row, from the first on.
pub(super) struct Columns<'r> {
    row: &'r AnyRow,
    next: usize,
}

impl<'r> Columns<'r> {
    pub const fn of(row: &'r AnyRow) -> Self {
        Self { row, next: 0 }
    }

    /// What stands in the next column, or columns.
    pub fn next<T: FromRow>(&mut self) -> Result<T, StoreError> {
        T::from_row(self)
    }

    /// What the next column's text is parsed to.
    pub fn parse<T, E>(&mut self, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<T, StoreError> {
        let at = self.next;
        let text: String = self.next()?;
        parse(&text).map_err(|_| self.bad(at, text))
    }

    /// What the next column's code stands for.
    pub fn code<T>(&mut self, of_code: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
        self.parse(|code| of_code(code).ok_or(()))
    }

    /// What the next column's JSON holds.
    pub fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        let at = self.next;
        let text: String = self.next()?;
        serde_json::from_str(&text).map_err(|error| self.bad(at, error.to_string()))
    }

    /// What the next column's JSON holds, where there is any.
    pub fn optional_json<T: serde::de::DeserializeOwned>(&mut self) -> Result<Option<T>, StoreError> {
        let at = self.next;
        let text: Option<String> = self.next()?;
        let read = text.map(|text| serde_json::from_str(&text)).transpose();
        read.map_err(|error| self.bad(at, error.to_string()))
    }

    /// All columns from here on, whatever they hold.
    pub fn rest(&mut self) -> Result<Vec<Found>, StoreError> {
        (self.next..self.row.len()).map(|_| self.next()).collect()
    }

    fn bad(&self, at: usize, what: String) -> StoreError {
        let column = self.row.columns().get(at).map_or_else(String::new, |column| column.name().to_owned());
        StoreError::BadRow { table: column.into(), what }
    }
}

/// What one row holds.
pub(super) trait FromRow: Sized {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError>;
}

/// What is read out of a row just as it stands: its fields are the next columns, in this order.
macro_rules! from_row {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl crate::store::columns::FromRow for $name {
            fn from_row(columns: &mut crate::store::columns::Columns<'_>) -> Result<Self, crate::store::StoreError> {
                Ok(Self { $($field: columns.next()?),+ })
            }
        }
    };
}

pub(in crate::store) use from_row;

/// What one column holds.
pub(super) trait Column: Sized {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError>;
}

impl<T: Column> FromRow for T {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let at = columns.next;
        columns.next += 1;
        T::read(columns, at)
    }
}

macro_rules! tuples {
    ($(($($part:ident),+))+) => {$(
        impl<$($part: FromRow),+> FromRow for ($($part,)+) {
            fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
                Ok(($($part::from_row(columns)?,)+))
            }
        }
    )+};
}

tuples! {
    (A, B)
    (A, B, C)
    (A, B, C, D)
    (A, B, C, D, E)
    (A, B, C, D, E, F)
    (A, B, C, D, E, F, G)
    (A, B, C, D, E, F, G, H)
}

impl Column for i64 {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(columns.row.try_get(at)?)
    }
}

impl Column for String {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
        Ok(columns.row.try_get(at)?)
    }
}

impl Column for bool {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
        match i64::read(columns, at)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(columns.bad(at, other.to_string())),
        }
    }
}

impl<T: Column> Column for Option<T> {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
        if columns.row.try_get_raw(at)?.is_null() { Ok(None) } else { T::read(columns, at).map(Some) }
    }
}

/// What a column holds, though it should not: SQLite keeps any type anywhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    Nothing,
    Number(i64),
    Text(String),
    Other,
}

impl Found {
    /// Its number; 0 where it is not a number.
    pub const fn number(&self) -> i64 {
        match self {
            Self::Number(number) => *number,
            Self::Nothing | Self::Text(_) | Self::Other => 0,
        }
    }

    /// Whether it is just that.
    pub fn is(&self, cell: &Cell) -> bool {
        match cell {
            Cell::Number(number) | Cell::OptionalNumber(Some(number)) => *self == Self::Number(*number),
            Cell::Text(text) | Cell::OptionalText(Some(text)) => matches!(self, Self::Text(found) if found == text),
            Cell::OptionalNumber(None) | Cell::OptionalText(None) => *self == Self::Nothing,
        }
    }
}

impl Column for Found {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
        if columns.row.try_get_raw(at)?.is_null() {
            return Ok(Self::Nothing);
        }
        let row = columns.row;
        let number = row.try_get::<i64, _>(at).map(Self::Number);
        Ok(number.or_else(|_| row.try_get::<String, _>(at).map(Self::Text)).unwrap_or(Self::Other))
    }
}

macro_rules! numbers {
    ($($number:ident),+ $(,)?) => {$(
        impl Column for $number {
            fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
                i64::read(columns, at).map(Self)
            }
        }
    )+};
}

numbers!(
    Centiminutes,
    DeliveryId,
    Fen,
    FirmId,
    IssueId,
    LineId,
    Minutes,
    OrderId,
    Pieces,
    Seq,
    StepNo,
    StyleId,
    UserId,
    WorkerId,
    WorkshopId
);

macro_rules! texts {
    ($($of:ident: $parse:expr),+ $(,)?) => {$(
        impl Column for $of {
            fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
                let text = String::read(columns, at)?;
                let parse: fn(&str) -> Option<Self> = $parse;
                parse(&text).ok_or_else(|| columns.bad(at, text))
            }
        }
    )+};
}

type Time = DateTime<Utc>;

texts!(
    Code: |text| Self::kept(text).ok(),
    Day: |text| text.parse().ok(),
    DaysOff: |digits| Some(sql::days_off(digits)),
    DeliveryState: Self::of_code,
    EventId: |text| text.parse().ok(),
    Flow: Self::of_code,
    Name: |text| Self::kept(text).ok(),
    Note: |text| Self::kept(text).ok(),
    Variant: |text| Self::kept(text).ok(),
    Phone: |text| Self::parse(text).ok(),
    PictureHash: |text| text.parse().ok(),
    RecordingHash: |text| text.parse().ok(),
    ClipName: |text| text.parse().ok(),
    Purpose: Self::of_code,
    Time: |text| text.parse().ok(),
);

impl Column for Event {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
        let body = String::read(columns, at)?;
        serde_json::from_str(&body)
            .map_err(|error| StoreError::BadRow { table: "events".into(), what: error.to_string() })
    }
}
