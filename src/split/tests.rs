//! What must hold of every split, on random villages; and how near the small ones come to the best there is.

mod best;
mod made_up;

use super::fill::Fill;
use super::time::working_days;
use super::{Instance, Job, Plan, Policy, Worker, split};
use crate::values::pieces::Pieces;
use best::best;
use made_up::{Limits, village};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// So many random villages: the same in every run, or others by `PROPTEST_RNG_SEED=…`.
fn villages(cases: u32) -> ProptestConfig {
    const SEED: u64 = 20_261_102;
    let asked = ProptestConfig::default();
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(SEED),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    ProptestConfig { cases, rng_seed, ..asked }
}

fn share(plan: &Plan, job: usize, worker: usize) -> i64 {
    plan.shares.iter().find(|share| share.job == job && share.worker == worker).map_or(0, |share| share.pieces.0)
}

/// Her fill, calculated from the plan alone.
fn fill(instance: &Instance, plan: &Plan, worker: usize) -> Fill {
    let who = &instance.workers[worker];
    let pace = |job: usize| who.can[job].as_ref().map_or(0, |can| can.pace);
    let given: i64 = (0..instance.jobs.len()).map(|job| share(plan, job, worker) * pace(job)).sum();
    let offered = working_days(&who.days_off, instance.today, instance.last_due()) * who.a_day;
    Fill { used: who.worked + who.in_hand + given, of: who.worked + offered }
}

fn check_job(instance: &Instance, plan: &Plan, at: usize, job: &Job) -> Result<(), TestCaseError> {
    let shares: Vec<i64> = (0..instance.workers.len()).map(|worker| share(plan, at, worker)).collect();
    prop_assert_eq!(shares.iter().sum::<i64>() + plan.unplaced[at].pieces.0, job.pieces.0, "exact");
    prop_assert_eq!(plan.unplaced[at].pieces.any(), plan.unplaced[at].reason.is_some(), "a reason for what is left");
    let mut odd = 0;
    for (who, share) in instance.workers.iter().zip(shares) {
        let Some(can) = &who.can[at] else {
            prop_assert_eq!(share, 0, "nobody gets what she cannot do");
            continue;
        };
        if let Some(locked) = can.locked {
            prop_assert_eq!(share, locked.0, "a lock is kept");
            continue;
        }
        odd += i64::from(share % job.pack.0 != 0);
        prop_assert!(share == 0 || share >= can.least.0, "her smallest share");
        prop_assert!(can.most.is_none_or(|most| share <= most.0), "her largest share");
    }
    prop_assert!(odd <= 1, "one share that is no whole number of packs");
    Ok(())
}

/// For every due day: what is due by then, but for locks that ask for more, fits into her time.
fn check_time(instance: &Instance, plan: &Plan, at: usize, who: &Worker) -> Result<(), TestCaseError> {
    let free = |job: usize| who.can[job].as_ref().is_some_and(|can| can.locked.is_none()) && share(plan, job, at) > 0;
    for until in instance.jobs.iter().map(|job| job.due) {
        let due: Vec<usize> = (0..instance.jobs.len()).filter(|&job| instance.jobs[job].due <= until).collect();
        if due.iter().any(|&job| free(job)) {
            let time = |job: &usize| share(plan, *job, at) * who.can[*job].as_ref().map_or(0, |can| can.pace);
            let asked: i64 = due.iter().map(time).sum::<i64>() + who.in_hand;
            let offered = working_days(&who.days_off, instance.today, until) * who.a_day;
            prop_assert!(asked <= offered, "worker {at} until {until}: {asked} of {offered}");
        }
    }
    Ok(())
}

fn check(instance: &Instance, plan: &Plan) -> Result<(), TestCaseError> {
    for (at, job) in instance.jobs.iter().enumerate() {
        check_job(instance, plan, at, job)?;
    }
    for (at, who) in instance.workers.iter().enumerate() {
        check_time(instance, plan, at, who)?;
    }
    let placed: i64 = plan.shares.iter().map(|share| share.pieces.0).sum();
    prop_assert_eq!(plan.measures.placed.0, placed);
    Ok(())
}

