//! An entity that is kept as a row.

use super::rows::Rows;
use crate::journal::{Books, Kept};
use crate::model::Entity;
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::FromRow;
use crate::store::query::query;
use crate::store::sql::{list, once};
use crate::store::table::Shape;
use crate::values::ids::WorkshopId;
use sqlx::AnyConnection;
use std::future::Future;

/// An entity and its row: the table, its columns, and both ways between them. As [`FromRow`] it is read out of its key and its other
/// columns, in that order.
pub trait Record: Kept + FromRow + Into<Entity> {
    const TABLE: Shape;

    /// The values of the key and of the other columns.
    ///
    /// # Errors
    /// When what is kept as JSON cannot be written.
    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError>;

    /// Puts what is kept in tables of its own: steps, skills, lines.
    fn put_parts(&self, _rows: &mut Rows) {}

    /// Reads what is kept in tables of its own, of all or of those with these numbers, into entities that were read.
    fn read_parts(
        _of: Option<&[i64]>,
        _db: &mut AnyConnection,
        _workshop: WorkshopId,
        _books: &mut Books,
    ) -> impl Future<Output = Result<(), StoreError>> + Send {
        async { Ok(()) }
    }
}

/// Which rows of a table are wanted, within one workshop.
#[derive(Clone, Copy)]
pub enum Want<'a> {
    All,
    /// Those whose column is one of these.
    Ids(&'static str, &'a [i64]),
    /// Those whose column is one of these texts.
    Texts(&'static str, &'a [String]),
}

impl Want<'_> {
    /// Whether no row can be meant: of most kinds a command needs none, and then no text is put together either.
    const fn is_empty(self) -> bool {
        matches!(self, Self::Ids(_, []) | Self::Texts(_, []))
    }

    /// Those rows of a table, as that text selects them.
    pub(super) async fn rows<T: FromRow>(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        table: &'static str,
        select: impl Fn() -> String,
    ) -> Result<Vec<T>, StoreError> {
        if self.is_empty() {
            return Ok(Vec::new());
        }
        let among = |column, n| format!("{} AND {column} IN {}", select(), list(2, n));
        let query = match self {
            Self::All => query(select()),
            // Mostly it is one.
            Self::Ids(column, [_]) | Self::Texts(column, [_]) => query(once([table, column], || among(column, 1))),
            Self::Ids(column, ids) => query(among(column, ids.len())),
            Self::Texts(column, texts) => query(among(column, texts.len())),
        };
        let query = query.bind(workshop);
        let query = match self {
            Self::All => query,
            Self::Ids(_, ids) => query.bind_all(ids.iter().copied()),
            Self::Texts(_, texts) => query.bind_all(texts.iter().map(String::as_str)),
        };
        query.all(db).await
    }
}

/// The columns of its row as a SELECT names them: the key, then the others.
pub fn columns_of<R: Record>() -> String {
    [R::TABLE.key, R::TABLE.rest].concat().join(", ")
}

/// Reads entities into books.
pub async fn read<R: Record>(
    want: Want<'_>,
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    if want.is_empty() {
        return Ok(());
    }
    let select = || format!("SELECT {} FROM {} WHERE workshop = $1", columns_of::<R>(), R::TABLE.name);
    let found: Vec<R> = want.rows(db, workshop, R::TABLE.name, select).await?;
    let numbers: Vec<i64> = found.iter().map(|it| crate::model::Key::number(it.key())).collect();
    for it in found {
        books.learn(it.into());
    }
    let of = if matches!(want, Want::All) { None } else { Some(numbers.as_slice()) };
    if of.is_some_and(<[i64]>::is_empty) {
        return Ok(());
    }
    R::read_parts(of, db, workshop, books).await
}

/// All, or those whose column is one of these numbers.
pub(super) fn among<'a>(of: Option<&'a [i64]>, column: &'static str) -> Want<'a> {
    of.map_or(Want::All, |numbers| Want::Ids(column, numbers))
}

impl Rows {
    /// Puts an entity's row, and those of its parts.
    pub fn put_record<R: Record>(&mut self, it: &R) -> Result<(), StoreError> {
        let (key, rest) = it.row()?;
        self.put(R::TABLE, key, rest);
        it.put_parts(self);
        Ok(())
    }
}
