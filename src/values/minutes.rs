//! Time that work takes.

/// Hundredths of a minute: time is reckoned in whole ones.
pub type Centiminutes = i64;
