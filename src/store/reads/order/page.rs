//! All that the page of one order shows.

use super::{Past, Whereabouts};
use crate::model::Skill;
use crate::store::StoreError;
use crate::store::read::{OfOrders, Snapshot};
use crate::store::reads::{Who, day, fen, number, pieces, query, text, who};
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::Row;
use sqlx::any::AnyRow;
use std::collections::BTreeMap;

/// An order with its lines, who has what of them, and what happened to it of late.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub at_home: Vec<AtHome>,
    /// Pieces that were finished, day by day; less than none where a correction took some back.
    pub finished: Vec<(Day, i64)>,
    /// Pieces that were sent to the firm, day by day, likewise.
    pub delivered: Vec<(Day, i64)>,
    /// The latest first.
    pub past: Vec<Past>,
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
    pub ordered: Pieces,
    pub price: Fen,
    pub pack: Pieces,
    pub note: String,
    pub at: Whereabouts,
    /// How many more than ordered have entered, in place of lost ones.
    pub replaced: Pieces,
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
    /// Through this step, and not lost since.
    pub passed: Pieces,
}

/// Pieces of one issue at a worker's home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtHome {
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

/// Events that the page shows.
const PAST: usize = 20;

impl LineView {
    /// How many pieces can still be replaced 补做: what is lost, less what was replaced already.
    #[must_use]
    pub fn replaceable(&self) -> Pieces {
        Pieces((self.at.scrap + self.at.written_off - self.replaced).0.max(0))
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
        let Some(row) = query(head.to_owned(), workshop).bind(id.0).fetch_optional(self.db()).await? else {
            return Ok(None);
        };
        let mut page = OrderPage {
            id,
            code: text(&row, 0)?,
            firm: FirmId(number(&row, 1)?),
            firm_name: text(&row, 2)?,
            placed: day(&row, 3)?,
            due: day(&row, 4)?,
            note: text(&row, 5)?,
            lines: self.snapshot.lines(id, today).await?,
            at_home: Vec::new(),
            finished: self.snapshot.finished(id).await?,
            delivered: self.snapshot.delivered(id).await?,
            past: self.past_of_order(id, PAST).await?,
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
        let mut steps_of: BTreeMap<i64, Vec<StepView>> = BTreeMap::new();
        let rows = query(steps.to_owned(), workshop).bind(order.0).bind(today.to_string()).fetch_all(self.db()).await?;
        for row in &rows {
            steps_of.entry(number(row, 0)?).or_default().push(step(row)?);
        }
        let lines = "SELECT l.id, l.no, l.style, s.code, s.name, l.pieces, l.price, l.pack, l.note, l.last_step, \
               COALESCE(-p.pieces, 0) FROM lines l \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             LEFT JOIN places p ON p.workshop = l.workshop AND p.line = l.id AND p.kind = 'ordered' AND p.part = 0 \
             WHERE l.workshop = $1 AND l.order_id = $2 ORDER BY l.no";
        let mut found = Vec::new();
        for row in query(lines.to_owned(), workshop).bind(order.0).fetch_all(self.db()).await? {
            let style = number(&row, 2)?;
            let last = number(&row, 9)?;
            let ordered = pieces(&row, 5)?;
            let mut steps = steps_of.get(&style).cloned().unwrap_or_default();
            steps.retain(|step| step.no.0 <= last);
            found.push(LineView {
                id: LineId(number(&row, 0)?),
                no: number(&row, 1)?,
                style: StyleId(style),
                style_code: text(&row, 3)?,
                style_name: text(&row, 4)?,
                ordered,
                price: fen(&row, 6)?,
                pack: pieces(&row, 7)?,
                note: text(&row, 8)?,
                at: Whereabouts::default(),
                replaced: Pieces((pieces(&row, 10)? - ordered).0.max(0)),
                steps,
            });
        }
        Ok(found)
    }

    /// Puts the pieces where they are.
    async fn fill(&mut self, page: &mut OrderPage) -> Result<(), StoreError> {
        let workshop = self.workshop();
        let places = "SELECT p.line, p.kind, p.part, p.pieces, i.step, i.day, i.rate, i.pieces, i.repairs, w.id, w.number, w.name \
             FROM lines l CROSS JOIN places p \
             LEFT JOIN issues i ON i.workshop = p.workshop AND i.id = p.part AND p.worker > 0 \
             LEFT JOIN workers w ON w.workshop = p.workshop AND w.id = p.worker \
             WHERE l.workshop = $1 AND l.order_id = $2 AND p.workshop = $1 AND p.line = l.id AND p.pieces > 0";
        for row in query(places.to_owned(), workshop).bind(page.id.0).fetch_all(self.db()).await? {
            let (kind, part, held) = (text(&row, 1)?, number(&row, 2)?, pieces(&row, 3)?);
            let line_id = LineId(number(&row, 0)?);
            let Some(line) = page.lines.iter_mut().find(|line| line.id == line_id) else { continue };
            line.at.add(&kind, part, held);
            let home = matches!(kind.as_str(), "hand" | "redo");
            let at_step = if home { number(&row, 4)? } else { part };
            if let Some(step) = line.steps.iter_mut().find(|step| step.no.0 == at_step) {
                match kind.as_str() {
                    "pool" => step.pool = held,
                    "scrap" => step.scrapped = held,
                    "hand" => step.hand = step.hand + held,
                    "redo" => step.redo = step.redo + held,
                    _ => {}
                }
            }
            if home {
                let issue = IssueId(part);
                let place = page.at_home.iter().position(|home| home.issue == issue);
                let index = place.unwrap_or(page.at_home.len());
                if place.is_none() {
                    page.at_home.push(at_home(&row, line_id, issue)?);
                }
                if let Some(home) = page.at_home.get_mut(index) {
                    if kind == "hand" { home.hand = held } else { home.redo = held }
                }
            }
        }
        for line in &mut page.lines {
            // What is at a later step, or finished, has passed this one.
            let finished = line.at.good() + line.at.refused + line.at.missing + line.at.written_off;
            let mut passed = finished;
            for step in line.steps.iter_mut().rev() {
                step.passed = passed;
                passed = passed + step.pool + step.hand + step.redo + step.scrapped;
            }
        }
        let no_of: BTreeMap<LineId, i64> = page.lines.iter().map(|line| (line.id, line.no)).collect();
        page.at_home.sort_by(|one, other| {
            let key = |home: &AtHome| (no_of.get(&home.line).copied(), home.step, home.who.number.clone(), home.issue);
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
        let rows = query(sql.to_owned(), workshop).bind(order.0).fetch_all(self.db()).await?;
        rows.iter().map(|row| Ok((day(row, 0)?, number(row, 1)?))).collect()
    }

    /// Pieces finished a day. What is repaired was finished before.
    async fn finished(&mut self, order: OrderId) -> Result<Vec<(Day, i64)>, StoreError> {
        let workshop = self.workshop();
        let days = "SELECT m.day, CAST(SUM(m.sign * m.pieces) AS BIGINT) FROM lines l CROSS JOIN moves m \
             JOIN issues i ON i.workshop = m.workshop AND i.id = m.issue AND i.repairs IS NULL \
             WHERE l.workshop = $1 AND l.order_id = $2 AND m.workshop = $1 AND m.line = l.id \
               AND m.flow = 'accepted' AND (m.to_kind = 'stock' OR m.from_kind = 'stock') GROUP BY m.day ORDER BY m.day";
        let rows = query(days.to_owned(), workshop).bind(order.0).fetch_all(self.db()).await?;
        rows.iter().map(|row| Ok((day(row, 0)?, number(row, 1)?))).collect()
    }

    /// Who can do what of this order's styles.
    async fn able(&mut self, order: OrderId) -> Result<Vec<(Who, Vec<Skill>)>, StoreError> {
        let workshop = self.workshop();
        let skills = "SELECT w.id, w.number, w.name, k.style, k.step FROM skills k \
             JOIN workers w ON w.workshop = k.workshop AND w.id = k.worker AND w.active = 1 WHERE k.workshop = $1 \
               AND k.style IN (SELECT style FROM lines WHERE workshop = $1 AND order_id = $2) ORDER BY w.number, w.id";
        let mut able: Vec<(Who, Vec<Skill>)> = Vec::new();
        for row in query(skills.to_owned(), workshop).bind(order.0).fetch_all(self.db()).await? {
            let skill = Skill { style: StyleId(number(&row, 3)?), step: StepNo(number(&row, 4)?) };
            let who = who(&row, 0)?;
            match able.last_mut() {
                Some((last, skills)) if *last == who => skills.push(skill),
                _ => able.push((who, vec![skill])),
            }
        }
        Ok(able)
    }
}

fn step(row: &AnyRow) -> Result<StepView, StoreError> {
    Ok(StepView {
        no: StepNo(number(row, 1)?),
        code: text(row, 2)?,
        name: text(row, 3)?,
        rate: row.try_get::<Option<i64>, _>(4)?.map(Fen),
        pool: Pieces::ZERO,
        hand: Pieces::ZERO,
        redo: Pieces::ZERO,
        scrapped: Pieces::ZERO,
        passed: Pieces::ZERO,
    })
}

fn at_home(row: &AnyRow, line: LineId, issue: IssueId) -> Result<AtHome, StoreError> {
    Ok(AtHome {
        issue,
        who: who(row, 9)?,
        line,
        step: StepNo(number(row, 4)?),
        since: day(row, 5)?,
        rate: fen(row, 6)?,
        issued: pieces(row, 7)?,
        hand: Pieces::ZERO,
        redo: Pieces::ZERO,
        repairs: row.try_get::<Option<i64>, _>(8)?.map(DeliveryId),
    })
}
