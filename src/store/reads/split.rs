//! Pools that are to be split together, and all who could take of them.

use super::Who;
use crate::model::Skill;
use crate::pace::Learned;
use crate::store::StoreError;
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::read::{OfOrders, Snapshot};
use crate::store::sql::{LINE_NAME, step_photo};
use crate::values::day::{Day, DaysOff};
use crate::values::ids::{LineId, OrderId, StepNo, StyleId, WorkerId};
use crate::values::minutes::Centiminutes;
use crate::values::money::Fen;
use crate::values::picture::PictureHash;
use crate::values::pieces::Pieces;
use std::collections::{BTreeMap, BTreeSet};

/// Pools that are to be split together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitPage {
    /// Those that were asked for and are there, each once.
    pub pools: Vec<SplitPool>,
    /// Those who can do any of the steps and take work, by number.
    pub workers: Vec<Able>,
}

impl SplitPage {
    /// Leaves out all but the first pools.
    pub fn keep(&mut self, most: usize) {
        self.pools.truncate(most);
        self.workers.iter_mut().for_each(|able| able.pace.truncate(most));
        self.workers.retain(|able| able.pace.iter().any(Option::is_some));
    }
}

/// The pieces of one line that wait for one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitPool {
    pub order: OrderId,
    pub order_code: String,
    pub due: Day,
    pub line: LineId,
    pub style: StyleId,
    pub style_name: String,
    pub step: StepNo,
    pub step_name: String,
    /// A photo of the step, or else of the style.
    pub photo: Option<PictureHash>,
    /// Standard time for a piece.
    pub standard: Centiminutes,
    /// What a piece pays on that day, if a rate holds.
    pub rate: Option<Fen>,
    pub pieces: Pieces,
    pub pack: Pieces,
}

impl SplitPool {
    /// What one must be able to do for it.
    #[must_use]
    pub const fn skill(&self) -> Skill {
        Skill { style: self.style, step: self.step }
    }
}

/// A worker who can do one of the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Able {
    pub who: Who,
    /// Minutes a day that she offers.
    pub minutes: i64,
    pub days_off: DaysOff,
    /// All that she has at home, to make or to do again, of whatever style.
    pub at_home: Pieces,
    /// The time that what she has at home will take her.
    pub in_hand: Centiminutes,
    /// The time that went into what left her hands this month.
    pub worked: Centiminutes,
    /// Her time for a piece, by the place of the pool; `None` of what she cannot do.
    pub pace: Vec<Option<Learned>>,
}

/// Pieces of styles' steps, by worker.
type Doings = BTreeMap<WorkerId, Vec<(Skill, Pieces)>>;

impl OfOrders<'_> {
    /// The pools of these lines' steps, with all who could take of them. What is not there is left out.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn split_page(&mut self, asked: &[(LineId, StepNo)], today: Day) -> Result<SplitPage, StoreError> {
        let (mut pools, mut seen) = (Vec::new(), BTreeSet::new());
        for &(line, step) in asked {
            if seen.insert((line, step)) {
                pools.extend(self.snapshot.pool_of(line, step, today).await?);
            }
        }
        let workers = self.snapshot.who_could(&pools, today).await?;
        Ok(SplitPage { pools, workers })
    }
}

impl Snapshot {
    async fn pool_of(&mut self, line: LineId, step: StepNo, today: Day) -> Result<Option<SplitPool>, StoreError> {
        let workshop = self.workshop();
        let photo = step_photo();
        let head = format!(
            "SELECT o.id, o.code, o.due, l.id, s.id, {LINE_NAME}, t.no, t.name, {photo}, t.centiminutes, \
               (SELECT r.rate FROM rates r WHERE r.workshop = l.workshop AND r.style = l.style AND r.step = t.no \
                AND r.from_day <= $4 ORDER BY r.from_day DESC LIMIT 1), COALESCE(p.pieces, 0), l.pack \
             FROM lines l JOIN orders o ON o.workshop = l.workshop AND o.id = l.order_id \
             JOIN styles s ON s.workshop = l.workshop AND s.id = l.style \
             JOIN steps t ON t.workshop = l.workshop AND t.style = l.style AND t.no = $3 AND t.no <= l.last_step \
             LEFT JOIN places p ON p.workshop = l.workshop AND p.line = l.id AND p.kind = 'pool' AND p.part = t.no \
             WHERE l.workshop = $1 AND l.id = $2"
        );
        let head = query(head).bind(workshop).bind(line).bind(step).bind(today);
        head.optional(self.db()).await
    }

