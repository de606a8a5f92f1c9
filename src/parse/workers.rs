//! Workers, what time they offer and what they can do, as CSV.

use super::book::Book;
use super::cells::Cells;
use super::columns::Known;
use super::fault::{Position, Reason};
use super::field::Field;
use super::mapping::Mapping;
use super::text::show;
use super::{Read, csv_rows, value};
use crate::values::day::DaysOff;
use crate::values::minutes::Minutes;
use crate::values::text::{Code, Name};
use std::collections::BTreeMap;

/// What its columns can be.
pub(crate) const FIELDS: [Field; 5] =
    [Field::Worker, Field::WorkerName, Field::MinutesADay, Field::DaysOff, Field::Skills];

/// One good row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerRow {
    /// Its line in the file, from 1.
    pub line: u32,
    pub number: Code,
    pub name: Name,
    /// Minutes that she offers on a working day, 0 to 1,440.
    pub minutes_a_day: Minutes,
    pub days_off: DaysOff,
    /// The styles and steps that she can do, each once, as the file names them.
    pub skills: Vec<(Code, Code)>,
}

/// Reads them from the first sheet of a workbook.
#[must_use]
pub fn of_book(book: &Book, mapping: &Mapping) -> Read<WorkerRow> {
    super::of_first_sheet(book, &FIELDS, mapping, read_named)
}

/// Reads workers.
#[must_use]
pub fn read(bytes: &[u8]) -> Read<WorkerRow> {
    read_named(bytes, &Mapping::default())
}

/// The same, with what somebody said of its columns.
#[must_use]
pub fn read_named(bytes: &[u8], mapping: &Mapping) -> Read<WorkerRow> {
    let known = Known { fields: &FIELDS, needed: &FIELDS, mapping };
    let mut seen = BTreeMap::new();
    csv_rows(bytes, &known, |cells, rows| rows.extend(row(cells, &mut seen)))
}

fn row(cells: &mut Cells<'_>, seen: &mut BTreeMap<Code, Position>) -> Option<WorkerRow> {
    let number = cells.needed(Field::Worker, value::code);
    let name = cells.needed(Field::WorkerName, value::name);
    let minutes_a_day = cells.needed(Field::MinutesADay, value::minutes_a_day);
    let days_off = cells.read(Field::DaysOff, value::days_off);
    let skills = cells.read(Field::Skills, value::skills);
    let number = number?;
    if let Some(first) = seen.get(&number) {
        let first = Box::new(first.clone());
        cells.fault(Field::Worker, Reason::TwiceInFile { text: show(number.as_str()), first });
        return None;
    }
    seen.insert(number.clone(), cells.place(Field::Worker));
    Some(WorkerRow {
        line: cells.line,
        number,
        name: name?,
        minutes_a_day: minutes_a_day?,
        days_off: days_off?,
        skills: skills?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_reads_as_chinese_does() {
        let chinese = "工号,姓名,每天可做分钟,休息日,会做\nW06,黄桂兰,360,二五,MD-07/S1;MD-07/S3\nW02,孙桂兰,300,,\n";
        let english = "Skills\tDays off\tName\tWorker number\tMinutes per day\n\
            MD-07/S1; MD-07/S3\tTue, Fri\t黄桂兰\tW06\t360\n\t\t孙桂兰\tW02\t300\n";
        let read_chinese = read(chinese.as_bytes());
        assert_eq!(read(english.as_bytes()), read_chinese);
        assert_eq!(read_chinese.rows[0].days_off, DaysOff::of([2, 5]));
        assert!(read_chinese.faults.is_empty());
    }

    #[test]
    fn a_number_twice_and_bad_cells_are_named() {
        let text = "工号,姓名,每天可做分钟,休息日,会做,手机\n\
            W01,何\u{7}芬,300,四,A/S1,1\nW02,孙,1500,八,A,2\n\nＷ01,郭,0,,,\n";
        let read = read(text.as_bytes());
        let faults: Vec<_> = read.faults.list().iter().map(|fault| (fault.place.line, fault.reason.code())).collect();
        assert_eq!(
            faults,
            [(2, "bad-text"), (3, "too-large"), (3, "not-weekdays"), (3, "not-a-skill"), (5, "twice-in-file")]
        );
        let column = read.faults.list()[0].place.column.as_ref().map(|column| column.letter.as_str());
        assert_eq!(column, Some("B"));
        assert_eq!((read.rows.len(), read.unused), (0, vec!["手机".to_owned()]));
    }
}
