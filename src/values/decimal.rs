//! Numbers with two decimals, as people write them.

/// Why a text is no such number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadDecimal {
    NotANumber,
    TooFine,
    TooLarge,
}

/// Reads `12`, `12.5`, `1,234.50` or full-width digits as hundredths.
pub(super) fn hundredths(text: &str) -> Result<i64, BadDecimal> {
    let plain = super::text::plain_number(text.trim()).ok_or(BadDecimal::NotANumber)?;
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if part.bytes().skip(2).any(|digit| digit != b'0') {
        return Err(BadDecimal::TooFine);
    }
    let part: String = part.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{part}").parse().map_err(|_| BadDecimal::TooLarge)
}
