//! Invitations: links that work once. Whoever opens one makes an account.

use super::user::{COLUMNS, user};
use super::{NewUser, Secret, User, name, stamp};
use crate::ids::{FirmId, UserId, WorkshopId};
use crate::journal::Hash;
use crate::store::{Store, StoreError, Workshop};
use crate::text::Name;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{AnyConnection, Row};

/// How long an invitation waits.
const PATIENCE: TimeDelta = TimeDelta::days(7);

/// An invitation that still works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub workshop: Workshop,
    /// The firm that it makes a clerk of; none makes a coordinator.
    pub firm: Option<FirmId>,
}

/// Why an invitation was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum NotAccepted {
    /// It was used, ran out, or never was.
    #[error("the invitation is used or ran out")]
    Gone,
    /// Somebody signs in with that number already.
    #[error("the phone number is taken")]
    PhoneTaken,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for NotAccepted {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Makes an invitation: for a coordinator, or for a clerk of that firm.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn invite(
        &self,
        workshop: WorkshopId,
        firm: Option<FirmId>,
        at: DateTime<Utc>,
    ) -> Result<Secret, StoreError> {
        let secret = Secret::short()?;
        let _turn = self.turn().await;
        let text = "INSERT INTO invitations (token_hash, workshop, firm, expires_at) VALUES ($1, $2, $3, $4)";
        sqlx::query(text)
            .bind(secret.hash().as_str().to_owned())
            .bind(workshop.0)
            .bind(firm.map(|firm| firm.0))
            .bind(stamp(at + PATIENCE))
            .execute(&self.pool)
            .await?;
        Ok(secret)
    }

    /// The invitation of that secret, if it still works.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn invitation(&self, secret: &Secret, at: DateTime<Utc>) -> Result<Option<Invitation>, StoreError> {
        let text = "SELECT w.id, w.name, w.demo, i.firm FROM invitations i JOIN workshops w ON w.id = i.workshop \
             WHERE i.token_hash = $1 AND i.used_by IS NULL AND i.expires_at > $2";
        let hash = secret.hash();
        let row = sqlx::query(text).bind(hash.as_str()).bind(stamp(at)).fetch_optional(&self.pool).await?;
        let Some(row) = row else { return Ok(None) };
        let workshop = Workshop {
            id: WorkshopId(row.try_get(0)?),
            name: name("workshops", row.try_get(1)?)?,
            demo: row.try_get::<i64, _>(2)? != 0,
        };
        Ok(Some(Invitation { workshop, firm: row.try_get::<Option<i64>, _>(3)?.map(FirmId) }))
    }

    /// Makes the account that an invitation promises, and uses the invitation up.
    ///
    /// # Errors
    /// [`NotAccepted`], and then neither happened.
    pub async fn accept(
        &self,
        secret: &Secret,
        person: &NewUser,
        at: DateTime<Utc>,
    ) -> Result<(WorkshopId, UserId), NotAccepted> {
        let mut turn = self.begin().await?;
        // Claims the row first, so that two who accept at once are one after the other.
        let text = "UPDATE invitations SET used_by = 0 WHERE token_hash = $1 AND used_by IS NULL AND expires_at > $2 \
             RETURNING workshop, firm";
        let row = sqlx::query(text).bind(secret.hash().as_str().to_owned()).bind(stamp(at));
        let row = row.fetch_optional(&mut *turn.tx).await?.ok_or(NotAccepted::Gone)?;
        let (workshop, firm) = (WorkshopId(row.try_get(0)?), row.try_get::<Option<i64>, _>(1)?.map(FirmId));
        let id = add_user(&mut turn.tx, workshop, firm, person, at).await?;
        let query = sqlx::query("UPDATE invitations SET used_by = $2 WHERE token_hash = $1");
        query.bind(secret.hash().as_str().to_owned()).bind(id.0).execute(&mut *turn.tx).await?;
        turn.commit().await?;
        Ok((workshop, id))
    }

    /// Makes the first workshop of this database, and its coordinator. `None` when there is one already.
    ///
    /// # Errors
    /// [`NotAccepted`], and then neither happened.
    pub async fn make_first_workshop(
        &self,
        name: &Name,
        person: &NewUser,
        at: DateTime<Utc>,
    ) -> Result<Option<(WorkshopId, UserId)>, NotAccepted> {
        const FIRST: WorkshopId = WorkshopId(1);
        let mut turn = self.begin().await?;
        let text = "INSERT INTO workshops (id, name, demo, created_at, head_hash) \
             SELECT $1, $2, 0, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM workshops) ON CONFLICT DO NOTHING";
        let made = sqlx::query(text)
            .bind(FIRST.0)
            .bind(name.as_str())
            .bind(stamp(at))
            .bind(Hash::origin().as_str().to_owned())
            .execute(&mut *turn.tx)
            .await?;
        if made.rows_affected() == 0 {
            return Ok(None);
        }
        let id = add_user(&mut turn.tx, FIRST, None, person, at).await?;
        turn.commit().await?;
        Ok(Some((FIRST, id)))
    }

    /// Who an invitation became, for a form that is sent again after a lost answer.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn accepted_by(&self, secret: &Secret) -> Result<Option<User>, StoreError> {
        let columns = COLUMNS.replace(", ", ", u.");
        let text = format!(
            "SELECT u.{columns} FROM invitations i JOIN users u ON u.workshop = i.workshop AND u.id = i.used_by \
             WHERE i.token_hash = $1"
        );
        let hash = secret.hash();
        let row = sqlx::query(sqlx::AssertSqlSafe(text)).bind(hash.as_str()).fetch_optional(&self.pool).await?;
        row.as_ref().map(user).transpose()
    }
}

async fn add_user(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    firm: Option<FirmId>,
    person: &NewUser,
    at: DateTime<Utc>,
) -> Result<UserId, NotAccepted> {
    let text = "INSERT INTO users (workshop, id, firm, name, phone, password_hash, made_at) \
         SELECT $1, COALESCE(MAX(id), 0) + 1, $2, $3, $4, $5, $6 FROM users WHERE workshop = $1 \
         ON CONFLICT (phone) DO NOTHING RETURNING id";
    let id: Option<i64> = sqlx::query_scalar(text)
        .bind(workshop.0)
        .bind(firm.map(|firm| firm.0))
        .bind(person.name.as_str())
        .bind(person.phone.as_str())
        .bind(&person.password_hash)
        .bind(stamp(at))
        .fetch_optional(db)
        .await?;
    id.map(UserId).ok_or(NotAccepted::PhoneTaken)
}