proptest! {
    // Three splits of three policies, twice each.
    #![proptest_config(villages(400))]

    #[test]
    fn sums_packs_locks_limits_and_time_hold(instance in village(1..6, 1..9, 300, Limits::All)) {
        for policy in [Policy::Fair, Policy::Even, Policy::Fastest] {
            let instance = Instance { policy, ..instance.clone() };
            let plan = split(&instance);
            check(&instance, &plan)?;
            prop_assert_eq!(&split(&instance), &plan, "the same again");
        }
    }

}

/// Each thing that is said to help a job places all of it.
fn helps(instance: &Instance, job: usize) -> Result<(), TestCaseError> {
    let help = split(instance).unplaced[job].help;
    if let Some(due) = help.due {
        let mut later = instance.clone();
        later.jobs[job].due = due;
        prop_assert_eq!(split(&later).unplaced[job].pieces, Pieces::ZERO, "due {}", due);
    }
    if let Some(more) = help.minutes_a_day {
        let mut longer = instance.clone();
        let free = |who: &Worker| who.can[job].as_ref().is_some_and(|can| can.locked.is_none());
        for who in longer.workers.iter_mut().filter(|who| free(who)) {
            who.a_day += more * 100;
            prop_assert!(who.a_day <= 24 * 60 * 100, "a day has no more");
        }
        prop_assert_eq!(split(&longer).unplaced[job].pieces, Pieces::ZERO, "{} more", more);
    }
    Ok(())
}

proptest! {
    #![proptest_config(villages(1_000))]

    #[test]
    fn more_pieces_of_one_job_are_never_fewer_for_anyone(instance in village(1..2, 1..8, 200, Limits::Largest), more in 1i64..40) {
        for policy in [Policy::Fair, Policy::Even] {
            let instance = Instance { policy, ..instance.clone() };
            let mut larger = instance.clone();
            larger.jobs[0].pieces = Pieces(instance.jobs[0].pieces.0 + more);
            let (before, after) = (split(&instance), split(&larger));
            for worker in 0..instance.workers.len() {
                prop_assert!(share(&before, 0, worker) <= share(&after, 0, worker), "worker {}", worker);
            }
        }
    }

    #[test]
    fn small_ones_place_as_much_as_can_be_and_level_to_a_pack(instance in village(1..3, 1..4, 20, Limits::Locks)) {
        let plan = split(&instance);
        let best = best(&instance);
        prop_assert_eq!(plan.measures.placed.0, best.placed, "placed");
        let fullest = (0..instance.workers.len()).filter(|&worker| fill(&instance, &plan, worker).of > 0);
        let fullest = fullest.max_by_key(|&worker| fill(&instance, &plan, worker));
        if let (Some(worker), Some(largest)) = (fullest, best.largest) {
            let Fill { used, of } = fill(&instance, &plan, worker);
            let pack = (0..instance.jobs.len()).filter_map(|job| Some(instance.workers[worker].can[job].as_ref()?.pace * instance.jobs[job].pack.0)).max();
            prop_assert!(Fill { used: used - pack.unwrap_or(0), of } <= largest, "{}/{} against {:?}", used, of, largest);
        }
    }

    #[test]
    fn what_would_help_one_job_does_help(instance in village(1..2, 1..8, 200, Limits::All)) {
        helps(&instance, 0)?;
    }

    #[test]
    fn what_would_help_one_job_of_several_does_help(instance in village(2..4, 1..6, 100, Limits::Locks)) {
        for policy in [Policy::Fair, Policy::Even, Policy::Fastest] {
            let instance = Instance { policy, ..instance.clone() };
            let plan = split(&instance);
            let left: Vec<usize> = (0..instance.jobs.len()).filter(|&job| plan.unplaced[job].pieces.any()).collect();
            if let [job] = left[..] {
                helps(&instance, job)?;
            }
        }
    }

    #[test]
    fn the_fastest_is_done_no_later_than_the_fairest(instance in village(1..4, 1..6, 100, Limits::Largest)) {
        let done = |policy| {
            let plan = split(&Instance { policy, ..instance.clone() });
            (plan.measures.placed, plan.measures.last_done)
        };
        let (fair, fast) = (done(Policy::Fair), done(Policy::Fastest));
        // It looks at more splits, and now and then finds one that places a piece more.
        prop_assert!(fast.0 >= fair.0);
        prop_assert!(fast.0 > fair.0 || fast.1 <= fair.1, "{:?} after {:?}", fast.1, fair.1);
    }
}
