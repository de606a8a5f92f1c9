//! What comes in, as it is written.

use super::{InstanceFault, Wrong};
use crate::split::instance::Policy;
use crate::values::day::Day;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub today: Day,
    #[serde(default)]
    pub policy: Policy,
    pub jobs: Vec<JobAsked>,
    pub workers: Vec<WorkerAsked>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct JobAsked {
    pub id: String,
    pub pieces: i64,
    #[serde(default = "one")]
    pub pack: i64,
    pub due: Day,
    #[serde(default)]
    pub rate_fen: i64,
    #[serde(default)]
    pub lock: Entries<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkerAsked {
    pub id: String,
    pub minutes_per_day: WrittenMinutes,
    #[serde(default)]
    pub days_off: Vec<u8>,
    #[serde(default)]
    pub in_hand_minutes: WrittenMinutes,
    #[serde(default)]
    pub worked_minutes: WrittenMinutes,
    #[serde(default)]
    pub minutes_per_piece: Entries<WrittenMinutes>,
    #[serde(default)]
    pub min: Entries<i64>,
    #[serde(default)]
    pub max: Entries<i64>,
}

const fn one() -> i64 {
    1
}

/// What some editors put before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl Asked {
    pub fn read(json: &[u8]) -> Result<Self, InstanceFault> {
        let json = json.strip_prefix(BYTE_ORDER_MARK).unwrap_or(json);
        let mut reader = serde_json::Deserializer::from_slice(json);
        let asked = serde_path_to_error::deserialize(&mut reader).map_err(|why| {
            let place = match why.path().to_string() {
                // The path of the whole.
                path if path == "." => "instance".to_owned(),
                path => path,
            };
            InstanceFault { place, wrong: Wrong::Malformed(why.into_inner().to_string()) }
        })?;
        let end = reader
            .end()
            .map_err(|why| InstanceFault { place: "end".to_owned(), wrong: Wrong::Malformed(why.to_string()) });
        end.map(|()| asked)
    }
}

/// WrittenMinutes as they are written, `11` or `11.5`, kept in hundredths; what is finer is rounded.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WrittenMinutes(pub i64);

impl<'de> Deserialize<'de> for WrittenMinutes {
    #[expect(clippy::cast_possible_truncation, reason = "the range was looked at")]
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let minutes = f64::deserialize(from)?;
        let hundredths = (minutes * 100.0).round();
        if hundredths.abs() < 1e15 { Ok(Self(hundredths as i64)) } else { Err(D::Error::custom("not so many minutes")) }
    }
}

/// An object with names of our own choosing; the same name twice is an error, where a map would keep the last in silence.
#[derive(Debug)]
pub(super) struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Reading(PhantomData))
    }
}

struct Reading<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Reading<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of ids and numbers")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries: Vec<(String, T)> = Vec::new();
        let mut names = std::collections::BTreeSet::new();
        while let Some((name, value)) = map.next_entry::<String, T>()? {
            if !names.insert(name.clone()) {
                return Err(A::Error::custom(format_args!("{name} is there twice")));
            }
            entries.push((name, value));
        }
        Ok(Entries(entries))
    }
}
