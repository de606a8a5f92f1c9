//! The cells of one row of a sheet, as one line of an order.

use super::columns::Columns;
use super::field::Field;
use super::sheet::{Row, Sheet};
use super::text::tidy;

/// A row's cells, where a style, its name, its price or its pack is merged over several lines that of the first.
pub(super) fn filled<'s>(sheet: &'s Sheet, row: u32, own: &'s Row, columns: &Columns) -> Vec<&'s str> {
    let mut dense = dense(own);
    if !sheet.merged.is_empty() {
        for field in [Field::Style, Field::StyleName, Field::Price, Field::Pack] {
            let Some(index) = columns.get(field).map(|(index, _)| index) else { continue };
            let text = u32::try_from(index).ok().and_then(|column| sheet.cell(row, column)).unwrap_or_default();
            if dense.get(index).is_none_or(|own| tidy(own).is_empty()) && !text.is_empty() {
                dense.resize(dense.len().max(index + 1), "");
                if let Some(cell) = dense.get_mut(index) {
                    *cell = text;
                }
            }
        }
    }
    dense
}

/// A line that names its variant and no style is of the style above.
pub(super) fn repeat<'a>(dense: &mut [&'a str], above: &'a [String], columns: &Columns) {
    let index = |field| columns.get(field).map(|(index, _)| index);
    let is_blank = |dense: &[&str], index: usize| dense.get(index).is_none_or(|text| tidy(text).is_empty());
    let varies = columns.all(Field::Variant).any(|index| !is_blank(dense, index));
    let Some(style) = index(Field::Style).filter(|style| varies && is_blank(dense, *style)) else { return };
    for index in [Some(style), index(Field::StyleName)].into_iter().flatten() {
        if let (Some(cell), Some(text)) = (dense.get_mut(index), above.get(index)) {
            *cell = text;
        }
    }
}

/// A row's cells from the first column on, blanks included.
pub(super) fn dense(cells: &Row) -> Vec<&str> {
    let width = cells.keys().next_back().map_or(0, |last| *last as usize + 1);
    let mut dense = vec![""; width];
    for (column, text) in cells {
        if let Some(cell) = dense.get_mut(*column as usize) {
            *cell = text;
        }
    }
    dense
}
