//! All that the page of one order shows.

use super::{Past, Whereabouts};
use crate::model::Skill;
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow};
use crate::store::query::query;
use crate::store::read::{OfOrders, Snapshot};
use crate::store::reads::Who;
use crate::store::reads::journal_entry::JournalEntry;
use crate::store::reads::names::Names;
use crate::store::sql::{LINE_NAME, STYLE_PHOTO};
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId};
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use std::collections::BTreeMap;

/// An order with its lines, who has what of them, and what happened to it recently.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderPage {
    pub id: OrderId,
    pub code: String,
    pub firm: FirmId,
    pub firm_name: String,
    pub placed: Day,
    pub due: Day,
    pub note: String,
    pub lines: Vec<LineView>,
    /// By line, step, and worker's number.
    pub at_home: Vec<HomeIssue>,
    /// Pieces that were finished, day by day; less than none where a correction took some back.
    pub finished: Vec<(Day, i64)>,
    /// Pieces that were sent to the firm, day by day, likewise.
    pub delivered: Vec<(Day, i64)>,
    /// The latest first.
    pub past: Vec<Past>,
    /// Its last changes, likewise, with the names of all in them.
    pub changes: (Vec<JournalEntry>, Names),
    /// Its sample card, as a photo.
    pub card: Option<PictureHash>,
    /// Workers who take work, with what they can do of this order's styles.
    pub workers: Vec<(Who, Vec<Skill>)>,
}

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineView {
    pub id: LineId,
    pub no: i64,
    pub style: StyleId,
    pub style_code: String,
    pub style_name: String,
    /// The style's photo.
    pub photo: Option<PictureHash>,
    pub ordered: Pieces,
    pub price: Fen,
    pub pack: Pieces,
    pub note: String,
    pub at: Whereabouts,
    /// How many have entered in place of lost ones.
    pub replaced: Pieces,
    /// All that ever entered.
    entered: Pieces,
    pub steps: Vec<StepView>,
}

/// A step of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    pub no: StepNo,
    pub code: String,
    pub name: String,
    /// What it pays on that day, if a rate holds.
    pub rate: Option<Fen>,
    pub pool: Pieces,
    pub hand: Pieces,
    pub redo: Pieces,
    pub scrapped: Pieces,
    /// Waited for this step when they were cancelled.
    surplus: Pieces,
    /// Through this step, and not lost since.
    pub passed: Pieces,
}

/// Pieces of one issue at a worker's home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeIssue {
    pub issue: IssueId,
    pub who: Who,
    pub line: LineId,
    pub step: StepNo,
    /// The day she took them.
    pub since: Day,
    pub rate: Fen,
    /// How many she took then.
    pub issued: Pieces,
    pub hand: Pieces,
    pub redo: Pieces,
    /// The delivery that they came back from, if they are being repaired.
    pub repairs: Option<DeliveryId>,
}

/// Pieces of a line, and where they are.
struct Place {
    line: LineId,
    kind: String,
    /// What tells it from others of its kind: the step of a pool, the issue of a home.
    part: i64,
    pieces: Pieces,
    /// Where they are at a worker's home.
    home: Option<HomeIssue>,
}

/// Events that the page shows.
const PAST: usize = 20;

impl LineView {
    /// How many pieces can still be replaced 补做, as [`crate::rules::order::replaceable`] says.
    #[must_use]
    pub fn replaceable(&self) -> Pieces {
        let lost = self.at.scrap + self.at.written_off + self.at.surplus;
        Pieces((lost - (self.entered - self.ordered)).0.max(0))
    }

    /// How many nobody has, so that they can be cancelled, as [`crate::rules::order::cancellable`] says.
    #[must_use]
    pub fn cancellable(&self) -> Pieces {
        (self.replaceable() + self.at.pool + self.at.made + self.at.stock).min(self.ordered)
    }
}

impl OrderPage {
    /// The pieces of all lines together.
    #[must_use]
    pub fn at(&self) -> Whereabouts {
        self.lines.iter().fold(Whereabouts::default(), |all, line| all.and(line.at))
    }

    /// How many pieces the firm ordered.
    #[must_use]
    pub fn ordered(&self) -> Pieces {
        self.lines.iter().map(|line| line.ordered).sum()
    }
}

