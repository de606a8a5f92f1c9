//! How long a new pool lies before anything of it is given out.

use crate::forecast::ground::Spot;

/// Days from the first pieces to the first issue, in first and in later steps; sorted.
#[derive(Clone, Debug, Default)]
pub struct Waits([Vec<i64>; 2]);

impl Waits {
    pub fn waited(&mut self, spot: &Spot, days: i64) {
        let waits = &mut self.0[usize::from(spot.step > 0)];
        let place = waits.partition_point(|wait| *wait <= days);
        waits.insert(place, days);
    }

    /// Those that were longer than what has passed already.
    pub fn longer(&self, spot: &Spot, than: i64) -> &[i64] {
        let waits = &self.0[usize::from(spot.step > 0)];
        waits.get(waits.partition_point(|wait| *wait <= than)..).unwrap_or_default()
    }
}
