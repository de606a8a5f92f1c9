//! Proposals ↔ rows.

use super::Want;
use crate::journal::Books;
use crate::model::{Actor, Closed, End, Noun, Proposal};
use crate::store::sql::{day, read};
use crate::store::table::{Cell, Table};
use crate::store::{StoreError, post};
use crate::values::ids::{EventId, FirmId, UserId, WorkerId, WorkshopId};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

const TABLE: &str = "proposals";
/// The state of one that waits.
const OPEN: &str = "open";

pub(super) const fn table() -> Table {
    Table::new(TABLE, &["id"], &["asked", "actor", "actor_id", "on_day", "day", "state", "closed"])
}

pub(super) fn put(table: &mut Table, proposal: &Proposal) {
    let (actor, actor_id) = post::actor(proposal.by);
    // Plain data with text keys: serialising it cannot fail.
    let asked = serde_json::to_string(&proposal.asked).unwrap_or_default();
    table.put(
        [proposal.id.to_string().into()],
        [
            asked.into(),
            actor.into(),
            actor_id.into(),
            proposal.on.to_string().into(),
            Cell::OptionalText(proposal.day.map(|day| day.to_string())),
            proposal.closed.map_or(OPEN, |closed| closed.end.code()).into(),
            Cell::OptionalText(proposal.closed.map(|closed| closed.event.to_string())),
        ],
    );
}

impl Want<'_> {
    pub(in crate::store) async fn proposals(
        self,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT id, asked, actor, actor_id, on_day, day, state, closed FROM proposals WHERE workshop = $1";
        for row in self.rows(db, workshop, select).await? {
            books.learn(Noun::Proposal(proposal(&row)?));
        }
        Ok(())
    }
}

fn proposal(row: &AnyRow) -> Result<Proposal, StoreError> {
    let bad = |what: String| StoreError::BadRow { table: TABLE.into(), what };
    let (asked, actor, state): (String, String, String) = (row.try_get(1)?, row.try_get(2)?, row.try_get(6)?);
    let named: Option<String> = row.try_get(5)?;
    let event: Option<String> = row.try_get(7)?;
    let closed = match (End::of_code(&state), event) {
        (Some(end), Some(event)) => Some(Closed { end, event: read(TABLE, &event)? }),
        (None, None) if state == OPEN => None,
        (_, event) => return Err(bad(format!("{state} {event:?}"))),
    };
    Ok(Proposal {
        id: read::<EventId>(TABLE, row.try_get(0)?)?,
        asked: serde_json::from_str(&asked).map_err(|error| bad(error.to_string()))?,
        by: by(&actor, row.try_get(3)?).ok_or_else(|| bad(actor))?,
        on: day(TABLE, row.try_get(4)?)?,
        day: named.map(|text| day(TABLE, &text)).transpose()?,
        closed,
    })
}

/// The two columns that [`post::actor`] makes.
fn by(actor: &str, id: i64) -> Option<Actor> {
    match (actor, id) {
        ("coordinator", id) => Some(Actor::Coordinator { user: UserId(id) }),
        ("worker", id) => Some(Actor::Worker { worker: WorkerId(id) }),
        ("firm", id) => Some(Actor::Firm { firm: FirmId(id) }),
        ("operator", 0) => Some(Actor::Operator),
        _ => None,
    }
}
