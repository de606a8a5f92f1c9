//! What was typed into a form, read before its server function reads it.

use app::coordinator::{SetPhoto, SetVoiceClip, UploadFile};
use app::request::{Problem, Why, form_fields};
use app::worker::SayDispute;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, Uri};
use http_body_util::BodyExt;
use ledger::parse::limit;
use leptos::server_fn::ServerFn;
use std::collections::BTreeMap;

/// The largest form: a split among hundreds of workers is a tenth of it.
const MOST_FORM_BYTES: usize = 256 * 1024;

/// What an upload has around its file.
const AROUND_FILE: usize = 64 * 1024;

/// The largest body of any request.
pub(crate) const MOST_BYTES: usize =
    if limit::UPLOAD_BYTES > limit::PHOTO_BYTES { limit::UPLOAD_BYTES } else { limit::PHOTO_BYTES } + AROUND_FILE;

/// So much of a file that is too large is read, to say so. A photo or a video taken for a workbook is less.
const MOST_DRAINED: usize = 64 * 1024 * 1024;

/// The forms that carry a file, with the most bytes that it may have and why more are refused; every other is made of words.
const UPLOADS: [(&str, usize, Why); 4] = [
    // An order may come as a photo.
    (<UploadFile as ServerFn>::PATH, limit::PHOTO_BYTES, Why::FileTooLarge),
    (<SetPhoto as ServerFn>::PATH, limit::PHOTO_BYTES, Why::PhotoTooLarge),
    (<SetVoiceClip as ServerFn>::PATH, limit::SOUND_BYTES, Why::SoundTooLarge),
    (<SayDispute as ServerFn>::PATH, limit::SOUND_BYTES, Why::SoundTooLarge),
];

/// Reads the fields of a form, and leaves its body as it was, or says why it may not be. An upload is left to its server function: what must be known before stands
/// in its address. Only of one who is known a file that is too large is read on.
pub(super) async fn read(
    headers: &HeaderMap,
    action: &Uri,
    body: Body,
    is_known: bool,
) -> (BTreeMap<String, String>, Result<Body, Problem>) {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let upload =
        UPLOADS.into_iter().find(|(path, ..)| kind.starts_with("multipart/form-data") && *path == action.path());
    if let Some((_, most, why)) = upload {
        let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
        let told = form_fields(action.query().unwrap_or_default().as_bytes());
        return if length.is_some_and(|length| length > most + AROUND_FILE) {
            if is_known {
                drain(body).await;
            }
            (told, Err(Problem::field("file", why)))
        } else {
            (told, Ok(body))
        };
    }
    let Ok(bytes) = to_bytes(body, MOST_FORM_BYTES).await else { return (BTreeMap::new(), Err(Problem::BadForm)) };
    let fields =
        if kind.starts_with("application/x-www-form-urlencoded") { form_fields(&bytes) } else { BTreeMap::new() };
    (fields, Ok(Body::from(bytes)))
}

/// Reads on and keeps nothing, as far as that goes: a browser that is answered before it has sent all shows that the connection broke
/// off, and not the answer.
async fn drain(mut body: Body) {
    let mut left = MOST_DRAINED;
    while let Some(Ok(frame)) = body.frame().await {
        let read = frame.data_ref().map_or(0, |data| data.len());
        match left.checked_sub(read) {
            Some(less) => left = less,
            None => return,
        }
    }
}
