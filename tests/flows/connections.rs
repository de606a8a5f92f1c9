//! Clients that hold a connection and do not use it: they are dropped, and others served.

use crate::support::app::App;
use crate::support::database::Database;
use server::Limits;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const FOREVER: Duration = Duration::from_hours(1);

/// Every limit so far away that only what a test sets can be what is seen.
const NONE: Limits = Limits { connections: 64, silence: FOREVER, silence_in_a_crowd: FOREVER, unread: FOREVER };

const SOON: Duration = Duration::from_millis(50);

async fn start(limits: Limits) -> App {
    App::start_within(Database::sqlite().await, limits).await
}

async fn connect(app: &App) -> TcpStream {
    let address = app.address.strip_prefix("http://").expect("plain HTTP");
    TcpStream::connect(address).await.expect("a connection")
}

/// Everything that comes until the server closes the connection.
async fn until_closed(mut stream: TcpStream) -> String {
    let mut read = Vec::new();
    // It may as well be cut off.
    let _ = stream.read_to_end(&mut read).await;
    String::from_utf8_lossy(&read).into_owned()
}

async fn is_served(app: &App) {
    let page = reqwest::get(&app.address).await.expect("an answer");
    assert!(page.status().is_success(), "{}", page.status());
}

#[tokio::test]
async fn a_silent_client_is_dropped() {
    let app = start(Limits { silence: SOON, ..NONE }).await;
    assert_eq!(until_closed(connect(&app).await).await, "");
}

#[tokio::test]
async fn one_who_never_ends_its_request_is_dropped() {
    let app = start(Limits { silence: SOON, ..NONE }).await;
    let mut stream = connect(&app).await;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ").await.expect("sent");
    until_closed(stream).await;
}

#[tokio::test]
async fn one_who_has_its_answer_and_asks_no_more_is_dropped() {
    let app = start(Limits { silence: SOON, ..NONE }).await;
    let mut stream = connect(&app).await;
    stream.write_all(b"GET /favicon.svg HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").await.expect("sent");
    let answer = until_closed(stream).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[tokio::test]
async fn a_crowd_of_silent_clients_is_dropped_sooner_and_others_are_served() {
    let app = start(Limits { connections: 8, silence_in_a_crowd: SOON, ..NONE }).await;
    let mut silent = Vec::new();
    for _ in 0..32 {
        silent.push(connect(&app).await);
    }
    // Half of the places at most are held by those who came before it was crowded.
    is_served(&app).await;
    assert_eq!(silent.len(), 32, "they are all still there");
}

#[tokio::test]
async fn one_who_never_reads_its_answers_is_dropped() {
    let app = start(Limits { connections: 1, unread: SOON, ..NONE }).await;
    let mut stream = connect(&app).await;
    // Until it is cut off: what lies unread fills what the system holds for both.
    while stream.write_all(b"GET /favicon.svg HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").await.is_ok() {}
    is_served(&app).await;
}
