//! Rows that add up the lines of an order, all of them or some.

use super::cells::Cells;
use super::fault::Reason;
use super::field::Field;
use super::text::{narrow, tidy};
use super::value;

/// What sums up some of the lines is called.
const SOME: [&str; 4] = ["小计", "subtotal", "sub total", "sub-total"];
/// What stands in a row that adds up.
pub(super) enum Sum {
    /// Of some of the lines: others follow.
    Of(String),
    /// Of all of them.
    OfAll(String),
}

/// What a row says that the lines add up to, if it is one that does so; empty where it says nothing.
pub(super) fn sum_of(cells: &Cells<'_>) -> Option<Sum> {
    let stated = cells.text(Field::Pieces);
    let sum = |label: &str, stated: &str| {
        let some = SOME.contains(&tidy(label).to_lowercase().as_str());
        if some { Sum::Of(stated.to_owned()) } else { Sum::OfAll(stated.to_owned()) }
    };
    cells.cells.iter().find_map(|text| {
        let plain = narrow(text);
        if Field::Total.is_called(text) {
            return Some(sum(&plain, stated));
        }
        // 合计：1,030 in one cell.
        let (label, rest) = plain.split_once(':')?;
        let stated = if tidy(stated).is_empty() { rest } else { stated };
        Field::Total.is_called(label).then(|| sum(label, stated))
    })
}

pub(super) fn check_total(cells: &mut Cells<'_>, stated: &str, sum: Option<i64>) {
    // A total of lines that could not be read says nothing.
    let Some(sum) = sum.filter(|_| !tidy(stated).is_empty()) else { return };
    match value::total(stated) {
        Ok(stated) if stated == sum => {}
        Ok(stated) => cells.fault(Field::Pieces, Reason::TotalDiffers { stated, sum }),
        Err(reason) => cells.fault(Field::Pieces, reason),
    }
}
