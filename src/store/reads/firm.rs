//! Trade firms: what each has ordered, and what it owes.

use super::journal_entry::{JournalEntry, journal_entries};
use super::names::{Names, Wanted};
use super::sounds::keys;
use crate::journal::Account;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfFirm, Snapshot};
use crate::values::day::Day;
use crate::values::ids::{FirmId, OrderId, Seq, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use crate::values::sought::Keys;
use sqlx::AnyConnection;

/// Rows of a firm's account on one page.
const ACCOUNT_ROWS: i64 = 30;
/// A firm's orders that its page shows.
const ORDERS: i64 = 20;

/// A firm in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmRow {
    pub id: FirmId,
    pub name: String,
    /// What it owes; below zero where it paid ahead.
    pub owes: Fen,
    /// Orders of which not every piece is confirmed or given up.
    pub open: i64,
    /// By what it is found.
    pub keys: Keys,
}

/// One firm, and a page of its account.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmView {
    pub id: FirmId,
    pub name: String,
    pub owes: Fen,
    /// Newest first.
    pub orders: Vec<FirmOrder>,
    /// Fees and receipts, newest first.
    pub account: Vec<FirmEntry>,
    /// Where the older entries begin, if there are any.
    pub older: Option<Seq>,
    pub names: Names,
}

/// An order of a firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmOrder {
    pub id: OrderId,
    pub code: String,
    pub due: Day,
    /// As ordered.
    pub pieces: Pieces,
    pub confirmed: Pieces,
}

/// An event on a firm's account.
#[derive(Clone, Debug, PartialEq)]
pub struct FirmEntry {
    pub entry: JournalEntry,
    /// By how much it changed what the firm owes.
    pub effect: Fen,
    /// What it owed after it.
    pub owes: Fen,
}

impl Snapshot {
    /// All firms.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn firms_listed(&mut self) -> Result<Vec<FirmRow>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT f.id, f.name, \
             COALESCE((SELECT a.fen FROM accounts a WHERE a.workshop = $1 AND a.kind = 'firm' AND a.owner = f.id), 0), \
             CAST(COALESCE(b.n, 0) AS BIGINT) FROM firms f LEFT JOIN (SELECT o.firm AS firm, COUNT(DISTINCT o.id) AS n \
                 FROM places p JOIN lines l ON l.workshop = p.workshop AND l.id = p.line \
                 JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
                 WHERE p.workshop = $1 AND p.pieces > 0 \
                 AND p.kind IN ('pool', 'hand', 'redo', 'stock', 'delivered', 'refused', 'missing') GROUP BY o.firm) AS b \
             ON b.firm = f.id WHERE f.workshop = $1 ORDER BY f.name";
        query(text).bind(workshop).all(self.db()).await
    }
}

impl OfFirm<'_> {
    /// One firm; its account from before that entry on, or from the newest. `None` when there is no such firm.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn firm_page(&mut self, before: Option<Seq>) -> Result<Option<FirmView>, StoreError> {
        let workshop = self.workshop();
        let id = self.firm;
        let db = self.db();
        let text = "SELECT f.name, \
             COALESCE((SELECT fen FROM accounts WHERE workshop = $1 AND kind = 'firm' AND owner = $2), 0) \
             FROM firms f WHERE f.workshop = $1 AND f.id = $2";
        let found = query(text).bind(workshop).bind(id).optional(&mut *db).await?;
        let Some((name, owes)): Option<(String, Fen)> = found else { return Ok(None) };
        let orders = orders(&mut *db, workshop, id).await?;
        let text = "SELECT DISTINCT seq FROM transfers WHERE workshop = $1 AND firm = $2 AND seq < $3 \
             ORDER BY seq DESC LIMIT $4";
        let asked = query(text).bind(workshop).bind(id).bind(before.map_or(i64::MAX, |seq| seq.0));
        let (seqs, older) = super::page_of(asked.bind(ACCOUNT_ROWS + 1).all(&mut *db).await?, ACCOUNT_ROWS);
        let mut running = match before {
            Some(before) => owes - since(&mut *db, workshop, id, before).await?,
            None => owes,
        };
        let (entries, names) = journal_entries(&mut *db, workshop, &seqs, Wanted::default()).await?;
        let mut account = Vec::with_capacity(entries.len());
        for entry in entries {
            let effect =
                entry.event.transfers.iter().map(|transfer| transfer.change_of(Account::Firm { firm: id })).sum();
            account.push(FirmEntry { entry, effect, owes: running });
            running = running - effect;
        }
        Ok(Some(FirmView { id, name, owes, orders, account, older, names }))
    }
}

async fn orders(db: &mut AnyConnection, workshop: WorkshopId, id: FirmId) -> Result<Vec<FirmOrder>, StoreError> {
    let text = "SELECT o.id, o.code, o.due, \
         CAST(COALESCE((SELECT SUM(l.pieces) FROM lines l WHERE l.workshop = $1 AND l.order_id = o.id), 0) AS BIGINT), \
         CAST(COALESCE((SELECT SUM(p.pieces) FROM lines l JOIN places p ON p.workshop = l.workshop AND p.line = l.id \
             AND p.kind = 'confirmed' WHERE l.workshop = $1 AND l.order_id = o.id), 0) AS BIGINT) \
         FROM orders o WHERE o.workshop = $1 AND o.firm = $2 ORDER BY o.id DESC LIMIT $3";
    query(text).bind(workshop).bind(id).bind(ORDERS).all(db).await
}

impl FromRow for FirmRow {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (id, name, owes, open): (_, String, _, _) = columns.next()?;
        let keys = keys("", &name);
        Ok(Self { id, name, owes, open, keys })
    }
}

from_row!(FirmOrder { id, code, due, pieces, confirmed });

/// By how much events from that one on have changed what it owes.
async fn since(db: &mut AnyConnection, workshop: WorkshopId, id: FirmId, from: Seq) -> Result<Fen, StoreError> {
    let text = "SELECT CAST(COALESCE(SUM(CASE WHEN debit = 'firm' THEN fen ELSE -fen END), 0) AS BIGINT) \
         FROM transfers WHERE workshop = $1 AND firm = $2 AND seq >= $3";
    query(text).bind(workshop).bind(id).bind(from).one(db).await
}
