//! What the server holds after the demo and ten thousand requests.

use super::row;
use super::scene::enter;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const REQUESTS: usize = 10_000;

pub async fn measure() {
    let file = std::env::temp_dir().join(format!("petalwork-bench-{}.db", uuid::Uuid::new_v4()));
    let database = format!("sqlite:{}", file.display());
    let program = env!("CARGO_BIN_EXE_petalwork");
    let made = Command::new(program).args(["--database", &database, "demo"]).stdout(Stdio::null()).status();
    assert!(made.expect("the program runs").success());
    let mut server = Command::new(program)
        .args(["--database", &database, "serve", "--listen", "127.0.0.1:0"])
        .env("PETALWORK_LOG", "error")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut says = BufReader::new(server.stdout.take().expect("its words")).lines();
    let address = loop {
        let line = says.next().expect("it says where it is").expect("words");
        if let Some(at) = line.find("http://") {
            break line[at..].trim().to_owned();
        }
    };
    let roles = [
        ("worker", ["/me", "/me/book"]),
        ("coordinator", ["/today", "/orders"]),
        ("firm", ["/firm", "/firm/deliveries"]),
    ];
    for (role, paths) in roles {
        let client = enter(&address, role).await;
        for n in 0..=REQUESTS / roles.len() {
            let answer = client
                .get(format!("{address}{}", paths[n % 2]))
                .header("accept-encoding", "br")
                .send()
                .await
                .expect("an answer");
            assert!(answer.status().is_success(), "{}", answer.status());
            answer.bytes().await.expect("a page");
        }
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).expect("the kernel tells");
    let mebibytes = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or_default() / 1024.0
    };
    let held = format!("{:.1}", mebibytes("VmRSS:"));
    row(&format!("server memory after {REQUESTS} requests, MB (highest {:.1})", mebibytes("VmHWM:")), &held, "<= 64");
    server.kill().expect("it stops");
    server.wait().expect("it stopped");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}
