//! Invitations: links that work once. Anyone who opens one makes an account.

use super::session::end_sessions;
use super::user::COLUMNS;
use super::{Holder, Invitations, NewUser, Secret, User};
use crate::Command;
use crate::journal::{Event, Hash};
use crate::model::{Account, Actor, Approvable, Role};
use crate::store::columns::from_row;
use crate::store::query::query;
use crate::store::reads::journal_entry::journal_entries;
use crate::store::reads::names::Wanted;
use crate::store::{StoreError, Workshop};
use crate::values::ids::{EventId, Seq, UserId, WorkshopId};
use crate::values::text::Name;
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AnyConnection;

/// How long an invitation waits.
const PATIENCE: TimeDelta = TimeDelta::days(7);

/// That an event `e` lets somebody in who has not come yet, and neither the one who approved it nor the one who asked has lost her access.
const LETS_IN: &str = "e.kind = 'let_in' AND NOT EXISTS \
     (SELECT 1 FROM invitations i WHERE i.workshop = $1 AND i.let_in = e.id AND i.used_by IS NOT NULL) \
     AND NOT EXISTS (SELECT 1 FROM users u WHERE u.workshop = $1 AND u.ended_at IS NOT NULL AND e.actor = 'coordinator' \
     AND u.id = e.actor_id) \
     AND NOT EXISTS (SELECT 1 FROM proposals p JOIN users u ON u.workshop = p.workshop AND u.id = p.actor_id \
     WHERE p.workshop = $1 AND p.closed = e.id AND u.ended_at IS NOT NULL)";

/// An invitation that still works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub workshop: Workshop,
    /// What it makes of somebody.
    pub role: Role,
    /// Who may choose another password by it; none where it makes an account.
    pub resets: Option<UserId>,
}

/// An invitation that nobody has used, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvitation {
    /// What is kept of its secret, by which it can be withdrawn.
    pub hash: String,
    /// What it makes of somebody.
    pub role: Role,
    /// Who may choose another password by it.
    pub resets: Option<UserId>,
    pub expires: DateTime<Utc>,
}

from_row!(OpenInvitation { hash, role, resets, expires });

/// Somebody who was let in and has not come yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetInYet {
    pub event: EventId,
    pub name: Name,
    /// As a helper, not as a coordinator.
    pub helper: bool,
    pub at: DateTime<Utc>,
    /// The coordinator who approved it, where another asked for it: she hands the link over, and nobody else.
    pub approved_by: Option<UserId>,
}

impl LetInYet {
    fn of(event: Event) -> Option<Self> {
        let (ask, approved_by) = match (&event.asked, event.proposal().map(|proposal| &proposal.asked), event.actor) {
            (Command::LetIn(ask), ..) => (ask, None),
            (Command::Approve(_), Some(Approvable::LetIn(ask)), Actor::Coordinator { user }) => (ask, Some(user)),
            _ => return None,
        };
        Some(Self { event: event.id, name: ask.name.clone(), helper: ask.helper, at: event.at, approved_by })
    }
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

impl Invitations<'_> {
    /// Makes an invitation: for a firm's clerk, or, for the one who runs the machine, for a coordinator. A coordinator's own
    /// invitations are made of what is written: [`Store::invite_let_in`].
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn invite(&self, workshop: WorkshopId, role: Role, at: DateTime<Utc>) -> Result<Secret, StoreError> {
        let secret = Secret::short()?;
        let mut turn = self.pools.begin().await?;
        add_invitation(&mut turn, &secret, workshop, role, None, at).await?;
        turn.commit().await?;
        Ok(secret)
    }

