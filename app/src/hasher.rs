//! Passwords and PINs: kept as argon2id hashes, made one at a time, since each takes 19 MiB and a core while it is made.
//!
//! Strangers wait in a queue of their own, which is short: however many come, the people whom we know are not kept waiting.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use ledger::store::background::in_background;
use std::sync::{Arc, OnceLock};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many of one kind may wait or be served. A stranger's guess takes some 30 ms, so this is half a second.
const PLACES: usize = 16;

/// What is compared with where there is no account, so that it takes as long.
static NOBODY: OnceLock<String> = OnceLock::new();

/// Who waits for a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// Somebody in a browser that she used before, or with a link or card that could not be guessed.
    Known,
    Stranger,
}

/// Why nothing was hashed or compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHashed {
    /// Too many wait already.
    Busy,
    /// There is no memory for it, or the like.
    Failed,
}

/// Hashes, one at a time for those whom we know and one for strangers. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Hasher {
    known: Queue,
    strangers: Queue,
}

impl Default for Hasher {
    fn default() -> Self {
        Self { known: Queue::of(Asker::Known), strangers: Queue::of(Asker::Stranger) }
    }
}

#[derive(Clone, Debug)]
struct Queue {
    asker: Asker,
    places: Arc<Semaphore>,
    turn: Arc<Semaphore>,
}

/// A place in a queue. It is had before anything else is done for the one who asks: who finds none costs nothing.
#[derive(Debug)]
pub struct Place {
    queue: Queue,
    place: OwnedSemaphorePermit,
}

impl Place {
    /// Whether that is the password or PIN. Takes as long where there is nothing to compare with.
    ///
    /// # Errors
    /// [`NotHashed::Failed`]
    pub async fn matches(self, secret: String, kept: Option<String>) -> Result<bool, NotHashed> {
        self.run(move || matches(&secret, kept.as_deref())).await
    }

    async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> Result<T, NotHashed> + Send + 'static,
    ) -> Result<T, NotHashed> {
        let Self { queue: Queue { asker, turn, .. }, place } = self;
        let turn = turn.acquire_owned().await.map_err(|_| NotHashed::Failed)?;
        let work = move || {
            // Held until the memory is free again, even if the client has gone away.
            let _held = (place, turn);
            work()
        };
        match asker {
            Asker::Known => tokio::task::spawn_blocking(work).await.map_err(|_| NotHashed::Failed)?,
            Asker::Stranger => in_background(work).await.ok_or(NotHashed::Failed)?,
        }
    }
}

impl Hasher {
    /// What may be kept of a password or PIN.
    ///
    /// # Errors
    /// [`NotHashed`]
    pub async fn hash(&self, asker: Asker, secret: String) -> Result<String, NotHashed> {
        self.place(asker)?.run(move || hash(&secret)).await
    }

    /// A place in the queue of those.
    ///
    /// # Errors
    /// [`NotHashed::Busy`]
    pub fn place(&self, asker: Asker) -> Result<Place, NotHashed> {
        match asker {
            Asker::Known => self.known.place(),
            Asker::Stranger => self.strangers.place(),
        }
    }
}

impl Queue {
    fn of(asker: Asker) -> Self {
        Self { asker, places: Arc::new(Semaphore::new(PLACES)), turn: Arc::new(Semaphore::new(1)) }
    }

    fn place(&self) -> Result<Place, NotHashed> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| NotHashed::Busy)?;
        Ok(Place { queue: self.clone(), place })
    }
}

/// 19 MiB, twice over, in one lane: what OWASP advises for a server of this size.
fn hasher() -> Result<Argon2<'static>, NotHashed> {
    const KIB: u32 = 19 * 1024;
    const ROUNDS: u32 = 2;
    const LANES: u32 = 1;
    let params = Params::new(KIB, ROUNDS, LANES, None).map_err(|_| NotHashed::Failed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Whether a hash was made in another way than new ones are: cheaper, as years ago.
#[must_use]
pub fn is_outdated(kept: &str) -> bool {
    let (Ok(kept), Ok(ours)) = (PasswordHash::new(kept), hasher()) else { return true };
    let algorithm = kept.algorithm.as_str() != Algorithm::Argon2id.as_str();
    algorithm
        || Params::try_from(&kept).map_or(true, |params| {
            let ours = ours.params();
            (params.m_cost(), params.t_cost(), params.p_cost()) != (ours.m_cost(), ours.t_cost(), ours.p_cost())
        })
}

fn hash(secret: &str) -> Result<String, NotHashed> {
    let hash = hasher()?.hash_password(secret.as_bytes()).map_err(|error: password_hash::Error| {
        tracing::error!(%error, "a password could not be hashed");
        NotHashed::Failed
    })?;
    Ok(hash.to_string())
}

fn matches(secret: &str, kept: Option<&str>) -> Result<bool, NotHashed> {
    let there = kept.is_some();
    let kept = match (kept, NOBODY.get()) {
        (Some(kept), _) => kept,
        (None, Some(nobody)) => nobody,
        (None, None) => {
            let nobody = hash("nobody's password")?;
            NOBODY.get_or_init(|| nobody)
        }
    };
    // A hash that cannot be read is one that nothing matches: a demo's coordinator has such.
    let Ok(kept) = PasswordHash::new(kept) else { return Ok(false) };
    Ok(hasher()?.verify_password(secret.as_bytes(), &kept).is_ok() && there)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Asker::{Known, Stranger};

    async fn compare(hasher: &Hasher, asker: Asker, secret: String, kept: Option<String>) -> Result<bool, NotHashed> {
        hasher.place(asker)?.matches(secret, kept).await
    }

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let hasher = Hasher::default();
        let kept = hasher.hash(Known, "正确的密码 1".to_owned()).await.expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(!is_outdated(&kept));
        assert!(is_outdated(&kept.replace("m=19456", "m=9216")) && is_outdated(&kept.replace("t=2", "t=1")));
        let matched = async |secret: &str, kept: Option<&str>| {
            compare(&hasher, Known, secret.to_owned(), kept.map(str::to_owned)).await.expect("an answer")
        };
        assert!(matched("正确的密码 1", Some(&kept)).await);
        assert!(!matched("正确的密码 2", Some(&kept)).await);
        assert!(!matched("", Some("")).await);
        assert!(!matched("nobody's password", None).await);
    }

    #[tokio::test]
    async fn strangers_who_are_too_many_are_told_so_and_hold_up_nobody_whom_we_know() {
        let hasher = Hasher::default();
        let turn = hasher.strangers.turn.clone().acquire_owned().await.expect("free");
        let waiting: Vec<_> = (0..PLACES)
            .map(|_| {
                let hasher = hasher.clone();
                tokio::spawn(async move { compare(&hasher, Stranger, "a guess".to_owned(), None).await })
            })
            .collect();
        while hasher.strangers.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(compare(&hasher, Stranger, "one more".to_owned(), None).await, Err(NotHashed::Busy));
        assert_eq!(compare(&hasher, Known, "hers".to_owned(), None).await, Ok(false));
        drop(turn);
        for guess in waiting {
            assert_eq!(guess.await.expect("it ran"), Ok(false));
        }
        assert_eq!(compare(&hasher, Stranger, "another".to_owned(), None).await, Ok(false));
    }
}
