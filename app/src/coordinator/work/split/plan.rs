//! Who gets how many, as the split page shows it.

use ledger::pieces::Pieces;
use ledger::split::{Offer, by_time};
use ledger::store::reads::pool::{Able, PoolPage};

/// The shares of all who can do the step.
pub(super) struct Plan {
    pub rows: Vec<Row>,
    /// Whether a share that was to be kept is no number.
    pub unread: bool,
}

/// A worker's share.
pub(super) struct Row {
    pub able: Able,
    /// Whether she takes part.
    pub takes: bool,
    /// Whether her share is kept when the others are worked out again.
    pub locked: bool,
    /// As it stands in the field.
    pub pieces: String,
}

impl Row {
    /// The name of a field of hers. It has her id and not her place, so that a share can never slip to another.
    pub fn field(&self, part: &str) -> String {
        field(&self.able, part)
    }

    fn count(&self) -> i64 {
        Pieces::parse(&self.pieces).map_or(0, |pieces| pieces.0)
    }

    /// Working days that what she has at home will take her, rounded up.
    pub fn days_busy(&self) -> i64 {
        let minutes = self.able.minutes.max(1);
        (self.able.busy + minutes - 1) / minutes
    }
}

fn field(able: &Able, part: &str) -> String {
    format!("shares[{}][{part}]", able.who.id)
}

impl Plan {
    /// Everybody with time takes part, and nothing is kept yet.
    pub fn fresh(pool: &PoolPage) -> Self {
        let rows = pool.workers.iter().cloned();
        let rows = rows.map(|able| Row { takes: able.minutes > 0, locked: false, pieces: String::new(), able });
        Self { rows: rows.collect(), unread: false }.worked_out(pool)
    }

    /// As the fields stand.
    pub fn as_typed(pool: &PoolPage, typed: impl Fn(&str) -> Option<String>) -> Self {
        let row = |able: &Able| Row {
            takes: typed(&field(able, "takes")).is_some(),
            locked: typed(&field(able, "locked")).is_some(),
            pieces: typed(&field(able, "pieces")).unwrap_or_default(),
            able: able.clone(),
        };
        Self { rows: pool.workers.iter().map(row).collect(), unread: false }
    }

    /// As the fields stand, with all that was not kept worked out again. What was changed by hand is kept too.
    /// `None` where there are no such fields.
    pub fn again(pool: &PoolPage, typed: impl Fn(&str) -> Option<String>) -> Option<Self> {
        pool.workers.iter().find(|able| typed(&field(able, "worker")).is_some())?;
        let mut plan = Self::as_typed(pool, &typed);
        for row in &mut plan.rows {
            let changed =
                typed(&row.field("was")).is_some_and(|was| was != row.pieces) && !row.pieces.trim().is_empty();
            row.locked = row.takes && (row.locked || changed);
            plan.unread |= row.locked && Pieces::parse(&row.pieces).is_err();
        }
        Some(plan.worked_out(pool))
    }

    fn worked_out(mut self, pool: &PoolPage) -> Self {
        let offers: Vec<_> = self
            .rows
            .iter()
            .map(|row| Offer {
                worker: row.able.who.id,
                minutes: if row.takes { row.able.minutes } else { 0 },
                locked: row.locked.then(|| Pieces(row.count())),
            })
            .collect();
        let (shares, _) = by_time(pool.pool, pool.pack, &offers);
        for (row, share) in self.rows.iter_mut().zip(shares) {
            if !row.locked {
                row.pieces = share.to_string();
            }
        }
        self
    }

    /// The sum of the shares of those who take part.
    pub fn given(&self) -> i64 {
        self.rows.iter().filter(|row| row.takes).map(Row::count).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::ids::{LineId, OrderId, StepNo, WorkerId};
    use ledger::store::reads::Who;

    fn pool(pieces: i64, minutes: &[i64]) -> PoolPage {
        let workers = (1..)
            .zip(minutes)
            .map(|(id, &minutes)| Able {
                who: Who { id: WorkerId(id), number: format!("W0{id}"), name: format!("n{id}") },
                minutes,
                days_off: String::new(),
                at_home: Pieces(0),
                busy: 0,
            })
            .collect();
        PoolPage {
            order: OrderId(1),
            order_code: "HR-1".to_owned(),
            due: "2026-11-20".parse().expect("a day"),
            line: LineId(2),
            style_code: "MD".to_owned(),
            style_name: "牡丹".to_owned(),
            step: StepNo(1),
            step_name: "花瓣".to_owned(),
            centiminutes: 600,
            rate: None,
            pool: Pieces(pieces),
            pack: Pieces(10),
            workers,
        }
    }

    fn shares(plan: &Plan) -> Vec<(String, bool)> {
        plan.rows.iter().map(|row| (row.pieces.clone(), row.locked)).collect()
    }

    /// Fields as a browser sends them.
    fn sent(fields: &[(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        move |name| fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
    }

    #[test]
    fn who_has_no_time_takes_no_part_at_first() {
        let plan = Plan::fresh(&pool(100, &[100, 0, 100]));
        assert_eq!(plan.rows.iter().map(|row| row.takes).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(shares(&plan), [("50".to_owned(), false), ("0".to_owned(), false), ("50".to_owned(), false)]);
        assert_eq!(plan.given(), 100);
    }

    #[test]
    fn what_was_typed_is_kept_though_nobody_ticked_it() {
        let fields = sent(&[
            ("shares[1][worker]", "1"),
            ("shares[1][takes]", "true"),
            ("shares[1][was]", "50"),
            ("shares[1][pieces]", "20"),
            ("shares[2][worker]", "2"),
            ("shares[2][takes]", "true"),
            ("shares[2][was]", "50"),
            ("shares[2][pieces]", "50"),
        ]);
        let plan = Plan::again(&pool(100, &[100, 100]), fields).expect("the fields are there");
        assert_eq!(shares(&plan), [("20".to_owned(), true), ("80".to_owned(), false)]);
        assert!(!plan.unread);
    }

    #[test]
    fn who_is_unticked_gets_nothing() {
        let fields = sent(&[
            ("shares[1][worker]", "1"),
            ("shares[1][pieces]", "70"),
            ("shares[1][locked]", "true"),
            ("shares[2][worker]", "2"),
            ("shares[2][takes]", "true"),
            ("shares[2][pieces]", "30"),
            ("shares[2][was]", "30"),
        ]);
        let plan = Plan::again(&pool(100, &[100, 100]), fields).expect("the fields are there");
        assert_eq!(shares(&plan), [("0".to_owned(), false), ("100".to_owned(), false)]);
        assert_eq!(plan.given(), 100);
    }

    #[test]
    fn a_kept_share_that_is_no_number_is_said_and_stays_as_typed() {
        let fields = sent(&[
            ("shares[1][worker]", "1"),
            ("shares[1][takes]", "true"),
            ("shares[1][was]", "50"),
            ("shares[1][pieces]", "2o"),
        ]);
        let plan = Plan::again(&pool(100, &[100, 0]), fields).expect("the fields are there");
        assert!(plan.unread);
        assert_eq!(shares(&plan)[0], ("2o".to_owned(), true));
    }

    #[test]
    fn without_fields_there_is_nothing_to_work_out_again() {
        assert!(Plan::again(&pool(100, &[100]), sent(&[("done", "issued")])).is_none());
    }
}
