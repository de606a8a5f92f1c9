//! What is done to what was heard before it is kept.

use super::{RATE, Samples, Use};

/// Loudness is looked at in stretches of so many samples: 20 ms.
const STRETCH: usize = RATE as usize / 50;

/// So loud a stretch is at least, of which something is heard: what a microphone hums by itself is below it.
const HEARD: f32 = 0.004;

/// A stretch this much below the loudest one is silence around what was said.
const BELOW: f32 = 0.06;

/// The highest sample of a clip, and how often as loud it is made at most.
const PEAK: f32 = 0.7;
const MOST_LOUDER: f32 = 12.0;

/// What is kept of it; none where nothing is heard.
pub(super) fn fit(heard: Samples, purpose: Use) -> Option<Samples> {
    let loudness: Vec<f32> = heard.chunks(STRETCH).map(loudness).collect();
    let loudest = loudness.iter().copied().fold(0.0, f32::max);
    if loudest < HEARD {
        return None;
    }
    match purpose {
        Use::Word => Some(heard),
        Use::Clip => {
            let is_said = |stretch: &f32| *stretch >= (loudest * BELOW).max(HEARD);
            let first = loudness.iter().position(is_said)?;
            let last = loudness.iter().rposition(is_said)?;
            // One more at each end: a word does not begin at its loudest.
            let (from, to) = (first.saturating_sub(1) * STRETCH, ((last + 2) * STRETCH).min(heard.len()));
            let said = heard.get(from..to)?;
            let peak = said.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
            let louder = (PEAK / peak).min(MOST_LOUDER);
            Some(said.iter().map(|sample| sample * louder).collect())
        }
    }
}

/// The root of the mean square.
fn loudness(stretch: &[f32]) -> f32 {
    let squares: f32 = stretch.iter().map(|sample| sample * sample).sum();
    (squares / f32::from(u16::try_from(stretch.len()).unwrap_or(u16::MAX))).sqrt()
}
