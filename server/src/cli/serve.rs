//! `petalwork serve`: the pages.

use super::Failure;
use super::public_url::public_url;
use crate::headers::Https;
use crate::{AppState, FormLimits, Frontend, Limits, Listeners, bind, demo, files, router, serve};
use app::hasher::Hasher;
use app::request::Services;
use clap::Args;
use ledger::store::Store;
use ledger::values::clock::SystemClock;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

#[derive(Args, Debug)]
pub(super) struct Serve {
    /// The address and port to listen on.
    #[arg(long, env = "PETALWORK_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// How people reach it, such as https://flowers.example: printed on cards and delivery notes. If it is https, cookies are
    /// sent over https only.
    #[arg(long, env = "PETALWORK_PUBLIC_URL", value_parser = public_url)]
    public_url: Option<String>,
    /// Offer the made-up village in an empty database to all who come, even where --public-url is given.
    #[arg(long)]
    demo: bool,
}

impl Serve {
    pub(super) async fn run(self, database: &str) -> Result<(), Failure> {
        let store = Store::open(database).await?;
        let files = files::reader(files::this_program().map_err(Failure::one)?);
        let services =
            Services { store: store.clone(), clock: Arc::new(SystemClock), files, hasher: Hasher::default() };
        // Where others come in, nothing made up is offered unasked.
        let make_demo = (self.demo || self.public_url.is_none()).then(demo::maker);
        let (frontend, form_limits) = (Frontend::find(), FormLimits::default());
        let listeners = Listeners::new(store.clone(), Listeners::LOOK_EVERY);
        let state = AppState {
            services: services.clone(),
            frontend,
            public_url: self.public_url,
            listeners: listeners.clone(),
            form_limits,
            make_demo,
        };
        let Https(is_https) = state.https();
        tokio::spawn(clear(services));
        let listener = bind(self.listen).await.map_err(Failure::one)?;
        if !self.listen.ip().is_loopback() && !is_https {
            tracing::warn!(
                "plain HTTP for other machines: anyone on the network between can read and change what is sent; see docs/operate.md"
            );
        }
        println!("Petalwork 花工账: http://{}", listener.local_addr().map_err(Failure::one)?);
        let end = async move {
            stop().await;
            listeners.end();
        };
        serve(listener, router(state), Limits::default(), end).await;
        store.close().await;
        Ok(())
    }
}

/// Throws away what ran out: sessions, invitations, drafts. At once, then every hour.
async fn clear(Services { store, clock, .. }: Services) {
    const EVERY: Duration = Duration::from_hours(1);
    let mut hours = tokio::time::interval(EVERY);
    loop {
        hours.tick().await;
        if let Err(error) = store.throw_away_expired(clock.now()).await {
            tracing::error!(%error, "expired sessions, invitations and drafts could not be deleted");
        }
    }
}

/// Waits until somebody asks the program to end.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    let _ = interrupt.await;
}
