//! Entries that wait on a phone while everything goes wrong: each that the phone took is in the books once, or stands there refused.

use super::Phone;
use super::device::{hers, says_it_is_hers};
use super::devtools::{self, told};
use crate::support::app::App;
use crate::support::database::{Database, snapshot_of};
use crate::support::network::{Network, Way};
use crate::support::village::{Village, noon};
use ledger::model::{IssueShares, Share};
use ledger::values::ids::{EventId, IssueId, StepNo};
use ledger::values::pieces::Pieces;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::json;
use server::{FormLimits, Limits};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A page of hers that shows none of it.
const PAGE: &str = "/account";

/// What became of what a phone took.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    /// Entries that the ledger takes, and those that it refuses.
    good: BTreeSet<String>,
    bad: BTreeSet<String>,
}

/// A phone on which everything goes wrong.
struct Trouble<'v> {
    app: App,
    network: Network,
    phone: Phone,
    v: &'v Village<'v>,
    issue: IssueId,
    random: StdRng,
    taken: Told,
    /// Whether what is kept on the phone goes with a closed tab: the fault that this is to find.
    forgets: bool,
}

impl Trouble<'_> {
    /// Enters so many, one piece each; some are nonsense, some are entered twice.
    async fn enter(&mut self, n: usize) {
        let entries: Vec<_> = (0..n)
            .flat_map(|_| {
                let event = Uuid::from_u128(self.random.random()).to_string();
                let (issue, pieces) = match self.random.random_range(0..20) {
                    0 => (self.issue.0, "0"),
                    1 => (999_999, "1"),
                    _ => (self.issue.0, "1"),
                };
                let is_good = issue == self.issue.0 && pieces == "1";
                if is_good { &mut self.taken.good } else { &mut self.taken.bad }.insert(event.clone());
                let times = if self.random.random_range(0..30) == 0 { 2 } else { 1 };
                vec![json!([event, issue.to_string(), pieces]); times]
            })
            .collect();
        let script = format!(
            "{DEVICE}.then(async (device) => {{
                for (const [event, issue, pieces] of {}) {{
                    const body = new URLSearchParams({{ event, issue, pieces }}).toString();
                    await device.enter({{ action: '/api/declare', body, label: event, page: '/me' }});
                }}
                return true;
            }})",
            json!(entries)
        );
        while told(self.phone.client(), &script).await != Some(json!(true)) {
            self.open().await;
        }
    }

    /// Opens the page, so that it may send.
    async fn open(&self) {
        self.phone.go(PAGE).await;
        self.typing().await;
    }

    /// She is about to type: no page goes away under her.
    async fn typing(&self) {
        let script = "document.body.append(Object.assign(document.createElement('input'), { id: 'typing' })); document.getElementById('typing').focus(); true";
        told(self.phone.client(), script).await;
    }

    /// One thing goes wrong, or right again.
    async fn goes_wrong(&mut self) {
        if self.forgets {
            self.network.is(Way::Cut);
            return self.close_tab().await;
        }
        match self.random.random_range(0..6) {
            0 => {
                self.app.restart().await;
                self.network.lead_to(&self.app.address);
            }
            1 => self.close_tab().await,
            2 => self.second_tab().await,
            _ => {
                let ways = [Way::Open, Way::Open, Way::Cut, Way::AnswersLost];
                self.network.is(*ways.choose(&mut self.random).expect("one of them"));
            }
        }
    }

    /// The tab is closed in the middle of sending, and another opened.
    async fn close_tab(&self) {
        let client = self.phone.client();
        drop(told(client, &format!("{DEVICE}.then((device) => {{ device.flush(); return true; }})")).await);
        let other = client.new_window(true).await.expect("another tab").handle;
        client.close_window().await.expect("the tab closes");
        client.switch_to_window(other).await.expect("the other");
        if self.forgets {
            let origin = json!({ "origin": self.network.address, "storageTypes": "indexeddb" });
            devtools::ask(client, "Storage.clearDataForOrigin", origin).await;
        }
        self.open().await;
    }

    /// Two tabs send at once.
    async fn second_tab(&self) {
        let client = self.phone.client();
        let first = client.window().await.expect("a tab");
        let second = client.new_window(true).await.expect("another tab").handle;
        client.switch_to_window(second).await.expect("the other");
        self.open().await;
        client.close_window().await.expect("the tab closes");
        client.switch_to_window(first).await.expect("the first");
    }

    /// All is well again: everything is sent. Returns what the phone then shows as refused.
    async fn ends(&self) -> BTreeSet<String> {
        self.network.is(Way::Open);
        self.open().await;
        let script = format!(
            "{DEVICE}.then((device) => device.flush()).then(() => new Promise((done) => {{
                const open = indexedDB.open('petalwork');
                open.onsuccess = () => {{
                    const asked = open.result.transaction('entries').objectStore('entries').getAll();
                    asked.onsuccess = () => {{
                        open.result.close();
                        done(asked.result.map((entry) => [entry.label, Boolean(entry.refused)]));
                    }};
                }};
            }}))"
        );
        loop {
            let Some(left) = told(self.phone.client(), &script).await else { continue };
            let left: Vec<(String, bool)> = serde_json::from_value(left).expect("entries");
            if left.iter().all(|(_, is_refused)| *is_refused) {
                return left.into_iter().map(|(event, _)| event).collect();
            }
        }
    }

    /// Those that are in the books.
    async fn recorded(&self) -> BTreeSet<String> {
        let mut books = snapshot_of(self.v.store, self.v.workshop).await;
        let mut recorded = BTreeSet::new();
        for event in self.taken.good.union(&self.taken.bad) {
            let id = EventId(event.parse().expect("an id"));
            if books.is_written(id).await.expect("a read") {
                recorded.insert(event.clone());
            }
        }
        let held = books.of_worker(self.v.anna).held_issue(self.issue).await.expect("a read").expect("her work");
        assert_eq!(held.0.declared.0, i64::try_from(recorded.len()).expect("few"), "a piece an entry, each once");
        recorded
    }
}

