//! The orders of a sheet: below each other, each with a head of its own, or line by line, where each line says which it is of.
//!
//! Everything is told by the numbers of rows: a sheet may hold as many orders as lines, and none of them gets a copy of it.

use super::columns::Columns;
use super::field::Field;
use super::head::Found;
use super::lines;
use super::mapping::Mapping;
use super::sheet::{Rows, Sheet};
use super::text::{narrow, tidy};
use std::collections::BTreeMap;

/// A row of headers, what stands above it, and the rows below it.
pub(super) struct Block {
    pub above: Rows,
    pub header: u32,
    pub columns: Columns,
    rows: Vec<u32>,
}

/// What stands on a sheet, block by block.
pub(super) fn blocks(sheet: &Sheet, mapping: &Mapping) -> Vec<Block> {
    let of_order = |row: &u32| sheet.rows.get(row).is_some_and(|cells| lines::is_header(cells, mapping));
    let headers: Vec<u32> = sheet.rows.keys().copied().filter(of_order).collect();
    let mut starts = vec![0];
    for pair in headers.windows(2) {
        let [header, next] = pair else { continue };
        let columns = sheet.rows.get(header).map(|cells| lines::columns(cells, mapping));
        let last = columns.map_or(*header, |columns| lines::last_row(sheet, *header, &columns, *next));
        // The same headers with nothing above them: the order goes on, on another page.
        let goes_on =
            sheet.rows.range(last + 1..*next).next().is_none() && sheet.rows.get(header) == sheet.rows.get(next);
        if !goes_on {
            starts.push(last + 1);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([u32::MAX]);
    let spans = starts.iter().copied().zip(ends).filter(|(start, end)| sheet.rows.range(start..end).next().is_some());
    spans.map(|(start, end)| Block::of(sheet, mapping, start, end)).collect()
}

impl Block {
    fn of(sheet: &Sheet, mapping: &Mapping, start: u32, end: u32) -> Self {
        let (header, columns) = lines::header(sheet.rows.range(start..end), mapping);
        let above = sheet.rows.range(start..header.max(start)).map(|(row, cells)| (*row, cells.clone())).collect();
        let headers = sheet.rows.get(&header);
        let below = sheet.rows.range(header + 1..end);
        // On a sheet of several pages the headers stand again.
        let rows = below.filter(|(_, cells)| Some(*cells) != headers).map(|(row, _)| *row).collect();
        Self { above, header, columns, rows }
    }

    /// The rows of each of its orders. Where the lines name several in a column, what adds up all of them is left out: it is no one's.
    pub fn orders(&self, sheet: &Sheet) -> Vec<Vec<u32>> {
        let column = self.columns.get(Field::Order).and_then(|(index, _)| u32::try_from(index).ok());
        let Some(column) = column else { return vec![self.rows.clone()] };
        let mut orders: Vec<Vec<u32>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut last = None;
        for &row in &self.rows {
            let named = sheet.cell(row, column).map(narrow).filter(|text| !text.is_empty());
            let cells = sheet.rows.get(&row).into_iter().flatten();
            let sums = cells.into_iter().any(|(_, text)| Field::Total.is_called(text));
            if sums {
                continue;
            }
            let place = match named {
                Some(code) => *known.entry(code).or_insert(orders.len()),
                None => match last {
                    Some(place) => place,
                    None => continue,
                },
            };
            match orders.get_mut(place) {
                Some(rows) => rows.push(row),
                None => orders.push(vec![row]),
            }
            last = Some(place);
        }
        if orders.len() < 2 { vec![self.rows.clone()] } else { orders }
    }

    /// What these lines say in that column, each that differs from the one before it: mostly one.
    pub fn beside(&self, sheet: &Sheet, rows: &[u32], field: Field) -> Vec<Found> {
        let place =
            |field| self.columns.get(field).and_then(|(index, named)| Some((u32::try_from(index).ok()?, named)));
        let (Some((column, named)), Some((style, _))) = (place(field), place(Field::Style)) else { return Vec::new() };
        let said = |row: u32, column: u32| sheet.cell(row, column).map(tidy).filter(|text| !text.is_empty());
        let mut found: Vec<Found> = Vec::new();
        for &row in rows.iter().filter(|row| said(**row, style).is_some()) {
            if let Some(text) = said(row, column).filter(|text| found.last().is_none_or(|last| last.text != *text)) {
                found.push(Found { row, column, label: named.header.clone(), text });
            }
        }
        found
    }
}