    /// Makes the invitation of an event that let somebody in as a coordinator. Made again, the one before it works no more: its link
    /// may never have arrived. `None` where no such event is there, or somebody came in by it, or it is for the one who approved it to
    /// hand over: she who asked could have made the account her own. Nor where the account of one of the two has ended since.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn invite_let_in(
        &self,
        workshop: WorkshopId,
        event: EventId,
        by: UserId,
        at: DateTime<Utc>,
    ) -> Result<Option<Secret>, StoreError> {
        let secret = Secret::short()?;
        let mut turn = self.pools.begin().await?;
        let text = format!(
            "SELECT e.seq FROM events e WHERE e.workshop = $1 AND e.id = $2 AND {LETS_IN} \
             AND (e.actor_id = $3 OR NOT EXISTS (SELECT 1 FROM proposals p WHERE p.workshop = $1 AND p.closed = e.id))"
        );
        let open: Vec<Seq> = query(text).bind(workshop).bind(event).bind(by).all(&mut *turn).await?;
        let (entries, _) = journal_entries(&mut turn, workshop, &open, Wanted::default()).await?;
        let Some(yet) = entries.into_iter().next().and_then(|entry| LetInYet::of(entry.event)) else { return Ok(None) };
        let role = if yet.helper { Role::Helper } else { Role::Coordinator };
        let text = "DELETE FROM invitations WHERE workshop = $1 AND let_in = $2 AND used_by IS NULL";
        query(text).bind(workshop).bind(event).execute(&mut *turn).await?;
        add_invitation(&mut turn, &secret, workshop, role, Some(event), at).await?;
        turn.commit().await?;
        Ok(Some(secret))
    }

    /// Those who were let in within the time that an invitation waits, and have not come yet; newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn let_in(&self, workshop: WorkshopId, at: DateTime<Utc>) -> Result<Vec<LetInYet>, StoreError> {
        let mut db = self.pools.access.acquire().await?;
        let text =
            format!("SELECT e.seq FROM events e WHERE e.workshop = $1 AND {LETS_IN} ORDER BY e.seq DESC LIMIT 20");
        let seqs: Vec<Seq> = query(text).bind(workshop).all(&mut *db).await?;
        let (entries, _) = journal_entries(&mut db, workshop, &seqs, Wanted::default()).await?;
        let yet = entries.into_iter().map(|entry| entry.event).filter(|event| event.at + PATIENCE > at);
        Ok(yet.filter_map(LetInYet::of).collect())
    }

    /// The invitations that still work, the latest to run out first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn open(&self, workshop: WorkshopId, at: DateTime<Utc>) -> Result<Vec<OpenInvitation>, StoreError> {
        let text = "SELECT token_hash, firm, helper, resets, expires_at FROM invitations \
             WHERE workshop = $1 AND used_by IS NULL AND expires_at > $2 ORDER BY expires_at DESC, token_hash LIMIT 50";
        query(text).bind(workshop).bind(at).all(&self.pools.access).await
    }

    /// Makes an invitation worth nothing. `false` where it is used, ran out, or is another workshop's.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn withdraw(&self, workshop: WorkshopId, hash: &str) -> Result<bool, StoreError> {
        let mut db = self.pools.writer().await?;
        let text = "DELETE FROM invitations WHERE workshop = $1 AND token_hash = $2 AND used_by IS NULL";
        Ok(query(text).bind(workshop).bind(hash).execute(&mut *db).await? > 0)
    }

    /// The invitation of that secret, if it still works.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn invitation(&self, secret: &Secret, at: DateTime<Utc>) -> Result<Option<Invitation>, StoreError> {
        let text = "SELECT i.let_in, w.id, w.name, w.demo, i.firm, i.helper, i.resets FROM invitations i JOIN workshops w ON w.id = i.workshop \
             WHERE i.token_hash = $1 AND i.used_by IS NULL AND i.expires_at > $2";
        let mut db = self.pools.access.acquire().await?;
        let found = query(text).bind(secret.hash().as_str()).bind(at).optional(&mut *db).await?;
        let Some((let_in, invitation)): Option<(Option<EventId>, Invitation)> = found else { return Ok(None) };
        Ok(is_approved(&mut db, invitation.workshop.id, let_in).await?.then_some(invitation))
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
        let mut turn = self.pools.begin().await?;
        // Claims the row first, so that two who accept at once are one after the other.
        let text = "UPDATE invitations SET used_by = 0 WHERE token_hash = $1 AND used_by IS NULL AND resets IS NULL \
             AND expires_at > $2 RETURNING workshop, firm, helper, let_in";
        let hash = secret.hash();
        let claimed = query(text).bind(hash.as_str()).bind(at).optional(&mut *turn).await?;
        let (workshop, role, let_in) = claimed.ok_or(NotAccepted::Gone)?;
        if !is_approved(&mut turn, workshop, let_in).await? {
            return Err(NotAccepted::Gone);
        }
        let id = add_user(&mut turn, workshop, role, person, at).await?;
        if let Some(event) = let_in {
            note_who_let_in(&mut turn, workshop, id, event).await?;
        }
        let used = query("UPDATE invitations SET used_by = $2 WHERE token_hash = $1").bind(hash.as_str()).bind(id);
        used.execute(&mut *turn).await?;
        turn.commit().await?;
        Ok((workshop, id))
    }

    /// Gives someone the password that they chose by a link, and uses the link up; ends their sessions.
    ///
    /// # Errors
    /// [`NotAccepted`], and then nothing happened.
    pub async fn accept_reset(
        &self,
        secret: &Secret,
        password_hash: &str,
        at: DateTime<Utc>,
    ) -> Result<(WorkshopId, UserId), NotAccepted> {
        let mut turn = self.pools.begin().await?;
        let text = "UPDATE invitations SET used_by = resets WHERE token_hash = $1 AND used_by IS NULL AND resets IS NOT NULL \
             AND expires_at > $2 RETURNING workshop, resets";
        let claimed = query(text).bind(secret.hash().as_str()).bind(at).optional(&mut *turn).await?;
        let (workshop, id): (WorkshopId, UserId) = claimed.ok_or(NotAccepted::Gone)?;
        let text = "UPDATE users SET password_hash = $3 WHERE workshop = $1 AND id = $2 AND ended_at IS NULL";
        if query(text).bind(workshop).bind(id).bind(password_hash).execute(&mut *turn).await? == 0 {
            return Err(NotAccepted::Gone);
        }
        end_sessions(&mut turn, workshop, Holder::User(id), None, at).await?;
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
        let mut turn = self.pools.begin().await?;
        let text = "INSERT INTO workshops (id, name, demo, created_at, head_hash) \
             SELECT $1, $2, 0, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM workshops) ON CONFLICT DO NOTHING";
        let made = query(text).bind(FIRST).bind(name).bind(at).bind(Hash::origin().as_str());
        if made.execute(&mut *turn).await? == 0 {
            return Ok(None);
        }
        let id = add_user(&mut turn, FIRST, Role::Coordinator, person, at).await?;
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
        query(text).bind(secret.hash().as_str()).optional(&self.pools.access).await
    }
}

