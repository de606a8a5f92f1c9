//! A firm's statement 对账: what its confirmed pieces come to, what it paid, what is open.

use crate::journal::Purpose;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfFirm, Snapshot};
use crate::store::reads::charge::{CHARGED, PRICE_THEN};
use crate::store::sql::{LINE_NAME, list};
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, FirmId, Seq};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;

/// A page of a firm's statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What the firm owes now; below zero where it paid ahead.
    pub owed: Fen,
    /// Newest first.
    pub rows: Vec<StatementRow>,
    /// Whether there are older rows.
    pub more: bool,
}

/// Something that changed what the firm owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    pub seq: Seq,
    pub day: Day,
    pub kind: StatementKind,
    /// Whether it undoes an earlier row: then it counts backwards.
    pub mends: bool,
    pub fen: Fen,
    /// What the firm owed afterwards.
    pub balance: Fen,
}

/// What a row is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementKind {
    /// Confirmed pieces, style by style.
    Fee(Vec<Charge>),
    /// The firm's payment, and how it was made.
    Receipt { note: String },
}

/// Confirmed pieces of one line at its price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    pub delivery: DeliveryId,
    /// The firm's own number for the order.
    pub order: String,
    pub style: String,
    pub pieces: Pieces,
    pub price: Fen,
}

impl StatementRow {
    /// By how much it changed what the firm owes.
    #[must_use]
    pub fn change(&self) -> Fen {
        let adds = matches!(self.kind, StatementKind::Fee(_)) != self.mends;
        if adds { self.fen } else { -self.fen }
    }
}

impl OfFirm<'_> {
    /// A firm's statement with at most `most` rows from before `before`, or the newest.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn firm_statement(&mut self, before: Option<Seq>, most: usize) -> Result<Statement, StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let text = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = 'firm' AND owner = $2";
        let owed: Option<Fen> = query(text).bind(workshop).bind(firm).optional(self.db()).await?;
        let owed = owed.unwrap_or_default();
        let mut balance = owed - self.snapshot.charged_since(firm, before).await?;
        let mut rows = self.snapshot.statement_rows(firm, before, most + 1).await?;
        let more = rows.len() > most;
        rows.truncate(most);
        self.snapshot.charges(&mut rows).await?;
        for row in &mut rows {
            row.balance = balance;
            balance = balance - row.change();
        }
        Ok(Statement { owed, rows, more })
    }
}

impl Snapshot {
    /// What the rows that the reader has passed already changed.
    async fn charged_since(&mut self, firm: FirmId, from: Option<Seq>) -> Result<Fen, StoreError> {
        let workshop = self.workshop();
        let Some(from) = from else { return Ok(Fen::ZERO) };
        let text = "SELECT CAST(COALESCE(SUM(CASE WHEN debit = 'firm' THEN fen ELSE -fen END), 0) AS BIGINT) \
             FROM transfers WHERE workshop = $1 AND firm = $2 AND seq >= $3";
        query(text).bind(workshop).bind(firm).bind(from).one(self.db()).await
    }

    async fn statement_rows(
        &mut self,
        firm: FirmId,
        before: Option<Seq>,
        most: usize,
    ) -> Result<Vec<StatementRow>, StoreError> {
        let workshop = self.workshop();
        // A correction's own words are the workshop's; only how the firm paid is shown.
        let text = "SELECT t.seq, t.day, t.purpose, \
             CASE WHEN t.purpose = 'receipt' AND t.sign > 0 THEN e.note ELSE '' END, t.sign, t.fen FROM transfers AS t \
             JOIN events AS e ON e.workshop = t.workshop AND e.seq = t.seq \
             WHERE t.workshop = $1 AND t.firm = $2 AND t.seq < $3 ORDER BY t.seq DESC LIMIT $4";
        let asked = query(text).bind(workshop).bind(firm).bind(before.map_or(i64::MAX, |seq| seq.0));
        asked.bind(i64::try_from(most).unwrap_or(i64::MAX)).all(self.db()).await
    }

    async fn charges(&mut self, rows: &mut [StatementRow]) -> Result<(), StoreError> {
        let workshop = self.workshop();
        let text = format!(
            "SELECT m.seq, d.delivery, o.code, {LINE_NAME}, m.pieces, COALESCE({CHARGED}, {PRICE_THEN}) FROM moves AS m \
             JOIN lines AS l ON l.workshop = m.workshop AND l.id = m.line \
             JOIN orders AS o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles AS s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN delivery_lines AS d ON d.workshop = m.workshop AND d.line = m.line AND d.delivery = \
             CASE WHEN m.to_kind = 'confirmed' THEN m.to_part ELSE m.from_part END \
             WHERE m.workshop = $1 AND m.flow IN ('confirmed', 'agreed') AND m.seq IN {} ORDER BY m.seq, m.n",
            list(2, rows.len())
        );
        let asked = query(text).bind(workshop).bind_all(rows.iter().map(|row| row.seq));
        for (seq, charge) in asked.all::<(Seq, Charge)>(self.db()).await? {
            if let Some(StatementRow { kind: StatementKind::Fee(charges), .. }) =
                rows.iter_mut().find(|row| row.seq == seq)
            {
                charges.push(charge);
            }
        }
        Ok(())
    }
}

/// Without its balance.
impl FromRow for StatementRow {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: columns.next()?,
            day: columns.next()?,
            kind: columns.next()?,
            mends: columns.next::<i64>()? < 0,
            fen: columns.next()?,
            balance: Fen::ZERO,
        })
    }
}

/// Without charges.
impl FromRow for StatementKind {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (purpose, note) = columns.next()?;
        match purpose {
            Purpose::Fee => Ok(Self::Fee(Vec::new())),
            Purpose::Receipt => Ok(Self::Receipt { note }),
            other => Err(StoreError::BadRow { table: "transfers".into(), what: other.code().to_owned() }),
        }
    }
}

from_row!(Charge { delivery, order, style, pieces, price });
