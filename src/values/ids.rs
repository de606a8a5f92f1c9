//! One id type an entity, so that none is taken for another.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            /// Reads an id out of an address or a form.
            ///
            /// # Errors
            /// [`BadId`] when it is not a positive whole number.
            fn from_str(text: &str) -> Result<Self, BadId> {
                match text.parse() {
                    Ok(number) if number > 0 => Ok(Self(number)),
                    _ => Err(BadId),
                }
            }
        }
    )*};
}

ids! {
    /// A workshop: the village business that keeps these books. Every row begins with it.
    WorkshopId,
    /// A person of the workshop or of a firm who signs in with a password.
    UserId,
    /// A worker 工人.
    WorkerId,
    /// A trade firm 外贸公司.
    FirmId,
    /// A style 款: a flower, made in steps.
    StyleId,
    /// An order 订单 of a firm.
    OrderId,
    /// A line of an order 订单行: so many pieces of one style.
    LineId,
    /// An issue 领活: pieces of one line's step that one worker took home at one rate.
    IssueId,
    /// A delivery 发货.
    DeliveryId,
}

/// What was read is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct BadId;

/// An event's id, made where the event began (the form, the phone, the file), so that asking twice is asking once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub Uuid);

impl EventId {
    /// The id of a row of a file: the same row of the same workshop always has the same one.
    #[must_use]
    pub fn of_content(workshop: WorkshopId, content: &str) -> Self {
        let name = format!("{workshop}\u{0}{content}");
        Self(Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()))
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for EventId {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        Uuid::try_parse(text).map(Self).map_err(|_| BadId)
    }
}

/// An event's place in its workshop's chain, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub i64);

impl FromStr for Seq {
    type Err = BadId;
    fn from_str(text: &str) -> Result<Self, BadId> {
        text.parse().map(Self).map_err(|_| BadId)
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Which step of a style, counted from 1 in the order of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepNo(pub i64);

impl StepNo {
    /// The first step, where an order's pieces enter.
    pub const FIRST: Self = Self(1);

    /// The step after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for StepNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
