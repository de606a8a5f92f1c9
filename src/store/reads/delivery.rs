//! Deliveries: those under way, one with what came back of it, and what could be packed.

use super::Who;
use super::charge;
use super::journal_entry::{JournalEntry, journal_entries};
use super::names::{Names, Wanted};
use crate::journal::Books;
use crate::model::{Delivery, DeliveryState, Sent};
use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::{OfFirm, OfOrders};
use crate::store::records::{Want, read as read_all};
use crate::store::sql::{LINE_NAME, STYLE_PHOTO, list};
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, FirmId, LineId, OrderId, Seq, StepNo, StyleId, WorkshopId};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use sqlx::AnyConnection;
use std::collections::BTreeMap;

/// Deliveries that are done with, on one page.
const DONE_ROWS: i64 = 30;
/// Events of one delivery that its page shows.
const HISTORY: i64 = 60;

/// A delivery in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryRow {
    pub id: DeliveryId,
    pub day: Day,
    pub order: OrderId,
    /// The firm's own number for the order.
    pub code: String,
    pub firm: String,
    pub state: DeliveryState,
    /// As sent.
    pub pieces: Pieces,
    /// Refused or short, and nothing done about it yet.
    pub waiting: Pieces,
}

/// The deliveries page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deliveries {
    /// Not answered, or with pieces that wait for a decision.
    pub open: Vec<DeliveryRow>,
    /// The rest, newest first.
    pub done: Vec<DeliveryRow>,
    /// Where the older ones begin, if there are any.
    pub older: Option<DeliveryId>,
}

/// One delivery, and all that came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliveryView {
    pub delivery: Delivery,
    /// The firm's own number for the order.
    pub code: String,
    pub firm: FirmId,
    pub firm_name: String,
    pub lines: Vec<DeliveryLine>,
    /// Newest first.
    pub history: Vec<JournalEntry>,
    pub names: Names,
}

/// A line of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryLine {
    pub sent: Sent,
    /// Its place in the order.
    pub no: i64,
    pub style: StyleId,
    pub style_code: String,
    pub style_name: String,
    /// The style's photo.
    pub photo: Option<PictureHash>,
    /// What the firm pays for a piece, or paid for those that it confirmed.
    pub price: Fen,
    /// What the firm owes for it by now.
    pub fee: Fen,
    pub last_step: StepNo,
    /// Refused, and nothing done about it yet.
    pub refused: Pieces,
    /// Short, and nothing done about it yet.
    pub missing: Pieces,
    /// Refused or short at first, and confirmed after all.
    pub agreed: Pieces,
}

/// What of an order could be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packing {
    pub order: OrderId,
    pub code: String,
    pub firm: String,
    pub due: Day,
    pub lines: Vec<PackingLine>,
}

/// A line of an order, with what is finished of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackingLine {
    pub line: LineId,
    pub no: i64,
    pub style_code: String,
    pub style_name: String,
    /// The style's photo.
    pub photo: Option<PictureHash>,
    /// As ordered.
    pub pieces: Pieces,
    /// Pieces in a pack.
    pub pack: Pieces,
    pub stock: Pieces,
}

const WAITING: &str = "SELECT part FROM places WHERE workshop = $1 AND kind IN ('refused', 'missing') AND pieces > 0";

const ROW: &str = "SELECT d.id, d.day, d.order_id, o.code, f.name, d.state, \
     CAST(COALESCE((SELECT SUM(s.pieces) FROM delivery_lines s WHERE s.workshop = $1 AND s.delivery = d.id), 0) AS BIGINT), \
     CAST(COALESCE((SELECT SUM(p.pieces) FROM delivery_lines s \
         CROSS JOIN places p WHERE s.workshop = $1 AND s.delivery = d.id AND p.workshop = $1 AND p.line = s.line \
         AND p.kind IN ('refused', 'missing') AND p.part = d.id), 0) AS BIGINT) \
     FROM deliveries d JOIN orders o ON o.workshop = d.workshop AND o.id = d.order_id \
     JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm WHERE d.workshop = $1";

