//! Entries that waited on somebody's device until there was a network.

use super::answer::Answer;
use crate::context::RequestContext;
use app::addresses;
use app::request::Problem;
use axum::http::header::{ACCEPT, CONTENT_TYPE, HeaderName, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use ledger::values::clock::Zone;
use ledger::values::day::Day;
use serde::Serialize;

/// By which a device asks for an answer of this kind.
const KIND: HeaderValue = HeaderValue::from_static("application/vnd.petalwork.entry+json");

/// Who made the entry, as pages tell it to their scripts, and the day that it was.
const PERSON: HeaderName = HeaderName::from_static("entry-person");
const DAY: HeaderName = HeaderName::from_static("entry-day");

/// Longer than anybody is without a network.
const LONGEST: TimeDelta = TimeDelta::days(31);

/// When to try again what the server could not do.
const SOON: i64 = 30;

/// An entry that a device sent.
pub(super) struct Entry {
    person: String,
    day: Option<Day>,
}

/// What the device is told of it.
#[derive(Debug, Serialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub(super) enum Told {
    /// It is in the books now; the page that says so.
    Accepted { next: String },
    /// It was in the books before.
    Known { next: String },
    /// It is not, and why, in her language.
    Refused { words: String },
    /// Not now; in so many seconds.
    Later { seconds: i64 },
    /// Nobody is signed in: it waits until its own person is. The page where that is done.
    SignedOut { next: String },
    /// Somebody else is signed in.
    Other,
}

impl Entry {
    /// What the headers of a request say, where it is one.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        if headers.get(ACCEPT) != Some(&KIND) {
            return None;
        }
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        Some(Self {
            person: text(PERSON).unwrap_or_default().to_owned(),
            day: text(DAY).and_then(|day| day.parse().ok()),
        })
    }

    /// Lets the server function know when it was made, or answers at once where it cannot be hers.
    pub(super) fn begin(&self, context: &mut RequestContext) -> Result<(), Told> {
        match context.owner.as_ref().filter(|_| context.viewer.is_some()) {
            None => return Err(Told::SignedOut { next: addresses::landing().to_string() }),
            Some(owner) if *owner != self.person => return Err(Told::Other),
            Some(_) => {}
        }
        let today = Zone::china().day(context.services.clock.now());
        match self.day {
            Some(day) if today.0 - day.0 > LONGEST => Err(Told::Refused { words: context.say(&Problem::TooLongAgo) }),
            Some(day) => {
                context.entered = Some(day);
                Ok(())
            }
            None => Err(Told::Refused { words: context.say(&Problem::BadForm) }),
        }
    }
}

/// What came of an entry; `known`: whether it was in the books before.
pub(super) fn answer(answer: Answer, known: bool, context: &RequestContext) -> Told {
    match answer {
        Answer::Done(response) => {
            let next = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
            let next = next.map_or_else(|| addresses::landing().to_string(), str::to_owned);
            if known { Told::Known { next } } else { Told::Accepted { next } }
        }
        Answer::Refused(Problem::SignedOut) => Told::SignedOut { next: addresses::landing().to_string() },
        Answer::Refused(Problem::PinNeeded) => Told::SignedOut { next: addresses::pin().to_string() },
        Answer::Refused(Problem::ProofNeeded) => Told::SignedOut { next: addresses::proof().to_string() },
        Answer::Refused(Problem::Wait { seconds }) => Told::Later { seconds },
        Answer::Refused(Problem::Busy | Problem::Full | Problem::Unposted | Problem::Database) => {
            Told::Later { seconds: SOON }
        }
        Answer::Refused(problem) => Told::Refused { words: context.say(&problem) },
        Answer::Other(_) => Told::Refused { words: context.say(&Problem::BadForm) },
    }
}

impl IntoResponse for Told {
    fn into_response(self) -> Response {
        (StatusCode::OK, [(CONTENT_TYPE, KIND)], serde_json::to_string(&self).unwrap_or_default()).into_response()
    }
}
