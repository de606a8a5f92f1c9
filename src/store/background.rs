//! Work that steps back behind the pages where there is not enough of the processor for both.

use tokio::sync::oneshot;

/// How much it steps back: half of the way.
#[cfg(unix)]
const NICE: i32 = 10;

/// Does work on a thread of its own that steps back; `None` where there is no thread for it, or the work broke off.
pub async fn in_background<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (done, result) = oneshot::channel();
    let work = move || {
        // On Linux it is the thread that steps back, elsewhere it would be the whole program. Where it may not, it works all the same.
        #[cfg(target_os = "linux")]
        let _ = step_back();
        // Nobody may be waiting any more.
        let _ = done.send(work());
    };
    std::thread::Builder::new().name("background".to_owned()).spawn(work).ok()?;
    result.await.ok()
}

/// Lets a program step back that does such work and nothing else; on Linux the thread that asks.
///
/// # Errors
/// When the system does not allow it.
#[cfg(unix)]
pub fn step_back() -> std::io::Result<()> {
    rustix::process::nice(NICE)?;
    Ok(())
}
