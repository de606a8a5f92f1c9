//! What operators find in the log, and what must not be in it.

use crate::support::app::App;
use crate::support::people::{PASSWORD, PIN, sign_in};
use crate::support::village::Village;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

/// All that is logged while it is held.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody broke the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("nobody broke the log").clone()).expect("a text")
    }

    /// The lines of the target `security`, each from the event's name on.
    fn security(&self) -> Vec<String> {
        let text = self.text();
        let lines = text.lines().filter_map(|line| Some(line.split_once(" security: ")?.1.to_owned()));
        lines.map(|line| line.replace(" what=\"\"", "")).collect()
    }
}

#[tokio::test]
async fn who_came_failed_and_changed_access_is_in_the_log_and_no_secret_is() {
    let log = Log::default();
    // The server of a test runs on the test's own thread.
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_writer(log.clone());
    let _guard = tracing::subscriber::set_default(subscriber.with_ansi(false).with_span_events(FmtSpan::NEW).finish());
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = app.coordinator(v.workshop, "13800000001").await;
    let card = app.card(v.workshop, v.anna).await;
    let phone = app.worker(v.workshop, v.anna).await;
    let guesser = app.stranger();
    for _ in 0..4 {
        sign_in(&guesser, "13800000001", "a guess at it").await;
    }
    phone.open(&format!("/workers/{}", v.berta)).await;
    let page = desk.open(&format!("/cards/replace/{}", v.anna)).await;
    desk.send(&page, "/api/replace_card", &[]).await;
    let page = desk.open("/today").await;
    desk.send(&page, "/api/sign_out", &[]).await;
    let (w, anna) = (v.workshop, v.anna);
    let expected = [
        format!("event=\"signed-in\" who=\"{w}/user 1\""),
        format!("event=\"secret-changed\" who=\"{w}/worker {anna}\""),
        format!("event=\"signed-in\" who=\"{w}/worker {anna}\""),
        format!("event=\"wrong-secret\" who=\"{w}/user 1\""),
        format!("event=\"wrong-secret\" who=\"{w}/user 1\""),
        format!("event=\"wrong-secret\" who=\"{w}/user 1\""),
        format!("event=\"must-wait\" who=\"{w}/user 1\""),
        format!("event=\"not-theirs\" who=\"{w}/worker {anna}\" what=\"/workers/{{id}}\""),
        format!("event=\"access-changed\" who=\"{w}/user 1\" what=\"replace-card\""),
        format!("event=\"signed-out\" who=\"{w}/user 1\""),
    ];
    assert_eq!(log.security(), expected);
    let text = log.text();
    for secret in [PASSWORD, "a guess at it", card.trim_start_matches("/card/"), "13800000001", "王桂英", "安娜"] {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
    assert!(!text.contains(&format!("={PIN}")) && !text.contains(&format!("\"{PIN}\"")), "a PIN is in the log");
}
