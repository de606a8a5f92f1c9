//! How many forms one person may send. A script that goes wrong, or somebody who means harm, must not fill the books, nor keep others
//! waiting for the one who writes.

use app::request::Viewer;
use app::security_log::SecurityEvent;
use chrono::{DateTime, TimeDelta, Utc};
use ledger::store::access::Holder;
use ledger::values::ids::WorkshopId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What one person may send. At the counting table a form takes some seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormLimits {
    /// Forms in a minute.
    pub a_minute: u32,
    /// Forms in a day.
    pub a_day: u32,
}

impl Default for FormLimits {
    fn default() -> Self {
        Self { a_minute: 120, a_day: 5_000 }
    }
}

type Sender = (WorkshopId, Holder);

/// Who sent how many forms lately. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Senders {
    limits: FormLimits,
    sent: Arc<Mutex<HashMap<Sender, Sent>>>,
}

/// What somebody sent in the minute and in the day that began then.
#[derive(Clone, Copy, Debug)]
struct Sent {
    minute: Window,
    day: Window,
}

#[derive(Clone, Copy, Debug)]
struct Window {
    began: DateTime<Utc>,
    forms: u32,
    /// Those that came after as many as may.
    refused: u32,
}

/// One form too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait {
    pub seconds: i64,
    /// Whether it is one of the first of them: a person's, who is to find again what she typed. A flood is kept of nobody.
    pub is_kept: bool,
}

/// So many of those that are refused are kept.
const KEPT: u32 = 5;

impl Window {
    fn of(began: DateTime<Utc>) -> Self {
        Self { began, forms: 0, refused: 0 }
    }

    /// One more form, where there is room for it; else how long to wait.
    fn take(&mut self, most: u32, lasts: TimeDelta, now: DateTime<Utc>) -> Option<Wait> {
        if now >= self.began + lasts || now < self.began {
            *self = Self::of(now);
        }
        if self.forms >= most {
            self.refused = self.refused.saturating_add(1);
            let seconds = (self.began + lasts - now).num_seconds().max(1);
            return Some(Wait { seconds, is_kept: self.refused <= KEPT });
        }
        self.forms += 1;
        None
    }
}

const MINUTE: TimeDelta = TimeDelta::minutes(1);
const DAY: TimeDelta = TimeDelta::days(1);

/// Above that, who has not been here for a day is forgotten.
const REMEMBERED: usize = 10_000;

impl Senders {
    pub fn new(limits: FormLimits) -> Self {
        Self { limits, sent: Arc::default() }
    }

    /// Counts a form of somebody who is signed in. Returns how long she must wait, where it is one too many; it is not counted then.
    /// Strangers' forms have limits of their own.
    pub fn wait(&self, viewer: &Viewer, now: DateTime<Utc>) -> Option<Wait> {
        let (workshop, holder) = (viewer.workshop.id, viewer.holder);
        let wait = self.count((workshop, holder), now)?;
        if wait.is_kept {
            SecurityEvent::MustWait.log_of(workshop, holder);
        }
        Some(wait)
    }

    fn count(&self, sender: Sender, now: DateTime<Utc>) -> Option<Wait> {
        // Counts are whole however a holder of the lock ended.
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        if sent.len() > REMEMBERED {
            sent.retain(|_, sent| now < sent.day.began + DAY);
        }
        let none = Window::of(now);
        let own = sent.entry(sender).or_insert(Sent { minute: none, day: none });
        own.minute.take(self.limits.a_minute, MINUTE, now).or_else(|| own.day.take(self.limits.a_day, DAY, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::values::ids::UserId;

    #[test]
    fn so_many_a_minute_and_a_day_and_each_for_herself() {
        let senders = Senders::new(FormLimits { a_minute: 2, a_day: 5 });
        let (her, other) = ((WorkshopId(1), Holder::User(UserId(1))), (WorkshopId(2), Holder::User(UserId(1))));
        let at = |seconds: i64| DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a moment");
        let waits = |who, seconds: i64| senders.count(who, at(seconds)).map(|wait| wait.seconds);
        assert_eq!((waits(her, 0), waits(her, 10), waits(her, 20)), (None, None, Some(40)));
        assert_eq!(waits(other, 20), None, "another is not kept waiting");
        assert_eq!((waits(her, 60), waits(her, 61)), (None, None));
        assert_eq!((waits(her, 200), waits(her, 300)), (None, Some(86_100)), "the day's");
        assert_eq!(waits(her, 86_400), None, "the next day");
    }
}
