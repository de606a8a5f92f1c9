//! How full a worker's time is, compared without rounding.

use std::cmp::Ordering;

/// A fraction of whole numbers: how full someone's time is, or, for the policy `even`, how many pieces she has.
#[derive(Clone, Copy, Debug)]
pub struct Fill {
    pub used: i64,
    /// Never below none. Where it is none, anything used is more than all.
    pub of: i64,
}

impl Fill {
    /// As a number between 0 and 1, or more, for people to read.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "read by people, to a few digits")]
    pub fn ratio(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.used as f64 / self.of as f64 }
    }
}

impl Ord for Fill {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.of, other.of) {
            (0, 0) => self.used.cmp(&other.used),
            (0, _) => {
                if self.used == 0 {
                    0.cmp(&other.used)
                } else {
                    Ordering::Greater
                }
            }
            (_, 0) => other.cmp(self).reverse(),
            (mine, theirs) => {
                let (left, right) =
                    (i128::from(self.used) * i128::from(theirs), i128::from(other.used) * i128::from(mine));
                left.cmp(&right)
            }
        }
    }
}

impl PartialOrd for Fill {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fill {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Fill {}
