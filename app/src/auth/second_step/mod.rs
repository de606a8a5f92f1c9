//! The second step of signing in, after the password: a code of an authenticator app (RFC 6238), a passkey (WebAuthn), or a code on
//! paper for one who lost both. Coordinators and clerks may set it up; where two must agree, they are asked to at each sign-in.

mod authenticator;
mod codes;
mod page;
mod passkey;
mod relying_party;
mod take;

pub(super) use codes::RecoveryCodesPage;
pub(super) use page::SecondStepPage;
pub(super) use take::{TakeCode, TakePasskey, TakeSecondStepPage, ask_second_step};

use super::entry::Entry;
use super::proof::user_of;
use crate::request::{Problem, Viewer, viewer};
use crate::security_log::SecurityEvent;
use ledger::store::access::{SecondStep, User};

/// Somebody with a password, at her own second step.
struct Own {
    entry: Entry,
    viewer: Viewer,
    user: User,
}

impl Own {
    async fn here() -> Result<Self, Problem> {
        let viewer = viewer().ok_or(Problem::SignedOut)?;
        let entry = Entry::here()?;
        let user = user_of(&entry, &viewer).await?;
        Ok(Self { entry, viewer, user })
    }

    /// To change it: she gave her password a short while ago.
    async fn proved() -> Result<Self, Problem> {
        let own = Self::here().await?;
        own.viewer.must_be_proved(own.entry.now)?;
        Ok(own)
    }

    async fn second_step(&self) -> Result<SecondStep, Problem> {
        Ok(self.entry.store.second_steps().of(self.user.workshop, self.user.id).await?)
    }

    /// Once there is no step left, codes on paper that stand in for it are worth nothing: they may lie anywhere by then.
    async fn end_codes_of_nothing(&self) -> Result<(), Problem> {
        if !self.second_step().await?.is_there() {
            self.entry.store.second_steps().end(self.user.workshop, self.user.id).await?;
        }
        Ok(())
    }

    fn log_change(&self) {
        SecurityEvent::SecretChanged.log_of(self.user.workshop, self.viewer.holder);
    }
}
