//! Styles, their steps in the order of the work, and the piece rate of each from a day on, as CSV.

use super::book::Book;
use super::cells::Cells;
use super::columns::Known;
use super::fault::{Position, Reason};
use super::field::Field;
use super::mapping::Mapping;
use super::text::show;
use super::{Read, csv_rows, value};
use crate::values::day::Day;
use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;
use crate::values::text::{Code, Name};
use std::collections::BTreeMap;

/// What its columns can be.
pub(crate) const FIELDS: [Field; 7] =
    [Field::Style, Field::StyleName, Field::Step, Field::StepName, Field::Rate, Field::Minutes, Field::From];

/// One good row: the rate of one step of one style from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleRow {
    /// Its line in the file, from 1.
    pub line: u32,
    pub style: Code,
    pub name: Name,
    pub step: Code,
    pub step_name: Name,
    /// What a worker gets for a piece.
    pub rate: Fen,
    /// Standard time for a piece, in hundredths of a minute.
    pub centiminutes: Centiminutes,
    pub from: Day,
}

/// What earlier rows said.
#[derive(Default)]
struct Seen {
    rates: BTreeMap<(Code, Code, Day), Position>,
    styles: BTreeMap<Code, (Name, Position)>,
    steps: BTreeMap<(Code, Code), (Name, Position)>,
}

/// Reads them from the first sheet of a workbook.
#[must_use]
pub fn of_book(book: &Book, mapping: &Mapping) -> Read<StyleRow> {
    super::of_first_sheet(book, &FIELDS, mapping, read_named)
}

/// Reads styles and rates. A style keeps one name throughout a file, and so does a step; the steps of a style follow each
/// other as they first come.
#[must_use]
pub fn read(bytes: &[u8]) -> Read<StyleRow> {
    read_named(bytes, &Mapping::default())
}

/// The same, with what somebody said of its columns.
#[must_use]
pub fn read_named(bytes: &[u8], mapping: &Mapping) -> Read<StyleRow> {
    let known = Known { fields: &FIELDS, needed: &FIELDS, mapping };
    let mut seen = Seen::default();
    csv_rows(bytes, &known, |cells, rows| rows.extend(row(cells, &mut seen)))
}

fn row(cells: &mut Cells<'_>, seen: &mut Seen) -> Option<StyleRow> {
    let style = cells.needed(Field::Style, value::code);
    let name = cells.needed(Field::StyleName, value::name);
    let step = cells.needed(Field::Step, value::code);
    let step_name = cells.needed(Field::StepName, value::name);
    let rate = cells.needed(Field::Rate, value::yuan);
    let centiminutes = cells.needed(Field::Minutes, value::centiminutes);
    let from = cells.needed(Field::From, value::day);
    let row = StyleRow {
        line: cells.line,
        style: style?,
        name: name?,
        step: step?,
        step_name: step_name?,
        rate: rate?,
        centiminutes: centiminutes?,
        from: from?,
    };
    let step = (row.style.clone(), row.step.clone());
    let same_style = same_name(&mut seen.styles, row.style.clone(), &row.name, cells, Field::StyleName);
    let same_step = same_name(&mut seen.steps, step, &row.step_name, cells, Field::StepName);
    let rate = (row.style.clone(), row.step.clone(), row.from);
    if let Some(first) = seen.rates.get(&rate) {
        let text = show(&format!("{}/{} {}", row.style, row.step, row.from));
        let first = Box::new(first.clone());
        cells.faults.push(cells.row(), Reason::TwiceInFile { text, first });
        return None;
    }
    seen.rates.insert(rate, cells.row());
    (same_style && same_step).then_some(row)
}

/// Whether the same code had the same name before, or comes for the first time.
fn same_name<C: Ord>(
    seen: &mut BTreeMap<C, (Name, Position)>,
    code: C,
    name: &Name,
    cells: &mut Cells<'_>,
    field: Field,
) -> bool {
    let (earlier, first) = seen.entry(code).or_insert_with(|| (name.clone(), cells.place(field)));
    if earlier == name {
        return true;
    }
    let (text, earlier) = (show(name.as_str()), show(earlier.as_str()));
    let first = Box::new(first.clone());
    cells.fault(field, Reason::NamedOtherwise { text, earlier, first });
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "款号,品名,工序,工序名,工价(元),标准分钟,生效日期\n";

    fn faults(rows: &str) -> Vec<(u32, &'static str)> {
        let read = read(format!("{HEADER}{rows}").as_bytes());
        read.faults.list().iter().map(|fault| (fault.place.line, fault.reason.code())).collect()
    }

    #[test]
    fn english_headers_in_any_order_read_the_same() {
        let chinese = read(format!("{HEADER}KNX-2,康乃馨,S1,整花,1.50,7.5,2026-09-01\n").as_bytes());
        let english =
            "From;Rate (yuan);Standard minutes;Step name;Step;Name;Style\n2026/9/1;1.5;7.50;整花;S1;康乃馨;ＫＮＸ-2\n";
        assert_eq!(read(english.as_bytes()), chinese);
        assert_eq!(chinese.rows[0].centiminutes, Centiminutes(750));
        assert_eq!(chinese.rows[0].rate, Fen(150));
    }

    #[test]
    fn a_rate_may_change_by_day_but_not_stand_twice() {
        let row = "A,花,S1,整花,1.50,7,2026-09-01\n";
        assert_eq!(faults(&format!("{row}A,花,S1,整花,1.60,7,2026-10-01\n")), []);
        assert_eq!(faults(&format!("{row}A,花,S1,整花,1.60,7,2026/9/1\n")), [(3, "twice-in-file")]);
    }

    #[test]
    fn one_code_has_one_name() {
        let row = "A,花,S1,整花,1.50,7,2026-09-01\n";
        assert_eq!(faults(&format!("{row}A,草,S2,缠枝,1.60,7,2026-09-01\n")), [(3, "named-otherwise")]);
        assert_eq!(faults(&format!("{row}A,花,S1,缠枝,1.60,7,2026-10-01\n")), [(3, "named-otherwise")]);
    }

    #[test]
    fn every_faulty_cell_is_named() {
        let rows = ",花,S1,整花,0,7.125,2026-13-01\nA,花,S1,,#REF!,x,\n";
        assert_eq!(
            faults(rows),
            [
                (2, "missing-value"),
                (2, "not-positive"),
                (2, "too-fine"),
                (2, "not-a-day"),
                (3, "missing-value"),
                (3, "sheet-error"),
                (3, "not-a-number"),
                (3, "missing-value"),
            ]
        );
    }

    #[test]
    fn a_price_in_dollars_is_not_read_as_yuan() {
        let read = read(b"style,name,step,step name,rate (USD),minutes,from\nA,a,S1,b,1,1,2026-09-01\n");
        assert_eq!(read.faults.list()[0].reason, Reason::OtherUnit { unit: "usd".to_owned() });
        assert_eq!(read.rows, []);
    }
}
