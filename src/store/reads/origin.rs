//! Whose hands the pieces of a delivery may have come from.

use super::{Who, day, number, pieces, query, text, who};
use crate::journal::{Flow, Move, Place};
use crate::store::StoreError;
use crate::store::read::{OfOrders, Snapshot};
use crate::store::sql::list;
use crate::trace::origins;
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, IssueId, LineId, WorkerId};
use crate::values::pieces::Pieces;
use sqlx::any::AnyRow;
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
    /// Adds pieces of one issue, among those of whoever made it.
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
        let sql = "SELECT flow, sign, pieces, from_kind, from_part, to_kind, to_part, worker FROM moves \
             WHERE workshop = $1 AND line = $2 AND (from_kind = 'stock' OR to_kind = 'stock') ORDER BY seq, n";
        let rows = query(sql.to_owned(), workshop).bind(line.0).fetch_all(self.db()).await?;
        let moves = rows.iter().map(|row| moved(row, line)).collect::<Result<Vec<_>, StoreError>>()?;
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
            "SELECT w.id, w.number, w.name, i.id, i.day FROM issues i JOIN workers w ON w.workshop = i.workshop AND w.id = i.worker \
             WHERE i.workshop = $1 AND i.id IN {}",
            list(2, issues.len())
        );
        let asked = issues.iter().fold(query(sql, workshop), |query, issue| query.bind(issue.0));
        let rows = asked.fetch_all(self.db()).await?;
        rows.iter()
            .map(|row| {
                let id = IssueId(number(row, 3)?);
                Ok((id, Issued { id, day: day(row, 4)?, who: who(row, 0)? }))
            })
            .collect()
    }
}

fn moved(row: &AnyRow, line: LineId) -> Result<Move, StoreError> {
    let bad = |what: String| StoreError::BadRow { table: "moves".into(), what };
    let worker = WorkerId(number(row, 7)?);
    let place = |kind: usize| {
        let (name, part) = (text(row, kind)?, number(row, kind + 1)?);
        Place::of_code(&name, line, part, worker).ok_or_else(|| bad(name))
    };
    let flow = text(row, 0)?;
    Ok(Move {
        flow: Flow::of_code(&flow).ok_or_else(|| bad(flow))?,
        back: number(row, 1)? < 0,
        from: place(3)?,
        to: place(5)?,
        pieces: pieces(row, 2)?,
    })
}