impl OfOrders<'_> {
    /// The page of an order; `None` where this workshop has no such one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn order_page(&mut self, id: OrderId, today: Day) -> Result<Option<OrderPage>, StoreError> {
        let workshop = self.workshop();
        let head = "SELECT o.code, o.firm, f.name, o.placed, o.due, o.note FROM orders o \
             JOIN firms f ON f.workshop = o.workshop AND f.id = o.firm WHERE o.workshop = $1 AND o.id = $2";
        let found = query(head).bind(workshop).bind(id).optional(self.db()).await?;
        let Some((code, firm, firm_name, placed, due, note)) = found else { return Ok(None) };
        let mut page = OrderPage {
            id,
            code,
            firm,
            firm_name,
            placed,
            due,
            note,
            lines: self.snapshot.lines(id, today).await?,
            at_home: Vec::new(),
            finished: self.snapshot.finished(id).await?,
            delivered: self.snapshot.delivered(id).await?,
            past: self.past_of_order(id, PAST).await?,
            changes: self.changes_of_order(id, PAST).await?,
            card: self.snapshot.sample_card(id).await?,
            workers: self.snapshot.able(id).await?,
        };
        self.snapshot.fill(&mut page).await?;
        Ok(Some(page))
    }
}

impl Snapshot {
    /// Lines and their steps, without pieces.
    async fn lines(&mut self, order: OrderId, today: Day) -> Result<Vec<LineView>, StoreError> {
        let workshop = self.workshop();
        let steps = "SELECT t.style, t.no, t.code, t.name, (SELECT r.rate FROM rates r WHERE r.workshop = t.workshop \
               AND r.style = t.style AND r.step = t.no AND r.from_day <= $3 ORDER BY r.from_day DESC LIMIT 1) \
             FROM steps t WHERE t.workshop = $1 \
               AND t.style IN (SELECT style FROM lines WHERE workshop = $1 AND order_id = $2) ORDER BY t.style, t.no";
        let mut steps_of: BTreeMap<StyleId, Vec<StepView>> = BTreeMap::new();
        let rows = query(steps).bind(workshop).bind(order).bind(today).all(self.db()).await?;
        for (style, step) in rows {
            steps_of.entry(style).or_default().push(step);
        }
        let lines = format!(
            "SELECT l.last_step, COALESCE(-p.pieces, 0), \
               (SELECT CAST(COALESCE(SUM(m.sign * m.pieces), 0) AS BIGINT) FROM moves m \
                WHERE m.workshop = $1 AND m.line = l.id AND m.flow = 'replaced'), \
               l.id, l.no, l.style, s.code, {LINE_NAME}, {STYLE_PHOTO}, l.pieces, l.price, l.pack, l.note FROM lines l \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             LEFT JOIN places p ON p.workshop = l.workshop AND p.line = l.id AND p.kind = 'ordered' AND p.part = 0 \
             WHERE l.workshop = $1 AND l.order_id = $2 ORDER BY l.no"
        );
        let mut found = Vec::new();
        let asked = query(lines).bind(workshop).bind(order);
        for ((last, entered, replaced), mut line) in
            asked.all::<((StepNo, Pieces, Pieces), LineView)>(self.db()).await?
        {
            (line.entered, line.replaced) = (entered, replaced);
            line.steps = steps_of.get(&line.style).cloned().unwrap_or_default();
            line.steps.retain(|step| step.no <= last);
            found.push(line);
        }
        Ok(found)
    }

    /// Puts the pieces where they are.
    async fn fill(&mut self, page: &mut OrderPage) -> Result<(), StoreError> {
        let workshop = self.workshop();
        let places = "SELECT p.line, p.kind, p.part, p.pieces, w.id, w.number, w.name, i.step, i.day, i.rate, i.pieces, i.repairs \
             FROM lines l CROSS JOIN places p \
             LEFT JOIN issues i ON i.workshop = p.workshop AND i.id = p.part AND p.worker > 0 \
             LEFT JOIN workers w ON w.workshop = p.workshop AND w.id = p.worker \
             WHERE l.workshop = $1 AND l.order_id = $2 AND p.workshop = $1 AND p.line = l.id AND p.pieces > 0";
        for place in query(places).bind(workshop).bind(page.id).all::<Place>(self.db()).await? {
            let Place { line, kind, part, pieces, home } = place;
            let Some(line) = page.lines.iter_mut().find(|known| known.id == line) else { continue };
            line.at.add(&kind, part, pieces);
            let at_step = home.as_ref().map_or(StepNo(part), |home| home.step);
            if let Some(step) = line.steps.iter_mut().find(|step| step.no == at_step) {
                match kind.as_str() {
                    "pool" => step.pool = pieces,
                    "scrap" => step.scrapped = pieces,
                    "surplus" => step.surplus = pieces,
                    "hand" => step.hand = step.hand + pieces,
                    "redo" => step.redo = step.redo + pieces,
                    _ => {}
                }
            }
            let Some(home) = home else { continue };
            match page.at_home.iter_mut().find(|known| known.issue == home.issue) {
                Some(known) => {
                    known.hand = known.hand + home.hand;
                    known.redo = known.redo + home.redo;
                }
                None => page.at_home.push(home),
            }
        }
        for line in &mut page.lines {
            // What is at a later step, or finished, has passed this one.
            let finished = line.at.good() + line.at.refused + line.at.missing + line.at.written_off;
            let half_made: Pieces = line.steps.iter().map(|step| step.surplus).sum();
            let mut passed = finished + line.at.surplus - half_made;
            for step in line.steps.iter_mut().rev() {
                step.passed = passed;
                passed = passed + step.pool + step.hand + step.redo + step.scrapped + step.surplus;
            }
        }
        let no_of: BTreeMap<LineId, i64> = page.lines.iter().map(|line| (line.id, line.no)).collect();
        page.at_home.sort_by(|one, other| {
            let key =
                |home: &HomeIssue| (no_of.get(&home.line).copied(), home.step, home.who.number.clone(), home.issue);
            key(one).cmp(&key(other))
        });
        Ok(())
    }

