#[cfg(feature = "reading")]
use crate as ledger;
#[cfg(feature = "reading")]
use crate::pace::tests::village;

mod any_past;
#[cfg(feature = "reading")]
mod books;
#[cfg(feature = "reading")]
mod evening;
mod made_up;
#[cfg(feature = "reading")]
mod made_up_villages;
#[cfg(feature = "reading")]
mod notebook;
#[cfg(feature = "reading")]
mod notebook_books;
mod promised;
#[cfg(feature = "reading")]
mod replay;
mod told;
#[cfg(feature = "reading")]
mod villages;
