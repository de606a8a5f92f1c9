//! Samples to MP3.

use super::RATE;
use rusty_mp3::{Mp3Encoder, Mp3EncoderConfig};

/// The sound as frames, all of one length: without the tag that the encoder puts before the first, for that is heard as silence among clips.
/// At this rate (MPEG-2) it uses no bit reservoir: no frame needs the one before it. None where it cannot be encoded.
pub(super) fn mp3(heard: &[f32], thousand_bits: u32) -> Option<Vec<u8>> {
    let mut encoder = Mp3Encoder::new(Mp3EncoderConfig { bitrate_kbps: thousand_bits, vbr_quality: None });
    encoder.push_pcm_f32(heard, 1, RATE).ok()?;
    encoder.finish();
    let frames: Vec<_> = std::iter::from_fn(|| encoder.next_packet().ok()).skip(1).collect();
    Some(frames.concat())
}