impl OfOrders<'_> {
    /// Deliveries: those that are open, and a page of the rest, from before that one on.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn deliveries_listed(&mut self, before: Option<DeliveryId>) -> Result<Deliveries, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        let open = format!(
            "{ROW} AND d.id IN (SELECT id FROM deliveries WHERE workshop = $1 AND state = 'sent' UNION {WAITING}) \
             ORDER BY d.id DESC"
        );
        let open = match before {
            None => query(open).bind(workshop).all(&mut *db).await?,
            Some(_) => Vec::new(),
        };
        let done = format!(
            "{ROW} AND d.id < $2 AND d.state <> 'sent' AND d.id NOT IN ({WAITING}) ORDER BY d.id DESC LIMIT $3"
        );
        let done = query(done).bind(workshop).bind(before.map_or(i64::MAX, |id| id.0)).bind(DONE_ROWS + 1);
        let mut done: Vec<DeliveryRow> = done.all(&mut *db).await?;
        let more = done.len() > usize::try_from(DONE_ROWS).unwrap_or(usize::MAX);
        if more {
            done.pop();
        }
        let older = done.last().filter(|_| more).map(|row| row.id);
        Ok(Deliveries { open, done, older })
    }

    /// One delivery. `None` when there is none of that id.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn delivery_page(&mut self, id: DeliveryId) -> Result<Option<DeliveryView>, StoreError> {
        let workshop = self.workshop();
        let db = self.db();
        let mut books = Books::default();
        read_all::<Delivery>(Want::Ids("id", &[id.0]), &mut *db, workshop, &mut books).await?;
        let Some(delivery) = books.deliveries.remove(&id) else { return Ok(None) };
        let text = "SELECT o.code, f.id, f.name FROM orders o \
             JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm WHERE o.workshop = $1 AND o.id = $2";
        let asked = query(text).bind(workshop).bind(delivery.order);
        let (code, firm, firm_name) = asked.one(&mut *db).await?;
        let lines = lines(&mut *db, workshop, &delivery).await?;
        let seqs = history(&mut *db, workshop, &delivery).await?;
        let (history, names) = journal_entries(&mut *db, workshop, &seqs, Wanted::default()).await?;
        Ok(Some(DeliveryView { delivery, code, firm, firm_name, lines, history, names }))
    }

    /// Who takes work at present and can do that step.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn who_can(&mut self, style: StyleId, step: StepNo) -> Result<Vec<Who>, StoreError> {
        let workshop = self.workshop();
        let text = "SELECT w.id, w.number, w.name FROM workers w \
             JOIN skills k ON k.workshop = w.workshop AND k.worker = w.id AND k.style = $2 AND k.step = $3 \
             WHERE w.workshop = $1 AND w.active <> 0 ORDER BY w.number";
        query(text).bind(workshop).bind(style).bind(step).all(self.db()).await
    }

    /// Orders of which something is finished and not sent, the most urgent first; or only that one, finished or not.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn to_pack(&mut self, order: Option<OrderId>) -> Result<Vec<Packing>, StoreError> {
        let workshop = self.workshop();
        let which = match order {
            Some(_) => "o.id = $2",
            None => {
                "o.id IN (SELECT l2.order_id FROM places p2 JOIN lines l2 ON l2.workshop = p2.workshop AND l2.id = p2.line \
                 WHERE p2.workshop = $1 AND p2.kind = 'stock' AND p2.pieces > 0 AND p2.pieces > $2)"
            }
        };
        let text = format!(
            "SELECT o.id, o.code, f.name, o.due, l.id, l.no, s.code, {LINE_NAME}, {STYLE_PHOTO}, l.pieces, l.pack, COALESCE(p.pieces, 0) \
             FROM orders o JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm \
             JOIN lines l ON l.workshop = o.workshop AND l.order_id = o.id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             LEFT JOIN places p ON p.workshop = l.workshop AND p.line = l.id AND p.kind = 'stock' AND p.part = 0 \
             WHERE o.workshop = $1 AND {which} ORDER BY o.due, o.id, l.no"
        );
        let asked = query(text).bind(workshop).bind(order.map_or(0, |order| order.0));
        let mut packings: Vec<Packing> = Vec::new();
        for (order, code, firm, due, line) in asked.all(self.db()).await? {
            match packings.last_mut().filter(|last| last.order == order) {
                Some(packing) => packing.lines.push(line),
                None => packings.push(Packing { order, code, firm, due, lines: vec![line] }),
            }
        }
        Ok(packings)
    }
}

