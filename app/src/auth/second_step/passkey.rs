//! Passkeys of one's own: added by a browser with script, named, taken away.

use super::Own;
use super::codes::make_first_codes;
use super::relying_party::{not_taken, relying_party};
use crate::addresses;
use crate::request::{Done, Problem, field, go};
use ledger::store::access::{KeptPasskey, Secret};
use leptos::prelude::*;
use uuid::Uuid;
use webauthn_rs::prelude::{Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

/// What the script sends where the device says that it has one already.
const KNOWN: &str = "known";

/// So many does one person have at most.
const MOST: usize = 10;

impl Own {
    /// Tells her from everybody else to her device, and says nothing of her.
    fn handle(&self) -> Uuid {
        const OURS: Uuid = Uuid::from_u128(0x8f4c_2f0b_6d1e_4b7e_9a53_70e7_a1c0_0001);
        Uuid::new_v5(&OURS, format!("{} {}", self.user.workshop, self.user.id).as_bytes())
    }
}

/// What is kept of her passkeys, read.
pub(super) fn read(kept: &[KeptPasskey]) -> Vec<Passkey> {
    kept.iter().filter_map(|kept| serde_json::from_str(&kept.passkey).ok()).collect()
}

/// A passkey as it is kept.
pub(super) fn id_of(passkey: &Passkey) -> String {
    let id: &[u8] = passkey.cred_id().as_ref();
    Secret::returned(&id.iter().map(|byte| format!("{byte:02x}")).collect::<String>()).hash().as_str().to_owned()
}

/// For a script: what a new passkey must answer, as browsers read it.
#[server(prefix = "/api", endpoint = "begin_passkey")]
pub async fn begin_passkey() -> Result<String, Problem> {
    let own = Own::proved().await?;
    let site = relying_party().ok_or(Problem::NotFound)?;
    let kept = own.second_step().await?.passkeys;
    if kept.len() >= MOST {
        return Err(Problem::TooManyPasskeys);
    }
    let known = read(&kept).iter().map(|passkey| passkey.cred_id().clone()).collect();
    let (phone, name) = (own.user.phone.to_string(), own.user.name.to_string());
    let (asked, state) =
        site.start_passkey_registration(own.handle(), &phone, &name, Some(known)).map_err(not_taken)?;
    let state = serde_json::to_string(&state).map_err(not_taken)?;
    own.entry.store.passkeys().ask_new(own.user.workshop, own.viewer.session.0, &state).await?;
    serde_json::to_string(&asked).map_err(not_taken)
}

/// Takes the answer of the new passkey.
#[server(prefix = "/api", endpoint = "add_passkey")]
pub async fn add_passkey(name: String, credential: String, #[server(default)] then: String) -> Result<(), Problem> {
    let own = Own::proved().await?;
    let name = field::name("name", &name)?;
    if credential == KNOWN {
        return Err(Problem::PasskeyKnown);
    }
    let site = relying_party().ok_or(Problem::NotFound)?;
    let asked = own.entry.store.passkeys().asked_new(own.user.workshop, own.viewer.session.0).await?;
    let asked = asked.ok_or(Problem::PasskeyNotTaken)?;
    let asked: PasskeyRegistration = serde_json::from_str(&asked).map_err(not_taken)?;
    let answer: RegisterPublicKeyCredential = serde_json::from_str(&credential).map_err(not_taken)?;
    let passkey = site.finish_passkey_registration(&answer, &asked).map_err(not_taken)?;
    let kept = KeptPasskey {
        id: id_of(&passkey),
        name,
        passkey: serde_json::to_string(&passkey).map_err(not_taken)?,
        made: own.entry.now,
    };
    own.entry.store.passkeys().add(own.user.workshop, own.user.id, &kept).await?;
    own.log_change();
    make_first_codes(&own, &then).await
}

/// Takes a passkey away.
#[server(prefix = "/api", endpoint = "end_passkey")]
pub async fn end_passkey(passkey: String) -> Result<(), Problem> {
    let own = Own::proved().await?;
    // A second tap: it is gone.
    if own.entry.store.passkeys().end(own.user.workshop, own.user.id, &passkey).await? {
        own.end_codes_of_nothing().await?;
        own.log_change();
    }
    go(addresses::second_step(), Done::Saved)
}
