//! What is heard: the clips that an address names, joined to one sound.
//!
//! The clips that ship are nobody's, so nobody needs to be signed in. Once a workshop can have its own in their place, what is answered to
//! who is signed in there must be `private`.

use crate::headers::FOR_EVER;
use app::language::Language;
use app::spoken::{Clip, MOST, joined, version};
use axum::Router;
use axum::extract::{Path, RawQuery};
use axum::http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, RANGE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http_range_header::parse_range_header;

/// Their address: names of clips with `-` between, and `.mp3` behind the last.
pub(crate) const SPOKEN: &str = "/spoken/{language}/{clips}";

/// Longer than the names of the most clips.
const MOST_LETTERS: usize = MOST * 16;

/// An address with the present version never sounds differently; another may.
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

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
    let [mpeg, bytes] = ["audio/mpeg", "bytes"].map(HeaderValue::from_static);
    let head = [(CONTENT_TYPE, mpeg), (CACHE_CONTROL, kept), (ACCEPT_RANGES, bytes)];
    match Part::asked(&headers, sound.len()) {
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
    let language = Language::from_tag(language)?;
    let names = clips.strip_suffix(".mp3").filter(|names| names.len() <= MOST_LETTERS)?;
    let clips: Vec<Clip> = names.split('-').take(MOST + 1).map(Clip::named).collect::<Option<_>>()?;
    if clips.len() > MOST { None } else { joined(&clips, language) }
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
