//! The socket, and serving on it until a signal to stop.

use axum::Router;
use axum::serve::ListenerExt;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

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

/// Serves until `stop` ends, then finishes the requests that have begun.
///
/// # Errors
/// When the socket fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    // An answer is written in parts. Nagle's algorithm would hold the last part back until the phone had acknowledged the
    // first, which it delays: 40 ms a page.
    let listener = listener.tap_io(|connection| {
        if let Err(why) = connection.set_nodelay(true) {
            tracing::debug!(%why, "TCP_NODELAY was refused");
        }
    });
    axum::serve(listener, router).with_graceful_shutdown(stop).await
}
