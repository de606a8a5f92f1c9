//! From any number of samples a second to ours.

use super::{RATE, Samples};
use std::f64::consts::PI;

/// So many swings of the kernel to each side: speech needs no more.
const LOBES: f64 = 6.0;

/// The same sound with [`RATE`] samples a second: each is the sum of those around its time, weighed by a Lanczos kernel that lets nothing pass
/// which would be heard as another tone.
pub(super) fn to_our_rate(heard: Samples, rate: u32) -> Samples {
    if rate == RATE || heard.is_empty() {
        return heard;
    }
    let step = f64::from(rate) / f64::from(RATE);
    let wide = step.max(1.0);
    let reach = (LOBES * wide).ceil() as i64;
    let length = heard.len() as u64 * u64::from(RATE) / u64::from(rate);
    let at = |place: i64| usize::try_from(place).ok().and_then(|place| heard.get(place)).copied();
    (0..u32::try_from(length).unwrap_or(u32::MAX))
        .map(|n| {
            let time = f64::from(n) * step;
            let near = time.floor() as i64;
            let (mut sum, mut weights) = (0.0, 0.0);
            for offset in -reach..=reach {
                let Some(sample) = at(near + offset) else { continue };
                let weight = kernel((f64::from(offset as i32) + time.floor() - time) / wide);
                sum += f64::from(sample) * weight;
                weights += weight;
            }
            if weights == 0.0 { 0.0 } else { (sum / weights) as f32 }
        })
        .collect()
}

fn kernel(x: f64) -> f64 {
    let sinc = |x: f64| if x.abs() < 1e-9 { 1.0 } else { (PI * x).sin() / (PI * x) };
    if x.abs() < LOBES { sinc(x) * sinc(x / LOBES) } else { 0.0 }
}
