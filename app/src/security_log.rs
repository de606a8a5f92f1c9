//! What operators look for in the log: who came in, who failed, whose access changed, who asked for what is not theirs. Each is one line
//! with the target `security`; no name, number, secret or address of a person is in it.

use ledger::store::access::Holder;
use ledger::values::ids::WorkshopId;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecurityEvent {
    SignedIn,
    SignedOut,
    /// A worker gave her PIN to see pay.
    PayOpened,
    /// A wrong password or PIN.
    WrongSecret,
    /// Too many wrong PINs on a phone that was known: it is forgotten, and the card is needed.
    PhoneForgotten,
    /// A card, link, note or invitation that is not there.
    UnknownLink,
    /// After too many of those.
    MustWait,
    /// Too many signed in at once.
    TooMany,
    /// Somebody changed her own password or PIN.
    SecretChanged,
    /// A card, a link or an account was taken away, replaced or made usable.
    AccessChanged,
    /// Somebody who is signed in asked for what is not there, or is another's.
    NotTheirs,
    /// A form was refused, and why: many of them may be somebody who tries what is not allowed.
    Refused,
    /// A form came from another site.
    OtherSite,
    /// A request was for another host.
    OtherHost,
}

impl SecurityEvent {
    /// Its name in the log.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::SignedOut => "signed-out",
            Self::PayOpened => "pay-opened",
            Self::WrongSecret => "wrong-secret",
            Self::PhoneForgotten => "phone-forgotten",
            Self::UnknownLink => "unknown-link",
            Self::MustWait => "must-wait",
            Self::TooMany => "too-many",
            Self::SecretChanged => "secret-changed",
            Self::AccessChanged => "access-changed",
            Self::NotTheirs => "not-theirs",
            Self::Refused => "refused",
            Self::OtherSite => "other-site",
            Self::OtherHost => "other-host",
        }
    }

    const fn is_alarming(self) -> bool {
        match self {
            Self::WrongSecret
            | Self::PhoneForgotten
            | Self::UnknownLink
            | Self::MustWait
            | Self::TooMany
            | Self::NotTheirs
            | Self::OtherSite
            | Self::OtherHost => true,
            Self::SignedIn
            | Self::SignedOut
            | Self::PayOpened
            | Self::SecretChanged
            | Self::AccessChanged
            | Self::Refused => false,
        }
    }

    /// Writes it into the log: of nobody that is known.
    pub fn log(self) {
        self.write("nobody", "");
    }

    /// Writes it into the log: of nobody that is known, with the page's route or the kind of refusal.
    pub fn log_of_nobody(self, what: &str) {
        self.write("nobody", what);
    }

    /// Writes it into the log.
    pub fn log_of(self, workshop: WorkshopId, holder: Holder) {
        self.log_at(workshop, holder, "");
    }

    /// Writes it into the log, with the page's route or the kind of change.
    pub fn log_at(self, workshop: WorkshopId, holder: Holder, what: &str) {
        self.write(&format!("{workshop}/{holder}"), what);
    }

    fn write(self, who: &str, what: &str) {
        let event = self.code();
        if self.is_alarming() {
            tracing::warn!(target: "security", event, who, what);
        } else {
            tracing::info!(target: "security", event, who, what);
        }
    }
}
