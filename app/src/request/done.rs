//! After an act: where to go, and what to say there.

use super::Problem;
use crate::addresses::Address;
use ledger::Command;
use ledger::journal::Event;
use ledger::values::money::Fen;

macro_rules! done {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// What was done. It travels in the address as a code; the page says it in words, `done-<code>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Done { $($name),* }

        impl Done {
            /// Its code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What a code stands for; a forged one is ignored.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }

            /// In the request's language.
            #[must_use]
            pub fn words(self) -> String {
                match self { $(Self::$name => crate::words::say(crate::words::language(), concat!("done-", $code))),* }
            }
        }

        #[cfg(test)]
        const ALL: &[Done] = &[$(Done::$name),*];
    };
}

impl Done {
    /// In the request's language, with how much money it was about.
    #[must_use]
    pub fn with_money(self, money: Fen) -> String {
        match self {
            Self::Advanced => t!("done-advanced-money", money = money),
            Self::BonusGiven => t!("done-bonus-given-money", money = money),
            Self::Deducted => t!("done-deducted-money", money = money),
            Self::Paid => t!("done-paid-money", money = money),
            _ => self.words(),
        }
    }

    /// The same, unless any of it only waits for a second coordinator.
    #[must_use]
    pub fn unless_waiting<'a>(self, events: impl IntoIterator<Item = &'a Event>) -> Self {
        let waits = events.into_iter().any(|event| matches!(event.asked, Command::Propose(_)));
        if waits { Self::Proposed } else { self }
    }
}

done! {
    Saved = "saved",
    AccessEnded = "access-ended",
    Opened = "opened",
    Issued = "issued",
    TakenBack = "taken-back",
    Replaced = "replaced",
    OrderChanged = "order-changed",
    Corrected = "corrected",
    Counted = "counted",
    Declared = "declared",
    Retracted = "retracted",
    Reviewed = "reviewed",
    Answered = "answered",
    Delivered = "delivered",
    Fixed = "fixed",
    Paid = "paid",
    Advanced = "advanced",
    BonusGiven = "bonus-given",
    Deducted = "deducted",
    Settled = "settled",
    Received = "received",
    Imported = "imported",
    NothingNew = "nothing-new",
    Proposed = "proposed",
    Approved = "approved",
    Declined = "declined",
    Withdrawn = "withdrawn",
    SignedOut = "signed-out",
    SessionEnded = "session-ended",
    Left = "left",
    PhoneForgotten = "phone-forgotten",
    PhonesForgotten = "phones-forgotten",
    InvitationWithdrawn = "invitation-withdrawn",
    PhotoSet = "photo-set",
    PhotoRemoved = "photo-removed",
    ClipKept = "clip-kept",
    ClipTakenBack = "clip-taken-back",
    Spoken = "spoken",
}

/// Goes to a page of ours and says there what was done.
///
/// # Errors
/// None; it ends a server function.
pub fn go(page: Address, done: Done) -> Result<(), Problem> {
    super::redirect(&page.with("done", done.code()));
    Ok(())
}

/// The name in an address of how much money it was about, in fen.
const MONEY: &str = "fen";

/// Goes to a page of ours and says there what was done, and with how much money.
///
/// # Errors
/// None; it ends a server function.
pub fn go_with_money(page: Address, done: Done, money: Fen) -> Result<(), Problem> {
    // What only waits has moved no money yet.
    let moved = (done != Done::Proposed).then_some(money.0);
    super::redirect(&page.with("done", done.code()).with_some(MONEY, moved));
    Ok(())
}

/// What a page's query says was done, in words. A forged or faulty sum is left out.
#[must_use]
pub fn done_in(query: &str, done: Done) -> String {
    match super::value(query, MONEY).and_then(|text| sum(&text)) {
        Some(money) => done.with_money(money),
        None => done.words(),
    }
}

/// A sum as [`go_with_money`] writes it: digits, and no more than the ledger would take.
fn sum(text: &str) -> Option<Fen> {
    let digits = !text.is_empty() && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    let sum = Fen(text.parse().ok().filter(|_| digits)?);
    (sum <= Fen::MOST).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn everything_that_can_be_done_is_said_in_both_languages() {
        for done in ALL {
            for language in Language::ALL {
                assert!(
                    crate::words::knows(language, &format!("done-{}", done.code())),
                    "done-{} in {language:?}",
                    done.code()
                );
            }
        }
    }

    #[test]
    fn a_sum_is_said_and_one_that_was_made_up_is_not() {
        leptos::prelude::Owner::new().with(|| {
            assert_eq!(done_in("done=advanced&fen=20000", Done::Advanced), "已预支 ¥200.00。");
            for forged in ["", "fen=", "fen=0", "fen=-5", "fen=+5", "fen=2e3", "fen=020", "fen=99999999999999999999"] {
                assert_eq!(done_in(forged, Done::Advanced), Done::Advanced.words(), "{forged}");
            }
            assert_eq!(done_in("fen=20000", Done::Saved), Done::Saved.words(), "it is about no money");
        });
    }
}