from_row!(Invitation { workshop, role, resets });

/// Makes the link by which someone may choose another password; one made before works no more. `None` when there is no such account.
pub(super) async fn reset(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    account: &Account,
    at: DateTime<Utc>,
) -> Result<Option<Secret>, StoreError> {
    let text = "DELETE FROM invitations WHERE workshop = $1 AND resets = $2 AND used_by IS NULL";
    query(text).bind(workshop).bind(account.user).execute(&mut *db).await?;
    let text = "SELECT firm, helper FROM users WHERE workshop = $1 AND id = $2 AND ended_at IS NULL";
    let role: Option<Role> = query(text).bind(workshop).bind(account.user).optional(&mut *db).await?;
    if role != Some(account.role) {
        return Ok(None);
    }
    let secret = Secret::short()?;
    let text = "INSERT INTO invitations (token_hash, workshop, firm, helper, resets, expires_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let (firm, helper) = account.role.kept();
    let made = query(text).bind(secret.hash().as_str()).bind(workshop).bind(firm).bind(helper).bind(account.user);
    made.bind(at + PATIENCE).execute(db).await?;
    Ok(Some(secret))
}

/// Notes who let a new coordinator in, and who asked for it where that was another.
async fn note_who_let_in(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    id: UserId,
    event: EventId,
) -> Result<(), StoreError> {
    let by = async |db: &mut AnyConnection, text: &'static str| -> Result<Option<UserId>, StoreError> {
        query(text).bind(workshop).bind(event).optional(db).await
    };
    let let_in_by =
        by(db, "SELECT actor_id FROM events WHERE workshop = $1 AND id = $2 AND actor = 'coordinator'").await?;
    let asked_by =
        by(db, "SELECT actor_id FROM proposals WHERE workshop = $1 AND closed = $2 AND actor = 'coordinator'").await?;
    let text = "UPDATE users SET let_in_by = $3, asked_by = $4 WHERE workshop = $1 AND id = $2";
    query(text).bind(workshop).bind(id).bind(let_in_by).bind(asked_by).execute(db).await?;
    Ok(())
}

/// Whether an invitation lets in somebody whom another coordinator approved, where the workshop asks for that now.
async fn is_approved(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    let_in: Option<EventId>,
) -> Result<bool, StoreError> {
    let Some(event) = let_in else { return Ok(true) };
    let text = "SELECT approval FROM workshops WHERE id = $1";
    if query(text).bind(workshop).optional(&mut *db).await? != Some(true) {
        return Ok(true);
    }
    let text = "SELECT COUNT(*) FROM proposals WHERE workshop = $1 AND closed = $2 AND state = 'approved'";
    let approved: i64 = query(text).bind(workshop).bind(event).one(&mut *db).await?;
    Ok(approved > 0)
}

async fn add_invitation(
    db: &mut AnyConnection,
    secret: &Secret,
    workshop: WorkshopId,
    role: Role,
    let_in: Option<EventId>,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let text = "INSERT INTO invitations (token_hash, workshop, firm, helper, let_in, expires_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let (firm, helper) = role.kept();
    let made = query(text).bind(secret.hash().as_str()).bind(workshop).bind(firm).bind(helper);
    let made = made.bind(let_in).bind(at + PATIENCE);
    made.execute(db).await?;
    Ok(())
}

async fn add_user(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    role: Role,
    person: &NewUser,
    at: DateTime<Utc>,
) -> Result<UserId, NotAccepted> {
    let text = "INSERT INTO users (workshop, id, firm, helper, name, phone, password_hash, made_at) \
         SELECT $1, COALESCE(MAX(id), 0) + 1, $2, $3, $4, $5, $6, $7 FROM users WHERE workshop = $1 \
         ON CONFLICT (phone) DO NOTHING RETURNING id";
    let (firm, helper) = role.kept();
    let added = query(text).bind(workshop).bind(firm).bind(helper).bind(&person.name).bind(person.phone.as_str());
    let added = added.bind(person.password_hash.as_str()).bind(at).optional(db).await?;
    added.ok_or(NotAccepted::PhoneTaken)
}
