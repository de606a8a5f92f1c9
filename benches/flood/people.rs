//! People at their own pages: a coordinator, a worker and a firm, who look at one every now and then, and one who signs in.

use super::village::{PASSWORD, PHONE};
use crate::scene::enter;
use reqwest::Client;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Between two times of signing in: fewer than the forms that one person may send in a minute.
const SIGN_IN_PAUSE: Duration = Duration::from_millis(600);

/// What each of them looks at.
const LOOKS: [(&str, &[&str]); 3] =
    [("coordinator", &["/today", "/orders", "/count"]), ("worker", &["/me", "/me/book"]), ("firm", &["/firm"])];

pub struct People {
    address: String,
    readers: Vec<(Client, Vec<String>)>,
    signing_in: Client,
}

/// What they met with.
pub struct Seen {
    pub pages: Vec<Duration>,
    pub sign_ins: Vec<Duration>,
    failed: usize,
}

impl People {
    pub async fn enter(address: &str) -> Self {
        let mut readers = Vec::new();
        for (who, paths) in LOOKS {
            let client = enter(address, who).await;
            readers.push((client, paths.iter().map(|path| format!("{address}{path}")).collect()));
        }
        let signing_in = Client::builder().cookie_store(true).build().expect("a client");
        let people = Self { address: address.to_owned(), readers, signing_in };
        assert!(people.sign_in().await, "she is let in");
        people
    }

    /// For so long, how long each waited.
    pub async fn watch(&self, time: Duration) -> Seen {
        let end = Instant::now() + time;
        let mut looking = JoinSet::new();
        for (client, urls) in self.readers.clone() {
            looking.spawn(async move {
                let (mut times, mut failed) = (Vec::new(), 0);
                for url in urls.iter().cycle() {
                    let start = Instant::now();
                    if start > end {
                        break;
                    }
                    let answer = client.get(url).header("accept", "text/html").send().await;
                    let fine = match answer {
                        Ok(answer) => answer.status().is_success() && answer.bytes().await.is_ok(),
                        Err(_) => false,
                    };
                    times.push(start.elapsed());
                    failed += usize::from(!fine);
                    tokio::time::sleep(PAUSE).await;
                }
                (times, failed)
            });
        }
        let (mut sign_ins, mut failed) = (Vec::new(), 0);
        while Instant::now() < end {
            let start = Instant::now();
            failed += usize::from(!self.sign_in().await);
            sign_ins.push(start.elapsed());
            tokio::time::sleep(SIGN_IN_PAUSE).await;
        }
        let (pages, failures): (Vec<_>, Vec<_>) = looking.join_all().await.into_iter().unzip();
        let mut pages: Vec<_> = pages.into_iter().flatten().collect();
        pages.sort_unstable();
        Seen { pages, sign_ins, failed: failed + failures.into_iter().sum::<usize>() }
    }

    async fn sign_in(&self) -> bool {
        sign_in(&self.signing_in, &self.address, PHONE, PASSWORD).await
    }
}

/// Whether somebody is let in as a coordinator.
pub async fn sign_in(client: &Client, address: &str, phone: &str, password: &str) -> bool {
    let asked = client.post(format!("{address}/api/sign_in")).header("origin", address).header("accept", "text/html");
    let answer = asked.form(&[("phone", phone), ("password", password), ("then", "")]).send().await;
    answer.is_ok_and(|answer| answer.status().is_success() && answer.url().path() == "/today")
}

impl Seen {
    /// All of several.
    pub fn of(several: Vec<Self>) -> Self {
        let mut all = Self { pages: Vec::new(), sign_ins: Vec::new(), failed: 0 };
        for seen in several {
            all.pages.extend(seen.pages);
            all.sign_ins.extend(seen.sign_ins);
            all.failed += seen.failed;
        }
        all.pages.sort_unstable();
        all
    }

    pub fn middle(&self) -> Duration {
        self.pages[self.pages.len() / 2]
    }

    /// What 99 of 100 pages took at most.
    pub fn slowest(&self) -> Duration {
        crate::slowest(&self.pages)
    }

    pub fn slowest_sign_in(&self) -> Duration {
        self.sign_ins.iter().max().copied().unwrap_or_default()
    }

    /// What was not as it should be; empty if nothing.
    pub fn fault(&self, page: Duration, sign_in: Duration) -> String {
        let mut faults = Vec::new();
        if self.failed > 0 {
            faults.push(format!("{} got no answer, or an error", self.failed));
        }
        if self.slowest() > page {
            faults.push(format!("a page took {:.1?} > {page:.1?}", self.slowest()));
        }
        if self.slowest_sign_in() > sign_in {
            faults.push(format!("signing in took {:.1?} > {sign_in:.1?}", self.slowest_sign_in()));
        }
        faults.join("; ")
    }
}
