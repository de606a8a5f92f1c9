//! Sounds as they are sent, to samples.

use super::resample::to_our_rate;
use super::{Samples, Unfit};
use crate::parse::limit;
use std::io::Cursor;
use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;

/// What is heard of a sound that lasts no longer than that.
///
/// # Errors
/// [`Unfit::NotASound`], [`Unfit::TooLong`].
pub(super) fn samples(bytes: &[u8], seconds: u32) -> Result<Samples, Unfit> {
    let Opened { mut file, mut decoder, track, frames } = open(bytes).ok_or(Unfit::NotASound)?;
    let mut heard = Heard { seconds, ..Heard::default() };
    loop {
        match file.next_packet() {
            Ok(Some(packet)) if packet.track_id == track => {
                let decoded = decoder.decode(&packet).map_err(|_| Unfit::NotASound)?;
                let spec = decoded.spec();
                let (rate, channels) = (spec.rate(), spec.channels().count());
                let mut interleaved = vec![0.0_f32; decoded.samples_interleaved()];
                decoded.copy_to_slice_interleaved(&mut interleaved);
                heard.add(rate, channels, &interleaved)?;
            }
            Ok(Some(_)) => {}
            Ok(None) | Err(Error::ResetRequired) => break,
            // A file that ends in the midst of what it announced.
            Err(_) => return Err(Unfit::NotASound),
        }
    }
    if frames.is_some_and(|announced| announced > heard.frames()) {
        return Err(Unfit::NotASound);
    }
    Ok(to_our_rate(heard.mono, heard.rate))
}

/// A file whose sound can be decoded.
struct Opened {
    file: Box<dyn FormatReader>,
    decoder: Box<dyn AudioDecoder>,
    /// Which of its tracks is the sound.
    track: u32,
    /// How many samples of each channel the file says it has.
    frames: Option<u64>,
}

fn open(bytes: &[u8]) -> Option<Opened> {
    let source = MediaSourceStream::new(Box::new(Cursor::new(bytes.to_vec())), MediaSourceStreamOptions::default());
    let probe = symphonia::default::get_probe();
    let file = probe.probe(&Hint::new(), source, FormatOptions::default(), MetadataOptions::default()).ok()?;
    let track = file.default_track(TrackType::Audio)?;
    let parameters = track.codec_params.as_ref()?.audio()?;
    let codecs = symphonia::default::get_codecs();
    let decoder = codecs.make_audio_decoder(parameters, &AudioDecoderOptions::default()).ok()?;
    let (track, frames) = (track.id, track.num_frames);
    Some(Opened { file, decoder, track, frames })
}

/// What was heard so far, of all channels together.
#[derive(Default)]
struct Heard {
    mono: Vec<f32>,
    rate: u32,
    seconds: u32,
}

impl Heard {
    fn frames(&self) -> u64 {
        self.mono.len() as u64
    }

    fn add(&mut self, rate: u32, channels: usize, interleaved: &[f32]) -> Result<(), Unfit> {
        let known = (8_000..=limit::SOUND_RATE).contains(&rate);
        let same = self.mono.is_empty() || self.rate == rate;
        if !known || !same || !(1..=limit::SOUND_CHANNELS).contains(&channels) {
            return Err(Unfit::NotASound);
        }
        self.rate = rate;
        let most = u64::from(rate) * u64::from(self.seconds);
        if self.frames() + (interleaved.len() / channels) as u64 > most {
            return Err(Unfit::TooLong);
        }
        let part = f32::from(u8::try_from(channels).unwrap_or(u8::MAX)).recip();
        let mixed = interleaved.chunks_exact(channels).map(|frame| frame.iter().sum::<f32>() * part);
        self.mono.extend(mixed.map(|sample| if sample.is_finite() { sample.clamp(-1.0, 1.0) } else { 0.0 }));
        Ok(())
    }
}
