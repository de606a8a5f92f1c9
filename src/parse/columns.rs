//! Which column of a file is which, from its header row; the order is free.

use super::fault::{Column, Reason};
use super::field::Field;
use super::mapping::Mapping;
use super::text::{show, tidy};

/// What a header is: by what somebody said of it, and else by the words that we know.
pub(super) fn field_of(text: &str, fields: &[Field], mapping: &Mapping) -> Option<Field> {
    let said = mapping.get(text).filter(|field| fields.contains(field));
    said.or_else(|| Field::called(text, fields))
}

/// What the columns of a kind of file can be.
pub(super) struct Known<'k> {
    pub fields: &'k [Field],
    /// Those that must be there.
    pub needed: &'k [Field],
    /// What somebody said of them.
    pub mapping: &'k Mapping,
}

/// The columns of one file or sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    known: Vec<(Field, usize, Column)>,
    /// Headers that we have no use for.
    pub unused: Vec<String>,
    /// How many cells the header row has.
    pub width: usize,
}

impl Columns {
    /// Finds them by what somebody said of their headers, and else by the words that we know.
    pub fn find(header: &[&str], fields: &[Field], mapping: &Mapping) -> Self {
        let mut known = Vec::new();
        let mut unused = Vec::new();
        for (index, text) in header.iter().enumerate() {
            if let Some(field) = field_of(text, fields, mapping) {
                known.push((field, index, Column::at(index, &tidy(text))));
            } else if !tidy(text).is_empty() {
                unused.push(show(&tidy(text)));
            }
        }
        Self { known, unused, width: header.len() }
    }

    /// How many of these there are.
    pub fn count(&self, fields: &[Field]) -> usize {
        self.known.iter().filter(|(known, ..)| fields.contains(known)).count()
    }

    /// The index of a field's column, and the column.
    pub fn get(&self, field: Field) -> Option<(usize, &Column)> {
        self.known.iter().find(|(known, ..)| *known == field).map(|(_, index, column)| (*index, column))
    }

    /// The indices of all of a field's columns.
    pub fn all(&self, field: Field) -> impl Iterator<Item = usize> + '_ {
        self.known.iter().filter(move |(known, ..)| *known == field).map(|(_, index, _)| *index)
    }

    /// What is wrong with the header row, when these fields must be there.
    pub fn faults(&self, needed: &[Field]) -> Vec<(Option<Column>, Reason)> {
        let mut faults = Vec::new();
        let missing: Vec<_> = needed.iter().copied().filter(|field| self.get(*field).is_none()).collect();
        if !missing.is_empty() {
            let found = self.known.iter().map(|(_, _, column)| &column.header).chain(&self.unused);
            faults.push((None, Reason::MissingHeader { missing, found: found.cloned().collect() }));
        }
        for (nth, (field, _, column)) in self.known.iter().enumerate() {
            let earlier = self.known.iter().take(nth).find(|(known, ..)| known == field);
            // A colour and a size are one variant together, and nobody reads what is a picture.
            if let Some((_, _, first)) = earlier.filter(|_| !matches!(field, Field::Variant | Field::Picture)) {
                faults.push((Some(column.clone()), Reason::HeaderTwice { field: *field, first: first.clone() }));
            }
            if let Some(unit) = field.other_unit(&column.header) {
                faults.push((Some(column.clone()), Reason::OtherUnit { unit }));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [Field; 3] = [Field::Day, Field::Pieces, Field::Yuan];

    #[test]
    fn the_order_is_free_and_strangers_are_named() {
        let columns = Columns::find(&["Qty", "天气", "日期", ""], &FIELDS, &Mapping::default());
        assert_eq!(columns.get(Field::Pieces).map(|(index, _)| index), Some(0));
        assert_eq!(columns.get(Field::Day).map(|(index, column)| (index, column.letter.as_str())), Some((2, "C")));
        assert_eq!(columns.unused, ["天气"]);
        assert_eq!(columns.faults(&[Field::Day]), []);
    }

    #[test]
    fn what_is_missing_is_named_beside_what_was_found() {
        let columns = Columns::find(&["天气", "日期"], &FIELDS, &Mapping::default());
        let reason = Reason::MissingHeader {
            missing: vec![Field::Pieces, Field::Yuan],
            found: vec!["日期".to_owned(), "天气".to_owned()],
        };
        assert_eq!(columns.faults(&FIELDS), [(None, reason)]);
    }

    #[test]
    fn a_header_twice_and_another_unit_are_faults() {
        let columns = Columns::find(&["数量", "Pieces", "金额(USD)"], &FIELDS, &Mapping::default());
        let codes: Vec<_> = columns.faults(&[]).iter().map(|(_, reason)| reason.code()).collect();
        assert_eq!(codes, ["header-twice", "other-unit"]);
    }
}