    /// Pieces sent a day.
    async fn delivered(&mut self, order: OrderId) -> Result<Vec<(Day, i64)>, StoreError> {
        let workshop = self.workshop();
        let sql = "SELECT m.day, CAST(SUM(m.sign * m.pieces) AS BIGINT) FROM lines l CROSS JOIN moves m \
             WHERE l.workshop = $1 AND l.order_id = $2 AND m.workshop = $1 AND m.line = l.id AND m.flow = 'delivered' \
             GROUP BY m.day ORDER BY m.day";
        query(sql).bind(workshop).bind(order).all(self.db()).await
    }

    /// Pieces finished a day. What is repaired was finished before.
    async fn finished(&mut self, order: OrderId) -> Result<Vec<(Day, i64)>, StoreError> {
        let workshop = self.workshop();
        let days = "SELECT m.day, CAST(SUM(m.sign * m.pieces) AS BIGINT) FROM lines l CROSS JOIN moves m \
             JOIN issues i ON i.workshop = m.workshop AND i.id = m.issue AND i.repairs IS NULL \
             WHERE l.workshop = $1 AND l.order_id = $2 AND m.workshop = $1 AND m.line = l.id \
               AND m.flow = 'accepted' AND (m.to_kind = 'stock' OR m.from_kind = 'stock') GROUP BY m.day ORDER BY m.day";
        query(days).bind(workshop).bind(order).all(self.db()).await
    }

    /// Who can do what of this order's styles.
    async fn able(&mut self, order: OrderId) -> Result<Vec<(Who, Vec<Skill>)>, StoreError> {
        let workshop = self.workshop();
        let skills = "SELECT w.id, w.number, w.name, k.style, k.step FROM skills k \
             JOIN workers w ON w.workshop = k.workshop AND w.id = k.worker AND w.active = 1 WHERE k.workshop = $1 \
               AND k.style IN (SELECT style FROM lines WHERE workshop = $1 AND order_id = $2) ORDER BY w.number, w.id";
        let mut able: Vec<(Who, Vec<Skill>)> = Vec::new();
        for (who, skill) in query(skills).bind(workshop).bind(order).all(self.db()).await? {
            match able.last_mut() {
                Some((last, skills)) if *last == who => skills.push(skill),
                _ => able.push((who, vec![skill])),
            }
        }
        Ok(able)
    }
}

/// Without pieces, and without its steps.
impl FromRow for LineView {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns.next()?,
            no: columns.next()?,
            style: columns.next()?,
            style_code: columns.next()?,
            style_name: columns.next()?,
            photo: columns.next()?,
            ordered: columns.next()?,
            price: columns.next()?,
            pack: columns.next()?,
            note: columns.next()?,
            at: Whereabouts::default(),
            replaced: Pieces::ZERO,
            entered: Pieces::ZERO,
            steps: Vec::new(),
        })
    }
}

/// Without pieces.
impl FromRow for StepView {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            no: columns.next()?,
            code: columns.next()?,
            name: columns.next()?,
            rate: columns.next()?,
            pool: Pieces::ZERO,
            hand: Pieces::ZERO,
            redo: Pieces::ZERO,
            scrapped: Pieces::ZERO,
            surplus: Pieces::ZERO,
            passed: Pieces::ZERO,
        })
    }
}

impl FromRow for Place {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (line, kind, part, pieces): (_, String, _, _) = columns.next()?;
        let (hand, redo) = match kind.as_str() {
            "hand" => (pieces, Pieces::ZERO),
            "redo" => (Pieces::ZERO, pieces),
            _ => return Ok(Self { line, kind, part, pieces, home: None }),
        };
        let home = HomeIssue {
            issue: IssueId(part),
            line,
            who: columns.next()?,
            step: columns.next()?,
            since: columns.next()?,
            rate: columns.next()?,
            issued: columns.next()?,
            repairs: columns.next()?,
            hand,
            redo,
        };
        Ok(Self { line, kind, part, pieces, home: Some(home) })
    }
}
