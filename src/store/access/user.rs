//! People who sign in with phone number and password: coordinators, who helps them, and clerks of firms.

use super::session::end_sessions;
use super::{Holder, Phone, Users, second_step};
use crate::model::{Account, Role};
use crate::store::StoreError;
use crate::store::columns::{Columns, FromRow, from_row};
use crate::store::query::query;
use crate::values::ids::{UserId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// Someone with a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub workshop: WorkshopId,
    pub id: UserId,
    pub role: Role,
    pub name: Name,
    pub phone: Phone,
    /// As the hasher wrote it, salt and cost included.
    pub password_hash: String,
    pub made_at: DateTime<Utc>,
}

impl User {
    /// The account, as a change of it names it.
    #[must_use]
    pub fn account(&self) -> Account {
        Account { user: self.id, name: self.name.clone(), role: self.role }
    }
}

/// Someone about to be one.
#[derive(Clone, Debug)]
pub struct NewUser {
    pub name: Name,
    pub phone: Phone,
    pub password_hash: String,
}

pub(super) const COLUMNS: &str = "workshop, id, firm, helper, name, phone, password_hash, made_at";

impl Users<'_> {
    /// Who signs in with that number.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn user_by_phone(&self, phone: &Phone) -> Result<Option<User>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM users WHERE phone = $1 AND ended_at IS NULL");
        query(text).bind(phone.as_str()).optional(&self.pools.access).await
    }

    /// One person.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn user(&self, workshop: WorkshopId, id: UserId) -> Result<Option<User>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM users WHERE workshop = $1 AND id = $2 AND ended_at IS NULL");
        query(text).bind(workshop).bind(id).optional(&self.pools.access).await
    }

    /// Everybody of a workshop who has a password, clerks of firms among them.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn users(&self, workshop: WorkshopId) -> Result<Vec<User>, StoreError> {
        let text = format!("SELECT {COLUMNS} FROM users WHERE workshop = $1 AND ended_at IS NULL ORDER BY id");
        query(text).bind(workshop).all(&self.pools.access).await
    }

    /// Gives someone another password. Their sessions go on; see [`Store::end_sessions`].
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn set_password(&self, workshop: WorkshopId, id: UserId, hash: &str) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE users SET password_hash = $3 WHERE workshop = $1 AND id = $2";
        query(text).bind(workshop).bind(id).bind(hash).execute(&mut *db).await?;
        Ok(())
    }

    /// Keeps the same password by another hash, unless she chose another password meanwhile.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn renew_hash(&self, user: &User, hash: &str) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "UPDATE users SET password_hash = $4 WHERE workshop = $1 AND id = $2 AND password_hash = $3";
        let renewed = query(text).bind(user.workshop).bind(user.id).bind(user.password_hash.as_str()).bind(hash);
        renewed.execute(&mut *db).await?;
        Ok(())
    }
}

/// Firm and helper.
impl FromRow for Role {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        let (firm, helper) = columns.next()?;
        Ok(Self::of(firm, helper))
    }
}

// The columns of `COLUMNS`.
from_row!(User { workshop, id, role, name, phone, password_hash, made_at });

/// Takes an account away: its sessions end, and its number is free for another. Invitations of the workshop that nobody used are worth
/// nothing from then on, for she may hold one. `false` when there is no such account.
pub(super) async fn end(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    account: &Account,
    at: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let text = "UPDATE users SET ended_at = $3, phone = $4, password_hash = '' \
         WHERE workshop = $1 AND id = $2 AND ended_at IS NULL AND COALESCE(firm, 0) = $5 AND helper = $6";
    let ended = query(text).bind(workshop).bind(account.user).bind(at);
    let (firm, helper) = account.role.kept();
    let ended =
        ended.bind(format!("ended {workshop} {}", account.user)).bind(firm.map_or(0, |firm| firm.0)).bind(helper);
    if ended.execute(&mut *db).await? == 0 {
        return Ok(false);
    }
    let text = "DELETE FROM invitations WHERE workshop = $1 AND used_by IS NULL";
    query(text).bind(workshop).execute(&mut *db).await?;
    end_sessions(db, workshop, Holder::User(account.user), None, at).await?;
    second_step::forget(db, workshop, account.user).await?;
    Ok(true)
}
