//! Who comes in with her PIN alone on the phone of this request.

use super::{ClientCookies, Problem, Services, services, set_known_phones};
use ledger::store::access::{KnownPhone, Secret};
use ledger::values::ids::{WorkerId, WorkshopId};

/// Those whom this phone knows, in the order in which they came to be known.
///
/// # Errors
/// [`Problem::Database`] when they cannot be looked up.
pub async fn known_phones() -> Result<Vec<KnownPhone>, Problem> {
    let Services { store, clock, .. } = services()?;
    let (mut known, now) = (Vec::<KnownPhone>::new(), clock.now());
    for secret in &ClientCookies::here().known_phones {
        let found = store.known_phones().found(secret, now).await?;
        let is_new = |phone: &KnownPhone| !known.iter().any(|other| other.id == phone.id);
        if let Some(phone) = found.filter(is_new) {
            known.push(phone);
        }
    }
    Ok(known)
}

/// Leaves those in this phone's cookie for whom that is so.
pub fn keep_known(known: &[KnownPhone], stays: impl Fn(&KnownPhone) -> bool) {
    let secrets: Vec<Secret> = known.iter().filter(|phone| stays(phone)).map(|phone| phone.secret.clone()).collect();
    set_known_phones(&secrets);
}

/// Has the browser of this request forget that worker; others who are known there stay.
///
/// # Errors
/// [`Problem::Database`]
pub async fn forget_this_phone(workshop: WorkshopId, worker: WorkerId) -> Result<(), Problem> {
    let Services { store, clock, .. } = services()?;
    let known = known_phones().await?;
    for phone in known.iter().filter(|phone| phone.is_of(workshop, worker)) {
        store.known_phones().forget(workshop, worker, phone.id, clock.now()).await?;
    }
    if !ClientCookies::here().known_phones.is_empty() {
        keep_known(&known, |phone| !phone.is_of(workshop, worker));
    }
    Ok(())
}
