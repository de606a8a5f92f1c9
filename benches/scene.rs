//! The demo village, served in this process, with somebody signed in.

use app::hasher::Hasher;
use app::request::Services;
use ledger::model::Role;
use ledger::store::Store;
use ledger::store::access::{NewUser, Phone};
use ledger::values::clock::{Clock, FixedClock};
use ledger::values::ids::{UserId, WorkshopId};
use ledger::values::text::Name;
use reqwest::Client;
use server::{AppState, FormLimits, Frontend, Limits, Listeners, bind, demo, router, serve};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A day after the notebook's last.
pub fn clock() -> FixedClock {
    FixedClock("2026-11-01T02:00:00Z".parse().expect("a time"))
}

pub struct Scene {
    pub address: String,
    pub store: Store,
    pub workshop: WorkshopId,
    file: Option<PathBuf>,
}

impl Scene {
    /// The demo on a new SQLite file.
    pub async fn demo() -> Self {
        let file = std::env::temp_dir().join(format!("petalwork-bench-{}.db", uuid::Uuid::new_v4()));
        let store = Store::open(&format!("sqlite:{}", file.display())).await.expect("a new file");
        Self::serve(store, Some(file)).await
    }

    /// The demo in a new database on that PostgreSQL server.
    pub async fn demo_on_postgres(server: &str) -> Self {
        sqlx::any::install_default_drivers();
        let name = format!("petalwork_bench_{}", uuid::Uuid::new_v4().simple());
        let pool = sqlx::AnyPool::connect(server).await.expect("the PostgreSQL server answers");
        let text = format!("CREATE DATABASE {name}");
        sqlx::query(sqlx::AssertSqlSafe(text)).execute(&pool).await.expect("a new database");
        pool.close().await;
        let (base, _) = server.rsplit_once('/').expect("postgres://…/database");
        let address = format!("{base}/{name}");
        let store = Store::open(&address).await.expect("a new database opens");
        let scene = Self::serve(store, None).await;
        // Else PostgreSQL does it by itself, beside the first measures.
        let pool = sqlx::AnyPool::connect(&address).await.expect("the database");
        sqlx::query("VACUUM ANALYZE").execute(&pool).await.expect("vacuumed");
        pool.close().await;
        scene
    }

    async fn serve(store: Store, file: Option<PathBuf>) -> Self {
        let workshop = demo::make(&store, &clock()).await.expect("the demo");
        let files = server::files::reader(env!("CARGO_BIN_EXE_petalwork").into());
        let services = Services {
            store: store.clone(),
            clock: Arc::new(clock()) as Arc<dyn Clock>,
            files,
            hasher: Hasher::default(),
        };
        let (frontend, form_limits) = (Frontend::find(), FormLimits::default());
        let listeners = Listeners::new(store.clone(), Listeners::LOOK_EVERY);
        let state = AppState { services, frontend, public_url: None, listeners, form_limits, make_demo: None };
        let listener = bind("127.0.0.1:0".parse().expect("an address")).await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { serve(listener, router(state), Limits::default(), std::future::pending()).await });
        Self { address, store, workshop, file }
    }

    /// A browser signed in as one of the demo's roles.
    pub async fn enter(&self, role: &str) -> Client {
        enter(&self.address, role).await
    }
}

/// A browser signed in as one of the demo's roles at that address.
pub async fn enter(address: &str, role: &str) -> Client {
    let client = Client::builder().cookie_store(true).no_brotli().no_gzip().build().expect("a client");
    let asked = client.post(format!("{address}/api/demo_enter")).header("origin", address).form(&[("who", role)]);
    let page = asked.header("accept", "text/html").send().await.expect("an answer");
    assert!(page.status().is_success(), "{role}: {} {}", page.status(), page.url());
    client
}

/// A new coordinator, by an invitation.
pub async fn coordinator(store: &Store, workshop: WorkshopId, phone: &str, password_hash: String) -> UserId {
    let (invitations, at) = (store.invitations(), clock().now());
    let invited = invitations.invite(workshop, Role::Coordinator, at).await.expect("an invitation");
    let phone = Phone::parse(phone).expect("a number");
    let person = NewUser { name: Name::parse("带头人").expect("a name"), phone, password_hash };
    invitations.accept(&invited, &person, at).await.expect("an account").1
}

/// Takes a SQLite database away.
pub fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            remove(file);
        }
    }
}
