//! Secrets: random, shown once or printed, and mostly kept only as a hash.

use crate::store::StoreError;
use crate::store::columns::{Column, Columns};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// A random secret of 256 bits, as 64 hexadecimal digits: what a cookie or link holds.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// What is kept of a secret that need not be shown again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretHash(String);

/// The code on a worker's card: ten letters and digits that cannot be mistaken for each other, written as `K7PM3-XQ9TA`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardCode(String);

/// A code on paper, for one who lost what her second step needs: 25 letters and digits of [`CardCode`]'s, 125 bits, in groups of five.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

/// Six digits that one person reads to another, who types them within minutes.
#[derive(Clone, PartialEq, Eq)]
pub struct PinNumber(String);

/// What was typed is no such code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a code")]
pub struct BadCode;

/// Thirty-two, so that five random bits are one of them: no 0, 1, I, O.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// [`StoreError::NoChance`] when the machine has no randomness to give.
    pub fn new() -> Result<Self, StoreError> {
        Ok(Self(hex::encode(random::<32>()?)))
    }

    /// A shorter one of 128 bits, for links that are printed as QR codes.
    pub(super) fn short() -> Result<Self, StoreError> {
        Ok(Self(hex::encode(random::<16>()?)))
    }

    /// One that came back, in a cookie or an address.
    #[must_use]
    pub fn returned(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The secret itself, to be given to the person it is for.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What may be kept of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash(hex::encode(Sha256::digest(self.0.as_bytes())))
    }
}

// Never by accident in a log.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl SecretHash {
    /// As it is kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key for a row, from what is random already.
    pub(super) fn number(&self) -> i64 {
        self.0.get(..15).and_then(|digits| i64::from_str_radix(digits, 16).ok()).unwrap_or_default()
    }
}

impl CardCode {
    pub(super) fn new() -> Result<Self, StoreError> {
        Ok(Self(letters::<10>()?))
    }

    /// As it is kept, and as it stands in an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CardCode {
    type Err = BadCode;

    /// Reads what was typed: in small letters too, with or without spaces and dashes.
    ///
    /// # Errors
    /// `BadCode` when it cannot be a code.
    fn from_str(text: &str) -> Result<Self, BadCode> {
        typed(text, 10).map(Self)
    }
}

/// As it is printed.
impl fmt::Display for CardCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at(self.0.len() / 2);
        write!(f, "{first}-{second}")
    }
}

impl RecoveryCode {
    /// A new one.
    ///
    /// # Errors
    /// [`StoreError::NoChance`] when the machine has no randomness to give.
    pub fn new() -> Result<Self, StoreError> {
        Ok(Self(letters::<25>()?))
    }

    /// What may be kept of it.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        Secret::returned(&self.0).hash()
    }
}

impl FromStr for RecoveryCode {
    type Err = BadCode;

    /// Reads what was typed, as a card's code is.
    ///
    /// # Errors
    /// `BadCode` when it cannot be a code.
    fn from_str(text: &str) -> Result<Self, BadCode> {
        typed(text, 25).map(Self)
    }
}

/// As it is written down.
impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, letter) in self.0.chars().enumerate() {
            if place > 0 && place % 5 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

// Never by accident in a log.
impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

impl PinNumber {
    /// A new one.
    ///
    /// # Errors
    /// [`StoreError::NoChance`] when the machine has no randomness to give.
    pub fn new() -> Result<Self, StoreError> {
        // Of 2^64 numbers the remainder is even enough.
        Ok(Self(format!("{:06}", u64::from_le_bytes(random::<8>()?) % 1_000_000)))
    }

    /// The digits, to be shown to the person who asked for it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for PinNumber {
    type Err = BadCode;

    /// Reads six digits, with or without a gap.
    ///
    /// # Errors
    /// `BadCode` when it is anything else.
    fn from_str(text: &str) -> Result<Self, BadCode> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).take(7).collect();
        let is_number = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit());
        if is_number { Ok(Self(digits)) } else { Err(BadCode) }
    }
}

// Never by accident in a log.
impl fmt::Debug for PinNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinNumber(…)")
    }
}

fn letters<const N: usize>() -> Result<String, StoreError> {
    let letter = |byte: u8| char::from(ALPHABET[usize::from(byte & 31)]);
    Ok(random::<N>()?.map(letter).iter().collect())
}

/// A code of so many letters as somebody typed it.
fn typed(text: &str, length: usize) -> Result<String, BadCode> {
    let letters = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '—'));
    let code: String = letters.map(|c| c.to_ascii_uppercase()).take(length + 1).collect();
    let is_code = code.len() == length && code.bytes().all(|letter| ALPHABET.contains(&letter));
    if is_code { Ok(code) } else { Err(BadCode) }
}

fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoChance)?;
    Ok(bytes)
}

impl Column for CardCode {
    fn read(columns: &Columns<'_>, at: usize) -> Result<Self, StoreError> {
        let text = String::read(columns, at)?;
        text.parse().map_err(|_| StoreError::BadRow { table: "cards".into(), what: text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_secrets_are_alike_and_none_is_its_hash() {
        let (one, other) = (Secret::new().expect("a secret"), Secret::new().expect("a secret"));
        assert_ne!(one, other);
        assert_eq!(one.reveal().len(), 64);
        assert_ne!(one.hash().as_str(), one.reveal());
        assert_eq!(one.hash(), Secret::returned(one.reveal()).hash());
        assert_eq!(format!("{one:?}"), "Secret(…)");
    }

    #[test]
    fn a_code_is_read_as_it_is_printed_or_typed() {
        let code = CardCode::new().expect("a code");
        assert_eq!(code.to_string().parse(), Ok(code.clone()));
        assert_eq!(code.as_str().to_lowercase().parse(), Ok(code.clone()));
        assert_eq!(format!(" {} ", code.to_string().replace('-', " ")).parse(), Ok(code));
    }

    #[test]
    fn a_recovery_code_is_read_as_it_is_written_down_and_is_in_no_log() {
        let code = RecoveryCode::new().expect("a code");
        assert_eq!(code.to_string().len(), 29);
        assert_eq!(code.to_string().to_lowercase().replace('-', " ").parse(), Ok(code.clone()));
        assert_eq!(format!("{code:?}"), "RecoveryCode(…)");
        assert_eq!("K7PM3-XQ9TA".parse::<RecoveryCode>(), Err(BadCode));
    }

    #[test]
    fn a_number_is_six_digits_and_is_in_no_log() {
        let number = PinNumber::new().expect("a number");
        assert_eq!(number.reveal().parse(), Ok(number.clone()));
        assert_eq!(format!("{number:?}"), "PinNumber(…)");
        assert_eq!("012 345".parse::<PinNumber>().as_ref().map(PinNumber::reveal), Ok("012345"));
        for text in ["", "12345", "1234567", "12345a", "１２３４５６"] {
            assert_eq!(text.parse::<PinNumber>(), Err(BadCode), "{text}");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in ["", "K7PM3", "K7PM3-XQ9T0", "K7PM3-XQ9TA-A", "花花花花花花花花花花", "K7PM3/XQ9TA"] {
            assert_eq!(text.parse::<CardCode>(), Err(BadCode), "{text}");
        }
    }
}
