//! Chance, of each village its own.

/// Knuth's linear congruential generator (MMIX), of which the upper half is used: another one than the forecast's.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ 0x1234_5678_9ABC_DEF0);
        for _ in 0..4 {
            chance.unit();
        }
        chance
    }

    /// From 0 to less than 1.
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).expect("32 bits")) / 4_294_967_296.0
    }

    pub fn happens(&mut self, odds: f64) -> bool {
        self.unit() < odds
    }

    /// A whole number within these, both included.
    pub fn whole(&mut self, (low, high): (i64, i64)) -> i64 {
        low + (self.unit() * (high - low + 1) as f64) as i64
    }

    pub fn between(&mut self, (low, high): (f64, f64)) -> f64 {
        low + self.unit() * (high - low)
    }

    /// Normal around 0, of deviation 1: twelve even ones.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    pub fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[(self.unit() * list.len() as f64) as usize]
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, (self.unit() * (last + 1) as f64) as usize);
        }
    }
}
