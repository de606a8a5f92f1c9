//! The things of the trade, as they stand. An event carries those that it makes or changes.

#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the list says which: one more needs no line here")
)]
use super::*;
use crate::values::clip_name::ClipName;
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, WorkerId};
use crate::values::picture::PictureHash;
use crate::values::recording::RecordingHash;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// Hands every entity to a macro: its type, the field of the books that holds them, and their key with how it is found. What has to
/// do something for each of them is made from this list.
macro_rules! for_all_entities {
    ($do:ident) => {
        $do! {
            Style, styles, StyleId, |style| style.id;
            Rate, rates, (StyleId, StepNo, Day), |rate| (rate.style, rate.step, rate.from);
            Worker, workers, WorkerId, |worker| worker.id;
            Contact, contacts, WorkerId, |contact| contact.worker;
            Firm, firms, FirmId, |firm| firm.id;
            Order, orders, OrderId, |order| order.id;
            Line, lines, LineId, |line| line.id;
            OrderChange, order_changes, EventId, |change| change.id;
            Issue, issues, IssueId, |issue| issue.id;
            Delivery, deliveries, DeliveryId, |delivery| delivery.id;
            HandIn, hand_ins, EventId, |hand_in| hand_in.id;
            Review, reviews, (EventId, WorkerId, i64), |review| (review.event, review.worker, review.turn);
            Slip, slips, (WorkerId, Day), |slip| (slip.worker, slip.until);
            MinimumWage, minimum_wages, Day, |wage| wage.from;
            TimeStudy, time_studies, (StyleId, StepNo, Day), |study| (study.style, study.step, study.day);
            Terms, all_terms, Day, |terms| terms.from;
            Proposal, proposals, EventId, |proposal| proposal.id;
            Photo, photos, Pictured, |photo| photo.of;
            VoiceClip, voice_clips, ClipName, |clip| clip.clip;
        }
    };
}
pub(crate) use for_all_entities;

/// What tells things of one sort apart.
pub trait Key: Ord + Copy + Debug {
    /// The number that was given to it, of all that are numbered in one row; 0 where it has none.
    fn number(self) -> i64 {
        0
    }
}

impl Key for EventId {}
impl Key for Day {}
impl Key for (StyleId, StepNo, Day) {}
impl Key for (EventId, WorkerId, i64) {}
impl Key for (WorkerId, Day) {}
impl Key for Pictured {}
impl Key for ClipName {}

macro_rules! numbered {
    ($($id:ident),+) => {$(
        impl Key for $id {
            fn number(self) -> i64 {
                self.0
            }
        }
    )+};
}

numbered!(StyleId, WorkerId, FirmId, OrderId, LineId, IssueId, DeliveryId);

/// Something that is told from others of its sort by a key.
pub trait Keyed {
    type Key: Key;

    fn key(&self) -> Self::Key;
}

macro_rules! define {
    ($($name:ident, $field:ident, $key:ty, $find:expr;)+) => {
        /// Any of them, as it now stands.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Entity {
            $($name($name),)+
            /// Whether a second coordinator must approve: a switch of the workshop's own.
            Approval(Approval),
        }

        impl Entity {
            /// The picture that it names, if it names one.
            #[must_use]
            pub const fn picture(&self) -> Option<PictureHash> {
                match self {
                    Self::Photo(photo) => photo.picture,
                    _ => None,
                }
            }

            /// The recording that it names, if it names one.
            #[must_use]
            pub const fn recording(&self) -> Option<RecordingHash> {
                match self {
                    Self::VoiceClip(clip) => clip.recording,
                    Self::Review(review) => review.spoken,
                    _ => None,
                }
            }

            /// The number of its id; 0 for those that have none of their own.
            #[must_use]
            pub fn number(&self) -> i64 {
                match self {
                    $(Self::$name(it) => it.key().number(),)+
                    Self::Approval(_) => 0,
                }
            }
        }

        $(impl Keyed for $name {
            type Key = $key;

            fn key(&self) -> $key {
                let find: fn(&Self) -> $key = $find;
                find(self)
            }
        }

        impl From<$name> for Entity {
            fn from(it: $name) -> Self {
                Self::$name(it)
            }
        })+
    };
}

for_all_entities!(define);
