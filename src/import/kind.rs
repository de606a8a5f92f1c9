//! What sort of file it is.

use crate::parse::asked::{self, Asked};
use crate::parse::book::Book;
use crate::parse::field::Field;
use crate::parse::mapping::Mappings;
use crate::parse::{notebook, styles, workers};

/// What sort of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Styles,
    Workers,
    /// A firm's workbook.
    Orders,
    Notebook,
}

impl Kind {
    /// Every kind, in the order in which a new village needs them.
    pub const ALL: [Self; 4] = [Self::Styles, Self::Workers, Self::Orders, Self::Notebook];

    /// Its name on the command line and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Styles => "styles",
            Self::Workers => "workers",
            Self::Orders => "orders",
            Self::Notebook => "notebook",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What somebody can say that its columns are, in the order in which they are asked for.
    pub fn fields(self) -> impl Iterator<Item = Field> {
        let fields: &[Field] = match self {
            Self::Styles => &styles::FIELDS,
            Self::Workers => &workers::FIELDS,
            Self::Orders => &Field::OF_ORDERS,
            Self::Notebook => &notebook::FIELDS,
        };
        fields.iter().copied().filter(|field| !field.code().is_empty())
    }

    /// The field of that code, where one of its columns can be that.
    #[must_use]
    pub fn field(self, code: &str) -> Option<Field> {
        self.fields().find(|field| field.code() == code)
    }

    /// What there is to say of its columns.
    #[must_use]
    pub fn asked(self, book: &Book, mappings: &Mappings) -> Option<Asked> {
        match self {
            Self::Styles => asked::of_village(book, &styles::FIELDS, &styles::FIELDS, mappings),
            Self::Workers => asked::of_village(book, &workers::FIELDS, &workers::FIELDS, mappings),
            Self::Orders => asked::of_orders(book, mappings),
            Self::Notebook => asked::of_village(book, &notebook::FIELDS, &notebook::NEEDED, mappings),
        }
    }
}
