//! Orders, their lines, and how they were changed.

use super::record::Record;
use crate::model::{Line, Order, OrderChange};
use crate::store::StoreError;
use crate::store::cell::Cell;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::table::Shape;
use crate::values::ids::LineId;
use crate::values::money::Fen;

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
        rest: &["order_id", "no", "style", "variant", "pieces", "price", "pack", "last_step", "note"],
    };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let rest = vec![
            self.order.into(),
            self.no.into(),
            self.style.into(),
            (&self.variant).into(),
            self.pieces.into(),
            self.price.into(),
            self.pack.into(),
            self.last_step.into(),
            (&self.note).into(),
        ];
        Ok((vec![self.id.into()], rest))
    }
}

from_row!(Line { id, order, no, style, variant, pieces, price, pack, last_step, note });

impl Record for OrderChange {
    const TABLE: Shape =
        Shape { name: "order_changes", key: &["id"], rest: &["order_id", "turn", "line", "former_price"] };

    fn row(&self) -> Result<(Vec<Cell>, Vec<Cell>), StoreError> {
        let (line, price) = self.former_price.unzip();
        let rest = vec![self.order.into(), self.turn.into(), line.into(), price.into()];
        Ok((vec![self.id.into()], rest))
    }
}

impl FromRow for OrderChange {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (id, order, turn) = columns.next()?;
        let (line, price): (Option<LineId>, Option<Fen>) = columns.next()?;
        Ok(Self { id, order, turn, former_price: line.zip(price) })
    }
}
