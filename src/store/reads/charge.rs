//! What firms were charged for pieces: at the price that the line had then, whatever it is by now.

use crate::store::StoreError;
use crate::store::query::query;
use crate::values::ids::{DeliveryId, LineId, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// The price of line `l` when its pieces made the move `m`: what the first later change found, or what it is now. What undoes an
/// event does so at the price of then.
pub(super) const PRICE_THEN: &str = "COALESCE((SELECT c.former_price FROM order_changes c \
     JOIN events changing ON changing.workshop = c.workshop AND changing.id = c.id \
     WHERE c.workshop = $1 AND c.line = l.id AND changing.seq > COALESCE((SELECT undone.seq FROM events mend \
       JOIN events undone ON undone.workshop = mend.workshop AND undone.id = mend.reverses \
       WHERE mend.workshop = $1 AND mend.seq = m.seq), m.seq) \
     ORDER BY changing.seq LIMIT 1), l.price)";

/// The same of line `d` of a delivery: pieces that were agreed on later cost what those cost that were confirmed at once.
pub(super) const CHARGED: &str = "CASE WHEN m.flow = 'agreed' THEN d.price END";

/// What one line of a delivery came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Charged {
    pub fee: Fen,
    /// The last price at which anything of it was confirmed, and not taken back.
    pub price: Option<Fen>,
}

/// What a delivery came to so far, line by line.
pub(super) async fn charged(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    delivery: DeliveryId,
) -> Result<BTreeMap<LineId, Charged>, StoreError> {
    let text = format!(
        "SELECT l.id, m.sign * m.pieces, COALESCE({CHARGED}, {PRICE_THEN}) FROM delivery_lines d CROSS JOIN moves m \
         JOIN lines l ON l.workshop = m.workshop AND l.id = m.line \
         WHERE d.workshop = $1 AND d.delivery = $2 AND m.workshop = $1 AND m.line = d.line \
         AND m.flow IN ('confirmed', 'agreed') AND ((m.to_kind = 'confirmed' AND m.to_part = $2) \
         OR (m.from_kind = 'confirmed' AND m.from_part = $2)) ORDER BY m.seq, m.n"
    );
    let mut charged: BTreeMap<LineId, Charged> = BTreeMap::new();
    for (line, pieces, price) in query(text).bind(workshop).bind(delivery).all::<(LineId, Pieces, Fen)>(db).await? {
        let line = charged.entry(line).or_default();
        line.fee = line.fee + price.times(pieces);
        if pieces.any() {
            line.price = Some(price);
        }
    }
    Ok(charged)
}
