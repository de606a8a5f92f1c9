//! Keeping a recording of a clip, and taking the clip back to the shipped one.

use super::clips;
use crate::addresses::{self, Address};
use crate::language::Language;
use crate::request::{Done, Problem, Upload, Why, as_coordinator, go, recording};
use ledger::model;
use ledger::parse::limit::SOUND_BYTES;
use ledger::parse::sound::Use;
use ledger::store::Ask;
use ledger::values::clip_name::ClipName;
use ledger::values::recording::RecordingHash;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};

/// The clip that is named, the recording that it had when the form was made, and its page.
fn named(clip: &str, was: &str) -> Result<(ClipName, Option<RecordingHash>, Address), Problem> {
    let clip: ClipName = clip.parse().map_err(|_| Problem::BadForm)?;
    let (tag, name) = clip.parts();
    let language = Language::from_tag(tag).ok_or(Problem::BadForm)?;
    let (said, _) = clips(language).find(|(known, _)| known.name() == name).ok_or(Problem::BadForm)?;
    let was = if was.is_empty() { None } else { Some(was.parse().map_err(|_| Problem::BadForm)?) };
    Ok((clip, was, addresses::voice_clip(language.tag(), said.name())))
}

/// Keeps a recording in the place of a clip.
#[server(prefix = "/api", endpoint = "set_voice_clip", input = MultipartFormData)]
pub async fn set_voice_clip(data: MultipartData) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let sent = Upload::read(data, SOUND_BYTES, Why::SoundTooLarge).await?;
    let (clip, was, page) = named(sent.field("clip"), sent.field("was"))?;
    let id = sent.field("event").parse().map_err(|_| Problem::BadForm)?;
    let recording = recording(sent.bytes, Use::Clip).await?;
    let command = model::SetVoiceClip { clip, was, recording: Some(recording.hash()) }.into();
    let ask = Ask { id, actor: asking.actor, day: None, command };
    asking.store.perform_with(asking.workshop, asking.now, ask, recording).await?;
    go(page, Done::ClipKept)
}

/// Takes a clip back to the shipped one.
#[server(prefix = "/api", endpoint = "take_voice_clip_back")]
pub async fn take_voice_clip_back(event: String, clip: String, was: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let (clip, was, page) = named(&clip, &was)?;
    asking.perform(&event, None, model::SetVoiceClip { clip, was, recording: None }).await?;
    go(page, Done::ClipTakenBack)
}
