//! A phone comes to know her who gives her PIN on it.

use super::entry::Entry;
use crate::request::{MOST_KNOWN, Problem, known_phones, set_known_phones};
use ledger::store::access::Secret;
use ledger::values::ids::{WorkerId, WorkshopId};

impl Entry {
    /// She gave her PIN: from now on this phone knows her, by a new secret each time.
    pub async fn remember_phone(
        &self,
        workshop: WorkshopId,
        worker: WorkerId,
        browser: &Secret,
    ) -> Result<(), Problem> {
        let phones = self.store.known_phones();
        let mut known = known_phones().await?;
        let place = known.iter().position(|phone| phone.is_of(workshop, worker));
        let before = place.map(|place| known.remove(place));
        if before.is_none() && known.len() >= MOST_KNOWN {
            // For one more, the one who was away for longest is forgotten here. What she has open elsewhere stays.
            let longest = known.iter().enumerate().min_by_key(|(_, phone)| phone.seen).map(|(place, _)| place);
            let gone = longest.map(|place| known.remove(place));
            if let Some(gone) = gone {
                phones.forget(gone.workshop.id, gone.worker, gone.id, self.now).await?;
            }
        }
        let kind = self.cookies.kind;
        let secret = phones.remember(workshop, worker, before.as_ref(), &browser.hash(), kind, self.now).await?;
        let mut secrets: Vec<Secret> = known.into_iter().map(|phone| phone.secret).collect();
        secrets.insert(place.unwrap_or(secrets.len()).min(secrets.len()), secret);
        set_known_phones(&secrets);
        Ok(())
    }
}
