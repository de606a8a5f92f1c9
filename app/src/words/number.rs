//! Numbers as both languages write them.

use ledger::values::minutes::Centiminutes;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// A whole number of something: pieces, people, days.
pub trait Countable {
    /// The number.
    fn number(self) -> i64;
}

impl Countable for Pieces {
    fn number(self) -> i64 {
        self.0
    }
}

impl Countable for i64 {
    fn number(self) -> i64 {
        self
    }
}

impl Countable for i32 {
    fn number(self) -> i64 {
        self.into()
    }
}

impl Countable for u32 {
    fn number(self) -> i64 {
        self.into()
    }
}

impl Countable for usize {
    fn number(self) -> i64 {
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}

/// Pieces and other counts with thousands commas: `1,040`; a true minus sign before a negative one.
pub fn count(n: impl Countable) -> String {
    let n = n.number();
    let sign = if n < 0 { "−" } else { "" };
    format!("{sign}{}", grouped(n.unsigned_abs()))
}

/// A time in minutes, of hundredths of them: `1,320` or `6.5`.
pub fn minutes(Centiminutes(centiminutes): Centiminutes) -> String {
    let whole = count(centiminutes / 100);
    match centiminutes % 100 {
        0 => whole,
        part => format!("{whole}.{:02}", part.abs()).trim_end_matches('0').to_owned(),
    }
}

/// Money as yuan: `¥1,234.50`, `−¥12.00`.
pub fn money(fen: Fen) -> String {
    let sign = if fen < Fen::ZERO { "−" } else { "" };
    let size = fen.0.unsigned_abs();
    format!("{sign}¥{}.{:02}", grouped(size / 100), size % 100)
}

/// A part of a whole in full percent, never rounded up to a whole that is not reached: `99%`, not `100%`.
pub fn percent(part: impl Countable, whole: impl Countable) -> String {
    let (part, whole) = (i128::from(part.number()), i128::from(whole.number()));
    match (part * 100).checked_div(whole) {
        Some(percent) => format!("{percent}%"),
        None => "0%".to_owned(),
    }
}

/// A part of a whole in percent, to the nearest tenth: `28.9%`, `30%`. Of nothing, it is zero.
pub fn tenths_of_percent((part, whole): (i64, i64)) -> String {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let tenths = (part * 2_000 + whole).checked_div(whole * 2).unwrap_or(0);
    match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        tenth => format!("{}.{tenth}%", tenths / 10),
    }
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_commas_between_thousands() {
        for (n, written) in [(0, "0"), (999, "999"), (1_040, "1,040"), (1_234_567, "1,234,567"), (-1_040, "−1,040")] {
            assert_eq!(count(n), written);
        }
        assert_eq!(count(i64::MIN), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn minutes_have_no_more_places_than_they_need() {
        for (time, written) in [(132_000, "1,320"), (650, "6.5"), (605, "6.05"), (0, "0")] {
            assert_eq!(minutes(Centiminutes(time)), written);
        }
    }

    #[test]
    fn money_is_yuan_with_two_places() {
        for (fen, written) in [(0, "¥0.00"), (5, "¥0.05"), (123_450, "¥1,234.50"), (-1_200, "−¥12.00")] {
            assert_eq!(money(Fen(fen)), written);
        }
    }

    #[test]
    fn percent_reaches_a_hundred_only_when_all_is_done() {
        assert_eq!(percent(999, 1_000), "99%");
        assert_eq!(percent(1_000, 1_000), "100%");
        assert_eq!(percent(1, 0), "0%");
    }

    #[test]
    fn tenths_of_percent_are_the_nearest() {
        for (of, written) in
            [((289, 1_000), "28.9%"), ((3, 10), "30%"), ((2, 3), "66.7%"), ((7, 0), "0%"), ((0, 9), "0%")]
        {
            assert_eq!(tenths_of_percent(of), written);
        }
    }
}
