//! Coming in: tries are counted, a session is opened, the browser is given its secret.

use crate::addresses::{self, Address};
use crate::hasher::{Asker, Hasher, Place, is_outdated};
use crate::request::{BROWSER_LASTS, ClientCookies, Problem, Services, SiteCookie, Viewer, services, set_cookie};
use crate::security_log::SecurityEvent;
use chrono::{DateTime, TimeDelta, Utc};
use ledger::model::Role;
use ledger::store::Store;
use ledger::store::access::{Holder, KnownPhone, Phone, Secret, Session, Tried, TryLimit, User};
use ledger::values::ids::{WorkerId, WorkshopId};

/// How long a worker's pay is shown after she gave her PIN.
pub(super) const PAY_OPEN: TimeDelta = TimeDelta::minutes(30);

/// Someone who signs in.
pub(super) struct Entry {
    pub store: Store,
    pub now: DateTime<Utc>,
    pub cookies: ClientCookies,
    pub hasher: Hasher,
}

/// What somebody tries to come in as.
pub(super) enum Account<'a> {
    User(&'a User),
    /// The second step of somebody who gave her password.
    SecondStep(&'a User),
    /// A number with which nobody signs in.
    Nobody(&'a Phone),
    Worker(WorkshopId, WorkerId),
    /// A worker on a phone that is known, without her card.
    Phone(&'a KnownPhone),
}

/// A try that counts as failed until it succeeds.
pub(super) struct Attempt<'e> {
    entry: &'e Entry,
    tried: Vec<Tried>,
    /// Where it takes a hash.
    place: Option<Place>,
    holder: Option<(WorkshopId, Holder)>,
}

/// Failed tries at one account in a day, of one kind of browser: of 10,000 PINs that is the 300th part.
const OF_AN_ACCOUNT: i64 = 30;

/// Failed tries in a day on all the phones that know one worker.
const OF_HER_PHONES: i64 = 30;

/// Failed tries of strangers at all cards of one workshop in a day.
const OF_A_WORKSHOP: i64 = 200;

/// Counts for the numbers that nobody has.
const COUNTS: u32 = 4096;

impl Entry {
    /// The one who sent this request.
    pub fn here() -> Result<Self, Problem> {
        let Services { store, clock, hasher, .. } = services()?;
        Ok(Self { store, now: clock.now(), cookies: ClientCookies::here(), hasher })
    }

    /// The session that is open in this browser.
    pub async fn session(&self) -> Result<Session, Problem> {
        let secret = self.cookies.session.as_ref().ok_or(Problem::SignedOut)?;
        self.store.sessions().session(secret, self.now).await?.ok_or(Problem::SignedOut)
    }

    /// Whose session this browser had, though it may have ended by itself.
    pub async fn past_holder(&self) -> Result<Option<(WorkshopId, Holder)>, Problem> {
        let Some(session) = &self.cookies.session else { return Ok(None) };
        Ok(self.store.sessions().past_holder(session).await?)
    }

    /// Begins a try at an account. A browser that its holder signed in with before is counted by itself, so that strangers' failures
    /// do not keep her waiting; any other is counted against the account, and at a card against its workshop.
    ///
    /// # Errors
    /// [`Problem::Wait`] after too many failures.
    pub async fn attempt(&self, account: &Account<'_>) -> Result<Attempt<'_>, Problem> {
        let browser = self.cookies.browser.as_ref().map(Secret::hash);
        let own = match (browser, account.holder()) {
            (Some(browser), Some((workshop, holder)))
                if self.store.sessions().knows_browser(workshop, holder, &browser).await? =>
            {
                Some(browser)
            }
            _ => None,
        };
        let (asker, counted) = match own {
            // Its secret cannot be guessed: who has it is no stranger, and it is counted by itself.
            _ if matches!(account, Account::Phone(_)) => (Asker::Known, account.tried()),
            Some(browser) => (Asker::Known, format!("{} by {}", account.tried(), browser.as_str())),
            None => (Asker::Stranger, account.tried()),
        };
        // Before it is counted: a crowd that finds no place must not keep the one who writes busy either.
        let place = account.is_hashed().then(|| self.hasher.place(asker)).transpose();
        let place = place.inspect_err(|_| log(SecurityEvent::TooMany, account.holder()))?;
        let mut tried = vec![
            Tried { what: counted.clone(), limit: TryLimit::Growing },
            Tried { what: counted, limit: TryLimit::Daily(OF_AN_ACCOUNT) },
        ];
        // Of a number that somebody has it would show that it is there, once it waits where others do not.
        if let (Asker::Stranger, Account::Worker(workshop, _)) = (asker, account) {
            tried.push(Tried { what: format!("workshop {workshop}"), limit: TryLimit::Daily(OF_A_WORKSHOP) });
        }
        // Somebody who has several of them tries no more often.
        if let Account::Phone(phone) = account {
            let hers = Account::Worker(phone.workshop.id, phone.worker).tried();
            tried.push(Tried { what: format!("{hers} on her phones"), limit: TryLimit::Daily(OF_HER_PHONES) });
        }
        match self.store.delays().count_try(&tried, self.now).await? {
            0 => Ok(Attempt { entry: self, tried, place, holder: account.holder() }),
            seconds => {
                log(SecurityEvent::MustWait, account.holder());
                Err(Problem::Wait { seconds })
            }
        }
    }

    /// Another hash of a password or PIN that was just right, where the one that is kept was made cheaply. None where too many wait: it is
    /// done the next time.
    pub async fn hashed_again(&self, given: String, kept: &str) -> Option<String> {
        if is_outdated(kept) { self.hasher.hash(Asker::Known, given).await.ok() } else { None }
    }

    /// Opens a session in this browser, in place of any other. Pay is shown for so long. Returns the browser's own secret.
    pub async fn let_in(&self, workshop: WorkshopId, holder: Holder, pay_open: TimeDelta) -> Result<Secret, Problem> {
        let browser = self.cookies.browser()?;
        let pay_until = self.now + pay_open;
        let (sessions, old) = (self.store.sessions(), self.cookies.session.as_ref());
        let session = sessions.open_session(workshop, holder, &browser.hash(), old, self.now, pay_until).await?;
        // Again, so that it lasts from now on.
        set_cookie(SiteCookie::Browser, browser.reveal(), BROWSER_LASTS);
        set_cookie(SiteCookie::Session, session.reveal(), holder.patience());
        SecurityEvent::SignedIn.log_of(workshop, holder);
        Ok(browser)
    }

    /// Gives this browser another token for its session, whose holder just gave a password or PIN in it. Pay is shown for so long.
    pub async fn renew(&self, viewer: &Viewer, pay_open: TimeDelta) -> Result<(), Problem> {
        let (session, pay_until) = (viewer.session.0, self.now + pay_open);
        let secret = self.store.sessions().renew_session(viewer.workshop.id, session, self.now, pay_until).await?;
        set_cookie(SiteCookie::Session, secret.reveal(), viewer.holder.patience());
        Ok(())
    }
}

/// The page that is theirs.
pub(super) fn home(user: &User) -> Address {
    match user.role {
        Role::Coordinator => addresses::today(),
        Role::Helper => addresses::count(),
        Role::Clerk(_) => addresses::window(),
    }
}

impl Attempt<'_> {
    /// Whether that is the account's password or PIN; the wrong one stays counted.
    pub async fn matches(mut self, secret: String, kept: Option<String>) -> Result<bool, Problem> {
        let place = self.place.take().ok_or(Problem::Busy)?;
        match place.matches(secret, kept).await {
            Ok(matched) => {
                self.end(matched).await?;
                Ok(matched)
            }
            Err(why) => {
                self.entry.store.delays().take_back(&self.tried, self.entry.now).await?;
                Err(why.into())
            }
        }
    }

    /// What came of a try that was checked elsewhere: a failure stays counted.
    pub async fn end(self, succeeded: bool) -> Result<(), Problem> {
        if succeeded {
            self.entry.store.delays().forgive(&self.tried, self.entry.now).await?;
        } else {
            log(SecurityEvent::WrongSecret, self.holder);
        }
        Ok(())
    }
}

fn log(event: SecurityEvent, holder: Option<(WorkshopId, Holder)>) {
    match holder {
        Some((workshop, holder)) => event.log_of(workshop, holder),
        None => event.log(),
    }
}

impl Account<'_> {
    /// What tries at it are counted as.
    pub fn tried(&self) -> String {
        match self {
            Self::User(user) => format!("phone {}", user.phone),
            Self::SecondStep(user) => format!("second step {}", user.phone),
            // The numbers that nobody has share some thousand counts, so that trying ever more of them fills no table. They are
            // slowed down as others are: that one is not there must not be seen.
            Self::Nobody(phone) => {
                format!(
                    "nobody {}",
                    phone.as_str().bytes().fold(0_u32, |sum, byte| (sum * 31 + u32::from(byte)) % COUNTS)
                )
            }
            Self::Worker(workshop, worker) => format!("worker {workshop} {worker}"),
            Self::Phone(phone) => format!("known phone {} {}", phone.workshop.id, phone.id),
        }
    }

    /// Whether what is given is compared by its hash.
    const fn is_hashed(&self) -> bool {
        match self {
            Self::User(_) | Self::Nobody(_) | Self::Worker(..) | Self::Phone(_) => true,
            Self::SecondStep(_) => false,
        }
    }

    fn holder(&self) -> Option<(WorkshopId, Holder)> {
        match self {
            Self::User(user) | Self::SecondStep(user) => Some((user.workshop, Holder::User(user.id))),
            Self::Nobody(_) => None,
            Self::Worker(workshop, worker) => Some((*workshop, Holder::Worker(*worker))),
            Self::Phone(phone) => Some((phone.workshop.id, Holder::Worker(phone.worker))),
        }
    }
}
