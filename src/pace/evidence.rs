//! What was seen of her time, and the factor that it makes.

use super::factor::Factor;

/// `K`: the standard minutes that her own have to outweigh before they count for more than the standard, in centiminutes.
pub(super) const LEAN_ON_STANDARD: i128 = 60_000;

/// `K'`: the same for a step of hers against all her steps.
const LEAN_ON_HER_OWN: i128 = 120_000;

/// Time taken and the standard time of what was made in it, in centiminutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    taken: i128,
    pub standard: i128,
}

impl Evidence {
    /// `F = (ΣT + K) / (ΣS + K)`.
    pub fn own(&self) -> Factor {
        Factor::of(self.taken + LEAN_ON_STANDARD, self.standard + LEAN_ON_STANDARD)
    }

    /// `f(k) = (ΣT(k) + K' × F) / (ΣS(k) + K')`.
    pub fn at_step(&self, own: Factor) -> Factor {
        Factor::of(self.taken + own.times(LEAN_ON_HER_OWN), self.standard + LEAN_ON_HER_OWN)
    }

    pub const fn add(&mut self, taken: i128, standard: i128) {
        self.taken = self.taken.saturating_add(taken);
        self.standard = self.standard.saturating_add(standard);
    }
}
