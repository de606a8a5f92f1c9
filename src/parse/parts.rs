//! The orders of a sheet, one by one: below each other, each with a head of its own, or line by line, where each line says which it is of.

use super::columns::Columns;
use super::field::Field;
use super::head::Found;
use super::lines;
use super::mapping::Mapping;
use super::sheet::{Rows, Sheet};
use super::text::{narrow, tidy};

/// Each order with what stands above and below its lines.
pub(super) fn parts(sheet: &Sheet, mapping: &Mapping) -> Vec<Sheet> {
    if sheet.rows.is_empty() {
        return Vec::new();
    }
    let headers = lines::headers(&sheet.rows, mapping);
    let mut starts = vec![0];
    for pair in headers.windows(2) {
        let [header, next] = pair else { continue };
        let start = lines::last_row(sheet, *header, &lines::columns(&sheet.rows, *header, mapping), *next) + 1;
        // The same headers with nothing above them: the order goes on, on another page.
        let goes_on = sheet.rows.range(start..*next).next().is_none() && sheet.rows.get(header) == sheet.rows.get(next);
        if !goes_on {
            starts.push(start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([u32::MAX]);
    let part = |(start, end): (u32, u32)| {
        let rows = sheet.rows.range(start..end).map(|(row, cells)| (*row, cells.clone())).collect();
        Sheet { rows, ..sheet.clone() }
    };
    starts.iter().copied().zip(ends).map(part).flat_map(|part| by_line(part, mapping)).collect()
}

/// One order each, where the lines name several in a column. What adds up all of them is left out: it is no one's.
fn by_line(sheet: Sheet, mapping: &Mapping) -> Vec<Sheet> {
    let (header, columns) = lines::header(&sheet.rows, mapping);
    let Some(column) = columns.get(Field::Order).and_then(|(index, _)| u32::try_from(index).ok()) else {
        return vec![sheet];
    };
    let mut orders: Vec<(String, Rows)> = Vec::new();
    let mut last = None;
    for (&row, cells) in sheet.rows.range(header + 1..) {
        let named = sheet.cell(row, column).map(narrow).filter(|text| !text.is_empty());
        let sums = cells.values().any(|text| Field::Total.is_called(text));
        let Some(code) = named.or_else(|| last.clone()).filter(|_| !sums) else { continue };
        match orders.iter_mut().find(|(known, _)| *known == code) {
            Some((_, rows)) => drop(rows.insert(row, cells.clone())),
            None => orders.push((code.clone(), [(row, cells.clone())].into())),
        }
        last = Some(code);
    }
    if orders.len() < 2 {
        return vec![sheet];
    }
    let above: Rows = sheet.rows.range(..=header).map(|(row, cells)| (*row, cells.clone())).collect();
    let order =
        |(_, rows): (String, Rows)| Sheet { rows: above.clone().into_iter().chain(rows).collect(), ..sheet.clone() };
    orders.into_iter().map(order).collect()
}

/// What the lines say in that column, each that differs from the one before it: mostly one.
pub(super) fn beside(sheet: &Sheet, header: u32, columns: &Columns, field: Field) -> Vec<Found> {
    let place = |field| columns.get(field).and_then(|(index, column)| Some((u32::try_from(index).ok()?, column)));
    let (Some((column, named)), Some((style, _))) = (place(field), place(Field::Style)) else { return Vec::new() };
    let said = |row: u32, column: u32| sheet.cell(row, column).map(tidy).filter(|text| !text.is_empty());
    let lines = sheet.rows.range(header + 1..).filter(|(row, _)| said(**row, style).is_some());
    let mut found: Vec<Found> = Vec::new();
    for (&row, _) in lines {
        if let Some(text) = said(row, column).filter(|text| found.last().is_none_or(|last| last.text != *text)) {
            found.push(Found { row, column, label: named.header.clone(), text });
        }
    }
    found
}
