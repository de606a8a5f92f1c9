//! Who may come in: people with passwords and second steps, sessions, invitations, printed cards, known phones and links, what was typed into refused forms,
//! how far news was seen, and delays after failed tries.
//!
//! None of it is part of the ledger and none of it changes a balance. No rules of the trade are here, and no passwords: only
//! their hashes come this far.

mod card;
mod change;
mod delay;
mod demo;
mod draft;
mod expire;
mod invitation;
mod known_phone;
mod link;
mod news_seen;
mod passkey;
mod pin_number;
mod second_step;
mod secret;
mod session;
mod user;

pub use crate::values::phone::{BadPhone, Phone};
pub use card::{Card, CardHolder};
pub use change::AccessAsk;
pub use delay::{Tried, TryLimit};
pub use draft::KeptDraft;
pub use invitation::{Invitation, LetInYet, NotAccepted, OpenInvitation};
pub use known_phone::{KnownPhone, PhoneKind, PhoneOfHers};
pub use link::{FirmDoor, Linked};
pub use passkey::KeptPasskey;
pub use pin_number::NUMBER_LASTS;
pub use second_step::{AskedFor, Authenticator, HalfIn, SecondStep};
pub use secret::{CardCode, PinNumber, RecoveryCode, Secret, SecretHash};
pub use session::{Holder, HolderName, OpenSession, Session};
pub use user::{NewUser, User};

use super::Store;
use super::pools::Pools;

macro_rules! handles {
    ($($(#[$doc:meta])* $handle:ident = $name:ident),* $(,)?) => {
        $($(#[$doc])* #[derive(Clone, Copy)]
        pub struct $handle<'s> {
            pools: &'s Pools,
        })*

        impl Store {
            $($(#[$doc])* #[must_use]
            pub const fn $name(&self) -> $handle<'_> {
                $handle { pools: &self.pools }
            })*
        }
    };
}

handles! {
    /// People who sign in with phone number and password.
    Users = users,
    /// Browsers that somebody signed in with.
    Sessions = sessions,
    /// What is asked for after the password.
    SecondSteps = second_steps,
    /// Passkeys, with which a second step is taken.
    Passkeys = passkeys,
    /// Links by which somebody makes an account, once.
    Invitations = invitations,
    /// Workers' printed cards.
    Cards = cards,
    /// Phones that workers gave their PIN on.
    KnownPhones = known_phones,
    /// Links for firms and on delivery notes.
    Links = links,
    /// How far workers have seen their news.
    NewsSeen = news_seen,
    /// Forms that were refused.
    Drafts = drafts,
    /// Delays and ceilings after failed tries.
    Delays = delays,
    /// The people of a made-up village.
    Demo = demo,
}
