//! What is heard: the clips that an address names, joined to one sound.
//!
//! The clips that ship are nobody's, so nobody needs to be signed in. Those that a workshop recorded are for its own people: what holds one
//! of them is answered to who is signed in there, and is `private`.

use crate::context::RequestContext;
use crate::headers::{FOR_EVER, OWN_FOR_EVER};
use app::language::Language;
use app::request::{Person, Viewer};
use app::spoken::{Clip, MOST, clip_name, joined, joined_with, own_recording, own_version, version};
use axum::extract::{Path, RawQuery};
use axum::http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, RANGE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use http_range_header::parse_range_header;
use ledger::store::StoreError;
use ledger::values::ids::WorkshopId;
use std::collections::BTreeSet;

/// Their address: names of clips with `-` between, and `.mp3` behind the last.
pub(crate) const SPOKEN: &str = "/spoken/{language}/{clips}";

/// The same in the voice of the workshop that one is signed in to.
pub(crate) const OWN_SPOKEN: &str = "/spoken/own/{language}/{clips}";

/// Longer than the names of the most clips.
const MOST_LETTERS: usize = MOST * 16;

/// An address with the present version never sounds differently; another may.
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Under an address that does not name its recordings as they are.
const HERS: HeaderValue = HeaderValue::from_static("private, no-cache");

/// The sounds.
pub(crate) fn spoken<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(SPOKEN, get(answer))
}

async fn answer(
    Path((language, clips)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(sound) = sound(&language, &clips) else { return StatusCode::NOT_FOUND.into_response() };
    let is_present = query.and_then(|query| query.strip_prefix("v=").map(|v| v == version())).unwrap_or(false);
    let kept = if is_present { FOR_EVER } else { FOR_A_DAY };
    send(sound, kept, &headers)
}

/// The sounds in a workshop's own voice.
pub(crate) fn own_spoken<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(OWN_SPOKEN, get(answer_own))
}

