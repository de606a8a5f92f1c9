//! Numbers, money and days in English.

use super::Clip;
use chrono::Datelike;
use ledger::values::day::Day;
use ledger::values::money::Fen;

const SMALL: [Clip; 20] = [
    Clip::N0,
    Clip::N1,
    Clip::N2,
    Clip::N3,
    Clip::N4,
    Clip::N5,
    Clip::N6,
    Clip::N7,
    Clip::N8,
    Clip::N9,
    Clip::N10,
    Clip::N11,
    Clip::N12,
    Clip::N13,
    Clip::N14,
    Clip::N15,
    Clip::N16,
    Clip::N17,
    Clip::N18,
    Clip::N19,
];

/// Twenty, thirty and so on.
const TENS: [Clip; 8] = [Clip::N20, Clip::N30, Clip::N40, Clip::N50, Clip::N60, Clip::N70, Clip::N80, Clip::N90];

const UNITS: [(u64, Clip); 4] =
    [(1_000_000_000, Clip::Billion), (1_000_000, Clip::Million), (1_000, Clip::Thousand), (100, Clip::Hundred)];

const MONTHS: [Clip; 12] = [
    Clip::January,
    Clip::February,
    Clip::March,
    Clip::April,
    Clip::May,
    Clip::June,
    Clip::July,
    Clip::August,
    Clip::September,
    Clip::October,
    Clip::November,
    Clip::December,
];

/// A whole number.
pub(super) fn number(n: u64) -> Vec<Clip> {
    let mut said = Vec::new();
    write(n, &mut said);
    said
}

fn write(n: u64, said: &mut Vec<Clip>) {
    for (unit, clip) in UNITS {
        if n >= unit {
            write(n / unit, said);
            said.push(clip);
            let rest = n % unit;
            if rest > 0 {
                if rest < 100 {
                    said.push(Clip::And);
                }
                write(rest, said);
            }
            return;
        }
    }
    let place = |n: u64| usize::try_from(n).unwrap_or_default();
    if let Some(small) = SMALL.get(place(n)) {
        said.push(*small);
    } else {
        let ones = n % 10;
        said.extend(TENS.get(place(n / 10 - 2)));
        if ones > 0 {
            said.extend(SMALL.get(place(ones)));
        }
    }
}

/// "One hundred and five yuan fifty", "five yuan and five fen", "fifty fen".
pub(super) fn money(fen: Fen) -> Vec<Clip> {
    let size = fen.0.unsigned_abs();
    let (yuan, rest) = (size / 100, size % 100);
    let mut said = Vec::new();
    if fen < Fen::ZERO {
        said.push(Clip::Minus);
    }
    if yuan > 0 || size == 0 {
        said.extend(number(yuan));
        said.push(Clip::Yuan);
    }
    if rest == 0 {
        return said;
    }
    if yuan > 0 && rest < 10 {
        said.push(Clip::And);
    }
    said.extend(number(rest));
    if yuan == 0 || rest < 10 {
        said.push(Clip::Fen);
    }
    said
}

/// "November twenty", with the year behind where it is said.
pub(super) fn date(day: Day, with_year: bool) -> Vec<Clip> {
    let mut said: Vec<Clip> = MONTHS.get(day.0.month0() as usize).copied().into_iter().collect();
    said.extend(number(day.0.day().into()));
    if with_year {
        said.push(Clip::Pause);
        said.extend(number(day.0.year().unsigned_abs().into()));
    }
    said
}
