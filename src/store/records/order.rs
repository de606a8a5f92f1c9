//! Orders and their lines.

use super::record::Record;
use crate::model::{Line, Order};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::from_row;
use crate::store::table::Shape;

impl Record for Order {
    const TABLE: Shape = Shape { name: "orders", key: &["id"], rest: &["firm", "code", "placed", "due", "note"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest =
            vec![self.firm.into(), (&self.code).into(), self.placed.into(), self.due.into(), (&self.note).into()];
        Ok((vec![self.id.into()], rest))
    }
}

from_row!(Order { id, firm, code, placed, due, note });

impl Record for Line {
    const TABLE: Shape = Shape {
        name: "lines",
        key: &["id"],
        rest: &["order_id", "no", "style", "pieces", "price", "pack", "last_step", "note"],
    };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest = vec![
            self.order.into(),
            self.no.into(),
            self.style.into(),
            self.pieces.into(),
            self.price.into(),
            self.pack.into(),
            self.last_step.into(),
            (&self.note).into(),
        ];
        Ok((vec![self.id.into()], rest))
    }
}

from_row!(Line { id, order, no, style, pieces, price, pack, last_step, note });
