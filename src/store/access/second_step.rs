//! What is asked for after the password: a code of an authenticator app, a passkey, or a code on paper for one who lost both.

use super::{KeptPasskey, RecoveryCode, SecondSteps, Secret, SecretHash};
use crate::store::StoreError;
use crate::store::query::query;
use crate::values::ids::{UserId, WorkshopId};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AnyConnection;

/// What somebody's second step is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecondStep {
    /// The secret that she put into her app, in base32.
    pub authenticator: Option<Authenticator>,
    /// The oldest first.
    pub passkeys: Vec<KeptPasskey>,
    /// How many codes on paper are left.
    pub codes: i64,
}

/// An authenticator app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authenticator {
    /// In base32, as the app was given it.
    pub secret: String,
    /// Whether she has shown that her app has it; else it is not asked for.
    pub is_confirmed: bool,
}

/// What sign-in asks somebody for after her password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedFor {
    Nothing,
    /// To set up a second step, for another must approve what matters in this workshop.
    SettingUp,
    /// Her second step.
    Step,
}

/// Somebody who gave the right password, and whose second step is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfIn {
    pub workshop: WorkshopId,
    pub user: UserId,
}

impl HalfIn {
    /// How long the second step may take.
    pub const PATIENCE: TimeDelta = TimeDelta::minutes(10);
}

impl SecondStep {
    /// Whether there is one to ask for.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.confirmed().is_some() || !self.passkeys.is_empty()
    }

    /// The secret of the app that she has shown to have it.
    #[must_use]
    pub fn confirmed(&self) -> Option<&str> {
        self.authenticator.as_ref().filter(|app| app.is_confirmed).map(|app| app.secret.as_str())
    }
}

