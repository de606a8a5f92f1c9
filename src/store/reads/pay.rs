//! Pay: who is owed what, and what was paid recently.

use super::journal_entry::{JournalEntry, journal_entries};
use super::names::{Names, Wanted};
use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::Snapshot;
use crate::values::day::Day;
use crate::values::ids::WorkerId;
use crate::values::money::Fen;

/// Recent payments that the page shows.
const RECENT: i64 = 12;

/// What one worker is owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayRow {
    pub id: WorkerId,
    pub number: String,
    pub name: String,
    /// Below zero where she had more in advance than she has earned.
    pub owed: Fen,
    /// By accepted pieces, since the first of the month.
    pub earned: Fen,
    /// Wages paid since the first of the month, advances among them.
    pub paid: Fen,
    /// When she was last paid.
    pub last: Option<Day>,
}

/// The pay page.
#[derive(Clone, Debug, PartialEq)]
pub struct PayView {
    /// Workers who are owed anything, owe anything, or moved money this month.
    pub rows: Vec<PayRow>,
    /// Recent wages, advances, bonuses and deductions, newest first.
    pub recent: Vec<JournalEntry>,
    pub names: Names,
}

impl Snapshot {
    /// Who is owed what.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn pay_page(&mut self, month: Day) -> Result<PayView, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        let text = "SELECT id, number, name, owed, earned, paid, last FROM (SELECT w.id, w.number, w.name, \
             COALESCE((SELECT -a.fen FROM accounts a WHERE a.workshop = $1 AND a.kind = 'worker' AND a.owner = w.id), 0) AS owed, \
             CAST(COALESCE((SELECT SUM(t.sign * t.fen) FROM transfers t WHERE t.workshop = $1 AND t.worker = w.id \
                 AND t.day >= $2 AND t.purpose = 'earned'), 0) AS BIGINT) AS earned, \
             CAST(COALESCE((SELECT SUM(t.sign * t.fen) FROM transfers t WHERE t.workshop = $1 AND t.worker = w.id \
                 AND t.day >= $2 AND t.purpose IN ('paid', 'advance')), 0) AS BIGINT) AS paid, \
             (SELECT t.day FROM transfers t WHERE t.workshop = $1 AND t.worker = w.id AND t.purpose = 'paid' \
                 AND t.sign > 0 ORDER BY t.day DESC LIMIT 1) AS last \
             FROM workers w WHERE w.workshop = $1) AS w WHERE owed <> 0 OR earned <> 0 OR paid <> 0 ORDER BY number";
        let rows = query(text).bind(workshop).bind(month.month_start()).all(&mut *db).await?;
        // Each kind from the end of its own index, so that the cost does not grow with the history.
        let text = "SELECT seq FROM (SELECT seq FROM events WHERE workshop = $1 AND kind = 'pay' ORDER BY seq DESC LIMIT $2) AS a \
             UNION ALL SELECT seq FROM (SELECT seq FROM events WHERE workshop = $1 AND kind = 'advance' ORDER BY seq DESC LIMIT $2) AS b \
             UNION ALL SELECT seq FROM (SELECT seq FROM events WHERE workshop = $1 AND kind = 'bonus' ORDER BY seq DESC LIMIT $2) AS c \
             UNION ALL SELECT seq FROM (SELECT seq FROM events WHERE workshop = $1 AND kind = 'deduct' ORDER BY seq DESC LIMIT $2) AS d \
             ORDER BY seq DESC LIMIT $2";
        let seqs = query(text).bind(workshop).bind(RECENT).all(&mut *db).await?;
        let (recent, names) = journal_entries(&mut *db, workshop, &seqs, Wanted::default()).await?;
        Ok(PayView { rows, recent, names })
    }
}

from_row!(PayRow { id, number, name, owed, earned, paid, last });
