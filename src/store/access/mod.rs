//! Who may come in: people with passwords, sessions, invitations, printed cards and links, what was typed into refused forms,
//! and delays after failed tries.
//!
//! None of it is part of the ledger and none of it changes a balance. No rules of the trade are here, and no passwords: only
//! their hashes come this far.

mod card;
mod delay;
mod demo;
mod draft;
mod expire;
mod invitation;
mod link;
mod phone;
mod secret;
mod session;
mod user;

pub use card::{Card, CardHolder};
pub use draft::KeptDraft;
pub use invitation::{Invitation, LetInYet, NotAccepted};
pub use link::{FirmDoor, Linked};
pub use phone::{BadPhone, Phone};
pub use secret::{CardCode, Secret, SecretHash};
pub use session::{Holder, HolderName, OpenSession, Session};
pub use user::{NewUser, User};

use super::{Engine, Store, StoreError};
use crate::text::Name;
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::{Any, Transaction};
use tokio::sync::OwnedMutexGuard;

/// A time as the database keeps it: of one width, so that it compares as text.
fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

fn time(table: &'static str, text: &str) -> Result<DateTime<Utc>, StoreError> {
    super::sql::read(table, text)
}

fn name(table: &'static str, text: &str) -> Result<Name, StoreError> {
    Name::parse(text).map_err(|_| StoreError::BadRow { table, what: text.to_owned() })
}

/// A turn at writing. Dropped without commit, nothing happened.
struct Turn {
    tx: Transaction<'static, Any>,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Store {
    /// Waits for SQLite's one writer, where it is SQLite.
    async fn turn(&self) -> Option<OwnedMutexGuard<()>> {
        match self.engine {
            Engine::Sqlite => Some(self.writer.clone().lock_owned().await),
            Engine::Postgres => None,
        }
    }

    async fn begin(&self) -> Result<Turn, StoreError> {
        let turn = self.turn().await;
        let begin = if self.engine == Engine::Sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" };
        Ok(Turn { tx: self.pool.begin_with(begin).await?, _turn: turn })
    }
}

impl Turn {
    async fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit().await?)
    }
}