    async fn who_could(&mut self, pools: &[SplitPool], today: Day) -> Result<Vec<Able>, StoreError> {
        let workshop = self.workshop();
        if pools.is_empty() {
            return Ok(Vec::new());
        }
        let mut can = Vec::new();
        for pool in pools {
            can.push(self.skilled(pool.skill()).await?);
        }
        let (home, done) = (self.at_home().await?, self.done_since(today.month_start()).await?);
        let paces = self.paces(today).await?;
        let workers = "SELECT id, number, name, minutes_a_day, days_off FROM workers \
             WHERE workshop = $1 AND active = 1 ORDER BY number, id";
        let rows = query(workers).bind(workshop).all::<(Who, i64, DaysOff)>(self.db()).await?;
        let mut able = Vec::new();
        for (who, minutes, days_off) in rows {
            let pace =
                pools.iter().zip(&can).map(|(pool, can)| can.contains(&who.id).then(|| paces.at(who.id, pool.skill())));
            let pace: Vec<_> = pace.collect();
            if pace.iter().all(Option::is_none) {
                continue;
            }
            let hers = home.get(&who.id).map(Vec::as_slice).unwrap_or_default();
            able.push(Able {
                minutes,
                days_off,
                at_home: hers.iter().map(|(_, n)| *n).sum(),
                in_hand: paces.time(who.id, hers),
                worked: paces
                    .time(who.id, done.get(&who.id).map(Vec::as_slice).unwrap_or_default())
                    .max(Centiminutes::ZERO),
                pace,
                who,
            });
        }
        Ok(able)
    }

    /// Those who can do a step.
    async fn skilled(&mut self, skill: Skill) -> Result<BTreeSet<WorkerId>, StoreError> {
        let workshop = self.workshop();
        let skilled = "SELECT worker FROM skills WHERE workshop = $1 AND style = $2 AND step = $3";
        let skilled = query(skilled).bind(workshop).bind(skill.style).bind(skill.step);
        Ok(skilled.all(self.db()).await?.into_iter().collect())
    }

    /// What each has at home.
    async fn at_home(&mut self) -> Result<Doings, StoreError> {
        let workshop = self.workshop();
        let home = "SELECT p.worker, l.style, i.step, CAST(SUM(p.pieces) AS BIGINT) FROM places p \
             JOIN issues i ON i.workshop = p.workshop AND i.id = p.part \
             JOIN lines l ON l.workshop = i.workshop AND l.id = i.line \
             WHERE p.workshop = $1 AND p.worker > 0 AND p.pieces > 0 GROUP BY p.worker, l.style, i.step";
        Ok(doings(query(home).bind(workshop).all(self.db()).await?))
    }

    /// What left each one's hands for good since a day: accepted or scrapped. What she does again is still at her home.
    async fn done_since(&mut self, since: Day) -> Result<Doings, StoreError> {
        let workshop = self.workshop();
        let done = "SELECT m.worker, l.style, i.step, CAST(SUM(m.sign * m.pieces) AS BIGINT) FROM moves m CROSS JOIN issues i CROSS JOIN lines l \
             WHERE i.workshop = m.workshop AND i.id = m.issue AND l.workshop = i.workshop AND l.id = i.line \
             AND m.workshop = $1 AND m.day >= $2 AND +m.worker > 0 AND m.flow IN ('accepted', 'scrapped') \
             GROUP BY m.worker, l.style, i.step";
        Ok(doings(query(done).bind(workshop).bind(since).all(self.db()).await?))
    }
}

fn doings(rows: Vec<(WorkerId, Skill, Pieces)>) -> Doings {
    let mut doings = Doings::new();
    for (worker, skill, pieces) in rows {
        doings.entry(worker).or_default().push((skill, pieces));
    }
    doings
}

from_row!(SplitPool {
    order,
    order_code,
    due,
    line,
    style,
    style_name,
    step,
    step_name,
    photo,
    standard,
    rate,
    pieces,
    pack
});
