//! The text of one cell, read as what it should be.

use super::fault::Reason;
use super::limit;
use super::text::{narrow, show, tidy};
use super::workbook::serial_day;
use crate::values::day::{BadDay, Day, DaysOff};
use crate::values::minutes::{Centiminutes, Minutes};
use crate::values::money::{BadYuan, Fen};
use crate::values::pieces::{BadCount, Pieces};
use crate::values::text::{BadText, Code, Name, Note, Variant};
use chrono::NaiveDate;

/// A code, with full-width letters made narrow.
pub(super) fn code(text: &str) -> Result<Code, Reason> {
    Code::parse(&narrow(text)).map_err(|bad| bad_text(bad, text, Code::MOST))
}

/// A name, as it was typed.
pub(super) fn name(text: &str) -> Result<Name, Reason> {
    Name::parse(&tidy(text)).map_err(|bad| bad_text(bad, text, Name::MOST))
}

/// A remark.
pub(super) fn note(text: &str) -> Result<Note, Reason> {
    Note::parse(&tidy(text)).map_err(|bad| bad_text(bad, text, Note::MOST))
}

/// What tells lines of one style apart, with full-width letters made narrow. A dash or a slash says that there is nothing.
pub(super) fn variant(text: &str) -> Result<Variant, Reason> {
    let narrowed = tidy(&narrow(text));
    let text = if matches!(narrowed.as_str(), "-" | "/" | "无" | "—") { "" } else { narrowed.as_str() };
    Variant::typed(text).map_err(|bad| bad_text(bad, text, Variant::MOST))
}

fn bad_text(bad: BadText, text: &str, limit: usize) -> Reason {
    match bad {
        BadText::Empty => Reason::MissingValue,
        BadText::TooLong => Reason::TooLong { text: show(text), limit },
        BadText::Control => Reason::BadText { text: show(text) },
    }
}

/// What pieces are called behind a number.
const PIECES: [&str; 18] = [
    "枝", "支", "件", "个", "朵", "只", "束", "条", "pieces", "piece", "pcs.", "pcs", "pc", "stems", "stem", "units",
    "ea.", "ea",
];

/// What they are packed in, behind a number of pieces and a slash.
const PACKS: [&str; 10] = ["箱", "包", "盒", "袋", "捆", "ctn", "carton", "pack", "box", "bag"];

/// A count without its unit: `1,200枝`, `20 pcs/ctn`. One that counts in another unit stays as it is, and is no number.
fn counted(text: &str) -> String {
    let number = narrow(text).to_lowercase();
    let number = match number.split_once('/') {
        Some((number, pack)) if PACKS.contains(&pack.trim()) => number,
        _ => number.as_str(),
    };
    let bare = PIECES.iter().find_map(|unit| number.trim_end().strip_suffix(unit)).unwrap_or(number);
    let is_number = bare.trim().chars().next_back().is_some_and(|last| last.is_ascii_digit());
    if is_number { bare.trim().to_owned() } else { narrow(text) }
}

/// An amount without its unit: `¥3.60/枝`, `3.6元`, `RMB 3.60 per piece`. One in another unit stays as it is, and is no number.
fn priced(text: &str) -> String {
    let amount = narrow(text).to_lowercase();
    let (amount, each) = match amount.split_once('/').or_else(|| amount.split_once(" per ")) {
        Some((amount, each)) => (amount, each),
        None => (amount.as_str(), PIECES[0]),
    };
    let amount = amount.trim().trim_start_matches("rmb").trim_start_matches("cny").trim_start_matches('¥').trim_start();
    let bare = ["元", "yuan", "rmb", "cny"].iter().find_map(|unit| amount.strip_suffix(unit)).unwrap_or(amount);
    let is_number = bare.trim().starts_with(|first: char| first.is_ascii_digit());
    if PIECES.contains(&each.trim()) && is_number { bare.trim().to_owned() } else { narrow(text) }
}

