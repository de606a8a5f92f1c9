//! The socket, and serving on it until a signal to stop. Nobody holds a connection for nothing.

use axum::Router;
use axum::serve::{Listener, ListenerExt};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;

/// Why nothing can be served there.
#[derive(Debug, thiserror::Error)]
#[error("cannot listen on {address}: {why}; is something else using that port? Choose another with --listen")]
pub struct ListenError {
    address: SocketAddr,
    why: io::Error,
}

/// Takes the address and port; port 0 takes any free one.
///
/// # Errors
/// [`ListenError`] when it cannot be had.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, ListenError> {
    TcpListener::bind(address).await.map_err(|why| ListenError { address, why })
}

/// How many clients are served at once, and how long one of them may keep its connection without using it.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at once; more wait in the system's queue. Most systems give a process 1,024 files, and the database needs some.
    pub connections: usize,
    /// How long the head of a request may take to arrive, and a connection may wait for its next request.
    pub silence: Duration,
    /// The same for who comes while more than half of the connections are taken.
    pub silence_in_a_crowd: Duration,
    /// How long an answer may lie unread.
    pub unread: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 768,
            silence: Duration::from_secs(30),
            silence_in_a_crowd: Duration::from_secs(5),
            unread: Duration::from_secs(30),
        }
    }
}

/// Serves until `stop` ends, then finishes the requests that have begun.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()> + Send) {
    // An answer is written in parts. Nagle's algorithm would hold the last part back until the phone had acknowledged the
    // first, which it delays: 40 ms a page.
    let mut listener = listener.tap_io(|connection| {
        if let Err(why) = connection.set_nodelay(true) {
            tracing::debug!(%why, "TCP_NODELAY was refused");
        }
    });
    // Here, so that it is put together once and not for each connection.
    let service = TowerToHyperService::new(router.with_state(()));
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let accept = async {
        // Said once, until more than half are free again.
        let mut is_said = false;
        // It is never closed.
        while let Ok(place) = Arc::clone(&places).acquire_owned().await {
            let (stream, _) = listener.accept().await;
            let mut stream = TimeoutStream::new(stream);
            stream.set_write_timeout(Some(limits.unread));
            let free = places.available_permits();
            let crowded = free < limits.connections / 2;
            is_said = is_said && crowded;
            if free == 0 && !is_said {
                is_said = true;
                tracing::warn!(target: "security", event = "full", "all connections are taken; more wait");
            }
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(if crowded { limits.silence_in_a_crowd } else { limits.silence })
                .serve_connection(TokioIo::new(Box::pin(stream)), service.clone());
            let connection = graceful.watch(connection);
            tokio::spawn(async move {
                if let Err(why) = connection.await {
                    tracing::debug!(%why, "a connection broke off");
                }
                drop(place);
            });
        }
    };
    tokio::select! {
        () = accept => {}
        () = pin!(stop) => {}
    }
    drop(listener);
    graceful.shutdown().await;
}
