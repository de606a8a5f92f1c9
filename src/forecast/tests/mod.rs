#[cfg(feature = "reading")]
use crate as ledger;
#[cfg(feature = "reading")]
use crate::pace::tests::village;

#[cfg(feature = "reading")]
mod evening;
mod made_up;
#[cfg(feature = "reading")]
mod notebook;
mod promised;
#[cfg(feature = "reading")]
mod replay;
mod told;
