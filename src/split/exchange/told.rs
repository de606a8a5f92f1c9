//! A plan, as it is written.

use super::Named;
use crate::split::plan::{By, Plan, Reason};
use crate::values::day::Day;
use serde::Serialize;

#[derive(Serialize)]
struct Told<'n> {
    shares: Vec<ShareTold<'n>>,
    unplaced: Vec<UnplacedTold<'n>>,
    measures: MeasuresTold,
}

#[derive(Serialize)]
struct ShareTold<'n> {
    job: &'n str,
    worker: &'n str,
    pieces: i64,
    minutes: f64,
    done: Option<Day>,
    pay_fen: i64,
    why: WhyTold,
}

#[derive(Serialize)]
struct WhyTold {
    by: By,
    worked_minutes: f64,
    in_hand_minutes: f64,
    given_minutes: f64,
    offered_minutes: f64,
    could: i64,
    until: Day,
    offered_until_minutes: f64,
    given_until_minutes: f64,
}

#[derive(Serialize)]
struct UnplacedTold<'n> {
    job: &'n str,
    pieces: i64,
    reason: Option<Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<HelpTold>,
}

#[derive(Serialize)]
struct HelpTold {
    due: Option<Day>,
    more_minutes_per_day: Option<i64>,
}

#[derive(Serialize)]
struct MeasuresTold {
    placed: i64,
    largest_fill: f64,
    smallest_fill: f64,
    last_done: Option<Day>,
}

/// Writes a plan with the names of its instance, as one line of JSON.
///
/// # Errors
/// None that plain data could cause.
pub fn write(named: &Named, plan: &Plan) -> serde_json::Result<String> {
    let job = |at: usize| named.jobs.get(at).map_or("", String::as_str);
    let worker = |at: usize| named.workers.get(at).map_or("", String::as_str);
    let shares = plan.shares.iter().map(|share| ShareTold {
        job: job(share.job),
        worker: worker(share.worker),
        pieces: share.pieces.0,
        minutes: minutes(share.time),
        done: share.done,
        pay_fen: share.pay.0,
        why: WhyTold {
            by: share.why.by,
            worked_minutes: minutes(share.why.worked),
            in_hand_minutes: minutes(share.why.in_hand),
            given_minutes: minutes(share.why.given),
            offered_minutes: minutes(share.why.offered),
            could: share.why.could.0,
            until: share.why.until,
            offered_until_minutes: minutes(share.why.offered_until),
            given_until_minutes: minutes(share.why.given_until),
        },
    });
    let unplaced = plan.unplaced.iter().enumerate().map(|(at, unplaced)| UnplacedTold {
        job: job(at),
        pieces: unplaced.pieces.0,
        reason: unplaced.reason,
        help: unplaced
            .reason
            .map(|_| HelpTold { due: unplaced.help.due, more_minutes_per_day: unplaced.help.minutes_a_day }),
    });
    let told = Told {
        shares: shares.collect(),
        unplaced: unplaced.collect(),
        measures: MeasuresTold {
            placed: plan.measures.placed.0,
            largest_fill: rounded(plan.measures.largest_fill),
            smallest_fill: rounded(plan.measures.smallest_fill),
            last_done: plan.measures.last_done,
        },
    };
    serde_json::to_string(&told)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "far below what a double holds exactly, but for what nobody will ever work"
)]
fn minutes(hundredths: i64) -> f64 {
    hundredths as f64 / 100.0
}

/// To four decimals.
fn rounded(ratio: f64) -> f64 {
    (ratio * 10_000.0).round() / 10_000.0
}
