//! Every page under many readers at once, on both engines: none may fail, and none may wait longer than its turn.
//!
//! There is no server function that only reads: each of them writes, or keeps what was typed. Pages and lists are all there is.

mod pages;

use super::scene::Scene;
use super::{SLICE, TRIES, slowest};
use pages::{Sight, sights};
use reqwest::Client;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// How many read at once.
const CROWDS: [usize; 3] = [1, 16, 64];

/// Requests of one crowd for one page: enough that the slowest hundredth is of several.
const REQUESTS: usize = 256;

/// Requests of a reader alone.
const ALONE: usize = 200;

/// The longest that a page may take of a crowd, as a multiple of its middle time alone and of how many wait their turn.
const TURNS: u32 = 2;

/// What a crowd met with.
struct Met {
    rate: f64,
    middle: Duration,
    slowest: Duration,
    /// How many of them; each stops at its first.
    failed: usize,
}

/// Of `words`, those that begin with a slash choose pages by how their route begins; without any, all.
///
/// # Errors
/// Every page that failed or took too long.
pub async fn measure(words: &[String]) -> Result<(), Vec<String>> {
    let chosen: Vec<_> = words.iter().filter(|word| word.starts_with('/')).collect();
    let postgres = std::env::var("PETALWORK_TEST_POSTGRES")
        .map_err(|_| vec!["PETALWORK_TEST_POSTGRES names no server: `cargo xtask bench load` starts one".to_owned()])?;
    let mut faults = Vec::new();
    for (engine, scene) in [("SQLite", Scene::demo().await), ("PostgreSQL", Scene::demo_on_postgres(&postgres).await)] {
        let sights = sights(&scene).await;
        println!("{engine}: {} pages", sights.len());
        println!("{:<36} {:>7} {:>9} {:>10} {:>10}", "page", "readers", "pages/s", "p50", "p99");
        let wanted = |sight: &&Sight| chosen.is_empty() || chosen.iter().any(|start| sight.route.starts_with(*start));
        for sight in sights.iter().filter(wanted) {
            let url = format!("{}{}", scene.address, sight.path);
            // The first is slower: it prepares its statements.
            crowd(&sight.client, &url, 1).await;
            let mut alone = Duration::ZERO;
            for readers in CROWDS {
                if let Err(fault) = measured(sight, &url, readers, &mut alone).await {
                    faults.push(format!("{engine} {} with {readers} readers: {fault}", sight.route));
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Prints how a page holds under so many readers; `alone` is the middle time of one, and is set by it.
///
/// # Errors
/// A request that failed, or how much too long the slowest took in the best of several tries.
async fn measured(sight: &Sight, url: &str, readers: usize, alone: &mut Duration) -> Result<(), String> {
    let mut fault = String::new();
    for _ in 0..TRIES {
        let Met { rate, middle, slowest, failed } = crowd(&sight.client, url, readers).await;
        println!("{:<36} {readers:>7} {rate:>9.0} {middle:>10.1?} {slowest:>10.1?}", sight.route);
        if failed > 0 {
            return Err(format!("{failed} readers got no answer, or an error"));
        }
        if readers == 1 {
            *alone = middle;
        }
        let most = (*alone * TURNS * u32::try_from(readers).unwrap_or(u32::MAX)).max(SLICE);
        if slowest <= most {
            return Ok(());
        }
        fault = format!("{slowest:.1?} > {most:.1?}");
    }
    Err(fault)
}

/// So many readers ask for a page again and again.
async fn crowd(client: &Client, url: &str, readers: usize) -> Met {
    let each = if readers == 1 { ALONE } else { REQUESTS / readers };
    let begun = Instant::now();
    let mut asking = JoinSet::new();
    for _ in 0..readers {
        let (client, url) = (client.clone(), url.to_owned());
        asking.spawn(async move {
            let mut times = Vec::with_capacity(each);
            let mut failed = 0;
            for _ in 0..each {
                let start = Instant::now();
                let answer = client.get(&url).header("accept", "text/html").send().await;
                let fine = match answer {
                    Ok(answer) => answer.status().is_success() && answer.bytes().await.is_ok(),
                    Err(_) => false,
                };
                times.push(start.elapsed());
                if !fine {
                    // A page that stops would hold up all the others.
                    failed = 1;
                    break;
                }
            }
            (times, failed)
        });
    }
    let (times, failures): (Vec<_>, Vec<_>) = asking.join_all().await.into_iter().unzip();
    let took = begun.elapsed();
    let mut times: Vec<Duration> = times.into_iter().flatten().collect();
    times.sort_unstable();
    Met {
        rate: times.len() as f64 / took.as_secs_f64(),
        middle: times[times.len() / 2],
        slowest: slowest(&times),
        failed: failures.into_iter().sum(),
    }
}