impl OfFirm<'_> {
    /// The deliveries of one firm, newest first, as many as that.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn deliveries_of_firm(&mut self, most: i64) -> Result<Vec<DeliveryRow>, StoreError> {
        let workshop = self.workshop();
        let firm = self.firm;
        let text = format!("{ROW} AND o.firm = $2 ORDER BY d.id DESC LIMIT $3");
        query(text).bind(workshop).bind(firm).bind(most).all(self.db()).await
    }
}

impl OfOrders<'_> {
    /// The deliveries of an order, the newest first: no more than that many.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn deliveries_of_order(&mut self, order: OrderId, most: i64) -> Result<Vec<DeliveryRow>, StoreError> {
        let workshop = self.workshop();
        let text = format!("{ROW} AND o.id = $2 ORDER BY d.id DESC LIMIT $3");
        query(text).bind(workshop).bind(order).bind(most).all(self.db()).await
    }
}

from_row!(DeliveryRow { id, day, order, code, firm, state, pieces, waiting });

from_row!(PackingLine { line, no, style_code, style_name, photo, pieces, pack, stock });

async fn lines(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    delivery: &Delivery,
) -> Result<Vec<DeliveryLine>, StoreError> {
    let text = format!(
        "SELECT l.id, l.no, l.style, s.code, {LINE_NAME}, {STYLE_PHOTO}, l.price, l.last_step, COALESCE(r.pieces, 0), COALESCE(m.pieces, 0), \
           (SELECT CAST(COALESCE(SUM(a.sign * a.pieces), 0) AS BIGINT) FROM moves a WHERE a.workshop = $1 AND a.line = l.id \
              AND a.flow = 'agreed' AND (a.from_part = $2 OR a.to_part = $2)) \
         FROM lines l JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
         LEFT JOIN places r ON r.workshop = l.workshop AND r.line = l.id AND r.kind = 'refused' AND r.part = $2 \
         LEFT JOIN places m ON m.workshop = l.workshop AND m.line = l.id AND m.kind = 'missing' AND m.part = $2 \
         WHERE l.workshop = $1 AND l.id IN {} ORDER BY l.no",
        list(3, delivery.lines.len())
    );
    let asked = query(text).bind(workshop).bind(delivery.id).bind_all(delivery.lines.iter().map(|sent| sent.line));
    let charged = charge::charged(&mut *db, workshop, delivery.id).await?;
    let mut sent: BTreeMap<LineId, &Sent> = delivery.lines.iter().map(|sent| (sent.line, sent)).collect();
    let mut lines = Vec::new();
    for (id, (no, style, style_code, style_name, photo, price, last_step), (refused, missing, agreed)) in
        asked.all(db).await?
    {
        let Some(sent) = sent.remove(&id).cloned() else { continue };
        let charged = charged.get(&id).copied().unwrap_or_default();
        let asked = sent.price.or(charged.price).unwrap_or(price);
        lines.push(DeliveryLine {
            sent,
            no,
            style,
            style_code,
            style_name,
            photo,
            price: asked,
            fee: charged.fee,
            last_step,
            refused,
            missing,
            agreed,
        });
    }
    Ok(lines)
}

/// The numbers of the events that moved pieces of it.
async fn history(db: &mut AnyConnection, workshop: WorkshopId, delivery: &Delivery) -> Result<Vec<Seq>, StoreError> {
    let places = "('delivered', 'confirmed', 'refused', 'missing', 'written_off')";
    let text = format!(
        "SELECT DISTINCT m.seq FROM delivery_lines d CROSS JOIN moves m \
         WHERE d.workshop = $1 AND d.delivery = $2 AND m.workshop = $1 AND m.line = d.line \
         AND m.flow IN ('delivered', 'confirmed', 'refused', 'short', 'restocked', 'reissued', 'returned', 'written_off', 'agreed') \
         AND ((m.from_kind IN {places} AND m.from_part = $2) OR (m.to_kind IN {places} AND m.to_part = $2)) \
         ORDER BY m.seq DESC LIMIT $3"
    );
    query(text).bind(workshop).bind(delivery.id).bind(HISTORY).all(db).await
}