/// The unit that a row counts in, which must be single pieces where it says so.
pub(super) fn unit(text: &str) -> Result<(), Reason> {
    let unit = narrow(text).to_lowercase();
    if unit.is_empty() || PIECES.contains(&unit.as_str()) {
        Ok(())
    } else {
        Err(Reason::OtherUnit { unit: show(text) })
    }
}

/// At least one piece.
pub(super) fn pieces(text: &str) -> Result<Pieces, Reason> {
    let narrowed = counted(text);
    match Pieces::parse(&narrowed) {
        Ok(pieces) if pieces.any() => Ok(pieces),
        Ok(_) => Err(Reason::NotPositive { text: show(text) }),
        Err(BadCount::NotANumber) => Err(no_number(&narrowed)),
        Err(BadCount::NotWhole) => Err(Reason::NotWhole { text: show(text) }),
        Err(BadCount::TooLarge) => Err(Reason::TooLarge { text: show(text), limit: Pieces::MOST.0 }),
    }
}

/// A sum of pieces, nought included; it may be more than one entry may.
pub(super) fn total(text: &str) -> Result<i64, Reason> {
    let narrowed = counted(text);
    let plain = crate::values::text::plain_number(&narrowed).ok_or_else(|| no_number(&narrowed))?;
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if part.bytes().any(|digit| digit != b'0') {
        return Err(Reason::NotWhole { text: show(text) });
    }
    whole.parse().map_err(|_| Reason::TooLarge { text: show(text), limit: i64::MAX })
}

/// More than nothing, given in yuan.
pub(super) fn yuan(text: &str) -> Result<Fen, Reason> {
    let narrowed = priced(text);
    match Fen::parse_yuan(&narrowed) {
        Ok(fen) if fen > Fen::ZERO => Ok(fen),
        Ok(_) => Err(Reason::NotPositive { text: show(text) }),
        Err(BadYuan::NotANumber) => Err(no_number(&narrowed)),
        Err(BadYuan::TooFine) => Err(Reason::TooFine { text: show(text), places: 2 }),
        Err(BadYuan::TooLarge) => Err(Reason::TooLarge { text: show(text), limit: Fen::MOST.0 / 100 }),
    }
}

/// A worker's minutes a day: whole, 0 to 1,440.
pub(super) fn minutes_a_day(text: &str) -> Result<Minutes, Reason> {
    match total(text) {
        Ok(minutes) if minutes > limit::MINUTES_A_DAY => {
            Err(Reason::TooLarge { text: show(text), limit: limit::MINUTES_A_DAY })
        }
        minutes => minutes.map(Minutes),
    }
}

/// Standard minutes with at most two decimals, as hundredths of a minute; more than nothing.
pub(super) fn centiminutes(text: &str) -> Result<Centiminutes, Reason> {
    let narrowed = narrow(text);
    let plain = crate::values::text::plain_number(&narrowed).ok_or_else(|| no_number(&narrowed))?;
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part = part.trim_end_matches('0');
    let too_large = Reason::TooLarge { text: show(text), limit: limit::CENTIMINUTES / 100 };
    match format!("{whole}{part:0<2}").parse::<i64>() {
        _ if part.len() > 2 => Err(Reason::TooFine { text: show(text), places: 2 }),
        Ok(0) => Err(Reason::NotPositive { text: show(text) }),
        Ok(hundredths) if hundredths <= limit::CENTIMINUTES => Ok(Centiminutes(hundredths)),
        _ => Err(too_large),
    }
}

/// A day: as text in the usual forms, with or without a time of day, or as the bare number under which spreadsheets keep it.
pub(super) fn day(text: &str) -> Result<Day, Reason> {
    let narrowed = narrow(text);
    let date = narrowed.split(['T', ' ']).next().filter(|_| narrowed.contains(':')).unwrap_or(&narrowed);
    let is_serial = date.len() == 5 && date.bytes().all(|b| b.is_ascii_digit());
    let serial = is_serial.then(|| date.parse().ok()).flatten().and_then(serial_day).map(|day| day.to_string());
    let plain = serial.as_deref().unwrap_or(date);
    plain.parse().or_else(|_| spelt(&narrowed)).map_err(|_| Reason::NotADay { text: show(text) })
}

