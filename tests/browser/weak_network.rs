//! What the main pages cost over a weak network: bytes and requests by test, and, for a table, how long until they can be read.

use super::devtools::{ask, told};
use super::pages::demo;
use super::{Phone, Script};
use app::language::Language;
use serde_json::{Value, json};

/// A network: bits a second, and milliseconds from a request to the begin of its answer.
struct Line {
    kilobits: f64,
    latency: f64,
}

/// A bad and a usual one in a village.
const LINES: [Line; 2] = [Line { kilobits: 60.0, latency: 800.0 }, Line { kilobits: 400.0, latency: 300.0 }];

/// How much slower the phone is than this machine.
const SLOWER: f64 = 6.0;

/// Most bytes of a first visit, photos and sounds aside, and most requests that must be answered before it can be read: a page and its styles.
const HER_MOST: f64 = 14.0 * 1024.0;
const DESK_MOST: f64 = 100.0 * 1024.0;
const READ_AFTER: f64 = 2.0;

/// Bytes over the wire and requests with photos aside, bytes of page and styles, and the largest paint in milliseconds.
const SEEN: &str = "new Promise((done) => { \
     const [page] = performance.getEntriesByType('navigation'); \
     const files = performance.getEntriesByType('resource').filter(({ name }) => !/photos|spoken/.test(name)); \
     const styles = files.filter(({ name }) => name.endsWith('.css')); \
     const sum = (of) => of.reduce((all, { transferSize }) => all + transferSize, 0); \
     new PerformanceObserver((list) => done([sum([page, ...files]), files.length + 1, sum([page, ...styles]), \
         Math.round(list.getEntries().at(-1).startTime)])).observe({ type: 'largest-contentful-paint', buffered: true }); })";

#[tokio::test]
async fn the_main_pages_are_small_over_a_weak_network() {
    let app = demo().await;
    let table = std::env::var_os("PETALWORK_TABLE").is_some();
    if table {
        println!("| page | line | bytes | requests | largest paint | floor |\n| --- | --- | --: | --: | --: | --: |");
    }
    for (who, most) in [("worker", HER_MOST), ("coordinator", DESK_MOST), ("firm", DESK_MOST)] {
        let phone = Phone::open(&app.address, Script::On, Language::ZhCn).await;
        phone.enter_demo(who).await;
        for path in pages_of(who, &phone).await {
            for line in &LINES {
                let [bytes, requests, read, painted] = first_visit(&phone, &path, line).await;
                // Nobody reads it sooner: its page and styles come one after the other, each after its latency.
                let floor = READ_AFTER * line.latency + read * 8.0 / line.kilobits;
                assert!(bytes > 0.0 && bytes <= most, "{who} at {path}: {bytes} bytes of {most}");
                if table {
                    let line = format!("{} kbit/s, {} ms", line.kilobits, line.latency);
                    println!("| {who} `{path}` | {line} | {bytes} | {requests} | {painted} ms | {floor:.0} ms |");
                }
            }
        }
        phone.close().await;
    }
}

async fn pages_of(who: &str, phone: &Phone) -> Vec<String> {
    let named = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
    match who {
        "worker" => {
            let hand_in = phone.found("/me", "a[href^='/me/hand-in/']").await;
            [named(&["/me", "/me/book", "/me/pay"]), vec![hand_in]].concat()
        }
        "coordinator" => {
            let order = phone.found("/orders", "main a[href^='/orders/']:not([href='/orders/new'])").await;
            [named(&["/today", "/orders", "/count", "/pay"]), vec![order]].concat()
        }
        _ => named(&["/firm", "/firm/deliveries", "/firm/statement"]),
    }
}

/// Opens a page as a browser does that has nothing of it yet.
async fn first_visit(phone: &Phone, path: &str, Line { kilobits, latency }: &Line) -> [f64; 4] {
    phone.go("/robots.txt").await;
    let bytes = kilobits * 1000.0 / 8.0;
    let line = json!({ "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes });
    for (name, parameters) in [
        // Else what the memory still has comes without the network.
        ("Network.enable", json!({})),
        ("Network.clearBrowserCache", json!({})),
        ("Network.emulateNetworkConditions", line),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })),
    ] {
        ask(phone.client(), name, parameters).await;
    }
    phone.go(path).await;
    let seen = told(phone.client(), SEEN).await.unwrap_or_else(|| panic!("{path} says nothing of its loading"));
    let free = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    ask(phone.client(), "Network.emulateNetworkConditions", free).await;
    ask(phone.client(), "Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    let number = |of: &Value| of.as_f64().expect("a number");
    [0, 1, 2, 3].map(|nth| number(&seen[nth]))
}
