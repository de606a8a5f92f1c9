//! What operators find in the log of the running program, and what must not be in it.

use crate::support::database::Database;
use crate::support::people::{PASSWORD, PIN, set_up, sign_in};
use crate::support::village::Village;
use crate::support::visitor::Visitor;
use ledger::model::Role;
use ledger::values::clock::{Clock, SystemClock};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// The program as it serves, and what it logs.
struct Serving {
    child: Child,
    address: String,
    log: PathBuf,
}

impl Serving {
    fn start(database: &Database) -> Self {
        Self::start_with(database, &["--listen", "127.0.0.1:0"])
    }

    fn start_with(database: &Database, arguments: &[&str]) -> Self {
        let log = std::env::temp_dir().join(format!("petalwork-{}.log", uuid::Uuid::new_v4()));
        let mut child = Command::new(env!("CARGO_BIN_EXE_petalwork"))
            .args(["--database", &database.address, "serve"])
            .args(arguments)
            .env("PETALWORK_LOG", "debug")
            .stdout(Stdio::piped())
            .stderr(File::create(&log).expect("a file"))
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("where it listens");
        let address = line.trim().rsplit(' ').next().expect("an address").to_owned();
        Self { child, address, log }
    }

    /// Ends it; returns all that it logged.
    fn end(mut self) -> String {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
        let text = std::fs::read_to_string(&self.log).expect("its log");
        let _ = std::fs::remove_file(&self.log);
        text
    }
}

/// Each line of the target `security` from the event's name on; the same again and again is said once.
fn security(log: &str) -> Vec<String> {
    let lines = log.lines().filter_map(|line| Some(line.split_once(" security: ")?.1.replace(" what=\"\"", "")));
    let mut lines: Vec<String> = lines.collect();
    lines.dedup();
    lines
}

#[tokio::test]
async fn who_came_failed_and_changed_access_is_in_the_log_and_no_secret_is() {
    let database = Database::sqlite().await;
    let v = Village::settle(&database.store).await;
    let secret = database
        .store
        .invitations()
        .invite(v.workshop, Role::Coordinator, SystemClock.now())
        .await
        .expect("an invitation");
    database.store.cards().make_cards(v.workshop).await.expect("cards");
    let cards = database.store.cards().cards(v.workshop).await.expect("cards");
    let card = cards.into_iter().find(|card| card.worker == v.anna).and_then(|card| card.code).expect("her card");
    let serving = Serving::start(&database);
    let somebody = || Visitor::new(&serving.address);
    let desk = somebody();
    set_up(&desk, &format!("/set-up/{}", secret.reveal()), "13800000001").await;
    let phone = somebody();
    let page = phone.open(&format!("/card/{}", card.as_str())).await;
    phone.send(&page, "/api/choose_pin", &[("pin", PIN), ("again", PIN)]).await;
    let guesser = somebody();
    let mut tries = 0..20;
    while tries.next().is_some() && sign_in(&guesser, "13800000001", "a guess at it").await.status != 429 {}
    guesser.open("/card/ZZZZZZZZZZ").await;
    phone.open(&format!("/workers/{}", v.berta)).await;
    let page = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    desk.send(&page, "/api/replace_card", &[]).await;
    let page = desk.open("/today").await;
    desk.send(&page, "/api/sign_out", &[]).await;
    let log = serving.end();
    let (w, anna) = (v.workshop, v.anna);
    let expected = [
        format!("event=\"signed-in\" who=\"{w}/user 1\""),
        format!("event=\"secret-changed\" who=\"{w}/worker {anna}\""),
        format!("event=\"signed-in\" who=\"{w}/worker {anna}\""),
        format!("event=\"wrong-secret\" who=\"{w}/user 1\""),
        format!("event=\"must-wait\" who=\"{w}/user 1\""),
        "event=\"unknown-link\" who=\"nobody\"".to_owned(),
        format!("event=\"not-theirs\" who=\"{w}/worker {anna}\" what=\"/workers/{{id}}\""),
        format!("event=\"access-changed\" who=\"{w}/user 1\" what=\"replace-card\""),
        format!("event=\"signed-out\" who=\"{w}/user 1\""),
    ];
    assert_eq!(security(&log), expected);
    for secret in [PASSWORD, "a guess at it", card.as_str(), secret.reveal(), "13800000001", "王桂英", "安娜"] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
    assert!(!log.contains(&format!("={PIN}")) && !log.contains(&format!("\"{PIN}\"")), "a PIN is in the log");
}

#[tokio::test]
async fn plain_http_for_other_machines_is_warned_of() {
    let warned = async |arguments: &[&str]| {
        let database = Database::sqlite().await;
        Serving::start_with(&database, arguments).end().contains("plain HTTP for other machines")
    };
    assert!(warned(&["--listen", "0.0.0.0:0"]).await);
    assert!(!warned(&["--listen", "127.0.0.1:0"]).await);
    assert!(!warned(&["--listen", "0.0.0.0:0", "--public-url", "https://flowers.example"]).await);
}

#[tokio::test]
async fn the_lines_of_a_request_have_its_number() {
    let database = Database::sqlite().await;
    let serving = Serving::start(&database);
    let visitor = Visitor::new(&serving.address);
    for _ in 0..2 {
        visitor.open("/card/ZZZZZZZZZZ").await;
    }
    let log = serving.end();
    let lines: Vec<_> = log.lines().filter(|line| line.contains("unknown-link")).collect();
    let numbers: Vec<_> =
        lines.iter().filter_map(|line| line.split("number=").nth(1)?.split([' ', '}']).next()).collect();
    assert!(numbers.len() == 2 && numbers[0] != numbers[1], "{lines:?}");
}

#[tokio::test]
async fn a_made_up_village_is_offered_to_others_only_where_that_is_asked_for() {
    const OWN: [&str; 2] = ["--listen", "127.0.0.1:0"];
    const OTHERS: [&str; 2] = ["--public-url", "https://flowers.example"];
    for (more, is_offered) in [(&[] as &[&str], true), (&OTHERS, false), (&["--demo", OTHERS[0], OTHERS[1]], true)] {
        let database = Database::sqlite().await;
        let serving = Serving::start_with(&database, &[&OWN, more].concat());
        let visitor = Visitor::new(&serving.address);
        let page = visitor.open("/").await;
        assert_eq!(page.count("form[action='/api/demo_make']") > 0, is_offered, "{more:?}: {}", page.text());
        visitor.post("/", "/api/demo_make", &[].into()).await;
        assert_eq!(!database.store.workshops().await.expect("a look").is_empty(), is_offered, "{more:?}");
        serving.end();
    }
}
