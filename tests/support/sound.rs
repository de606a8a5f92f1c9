//! Sounds as a telephone records them.

use super::village::{Village, new_id, noon};
use ledger::model::{Actor, ReviewEntry, SetVoiceClip, Verdict};
use ledger::parse::sound::{Use, read};
use ledger::store::Ask;
use ledger::values::clip_name::ClipName;
use ledger::values::ids::{EventId, WorkerId};
use ledger::values::recording::RecordingHash;
use std::f64::consts::TAU;

/// A tone of that many hundredths of a second: WAV, 8,000 samples a second, one channel of 16 bits.
pub fn tone(hundredths: u32) -> Vec<u8> {
    wav(hundredths, 0.5)
}

/// As long, and nothing to be heard.
pub fn silence(hundredths: u32) -> Vec<u8> {
    wav(hundredths, 0.0)
}

fn wav(hundredths: u32, loud: f64) -> Vec<u8> {
    let length = hundredths * 80;
    let samples = (0..length).map(|n| ((f64::from(n) / 8_000.0 * 440.0 * TAU).sin() * loud * 32_767.0) as i16);
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + length * 2).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    bytes.extend(8_000_u32.to_le_bytes());
    bytes.extend(16_000_u32.to_le_bytes());
    bytes.extend(b"\x02\0\x10\0data");
    bytes.extend((length * 2).to_le_bytes());
    bytes.extend(samples.flat_map(i16::to_le_bytes));
    bytes
}

impl Village<'_> {
    /// Records a clip that is the shipped one.
    pub async fn record(&self, clip: &str) -> RecordingHash {
        let recording = read(&tone(40), Use::Clip).expect("a sound");
        let hash = recording.hash();
        let clip: ClipName = clip.parse().expect("a clip");
        let command = SetVoiceClip { clip, was: None, recording: Some(hash) }.into();
        let ask = Ask { id: new_id(), actor: Actor::Operator, day: None, command };
        self.store.perform_with(self.workshop, noon(), ask, recording).await.expect("recorded");
        hash
    }

    /// She says aloud what is not right with an entry.
    pub async fn say(&self, worker: WorkerId, event: EventId, verdict: Verdict) -> RecordingHash {
        let recording = read(&tone(150), Use::Word).expect("a sound");
        let hash = recording.hash();
        let command = ReviewEntry { event, verdict, new_card: false, spoken: Some(hash) }.into();
        let ask = Ask { id: new_id(), actor: Actor::Worker { worker }, day: None, command };
        self.store.perform_with(self.workshop, noon(), ask, recording).await.expect("said");
        hash
    }
}
