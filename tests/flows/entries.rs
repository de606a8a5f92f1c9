//! Entries that waited on a device: what the server answers to each, whatever became of session, day and ledger meanwhile.

use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, new_id};
use crate::support::visitor::Visitor;
use ledger::values::ids::IssueId;
use reqwest::Method;
use serde_json::{Value, json};

const KIND: &str = "application/vnd.petalwork.entry+json";

/// An entry as a device sends it.
struct Entry<'e> {
    action: &'e str,
    event: String,
    person: String,
    day: &'e str,
    issue: IssueId,
    pieces: &'e str,
}

impl Entry<'_> {
    async fn sent(&self, app: &App, who: &Visitor) -> Value {
        let body =
            [("event", self.event.clone()), ("issue", self.issue.to_string()), ("pieces", self.pieces.to_owned())];
        let asked = who.ask(Method::POST, self.action).header("origin", &app.address).header("accept", KIND);
        let asked = asked.header("entry-person", &self.person).header("entry-day", self.day).form(&body);
        let answer = asked.send().await.expect("an answer");
        assert_eq!(answer.headers()["content-type"], KIND, "{}", answer.status());
        serde_json::from_str(&answer.text().await.expect("a text")).expect("what became of it")
    }
}

fn declared<'e>(v: &Village<'_>, issue: IssueId, pieces: &'e str) -> Entry<'e> {
    let person = format!("{} worker {}", v.workshop, v.anna);
    Entry { action: "/api/declare", event: new_id().to_string(), person, day: "2026-11-02", issue, pieces }
}

async fn pieces_declared(v: &Village<'_>, issue: IssueId) -> i64 {
    let held = snapshot_of(v.store, v.workshop).await.of_worker(v.anna).held_issue(issue).await.expect("a read");
    held.map_or(0, |(held, _)| held.declared.0)
}

#[tokio::test]
async fn it_is_accepted_known_or_refused() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let anna = app.worker(v.workshop, v.anna).await;
    let entry = declared(&v, issue, "7");
    assert_eq!(entry.sent(&app, &anna).await["answer"], "accepted");
    let again = entry.sent(&app, &anna).await;
    assert_eq!((&again["answer"], &again["next"]), (&json!("known"), &json!("/me?done=declared")));
    // The same id with other content is another matter.
    let changed = Entry { event: entry.event.clone(), ..declared(&v, issue, "8") };
    assert_eq!(changed.sent(&app, &anna).await["answer"], "refused");
    let too_many = declared(&v, issue, "700").sent(&app, &anna).await;
    assert_eq!(too_many["answer"], "refused");
    assert!(too_many["words"].as_str().is_some_and(|words| words.contains("13")), "{too_many}");
    assert_eq!(pieces_declared(&v, issue).await, 7);
}

#[tokio::test]
async fn it_waits_for_its_own_person() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let entry = declared(&v, issue, "7");
    assert_eq!(entry.sent(&app, &app.stranger()).await["answer"], "signed_out");
    let berta = app.worker(v.workshop, v.berta).await;
    assert_eq!(entry.sent(&app, &berta).await["answer"], "other");
    // It is done as the one who is signed in, whatever it says of itself.
    let claimed = Entry { person: format!("{} worker {}", v.workshop, v.berta), ..declared(&v, issue, "7") };
    assert_eq!(claimed.sent(&app, &berta).await["answer"], "refused");
    assert_eq!(pieces_declared(&v, issue).await, 0);
}

#[tokio::test]
async fn its_day_is_the_one_on_which_it_was_made_within_reason() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let anna = app.worker(v.workshop, v.anna).await;
    app.clock.pass(chrono::Duration::days(3));
    for (day, answer) in [
        ("2026-11-03", "accepted"),
        ("2026-11-05", "accepted"),
        ("2026-11-06", "refused"),
        ("2026-10-01", "refused"),
        ("soon", "refused"),
    ] {
        let told = Entry { day, ..declared(&v, issue, "2") }.sent(&app, &anna).await;
        assert_eq!(told["answer"], answer, "{day}: {told}");
    }
    let held = snapshot_of(v.store, v.workshop).await.of_worker(v.anna).held_issue(issue).await.expect("a read");
    let days: Vec<String> = held.expect("hers").1.iter().map(|waiting| waiting.day.to_string()).collect();
    assert_eq!(days, ["2026-11-03", "2026-11-05"]);
}

#[tokio::test]
async fn one_that_was_changed_by_hand_is_refused_and_holds_up_nobody() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let anna = app.worker(v.workshop, v.anna).await;
    for broken in [
        Entry { action: "/api/no_such_thing", ..declared(&v, issue, "1") },
        Entry { action: "/api/pay", ..declared(&v, issue, "1") },
        Entry { event: "no id".to_owned(), ..declared(&v, issue, "1") },
        declared(&v, issue, "many"),
        declared(&v, IssueId(999_999), "1"),
    ] {
        let told = broken.sent(&app, &anna).await;
        assert_eq!(told["answer"], "refused", "{} {}: {told}", broken.action, broken.event);
        assert!(told["words"].as_str().is_some_and(|words| !words.is_empty()), "{told}");
    }
    assert_eq!(pieces_declared(&v, issue).await, 0);
}
