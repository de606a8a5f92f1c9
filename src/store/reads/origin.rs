//! Whose hands the pieces of a delivery may have come from.

use super::Who;
use crate::journal::{Flow, Move, Place};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::store::read::{OfOrders, Snapshot};
use crate::store::sql::list;
use crate::trace::origins;
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, IssueId, LineId, WorkerId};
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// Pieces of a delivery, and who may have finished them; nobody where they were in stock a second time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maker {
    pub who: Option<Who>,
    pub pieces: Pieces,
    /// Of which issue, issued on which day, how many; none where nobody is known.
    pub issues: Vec<(IssueId, Day, Pieces)>,
}

impl Maker {
    /// Adds pieces of one issue, among those of the one who made it.
    fn add(makers: &mut Vec<Self>, origin: Option<&Issued>, pieces: Pieces) {
        let who = origin.map(|issued| issued.who.clone());
        let known = makers.iter().position(|maker| maker.who == who);
        let place = known.unwrap_or_else(|| {
            makers.push(Self { who, pieces: Pieces::ZERO, issues: Vec::new() });
            makers.len() - 1
        });
        let maker = &mut makers[place];
        maker.pieces = maker.pieces + pieces;
        maker.issues.extend(origin.map(|issued| (issued.id, issued.day, pieces)));
    }
}

/// An issue, and who had it.
struct Issued {
    id: IssueId,
    day: Day,
    who: Who,
}

impl OfOrders<'_> {
    /// Who may have finished the pieces of a line of a delivery, whose were sent first before others: see [`origins`] for what is assumed.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn makers_of(&mut self, line: LineId, delivery: DeliveryId) -> Result<Vec<Maker>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT line, worker, flow, sign, from_kind, from_part, to_kind, to_part, pieces FROM moves \
             WHERE workshop = $1 AND line = $2 AND (from_kind = 'stock' OR to_kind = 'stock') ORDER BY seq, n";
        let moves: Vec<Move> = query(sql).bind(workshop).bind(line).all(self.db()).await?;
        let origins = origins(moves, delivery);
        let issued = self.snapshot.issued(origins.iter().filter_map(|(issue, _)| *issue)).await?;
        let mut makers = Vec::new();
        for (issue, pieces) in origins {
            Maker::add(&mut makers, issue.and_then(|issue| issued.get(&issue)), pieces);
        }
        Ok(makers)
    }
}

impl Snapshot {
    async fn issued(&mut self, issues: impl Iterator<Item = IssueId>) -> Result<BTreeMap<IssueId, Issued>, StoreError> {
        let workshop = self.workshop();
        let issues: Vec<IssueId> = issues.collect();
        if issues.is_empty() {
            return Ok(BTreeMap::new());
        }
        let sql = format!(
            "SELECT i.id, i.day, w.id, w.number, w.name FROM issues i JOIN workers w ON w.workshop = i.workshop AND w.id = i.worker \
             WHERE i.workshop = $1 AND i.id IN {}",
            list(2, issues.len())
        );
        let asked = query(sql).bind(workshop).bind_all(issues);
        Ok(asked.all(self.db()).await?.into_iter().map(|issued: Issued| (issued.id, issued)).collect())
    }
}

from_row!(Issued { id, day, who });

/// Line, worker, flow, sign, kind and part of where from and where to, pieces.
impl FromRow for Move {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (line, worker): (LineId, WorkerId) = columns.next()?;
        let (flow, sign): (Flow, i64) = columns.next()?;
        let mut place = || {
            let (kind, part): (String, i64) = columns.next()?;
            let place = Place::of_code(&kind, line, part, worker);
            place.ok_or_else(|| StoreError::BadRow { table: "moves".into(), what: kind })
        };
        Ok(Self { flow, back: sign < 0, from: place()?, to: place()?, pieces: columns.next()? })
    }
}