async fn answer_own(
    Extension(context): Extension<RequestContext>,
    Path((language, clips)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let not_there = || StatusCode::NOT_FOUND.into_response();
    let Some(Viewer { workshop, person, .. }) = &context.viewer else { return not_there() };
    if matches!(person, Person::Firm { .. }) {
        return not_there();
    }
    let Some((language, clips)) = named(&language, &clips) else { return not_there() };
    match own_sound(&context, workshop.id, language, &clips).await {
        Ok(Some((sound, version))) => {
            let is_present = query.and_then(|query| query.strip_prefix("v=").map(|v| v == version)).unwrap_or(false);
            send(sound, if is_present { OWN_FOR_EVER } else { HERS }, &headers)
        }
        Ok(None) => not_there(),
        Err(error) => {
            tracing::error!(%error, "a sound could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The clips as one sound in a workshop's voice, with the version of it that a page names; empty where none of them is its own any more.
async fn own_sound(
    context: &RequestContext,
    workshop: WorkshopId,
    language: Language,
    clips: &[Clip],
) -> Result<Option<(Vec<u8>, String)>, StoreError> {
    let mut books = context.services.store.read(workshop).await?;
    let own = books.own_clips().await?;
    let distinct: BTreeSet<_> = clips.iter().filter_map(|clip| own_recording(&own, *clip, language)).collect();
    let recordings = books.clip_sounds(distinct.into_iter().collect()).await?;
    let recorded = |clip: Clip| recordings.get(own.get(&clip_name(clip, language)?)?).map(|it| it.sound.clone());
    let sound = joined_with(clips, language, recorded);
    Ok(sound.map(|sound| (sound, own_version(&own, clips, language).unwrap_or_default())))
}

/// A sound, or the part of it that is asked for.
pub(crate) fn send(sound: Vec<u8>, kept: HeaderValue, headers: &HeaderMap) -> Response {
    let [mpeg, bytes] = ["audio/mpeg", "bytes"].map(HeaderValue::from_static);
    let head = [(CONTENT_TYPE, mpeg), (CACHE_CONTROL, kept), (ACCEPT_RANGES, bytes)];
    match Part::asked(headers, sound.len()) {
        Part::Whole => (head, sound).into_response(),
        Part::Of { first, last } => {
            let range = format!("bytes {first}-{last}/{}", sound.len());
            let bytes = sound.get(first..=last).unwrap_or_default().to_vec();
            (StatusCode::PARTIAL_CONTENT, head, [(CONTENT_RANGE, range)], bytes).into_response()
        }
        Part::Beyond => {
            let range = format!("bytes */{}", sound.len());
            (StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, range)]).into_response()
        }
    }
}

/// The clips as one sound; `None` where one of them is not known in that language, where there is none, and where there are too many.
fn sound(language: &str, clips: &str) -> Option<Vec<u8>> {
    let (language, clips) = named(language, clips)?;
    joined(&clips, language)
}

/// The language and the clips that an address names.
fn named(language: &str, clips: &str) -> Option<(Language, Vec<Clip>)> {
    let language = Language::from_tag(language)?;
    let names = clips.strip_suffix(".mp3").filter(|names| names.len() <= MOST_LETTERS)?;
    let clips: Vec<Clip> = names.split('-').take(MOST + 1).map(Clip::named).collect::<Option<_>>()?;
    (clips.len() <= MOST).then_some((language, clips))
}

/// Which bytes of a sound are asked for: phones ask for the first two before they ask for the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Of { first: usize, last: usize },
    Beyond,
}

impl Part {
    /// One range is answered; several, and what is no range of bytes, get the whole, as HTTP allows.
    fn asked(headers: &HeaderMap, bytes: usize) -> Self {
        let header = headers.get(RANGE).and_then(|range| range.to_str().ok());
        let Some(Ok(ranges)) = header.map(parse_range_header) else { return Self::Whole };
        if ranges.ranges.len() > 1 {
            return Self::Whole;
        }
        let Some(range) = ranges.validate(bytes as u64).ok().and_then(|ranges| ranges.into_iter().next()) else {
            return Self::Beyond;
        };
        match (usize::try_from(*range.start()), usize::try_from(*range.end())) {
            (Ok(first), Ok(last)) if first <= last && last < bytes => Self::Of { first, last },
            _ => Self::Beyond,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(range: &str) -> Part {
        let headers = [(RANGE, range.parse().expect("a header"))].into_iter().collect();
        Part::asked(&headers, 1_000)
    }

    #[test]
    fn one_range_of_bytes_is_answered_as_it_is_asked_for() {
        assert_eq!(Part::asked(&HeaderMap::new(), 1_000), Part::Whole);
        assert_eq!(part("bytes=0-1"), Part::Of { first: 0, last: 1 });
        assert_eq!(part("bytes=0-"), Part::Of { first: 0, last: 999 });
        assert_eq!(part("bytes=900-5000"), Part::Of { first: 900, last: 999 });
        assert_eq!(part("bytes=-100"), Part::Of { first: 900, last: 999 });
        for beyond in ["bytes=1000-", "bytes=1000-1001", "bytes=7-3"] {
            assert_eq!(part(beyond), Part::Beyond, "{beyond}");
        }
        for whole in ["bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes="] {
            assert_eq!(part(whole), Part::Whole, "{whole}");
        }
    }

    #[test]
    fn only_a_few_clips_that_are_known_are_a_sound() {
        assert!(sound("zh-CN", "make-n10-n2-pieces.mp3").is_some_and(|sound| sound.len() > 2_000));
        let many = |n| vec!["n7"; n].join("-") + ".mp3";
        assert!(sound("en", &many(MOST)).is_some() && sound("en", &many(MOST + 1)).is_none());
        for unknown in ["n7", ".mp3", "-.mp3", "n7-.mp3", "n7-no.mp3", "both.mp3", "../n7.mp3", "N7.mp3"] {
            assert_eq!(sound("en", unknown), None, "{unknown}");
        }
        assert_eq!(sound("fr", "n7.mp3"), None);
    }
}
