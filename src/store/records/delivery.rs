//! Deliveries and what they hold of each line.

use super::record::{Record, among};
use super::rows::Rows;
use crate::journal::Books;
use crate::model::{Delivery, Sent};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::table::Shape;
use crate::values::ids::{DeliveryId, WorkshopId};
use sqlx::AnyConnection;

const SENT: Shape = Shape {
    name: "delivery_lines",
    key: &["delivery", "line"],
    rest: &["n", "pieces", "confirmed", "refused", "short", "reason", "price"],
};

impl Record for Delivery {
    const TABLE: Shape = Shape { name: "deliveries", key: &["id"], rest: &["order_id", "day", "state", "note"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest = vec![self.order.into(), self.day.into(), self.state.code().into(), (&self.note).into()];
        Ok((vec![self.id.into()], rest))
    }

    fn put_parts(&self, rows: &mut Rows) {
        for (n, sent) in (1_i64..).zip(&self.lines) {
            let rest = vec![
                n.into(),
                sent.pieces.into(),
                sent.confirmed.into(),
                sent.refused.into(),
                sent.short.into(),
                (&sent.reason).into(),
                sent.price.into(),
            ];
            rows.put(SENT, vec![self.id.into(), sent.line.into()], rest);
        }
    }

    async fn read_parts(
        of: Option<&[i64]>,
        db: &mut AnyConnection,
        workshop: WorkshopId,
        books: &mut Books,
    ) -> Result<(), StoreError> {
        let select = "SELECT delivery, line, pieces, confirmed, refused, short, reason, price FROM \
             (SELECT * FROM delivery_lines WHERE workshop = $1 ORDER BY n) AS sent WHERE workshop = $1";
        let lines: Vec<(DeliveryId, Sent)> =
            among(of, "delivery").rows(db, workshop, "delivery_lines", || select.to_owned()).await?;
        for (delivery, sent) in lines {
            if let Some(delivery) = books.deliveries.get_mut(&delivery) {
                delivery.lines.push(sent);
            }
        }
        Ok(())
    }
}

impl FromRow for Delivery {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.next()?,
            order: columns.next()?,
            day: columns.next()?,
            state: columns.next()?,
            note: columns.next()?,
            lines: Vec::new(),
        })
    }
}

from_row!(Sent { line, pieces, confirmed, refused, short, reason, price });
