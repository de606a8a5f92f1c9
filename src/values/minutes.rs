//! Time that work takes.

use super::decimal::{BadDecimal, hundredths};

/// Hundredths of a minute: time is calculated in whole ones.
pub type Centiminutes = i64;

/// A thousand hours: more than any piece takes anybody.
const MOST: Centiminutes = 6_000_000;

/// Why a text is no time in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadMinutes {
    NotANumber,
    /// More than two decimals.
    TooFine,
    /// More than a thousand hours.
    TooLong,
}

/// Reads minutes as people write them: `6`, `7.5`, full-width digits.
///
/// # Errors
/// [`BadMinutes`] for anything else: signs, a third decimal, more than a thousand hours.
pub fn parse(text: &str) -> Result<Centiminutes, BadMinutes> {
    let minutes = hundredths(text).map_err(|bad| match bad {
        BadDecimal::NotANumber => BadMinutes::NotANumber,
        BadDecimal::TooFine => BadMinutes::TooFine,
        BadDecimal::TooLarge => BadMinutes::TooLong,
    })?;
    if minutes > MOST { Err(BadMinutes::TooLong) } else { Ok(minutes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_as_people_write_them() {
        assert_eq!(["6", "7.5", " 0.25 ", "１２", "60000"].map(parse), [600, 750, 25, 1_200, 6_000_000].map(Ok));
        assert_eq!(["", "-1", "6分", "¥6", "1e3"].map(parse), [Err(BadMinutes::NotANumber); 5]);
        assert_eq!(parse("6.125"), Err(BadMinutes::TooFine));
        assert_eq!(["60001", "99999999999999999999"].map(parse), [Err(BadMinutes::TooLong); 2]);
    }
}
