//! Passwords and PINs: kept as argon2id hashes, made one at a time, since each takes 19 MiB while it is made.

use crate::request::Problem;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::OnceLock;
use tokio::sync::Semaphore;

/// One hash at a time; anyone who comes meanwhile waits.
static TURN: Semaphore = Semaphore::const_new(1);

/// What is compared with where there is no account, so that it takes as long.
static NOBODY: OnceLock<String> = OnceLock::new();

/// 19 MiB, twice over, in one lane: what OWASP advises for a server of this size.
fn hasher() -> Result<Argon2<'static>, Problem> {
    const KIB: u32 = 19 * 1024;
    const ROUNDS: u32 = 2;
    const LANES: u32 = 1;
    let params = Params::new(KIB, ROUNDS, LANES, None).map_err(|_| Problem::Database)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_now(secret: &str) -> Result<String, Problem> {
    let hash = hasher()?.hash_password(secret.as_bytes()).map_err(|error| {
        tracing::error!(%error, "a password could not be hashed");
        Problem::Database
    })?;
    Ok(hash.to_string())
}

/// What may be kept of a password or PIN.
pub(super) async fn hash(secret: String) -> Result<String, Problem> {
    apart(move || hash_now(&secret)).await
}

/// Whether that is the password or PIN. Takes as long where there is nothing to compare with.
pub(super) async fn matches(secret: String, kept: Option<String>) -> Result<bool, Problem> {
    apart(move || {
        let there = kept.is_some();
        let kept = match kept {
            Some(kept) => kept,
            None => match NOBODY.get() {
                Some(nobody) => nobody.clone(),
                None => {
                    let nobody = hash_now("nobody's password")?;
                    NOBODY.get_or_init(|| nobody).clone()
                }
            },
        };
        // A hash that cannot be read is one that nothing matches: a demo's coordinator has such.
        let Ok(kept) = PasswordHash::new(&kept) else { return Ok(false) };
        Ok(hasher()?.verify_password(secret.as_bytes(), &kept).is_ok() && there)
    })
    .await
}

async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, Problem> + Send + 'static) -> Result<T, Problem> {
    let turn = TURN.acquire().await.map_err(|_| Problem::Database)?;
    let done = tokio::task::spawn_blocking(move || {
        // Held until the memory is free again, even if the client has gone away.
        let _turn = turn;
        work()
    });
    done.await.map_err(|_| Problem::Database)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let kept = hash("正确的密码 1".to_owned()).await.expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        let matched = async |secret: &str, kept: Option<&str>| {
            matches(secret.to_owned(), kept.map(str::to_owned)).await.expect("an answer")
        };
        assert!(matched("正确的密码 1", Some(&kept)).await);
        assert!(!matched("正确的密码 2", Some(&kept)).await);
        assert!(!matched("", Some("")).await);
        assert!(!matched("nobody's password", None).await);
    }
}
