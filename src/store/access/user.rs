//! People who sign in with phone number and password: coordinators, and clerks of firms.

use super::{Phone, Users, name};
use crate::store::StoreError;
use crate::values::ids::{FirmId, UserId, WorkshopId};
use crate::values::text::Name;
use sqlx::Row;
use sqlx::any::AnyRow;

/// Someone with a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub workshop: WorkshopId,
    pub id: UserId,
    /// The firm that a clerk belongs to; none for a coordinator.
    pub firm: Option<FirmId>,
    pub name: Name,
    pub phone: Phone,
    /// As the hasher wrote it, salt and cost included.
    pub password_hash: String,
}

/// Someone about to be one.
#[derive(Clone, Debug)]
pub struct NewUser {
    pub name: Name,
    pub phone: Phone,
    pub password_hash: String,
}

pub(super) const COLUMNS: &str = "workshop, id, firm, name, phone, password_hash";

impl Users<'_> {
    /// Who signs in with that number.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn user_by_phone(&self, phone: &Phone) -> Result<Option<User>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM users WHERE phone = $1");
        let row =
            sqlx::query(sqlx::AssertSqlSafe(text)).bind(phone.as_str()).fetch_optional(&self.pools.access).await?;
        row.as_ref().map(user).transpose()
    }

    /// One person.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn user(&self, workshop: WorkshopId, id: UserId) -> Result<Option<User>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM users WHERE workshop = $1 AND id = $2");
        let query = sqlx::query(sqlx::AssertSqlSafe(text)).bind(workshop.0).bind(id.0);
        query.fetch_optional(&self.pools.access).await?.as_ref().map(user).transpose()
    }

    /// Everybody of a workshop who has a password, clerks of firms among them.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn users(&self, workshop: WorkshopId) -> Result<Vec<User>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM users WHERE workshop = $1 ORDER BY id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(text)).bind(workshop.0).fetch_all(&self.pools.access).await?;
        rows.iter().map(user).collect()
    }

    /// Gives someone another password. Their sessions go on; see [`Store::end_sessions`].
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn set_password(&self, workshop: WorkshopId, id: UserId, hash: &str) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let query = sqlx::query("UPDATE users SET password_hash = $3 WHERE workshop = $1 AND id = $2");
        query.bind(workshop.0).bind(id.0).bind(hash).execute(&mut *db).await?;
        Ok(())
    }
}

pub(super) fn user(row: &AnyRow) -> Result<User, StoreError> {
    let phone: String = row.try_get(4)?;
    Ok(User {
        workshop: WorkshopId(row.try_get(0)?),
        id: UserId(row.try_get(1)?),
        firm: row.try_get::<Option<i64>, _>(2)?.map(FirmId),
        name: name("users", row.try_get(3)?)?,
        phone: Phone::parse(&phone).map_err(|_| StoreError::BadRow { table: "users".into(), what: phone })?,
        password_hash: row.try_get(5)?,
    })
}
