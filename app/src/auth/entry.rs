//! Coming in: tries are counted, a session is opened, the browser is given its secret.

use crate::request::{BROWSER_DAYS, ClientCookies, Problem, SiteCookie, services, set_cookie};
use chrono::{DateTime, TimeDelta, Utc};
use ledger::store::Store;
use ledger::store::access::{Holder, Session};
use ledger::values::ids::WorkshopId;

/// How long a worker's pay is shown after she gave her PIN.
pub(super) const PAY_OPEN: TimeDelta = TimeDelta::minutes(30);

/// Someone who signs in.
pub(super) struct Entry {
    pub store: Store,
    pub now: DateTime<Utc>,
    pub cookies: ClientCookies,
}

/// A try that counts as failed until it succeeds.
pub(super) struct Attempt {
    store: Store,
    tried: Vec<String>,
}

impl Entry {
    /// The one who sent this request.
    pub fn here() -> Result<Self, Problem> {
        let services = services()?;
        Ok(Self { store: services.store, now: services.clock.now(), cookies: ClientCookies::here() })
    }

    /// The session that is open in this browser.
    pub async fn session(&self) -> Result<Session, Problem> {
        let secret = self.cookies.session.as_ref().ok_or(Problem::SignedOut)?;
        self.store.sessions().session(secret, self.now).await?.ok_or(Problem::SignedOut)
    }

    /// Begins a try at an account, such as `phone 138…`. A browser that its holder signed in with before is counted by itself,
    /// so that strangers' failures do not keep her waiting; any other is counted against the account, and by itself too.
    ///
    /// # Errors
    /// [`Problem::Wait`] after too many failures.
    pub async fn attempt(&self, account: &str, holder: Option<(WorkshopId, Holder)>) -> Result<Attempt, Problem> {
        let browser = self.cookies.browser.as_ref().map(ledger::store::access::Secret::hash);
        let tried = match (browser, holder) {
            (Some(browser), Some((workshop, holder)))
                if self.store.sessions().knows_browser(workshop, holder, &browser).await? =>
            {
                vec![format!("{account} by {}", browser.as_str())]
            }
            (Some(browser), _) => vec![account.to_owned(), format!("browser {}", browser.as_str())],
            (None, _) => vec![account.to_owned()],
        };
        match self.store.delays().count_try(&tried, self.now).await? {
            0 => Ok(Attempt { store: self.store.clone(), tried }),
            seconds => Err(Problem::Wait { seconds }),
        }
    }

    /// Opens a session in this browser, in place of any other. Pay is shown for so long.
    pub async fn let_in(&self, workshop: WorkshopId, holder: Holder, pay_open: TimeDelta) -> Result<(), Problem> {
        let browser = self.cookies.browser()?;
        if let Some(old) = &self.cookies.session {
            self.store.sessions().end_session(old, self.now).await?;
        }
        let pay_until = self.now + pay_open;
        let session =
            self.store.sessions().open_session(workshop, holder, &browser.hash(), self.now, pay_until).await?;
        // Again, so that it lasts from now on.
        set_cookie(SiteCookie::Browser, browser.reveal(), BROWSER_DAYS);
        set_cookie(SiteCookie::Session, session.reveal(), holder.patience().num_days());
        Ok(())
    }
}

impl Attempt {
    /// The try succeeded: it and those before it are forgotten.
    pub async fn succeeded(self) -> Result<(), Problem> {
        Ok(self.store.delays().forgive(&self.tried).await?)
    }
}