/// The script of the page, which it has loaded already.
const DEVICE: &str = "import(document.querySelector('script[data-person]').dataset.device)";

/// Plays that many entries. Returns what the phone took, what is in the books, and what is shown as refused.
async fn play(seed: u64, most: usize, forgets: bool) -> (Told, BTreeSet<String>, BTreeSet<String>) {
    let any = FormLimits { a_minute: u32::MAX, a_day: u32::MAX };
    let app = App::start_at(Database::sqlite().await, Limits::default(), any, noon()).await;
    let store = app.database.store.clone();
    let v = Village::settle(&store).await;
    let pieces = i64::try_from(most).expect("few") * 2;
    let (_, line) = v.open("T-2", "2026-11-01", "2027-02-20", pieces).await;
    let shares = vec![Share { worker: v.anna, pieces: Pieces(pieces) }];
    let issue = v.issued(IssueShares { line, step: StepNo(1), shares, seen: None }).await;
    let network = Network::to(&app.address).await;
    let phone = hers(&app, &network, &v, v.anna).await;
    says_it_is_hers(&phone, "/me").await;
    let random = StdRng::seed_from_u64(seed);
    let mut trouble = Trouble { app, network, phone, v: &v, issue, random, taken: Told::default(), forgets };
    trouble.open().await;
    while trouble.taken.good.len() + trouble.taken.bad.len() < most {
        let n = trouble.random.random_range(10..60);
        trouble.enter(n).await;
        trouble.goes_wrong().await;
    }
    let refused = trouble.ends().await;
    let recorded = trouble.recorded().await;
    let Trouble { phone, taken, .. } = trouble;
    phone.close().await;
    (taken, recorded, refused)
}

/// How many entries are played: `cargo xtask outbox 10000` plays more.
fn entries() -> usize {
    const USUAL: usize = 2_000;
    let asked = std::env::var("PETALWORK_OUTBOX_ENTRIES").ok();
    asked.map_or(USUAL, |number| number.parse().expect("PETALWORK_OUTBOX_ENTRIES is a number"))
}

#[tokio::test]
async fn of_thousands_of_entries_each_is_recorded_once_or_stands_there_refused() {
    let (taken, recorded, refused) = play(16, entries(), false).await;
    assert_eq!(recorded, taken.good, "what was taken is in the books");
    assert_eq!(refused, taken.bad, "what was refused is there to be seen");
}

#[tokio::test]
async fn a_phone_that_forgets_with_its_tab_is_found_out() {
    let (taken, recorded, _) = play(17, 300, true).await;
    assert!(recorded.is_subset(&taken.good) && recorded.len() < taken.good.len(), "{} recorded", recorded.len());
}
