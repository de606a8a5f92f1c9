//! What is wrong with a file, and where: enough for a person to find the cell and mend it.

use super::limit;
pub use super::reason::Reason;

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub reason: Reason,
}

/// Where in a file something is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The sheet's name; `None` in a file that has no sheets, and for the file as a whole.
    pub sheet: Option<String>,
    /// The line of the file or row of the sheet, from 1; 0 for the whole of it.
    pub line: u32,
    /// The column, where one cell is at fault.
    pub column: Option<Column>,
}

/// A column, as a person finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its letter in a spreadsheet: `A`, `B` … `Z`, `AA` …
    pub letter: String,
    /// Its header, or the label of the value, as the file has it, made short and plain; empty where there is none.
    pub header: String,
}

impl Column {
    /// The column that stands at `index`, counted from 0.
    #[must_use]
    pub fn at(index: usize, header: &str) -> Self {
        let mut letters = Vec::new();
        let mut rest = index;
        loop {
            letters.push(char::from(b'A' + (rest % 26) as u8));
            match (rest / 26).checked_sub(1) {
                Some(next) => rest = next,
                None => break,
            }
        }
        Self { letter: letters.into_iter().rev().collect(), header: super::text::show(header) }
    }
}

/// All that is wrong with a file, in the order of its sheets and lines; of very many, the first
/// [`limit::FAULTS`] and the number of the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faults {
    list: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// Nothing is wrong.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// One thing that is wrong with the file as a whole.
    #[must_use]
    pub fn whole(reason: Reason) -> Self {
        Self { list: vec![Fault { place: Place::default(), reason }], more: 0 }
    }

    /// Adds one.
    pub fn push(&mut self, place: Place, reason: Reason) {
        if self.list.len() < limit::FAULTS {
            self.list.push(Fault { place, reason });
        } else {
            self.more += 1;
        }
    }

    /// Those that are listed.
    #[must_use]
    pub fn list(&self) -> &[Fault] {
        &self.list
    }

    /// How many there are beyond those that are listed.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }

    /// How many there are, those that are not listed too.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len() + self.more
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(|index| Column::at(index, "").letter);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn very_many_faults_are_counted_not_kept() {
        let mut faults = Faults::none();
        for _ in 0..limit::FAULTS + 7 {
            faults.push(Place::default(), Reason::MissingValue);
        }
        assert_eq!((faults.list().len(), faults.more()), (limit::FAULTS, 7));
    }
}