impl SecondSteps<'_> {
    /// Somebody's second step.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn of(&self, workshop: WorkshopId, user: UserId) -> Result<SecondStep, StoreError> {
        let mut db = self.pools.access.acquire().await?;
        let text = "SELECT secret, confirmed_at FROM authenticators WHERE workshop = $1 AND account = $2";
        let app: Option<(String, Option<String>)> = query(text).bind(workshop).bind(user).optional(&mut *db).await?;
        let text =
            "SELECT id, name, passkey, made_at FROM passkeys WHERE workshop = $1 AND account = $2 ORDER BY made_at, id";
        let passkeys = query(text).bind(workshop).bind(user).all(&mut *db).await?;
        let text = "SELECT COUNT(*) FROM recovery_codes WHERE workshop = $1 AND account = $2";
        let codes = query(text).bind(workshop).bind(user).one(&mut *db).await?;
        let authenticator = app.map(|(secret, confirmed)| Authenticator { secret, is_confirmed: confirmed.is_some() });
        Ok(SecondStep { authenticator, passkeys, codes })
    }

    /// What sign-in asks for after the password.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn asked(&self, workshop: WorkshopId, user: UserId) -> Result<AskedFor, StoreError> {
        let text = "SELECT w.approval, \
             (SELECT COUNT(*) FROM authenticators a WHERE a.workshop = $1 AND a.account = $2 AND a.confirmed_at IS NOT NULL), \
             (SELECT COUNT(*) FROM passkeys p WHERE p.workshop = $1 AND p.account = $2) FROM workshops w WHERE w.id = $1";
        let found: (i64, i64, i64) = query(text).bind(workshop).bind(user).one(&self.pools.access).await?;
        Ok(match found {
            (0, 0, 0) => AskedFor::Nothing,
            (_, 0, 0) => AskedFor::SettingUp,
            _ => AskedFor::Step,
        })
    }

    /// Keeps the secret of an app that is to be set up; one that she uses already stays.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn begin_authenticator(
        &self,
        workshop: WorkshopId,
        user: UserId,
        secret: &str,
    ) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "INSERT INTO authenticators (workshop, account, secret) VALUES ($1, $2, $3) \
             ON CONFLICT (workshop, account) DO UPDATE SET secret = excluded.secret WHERE authenticators.confirmed_at IS NULL";
        query(text).bind(workshop).bind(user).bind(secret).execute(&mut *db).await?;
        Ok(())
    }

    /// She has shown that her app has that secret: it is asked for from now on. `false` where that code was taken before.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn confirm_authenticator(
        &self,
        workshop: WorkshopId,
        user: UserId,
        secret: &str,
        step: i64,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE authenticators SET confirmed_at = COALESCE(confirmed_at, $5), used_step = $4 \
             WHERE workshop = $1 AND account = $2 AND secret = $3 AND used_step < $4";
        let confirmed = query(text).bind(workshop).bind(user).bind(secret).bind(step).bind(at);
        Ok(confirmed.execute(&mut *db).await? > 0)
    }

    /// Takes the code of that 30 seconds, counted since 1970, once. `false` where it, or a later one, was taken before.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn use_step(&self, workshop: WorkshopId, user: UserId, step: i64) -> Result<bool, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE authenticators SET used_step = $3 WHERE workshop = $1 AND account = $2 AND used_step < $3";
        Ok(query(text).bind(workshop).bind(user).bind(step).execute(&mut *db).await? > 0)
    }

    /// The app is not asked for any more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end_authenticator(&self, workshop: WorkshopId, user: UserId) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "DELETE FROM authenticators WHERE workshop = $1 AND account = $2";
        query(text).bind(workshop).bind(user).execute(&mut *db).await?;
        Ok(())
    }

    /// Nothing is asked for after the password any more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn end(&self, workshop: WorkshopId, user: UserId) -> Result<(), StoreError> {
        let mut turn = self.pools.begin().await?;
        forget(&mut turn, workshop, user).await?;
        turn.commit().await
    }

    /// Gives somebody other codes on paper; those before work no more.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn set_codes(
        &self,
        workshop: WorkshopId,
        user: UserId,
        codes: &[RecoveryCode],
    ) -> Result<(), StoreError> {
        let mut turn = self.pools.begin().await?;
        let text = "DELETE FROM recovery_codes WHERE workshop = $1 AND account = $2";
        query(text).bind(workshop).bind(user).execute(&mut *turn).await?;
        for code in codes {
            let text = "INSERT INTO recovery_codes (workshop, account, code_hash) VALUES ($1, $2, $3)";
            query(text).bind(workshop).bind(user).bind(code.hash().as_str()).execute(&mut *turn).await?;
        }
        turn.commit().await
    }

    /// Takes a code on paper, once. `false` where it is none of hers, or was used.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn use_code(&self, workshop: WorkshopId, user: UserId, code: &SecretHash) -> Result<bool, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "DELETE FROM recovery_codes WHERE workshop = $1 AND account = $2 AND code_hash = $3";
        Ok(query(text).bind(workshop).bind(user).bind(code.as_str()).execute(&mut *db).await? > 0)
    }

    /// Waits for the second step of somebody who gave the right password; the secret is for her browser.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn wait(&self, half: &HalfIn, at: DateTime<Utc>) -> Result<Secret, StoreError> {
        let secret = Secret::new()?;
        let mut db = self.pools.writer().await?;
        let text = "INSERT INTO second_steps (token_hash, workshop, account, expires_at) VALUES ($1, $2, $3, $4)";
        let waits =
            query(text).bind(secret.hash().as_str()).bind(half.workshop).bind(half.user).bind(at + HalfIn::PATIENCE);
        waits.execute(&mut *db).await?;
        Ok(secret)
    }

    /// Whose second step is waited for in that browser.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn half_in(&self, secret: &Secret, at: DateTime<Utc>) -> Result<Option<HalfIn>, StoreError> {
        let text = "SELECT workshop, account FROM second_steps WHERE token_hash = $1 AND expires_at > $2";
        let found = query(text).bind(secret.hash().as_str()).bind(at).optional(&self.pools.access).await?;
        Ok(found.map(|(workshop, user)| HalfIn { workshop, user }))
    }

    /// She is in, or gave up. `false` where somebody else with that secret was first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn stop_waiting(&self, secret: &Secret) -> Result<bool, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "DELETE FROM second_steps WHERE token_hash = $1";
        Ok(query(text).bind(secret.hash().as_str()).execute(&mut *db).await? > 0)
    }
}

/// Throws away all that belongs to somebody's second step.
pub(super) async fn forget(db: &mut AnyConnection, workshop: WorkshopId, user: UserId) -> Result<(), StoreError> {
    for text in [
        "DELETE FROM authenticators WHERE workshop = $1 AND account = $2",
        "DELETE FROM passkeys WHERE workshop = $1 AND account = $2",
        "DELETE FROM recovery_codes WHERE workshop = $1 AND account = $2",
        "DELETE FROM second_steps WHERE workshop = $1 AND account = $2",
    ] {
        query(text).bind(workshop).bind(user).execute(&mut *db).await?;
    }
    Ok(())
}