/// A day as firms abroad write it: `25-Sep-2026`, `Sep. 25, 2026`, `25/09/2026` where only one of both can be the month.
fn spelt(text: &str) -> Result<Day, BadDay> {
    const FORMS: [&str; 7] = ["%d-%b-%Y", "%d %b %Y", "%b %d %Y", "%d %B %Y", "%B %d %Y", "%Y%m%d", "%Y年%m月%d号"];
    let plain = text.replace([',', '.'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(day) = FORMS.iter().find_map(|form| NaiveDate::parse_from_str(&plain, form).ok()) {
        return day.try_into();
    }
    let of = |form| NaiveDate::parse_from_str(&plain.replace('-', "/"), form).ok();
    match (of("%d/%m/%Y"), of("%m/%d/%Y")) {
        (Some(day), None) | (None, Some(day)) => day.try_into(),
        (Some(one), Some(other)) if one == other => one.try_into(),
        _ => Err(BadDay),
    }
}

/// Days of the week: `一三`, `周一、周三`, `Mon Wed`, `1,3`; blank or `无` for none.
pub(super) fn days_off(text: &str) -> Result<DaysOff, Reason> {
    let narrowed = narrow(text).to_lowercase();
    let narrowed = narrowed.replace("星期", "").replace("礼拜", "").replace('周', "");
    if matches!(narrowed.as_str(), "" | "无" | "-" | "none" | "no") {
        return Ok(DaysOff::default());
    }
    let mut days = Vec::new();
    for word in narrowed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '、' | '/' | '和' | '及')) {
        if word.is_empty() {
            continue;
        }
        match english_weekday(word) {
            Some(day) => days.push(day),
            // Several may stand in one word: 一三, 13.
            None => {
                for sign in word.chars() {
                    days.push(weekday_sign(sign).ok_or_else(|| Reason::NotWeekdays { text: show(text) })?);
                }
            }
        }
    }
    Ok(DaysOff::of(days))
}

fn weekday_sign(sign: char) -> Option<u8> {
    let signs = ["1一", "2二", "3三", "4四", "5五", "6六", "7日天"];
    (1..).zip(signs).find(|(_, signs)| signs.contains(sign)).map(|(day, _)| day)
}

fn english_weekday(word: &str) -> Option<u8> {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.trim_end_matches('.');
    (1..).zip(names).find(|(_, name)| word.len() >= 3 && name.starts_with(word)).map(|(day, _)| day)
}

/// Styles and steps: `MD-07/S1;MD-07/S2`; blank for none.
pub(super) fn skills(text: &str) -> Result<Vec<(Code, Code)>, Reason> {
    let mut skills = Vec::new();
    for pair in narrow(text).split([';', ',', '、']).map(str::trim).filter(|pair| !pair.is_empty()) {
        // A style's code may hold a slash itself.
        let parts = pair.rsplit_once('/').filter(|(_, step)| !step.trim().contains(' '));
        let (style, step) = parts.ok_or_else(|| Reason::NotASkill { text: show(pair) })?;
        let no_skill = |reason| match reason {
            Reason::MissingValue => Reason::NotASkill { text: show(pair) },
            other => other,
        };
        let skill = (code(style).map_err(no_skill)?, code(step).map_err(no_skill)?);
        if !skills.contains(&skill) {
            skills.push(skill);
        }
        if skills.len() > limit::SKILLS {
            return Err(Reason::TooManySkills { limit: limit::SKILLS });
        }
    }
    Ok(skills)
}

/// A text that is no number may still be a negative one.
fn no_number(number: &str) -> Reason {
    let text = show(number);
    match number.trim_start_matches('¥').strip_prefix(['-', '−']).map(crate::values::text::plain_number) {
        Some(Some(_)) => Reason::NotPositive { text },
        _ => Reason::NotANumber { text },
    }
}

/// What a spreadsheet writes where it could not calculate.
pub(super) fn is_sheet_error(text: &str) -> bool {
    let errors = ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"];
    errors.contains(&text.trim())
}
