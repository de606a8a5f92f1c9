//! A flood: strangers who connect and are silent, strangers who guess passwords, and another workshop that reads workbooks and
//! imports a notebook of 40,000 rows. Those who look at their own pages meanwhile, or sign in, hardly notice.

mod crowd;
mod people;
mod village;

use super::{SLICE, TRIES, row};
use crowd::Crowd;
use people::{People, Seen};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use village::Villages;

/// How long each measure takes: enough for some hundred pages.
const WATCH: Duration = Duration::from_secs(10);

/// The most that a page may take of 99 in 100, as a multiple of what it usually takes.
const TIMES: u32 = 2;

/// How long signing in may take, in a browser that was signed in before.
const SIGN_IN: Duration = Duration::from_secs(1);

/// # Errors
/// What took too long.
pub async fn measure() -> Result<(), Vec<String>> {
    let villages = Villages::found().await;
    let server = Server::start(&villages.file.display().to_string());
    let people = People::enter(&server.address).await;
    let crowd = Crowd::gather(&server.address).await;
    people.watch(WATCH / 5).await;
    let mut faults = Vec::new();
    for part in crowd::PARTS {
        let mut fault = String::new();
        for _ in 0..TRIES {
            // Of the same minute: what is usual on a machine changes by half as much again within a few of them.
            let usual = people.watch(WATCH).await;
            told("usually", &usual);
            let most = (usual.slowest() * TIMES).max(SLICE);
            let seen = Seen::of(crowd.beside(&part, || people.watch(WATCH)).await);
            told(part.name, &seen);
            fault = seen.fault(most, SIGN_IN);
            if fault.is_empty() {
                break;
            }
            println!("{fault}");
        }
        if !fault.is_empty() {
            faults.push(format!("{}: {fault}", part.name));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn told(when: &str, seen: &Seen) {
    row(
        &format!("a page of others, {when}, p50 and p99"),
        &format!("{:.1?}", seen.middle()),
        &format!("{:.1?}", seen.slowest()),
    );
    row(
        &format!("signing in, {when}, slowest of {}", seen.sign_ins.len()),
        &format!("{:.0?}", seen.slowest_sign_in()),
        "<= 1 s",
    );
}

/// The program as people run it.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(file: &str) -> Self {
        use std::io::BufRead;
        let mut child = Command::new(env!("CARGO_BIN_EXE_petalwork"))
            .args(["--database", &format!("sqlite:{file}"), "serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        std::io::BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let address = line.split_whitespace().last().expect("its address").to_owned();
        Self { child, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
