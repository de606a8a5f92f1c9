//! The app, served on a port of its own to the tests of one village.

use super::database::Database;
use app::hasher::Hasher;
use app::request::Services;
use chrono::{DateTime, Duration, Utc};
use ledger::values::clock::Clock;
use server::{AppState, FormLimits, Frontend, Limits, Listeners, bind, router, serve};
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;

/// How often the books are looked at for news: often, for a test waits for it.
const LOOK_EVERY: std::time::Duration = std::time::Duration::from_millis(20);

/// A clock whose hands the test moves.
#[derive(Debug)]
pub struct Hands(Mutex<DateTime<Utc>>);

impl Hands {
    /// Moves time on.
    pub fn pass(&self, time: Duration) {
        let mut now = self.0.lock().expect("nobody broke the clock");
        *now += time;
    }
}

impl Clock for Hands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("nobody broke the clock")
    }
}

impl App {
    /// What its clock says.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

/// A running app.
pub struct App {
    /// Where it is: `http://127.0.0.1:…`.
    pub address: String,
    pub database: Database,
    pub clock: Arc<Hands>,
    state: AppState,
    limits: Limits,
    serving: JoinHandle<()>,
}

impl App {
    /// Starts on an empty SQLite file.
    pub async fn start() -> Self {
        Self::start_on(Database::sqlite().await).await
    }

    /// Starts on that database, at noon of the village's first day.
    pub async fn start_on(database: Database) -> Self {
        Self::start_within(database, Limits::default()).await
    }

    /// The same, with limits to its clients.
    pub async fn start_within(database: Database, limits: Limits) -> Self {
        Self::start_at(database, limits, FormLimits::default(), super::village::noon()).await
    }

    /// The same at that time, where a person may send so many forms.
    pub async fn start_at(database: Database, limits: Limits, form_limits: FormLimits, now: DateTime<Utc>) -> Self {
        let clock = Arc::new(Hands(Mutex::new(now)));
        let files = server::files::reader(env!("CARGO_BIN_EXE_petalwork").into());
        let services =
            Services { store: database.store.clone(), clock: clock.clone(), files, hasher: Hasher::default() };
        let (frontend, make_demo) = (Frontend::find(), Some(server::demo::maker()));
        let listeners = Listeners::new(database.store.clone(), LOOK_EVERY);
        let state = AppState { services, frontend, public_url: None, listeners, form_limits, make_demo };
        let (address, serving) = served(&state, limits).await;
        Self { address, database, clock, state, limits, serving }
    }

    /// Sends those away that wait for news, as the program does before it ends.
    pub fn end_listening(&self) {
        self.state.listeners.end();
    }

    /// Ends in the middle of whatever it does, and begins again at another address.
    pub async fn restart(&mut self) {
        self.serving.abort();
        (self.address, self.serving) = served(&self.state, self.limits).await;
    }
}

/// Serves at a free port.
async fn served(state: &AppState, limits: Limits) -> (String, JoinHandle<()>) {
    let listener = bind("127.0.0.1:0".parse().expect("an address")).await.expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let router = router(state.clone());
    (address, tokio::spawn(async move { serve(listener, router, limits, std::future::pending()).await }))
}

impl Drop for App {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
