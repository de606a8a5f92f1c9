//! Running balances. Those at zero are not in the books.

use super::record::Want;
use crate::journal::{Account, Books, Place};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::values::ids::{LineId, WorkerId, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::AnyConnection;

/// Reads what places hold.
pub async fn places(
    want: Want<'_>,
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    let select = || "SELECT kind, line, part, worker, pieces FROM places WHERE workshop = $1".to_owned();
    let held: Vec<(Place, Pieces)> = want.rows(db, workshop, "places", select).await?;
    books.places.extend(held.into_iter().filter(|(_, pieces)| *pieces != Pieces::ZERO));
    Ok(())
}

/// Reads what accounts stand at.
pub async fn accounts(
    want: Want<'_>,
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    let select = || "SELECT kind, owner, fen FROM accounts WHERE workshop = $1".to_owned();
    let held: Vec<(Account, Fen)> = want.rows(db, workshop, "accounts", select).await?;
    books.accounts.extend(held.into_iter().filter(|(_, fen)| *fen != Fen::ZERO));
    Ok(())
}

impl FromRow for Place {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, line, part, worker): (String, LineId, i64, WorkerId) = columns.next()?;
        Self::of_code(&kind, line, part, worker).ok_or(StoreError::BadRow { table: "places".into(), what: kind })
    }
}

impl FromRow for Account {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (kind, owner): (String, i64) = columns.next()?;
        Self::of_code(&kind, owner).ok_or(StoreError::BadRow { table: "accounts".into(), what: kind })
    }
}
