//! What one event handed out: for the slips that go with it.

use super::Who;
use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::OfOrders;
use crate::store::sql::{LINE_NAME, step_photo};
use crate::values::day::Day;
use crate::values::ids::{EventId, OrderId};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;

/// An issue as it was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedWork {
    pub who: Who,
    pub order: OrderId,
    pub order_code: String,
    /// With the line's variant behind.
    pub style_name: String,
    pub step_name: String,
    /// A photo of the step, or else of the style.
    pub photo: Option<PictureHash>,
    /// How many she took.
    pub pieces: Pieces,
    /// What a piece pays.
    pub rate: Fen,
    /// The day on which it was handed out.
    pub day: Day,
    /// The order's due day.
    pub due: Day,
    /// Whether the event was undone since.
    pub undone: bool,
}

impl OfOrders<'_> {
    /// What that event handed out, worker by worker; nothing where this workshop has no such event, or it handed nothing out.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn issued_by(&mut self, event: EventId) -> Result<Vec<IssuedWork>, StoreError> {
        let workshop = self.workshop();
        let photo = step_photo();
        let text = format!(
            "SELECT w.id, w.number, w.name, o.id, o.code, {LINE_NAME}, t.name, {photo}, m.pieces, i.rate, e.day, o.due, \
               CASE WHEN undone.id IS NULL THEN 0 ELSE 1 END \
             FROM events e \
             JOIN moves m ON m.workshop = e.workshop AND m.seq = e.seq AND m.flow = 'issued' AND m.sign > 0 \
             JOIN issues i ON i.workshop = m.workshop AND i.id = m.issue \
             JOIN workers w ON w.workshop = i.workshop AND w.id = i.worker \
             JOIN lines l ON l.workshop = i.workshop AND l.id = i.line \
             JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN steps t ON t.workshop = s.workshop AND t.style = s.id AND t.no = i.step \
             LEFT JOIN events undone ON undone.workshop = e.workshop AND undone.reverses = e.id \
             WHERE e.workshop = $1 AND e.id = $2 ORDER BY w.number, w.id, o.due, o.id, m.n"
        );
        query(text).bind(workshop).bind(event).all(self.db()).await
    }
}

from_row!(IssuedWork { who, order, order_code, style_name, step_name, photo, pieces, rate, day, due, undone });
