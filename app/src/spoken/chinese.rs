//! Numbers, money and days as a village says them.

use super::Clip;
use chrono::Datelike;
use ledger::values::day::Day;
use ledger::values::money::Fen;

const DIGITS: [Clip; 10] =
    [Clip::N0, Clip::N1, Clip::N2, Clip::N3, Clip::N4, Clip::N5, Clip::N6, Clip::N7, Clip::N8, Clip::N9];

/// Groups of four places, the largest first: 亿, 万.
const GROUPS: [(u64, Clip); 2] = [(100_000_000, Clip::HundredMillion), (10_000, Clip::TenThousand)];

/// Places within a group.
const PLACES: [(u64, Clip); 3] = [(1_000, Clip::Thousand), (100, Clip::Hundred), (10, Clip::N10)];

/// A number that counts what follows it: two of them are 两.
pub(super) fn count(n: u64) -> Vec<Clip> {
    if n == 2 { vec![Clip::Both] } else { number(n) }
}

/// A number by itself, or of a row: the second, the twelfth.
pub(super) fn number(n: u64) -> Vec<Clip> {
    let mut said = Vec::new();
    if n == 0 {
        said.push(Clip::N0)
    } else {
        write(n, &mut said)
    }
    said
}

/// Two hundred, two thousand and so on are 两, before ten and at the end it is 二. Places that are empty are one 零.
fn write(n: u64, said: &mut Vec<Clip>) {
    for (unit, clip) in GROUPS {
        if n >= unit {
            let (high, rest) = (n / unit, n % unit);
            if high == 2 {
                said.push(Clip::Both)
            } else {
                write(high, said)
            }
            said.push(clip);
            if rest > 0 {
                if rest < unit / 10 {
                    said.push(Clip::N0);
                }
                write(rest, said);
            }
            return;
        }
    }
    let mut rest = n;
    for (unit, clip) in PLACES {
        let many = rest / unit;
        if many > 0 {
            match (unit, many) {
                // Fifteen begins with 十; a hundred and fifteen has 一十 in it.
                (10, 1) if said.is_empty() => {}
                (100 | 1_000, 2) => said.push(Clip::Both),
                _ => said.extend(digit(many)),
            }
            said.push(clip);
            rest %= unit;
            if rest > 0 && rest < unit / 10 {
                said.push(Clip::N0);
            }
        }
    }
    if rest > 0 {
        said.extend(digit(rest));
    }
}

fn digit(digit: u64) -> Option<Clip> {
    DIGITS.get(usize::try_from(digit).ok()?).copied()
}

/// 块, 毛, 分, each by its name, so that nothing is left to guess: 一百零五块五毛.
pub(super) fn money(fen: Fen) -> Vec<Clip> {
    let size = fen.0.unsigned_abs();
    let (yuan, tens, ones) = (size / 100, size / 10 % 10, size % 10);
    let mut said = Vec::new();
    if fen < Fen::ZERO {
        said.push(Clip::Minus);
    }
    if yuan > 0 || size == 0 {
        said.extend(count(yuan));
        said.push(Clip::Yuan);
    }
    if tens > 0 {
        said.extend(count(tens));
        said.push(Clip::TenFen);
    }
    if ones > 0 {
        if yuan > 0 && tens == 0 {
            said.push(Clip::N0);
        }
        said.extend(count(ones));
        said.push(Clip::Fen);
    }
    said
}

/// Month and day, with the year figure by figure before them where it is said.
pub(super) fn date(day: Day, with_year: bool) -> Vec<Clip> {
    let mut said = Vec::new();
    if with_year {
        let year = u64::from(day.0.year().unsigned_abs());
        said.extend([1_000, 100, 10, 1].into_iter().filter_map(|unit| digit(year / unit % 10)));
        said.push(Clip::Year);
    }
    said.extend(number(day.0.month().into()));
    said.push(Clip::Month);
    said.extend(number(day.0.day().into()));
    said.push(Clip::DayOfMonth);
    said
}
