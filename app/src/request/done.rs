//! After an act: where to go, and what to say there.

use super::Problem;
use crate::addresses::Address;
use ledger::Command;
use ledger::journal::Event;

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

            /// What a code stands for; an address that someone made up says nothing.
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
    /// The same, unless any of it only waits for a second coordinator.
    #[must_use]
    pub fn unless_waiting<'a>(self, events: impl IntoIterator<Item = &'a Event>) -> Self {
        let waits = events.into_iter().any(|event| matches!(event.asked, Command::Propose(_)));
        if waits { Self::Proposed } else { self }
    }
}

done! {
    Saved = "saved",
    Opened = "opened",
    Issued = "issued",
    TakenBack = "taken-back",
    Counted = "counted",
    Replaced = "replaced",
    Corrected = "corrected",
    Declared = "declared",
    Retracted = "retracted",
    Reviewed = "reviewed",
    Answered = "answered",
    Delivered = "delivered",
    Mended = "mended",
    Paid = "paid",
    Settled = "settled",
    Received = "received",
    Imported = "imported",
    NothingNew = "nothing-new",
    Proposed = "proposed",
    Approved = "approved",
    Declined = "declined",
    Withdrawn = "withdrawn",
    SignedOut = "signed-out",
}

/// Goes to a page of ours and says there what was done.
///
/// # Errors
/// None; it ends a server function.
pub fn go(page: Address, done: Done) -> Result<(), Problem> {
    super::redirect(&page.with("done", done.code()));
    Ok(())
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
}
