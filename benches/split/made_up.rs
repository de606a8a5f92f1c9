//! Made-up villages, the same in every run: as the JSON that `petalwork split` reads, so that every solver sees the same.

use ledger::split::exchange::{Named, read};
use rand::RngExt;
use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use serde_json::{Map, Value, json};

/// What a made-up village is like.
#[derive(Clone, Copy, Debug)]
pub struct Village {
    pub workers: usize,
    pub jobs: usize,
    /// The work asked, at everybody's mean pace, in hundredths of the time that there is.
    pub load: i64,
    pub seed: u64,
}

/// The working days of the longest job, roughly.
const DAYS: i64 = 14;

impl Village {
    /// The village as JSON.
    pub fn json(self) -> Value {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(self.seed * 1_000 + self.load.unsigned_abs());
        // Minutes a piece takes somebody of middling skill: quick ones like petals, slow ones like whole bouquets.
        let paces: Vec<i64> = (0..self.jobs).map(|_| rng.random_range(4..=16)).collect();
        let dues: Vec<i64> =
            (0..self.jobs).map(|job| if job == 0 { DAYS - 1 } else { rng.random_range(4..DAYS) }).collect();
        let workers: Vec<Value> = (0..self.workers).map(|at| worker(&mut rng, at, &paces)).collect();
        let time: i64 = workers.iter().map(time_of).sum();
        let weights: Vec<i64> = paces.iter().map(|_| rng.random_range(50..150)).collect();
        let jobs = paces.iter().zip(&dues).zip(&weights).enumerate().map(|(at, ((pace, due), weight))| {
            let pieces = time * self.load * weight / (100 * pace * weights.iter().sum::<i64>());
            let pack = if rng.random_range(0..2) == 0 { 10 } else { 20 };
            json!({
                "id": format!("J{at:02}"),
                "pieces": pieces,
                "pack": pack,
                "due": format!("2026-11-{:02}", 2 + due),
                "rate_fen": pace * 20,
                "lock": lock(&mut rng, at, &workers),
            })
        });
        let jobs: Vec<Value> = jobs.collect();
        json!({ "today": "2026-11-02", "policy": "fair", "jobs": jobs, "workers": workers })
    }

    /// The village, and its JSON.
    pub fn made(self) -> (Named, Value) {
        let json = self.json();
        let named = read(json.to_string().as_bytes()).expect("a consistent instance");
        (named, json)
    }
}

fn worker(rng: &mut Xoshiro256PlusPlus, at: usize, paces: &[i64]) -> Value {
    let days_off: Vec<u8> = (1..=7).filter(|_| rng.random_range(0..8) == 0).collect();
    let mut can = Map::new();
    let (mut least, mut most) = (Map::new(), Map::new());
    for (job, pace) in paces.iter().enumerate() {
        // She lacks every fourth skill or so, and differs from job to job.
        if rng.random_range(0..4) == 0 {
            continue;
        }
        let id = format!("J{job:02}");
        let hundredths = pace * rng.random_range(70..=150);
        can.insert(id.clone(), json!(hundredths as f64 / 100.0));
        match rng.random_range(0..20) {
            0 => {
                least.insert(id, json!(20));
            }
            1 => {
                most.insert(id, json!(rng.random_range(2..10) * 10));
            }
            _ => {}
        }
    }
    json!({
        "id": format!("W{at:03}"),
        "minutes_per_day": rng.random_range(6..=24) * 15,
        "days_off": days_off,
        "in_hand_minutes": if rng.random_range(0..3) == 0 { rng.random_range(30..400) } else { 0 },
        "worked_minutes": rng.random_range(0..1500),
        "minutes_per_piece": can,
        "min": least,
        "max": most,
    })
}

/// What a worker offers until the last due day, roughly.
fn time_of(worker: &Value) -> i64 {
    let days_off = worker["days_off"].as_array().map_or(0, Vec::len) as i64;
    (worker["minutes_per_day"].as_i64().unwrap_or(0) * DAYS * (7 - days_off) / 7
        - worker["in_hand_minutes"].as_i64().unwrap_or(0))
    .max(0)
}

/// A job in three has a small share locked.
fn lock(rng: &mut Xoshiro256PlusPlus, job: usize, workers: &[Value]) -> Value {
    let id = format!("J{job:02}");
    let able: Vec<&Value> = workers
        .iter()
        .filter(|worker| !worker["minutes_per_piece"][&id].is_null())
        .filter(|worker| worker["min"][&id].is_null() && worker["max"][&id].is_null())
        .collect();
    let mut lock = Map::new();
    if rng.random_range(0..3) == 0 && !able.is_empty() {
        let who = able[rng.random_range(0..able.len())]["id"].as_str().expect("an id").to_owned();
        lock.insert(who, json!(rng.random_range(1..6) * 5));
    }
    Value::Object(lock)
}
